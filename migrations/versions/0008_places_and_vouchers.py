"""Places and vouchers: what this station may give, what it gave, and sign-ups. Only adds."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TABLES = (
    "receipts_seen",
    "signup_facts",
    "signups",
    "pendings",
    "redemptions",
    "draws",
    "lease",
    "allotments",
    "vouchers",
)


def upgrade() -> None:
    _vouchers_up()
    _allotments_up()
    _redemptions_up()
    _signups_up()


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


def _vouchers_up() -> None:
    op.create_table(
        "vouchers",
        *_texts("id", "programme", "household", "people"),
        *_numbers("worth", "left"),
        *_texts("state", "starts", "until"),
        sa.PrimaryKeyConstraint("id"),
    )
    _index("vouchers_of_a_household", "vouchers", "household")


def _allotments_up() -> None:
    op.create_table(
        "allotments",
        *_numbers("row"),
        *_texts("incarnation", "of", "fund", "what"),
        *_numbers("granted", "back"),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("incarnation", "of", "fund"),
    )
    op.create_table(
        "lease",
        *_numbers("one"),
        *_texts("until"),
        sa.Column("frozen", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("one"),
    )
    op.create_table(
        "draws",
        *_numbers("row"),
        *_texts("event", "incarnation", "of", "fund"),
        *_numbers("amount"),
        *_texts("why"),
        sa.PrimaryKeyConstraint("row"),
        sa.ForeignKeyConstraint(["event"], ["events.id"]),
        sa.UniqueConstraint("event", "of", "fund"),
    )
    _index("draws_of_an_allotment", "draws", "incarnation", "of")


def _redemptions_up() -> None:
    op.create_table(
        "redemptions",
        *_texts("event", "redemption", "voucher", "household", "person"),
        *_numbers("serial"),
        *_texts("activity", "session", "provider"),
        *_numbers("price", "cents"),
        *_texts("parts", "means", "outage", "request"),
        *_numbers("receipt"),
        *_texts("worker", "second", "at", "day"),
        sa.Column("reversed_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("event"),
        sa.ForeignKeyConstraint(["event"], ["events.id"]),
        sa.ForeignKeyConstraint(["reversed_by"], ["events.id"]),
        sa.UniqueConstraint("redemption"),
    )
    _index("redemptions_of_a_voucher", "redemptions", "voucher", "day")
    _index("redemptions_of_a_person", "redemptions", "person", "session")
    _index("redemptions_of_a_provider", "redemptions", "provider", "day")
    _index("redemptions_by_receipt", "redemptions", "receipt")
    _index("redemptions_of_an_outage", "redemptions", "outage", where="means = 'purse'")
    op.create_table(
        "pendings",
        *_texts("request", "event", "what", "of"),
        *_numbers("amount"),
        sa.Column("closed_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("request"),
        sa.ForeignKeyConstraint(["event"], ["events.id"]),
        sa.ForeignKeyConstraint(["closed_by"], ["events.id"]),
    )
    _index("pendings_open", "pendings", "request", where="closed_by IS NULL")
    op.create_table(
        "receipts_seen",
        *_numbers("row"),
        *_texts("kid"),
        *_numbers("receipt"),
        *_texts("at"),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("kid", "receipt"),
    )


def _signups_up() -> None:
    op.create_table(
        "signups",
        *_texts("id", "session", "person", "household", "state", "since", "asked_at", "paid", "by", "until"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "signup_facts",
        *_texts("event", "signup", "session", "person", "household", "state", "paid", "until", "asked_at", "worker"),
        *_texts("at"),
        sa.PrimaryKeyConstraint("event"),
        sa.ForeignKeyConstraint(["event"], ["events.id"]),
    )
    _index("signup_facts_of_a_signup", "signup_facts", "signup")
    for table in ("signups", "signup_facts"):
        for of in ("session", "person", "household"):
            _index(f"{table}_of_a_{of}", table, of)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _index(name: str, table: str, *columns: str, where: str = "") -> None:
    op.create_index(name, table, list(columns), unique=False, sqlite_where=sa.text(where) if where else None)
