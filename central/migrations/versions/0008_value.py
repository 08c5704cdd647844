"""The ledger, what it knows of stations, redemptions, sign-ups and statements. Frozen like the ones before.

Vouchers and sign-ups are of a household, too, and found by it.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

Words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
HOUSEHOLD = {
    "sqlite": "json_extract(data, '$.household')",
    "postgresql": """SUBSTRING(data FROM '"household":"([^"]*)"')""",
}
BEFORE = "'household', 'member', 'relation', 'contact', 'consent', 'note', 'person', 'card', 'secret'"
FAMILY = f"kind IN ({BEFORE})", f"kind IN ({BEFORE}, 'voucher', 'signup', 'signup_away')"


def upgrade() -> None:
    _ledger()
    _stations()
    _signups()
    _statements()
    _find_families(FAMILY[1])


def _ledger() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", Whole, primary_key=True, nullable=False),
        *_words("kind", "subject", "holder", "fund"),
        sa.Column("debits", Whole, server_default="0", nullable=False),
        sa.Column("credits", Whole, server_default="0", nullable=False),
        sa.CheckConstraint("debits <= credits OR kind IN ('city', 'short', 'capacity')", name="accounts_covered"),
    )
    op.create_index("accounts_name", "accounts", ["kind", "subject", "holder", "fund"], unique=True)
    op.create_index("accounts_of", "accounts", ["subject"], **partial("subject <> ''"))
    op.create_index("accounts_at", "accounts", ["holder"], **partial("holder <> ''"))
    op.create_table("transfers", *_words("id", "at"), sa.PrimaryKeyConstraint("id"))
    op.create_table(
        "moves",
        *_words("transfer"),
        *(sa.Column(name, Whole, nullable=False) for name in ("n", "source", "target", "amount")),
        sa.PrimaryKeyConstraint("transfer", "n"),
        sa.ForeignKeyConstraint(["transfer"], ["transfers.id"]),
        sa.ForeignKeyConstraint(["source"], ["accounts.id"]),
        sa.ForeignKeyConstraint(["target"], ["accounts.id"]),
        sa.CheckConstraint("amount > 0", name="moves_amount"),
        sa.CheckConstraint("source <> target", name="moves_apart"),
    )
    op.create_index("moves_source", "moves", ["source"])
    op.create_index("moves_target", "moves", ["target"])


def _stations() -> None:
    op.create_table(
        "incarnations",
        *_words("station", "incarnation"),
        sa.Column("n", Whole, nullable=False),
        *_words("first_at"),
        *_told("epoch", "lost_at"),
        sa.PrimaryKeyConstraint("station", "incarnation"),
        sa.ForeignKeyConstraint(["station"], ["stations.id"]),
    )
    op.create_table(
        "redemptions",
        *_words("event", "redemption", "transfer", "station", "hub", "voucher", "activity", "session", "provider"),
        *_words("at"),
        sa.Column("price", Whole, nullable=False),
        sa.Column("cents", Whole, nullable=False),
        *_words("means"),
        sa.Column("receipt", Whole, nullable=False),
        *_told("reversed_at", "presented_at"),
        sa.PrimaryKeyConstraint("event"),
        sa.ForeignKeyConstraint(["station"], ["stations.id"]),
    )
    op.create_index("redemptions_of_voucher", "redemptions", ["voucher"])
    op.create_index("redemptions_of_provider", "redemptions", ["provider", "at"])
    op.create_index("redemptions_receipt", "redemptions", ["station", "receipt"], **partial("receipt <> 0"))


def _signups() -> None:
    op.create_table(
        "signup_facts",
        *_words("station", "event", "incarnation", "signup", "at", "session", "person", "household", "state", "paid"),
        *_words("until", "worker", "asked_at"),
        sa.PrimaryKeyConstraint("station", "event"),
        sa.ForeignKeyConstraint(["station"], ["stations.id"]),
    )
    op.create_index("signup_facts_of", "signup_facts", ["signup"])
    op.create_index("signup_facts_session", "signup_facts", ["session"])
    op.create_index("signup_facts_household", "signup_facts", ["household"], **partial("household <> ''"))


def _statements() -> None:
    op.create_table(
        "statements",
        *_words("provider", "since", "until"),
        sa.Column("cents", Whole, nullable=False),
        *_words("state", "state_at"),
        sa.PrimaryKeyConstraint("provider", "since", "until"),
        sa.CheckConstraint("state IN ('collected', 'confirmed', 'paid')", name="statements_state"),
    )


def _find_families(which: str) -> None:
    op.drop_index("records_of_household", table_name="records")
    household = sa.text(HOUSEHOLD[op.get_bind().dialect.name])
    op.create_index("records_of_household", "records", [household], **partial(which))


def partial(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def _words(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, Words, nullable=False) for name in names]


def _told(*names: str) -> list[sa.Column[str]]:
    """What is "" until it happens."""
    return [sa.Column(name, Words, server_default="", nullable=False) for name in names]


def downgrade() -> None:
    _find_families(FAMILY[0])
    for name in ("statements", "signup_facts", "redemptions", "incarnations", "moves", "transfers", "accounts"):
        op.drop_table(name)
