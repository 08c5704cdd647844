"""The first schema. Frozen: it never imports the schema as it is today.

Central came to PostgreSQL later: there this makes the tables only, and 0002 their triggers.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

TRIGGERS = (
    "INSERT INTO counters (name, value) VALUES ('rev', 0), ('serial', 0)",
    """
CREATE TRIGGER counters_never_go_back BEFORE UPDATE ON counters
WHEN NEW.name IS NOT OLD.name OR NEW.value <= OLD.value
BEGIN SELECT RAISE(ABORT, 'a counter never goes back'); END
""",
    """
CREATE TRIGGER counters_stay BEFORE DELETE ON counters
BEGIN SELECT RAISE(ABORT, 'a counter is never deleted'); END
""",
    """
CREATE TRIGGER records_born_without_rev BEFORE INSERT ON records
WHEN NEW.rev IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rev is assigned by the feed'); END
""",
    """
CREATE TRIGGER records_not_replaced BEFORE INSERT ON records
WHEN EXISTS (SELECT 1 FROM records WHERE kind = NEW.kind AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record that is there is updated'); END
""",
    """
CREATE TRIGGER records_inserted AFTER INSERT ON records
BEGIN UPDATE records SET rev = rev WHERE kind = NEW.kind AND id = NEW.id; END
""",
    """
CREATE TRIGGER records_updated AFTER UPDATE ON records
WHEN NEW.rev IS OLD.rev
BEGIN
    UPDATE counters SET value = value + 1 WHERE name = 'rev';
    UPDATE records SET
        rev = (SELECT value FROM counters WHERE name = 'rev'),
        former = CASE
            WHEN NEW.scope IS OLD.scope OR instr(OLD.former, ' ' || OLD.scope || ' ') THEN OLD.former
            ELSE OLD.former || OLD.scope || ' '
        END,
        changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE kind = NEW.kind AND id = NEW.id;
END
""",
    """
CREATE TRIGGER records_rev_is_not_set BEFORE UPDATE OF rev ON records
WHEN NEW.rev IS NOT OLD.rev AND (
    NEW.rev IS NOT (SELECT value FROM counters WHERE name = 'rev') OR NEW.rev <= coalesce(OLD.rev, 0)
)
BEGIN SELECT RAISE(ABORT, 'rev is assigned by the feed'); END
""",
    """
CREATE TRIGGER records_keep_their_name BEFORE UPDATE OF kind, id ON records
WHEN NEW.kind IS NOT OLD.kind OR NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'a record keeps its kind and id'); END
""",
    """
CREATE TRIGGER records_stay BEFORE DELETE ON records
BEGIN SELECT RAISE(ABORT, 'a record is withdrawn, never deleted'); END
""",
)

SCOPE = {
    "sqlite": "scope <> '' AND instr(scope, ' ') = 0",
    "postgresql": "scope <> '' AND replace(scope, ' ', '') = scope",
}
PERSON = {"sqlite": "json_extract(data, '$.person')", "postgresql": "(CAST(data AS json) ->> 'person')"}


def partial(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def upgrade() -> None:
    op.create_table(
        "cases",
        sa.Column("id", Whole, nullable=False),
        sa.Column("kind", Words, nullable=False),
        sa.Column("station", Words, nullable=False),
        sa.Column("subject", Words, nullable=False),
        sa.Column("opened_at", Words, nullable=False),
        sa.Column("closed_at", Words, nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("cases_subject", "cases", ["kind", "station", "subject"], unique=True)
    op.create_table(
        "counters",
        sa.Column("name", Words, nullable=False),
        sa.Column("value", Whole, nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "meta",
        sa.Column("name", Words, nullable=False),
        sa.Column("value", Words, nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "records",
        sa.Column("kind", Words, nullable=False),
        sa.Column("id", Words, nullable=False),
        sa.Column("scope", Words, nullable=False),
        sa.Column("former", Words, server_default=" ", nullable=False),
        sa.Column("rev", Whole, nullable=True),
        sa.Column("state", Words, nullable=False),
        sa.Column("v", Whole, nullable=False),
        sa.Column("data", Words, nullable=False),
        sa.Column("changed_at", Words, nullable=True),
        sa.CheckConstraint(SCOPE[op.get_bind().dialect.name], name="records_scope"),
        sa.CheckConstraint("state IN ('live', 'gone')", name="records_state"),
        sa.PrimaryKeyConstraint("kind", "id"),
    )
    op.create_index(
        "records_card_person",
        "records",
        [sa.text(PERSON[op.get_bind().dialect.name])],
        unique=False,
        **partial("kind = 'card'"),
    )
    op.create_index("records_live", "records", ["scope"], unique=False, **partial("state = 'live'"))
    op.create_index("records_rev", "records", ["rev"], unique=True)
    op.create_index("records_of_kind", "records", ["kind", "rev"], unique=False)
    op.create_table(
        "stations",
        sa.Column("id", Words, nullable=False),
        sa.Column("hub", Words, nullable=False),
        sa.Column("role", Words, nullable=False),
        sa.Column("name", Words, nullable=False),
        sa.Column("public", sa.LargeBinary(), nullable=False),
        sa.Column("enrolled_at", Words, nullable=False),
        sa.Column("seen_at", Words, nullable=True),
        sa.CheckConstraint("role IN ('touch', 'desk')", name="stations_role"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("public"),
    )
    op.create_table(
        "blanks",
        sa.Column("serial", Whole, autoincrement=False, nullable=False),
        sa.Column("station", Words, nullable=False),
        sa.Column("grant_id", Words, nullable=False),
        sa.ForeignKeyConstraint(
            ["station"],
            ["stations.id"],
        ),
        sa.PrimaryKeyConstraint("serial"),
    )
    op.create_index("blanks_of_station", "blanks", ["station"], unique=False)
    op.create_table(
        "chains",
        sa.Column("station", Words, nullable=False),
        sa.Column("incarnation", Words, nullable=False),
        sa.Column("seq", Whole, nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["station"],
            ["stations.id"],
        ),
        sa.PrimaryKeyConstraint("station", "incarnation"),
    )
    op.create_table(
        "enrolment_codes",
        sa.Column("subject_hash", sa.LargeBinary(), nullable=False),
        sa.Column("hub", Words, nullable=False),
        sa.Column("role", Words, nullable=False),
        sa.Column("name", Words, nullable=False),
        sa.Column("expires_at", Words, nullable=False),
        sa.Column("used_at", Words, nullable=True),
        sa.Column("station", Words, nullable=True),
        sa.ForeignKeyConstraint(
            ["station"],
            ["stations.id"],
        ),
        sa.PrimaryKeyConstraint("subject_hash"),
    )
    op.create_table(
        "events",
        sa.Column("station", Words, nullable=False),
        sa.Column("incarnation", Words, nullable=False),
        sa.Column("seq", Whole, autoincrement=False, nullable=False),
        sa.Column("id", Words, nullable=False),
        sa.Column("type", Words, nullable=False),
        sa.Column("version", Whole, nullable=False),
        sa.Column("body_hash", sa.LargeBinary(), nullable=False),
        sa.Column("recorded_at", Words, nullable=False),
        sa.Column("anchor", Words, nullable=False),
        sa.Column("prev_hash", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", Words, nullable=False),
        sa.Column("verdict", Words, nullable=False),
        sa.Column("reason", Words, nullable=False),
        sa.ForeignKeyConstraint(
            ["station"],
            ["stations.id"],
        ),
        sa.PrimaryKeyConstraint("station", "incarnation", "seq"),
    )
    op.create_index("events_id", "events", ["station", "id"], unique=False)
    op.create_table(
        "nonces",
        sa.Column("n", Whole, nullable=False),
        sa.Column("station", Words, nullable=False),
        sa.Column("nonce", Words, nullable=False),
        sa.ForeignKeyConstraint(
            ["station"],
            ["stations.id"],
        ),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("nonces_age", "nonces", ["station", "n"], unique=False)
    op.create_index("nonces_used", "nonces", ["station", "nonce"], unique=True)
    op.create_table(
        "undone_visits",
        sa.Column("station", Words, nullable=False),
        sa.Column("visit", Words, nullable=False),
        sa.Column("event", Words, nullable=False),
        sa.Column("why", Words, nullable=False),
        sa.Column("undone_at", Words, nullable=False),
        sa.ForeignKeyConstraint(
            ["station"],
            ["stations.id"],
        ),
        sa.PrimaryKeyConstraint("station", "visit"),
    )
    op.create_table(
        "visits",
        sa.Column("station", Words, nullable=False),
        sa.Column("visit", Words, nullable=False),
        sa.Column("event", Words, nullable=False),
        sa.Column("hub", Words, nullable=False),
        sa.Column("serial", Whole, nullable=False),
        sa.Column("person", Words, nullable=False),
        sa.Column("household", Words, nullable=False),
        sa.Column("arrived_at", Words, nullable=False),
        sa.ForeignKeyConstraint(
            ["station"],
            ["stations.id"],
        ),
        sa.PrimaryKeyConstraint("station", "visit"),
    )
    op.create_index("visits_of_hub", "visits", ["hub", "arrived_at"], unique=False)
    op.create_table(
        "bodies",
        sa.Column("station", Words, nullable=False),
        sa.Column("incarnation", Words, nullable=False),
        sa.Column("seq", Whole, autoincrement=False, nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("content", Words, nullable=False),
        sa.ForeignKeyConstraint(
            ["station", "incarnation", "seq"],
            ["events.station", "events.incarnation", "events.seq"],
            name="bodies_event",
        ),
        sa.PrimaryKeyConstraint("station", "incarnation", "seq"),
    )
    if op.get_bind().dialect.name == "sqlite":
        for statement in TRIGGERS:
            op.execute(statement)
    else:
        op.execute(TRIGGERS[0])


def downgrade() -> None:
    op.drop_table("bodies")
    op.drop_index("visits_of_hub", table_name="visits")
    op.drop_table("visits")
    op.drop_table("undone_visits")
    op.drop_index("nonces_used", table_name="nonces")
    op.drop_index("nonces_age", table_name="nonces")
    op.drop_table("nonces")
    op.drop_index("events_id", table_name="events")
    op.drop_table("events")
    op.drop_table("enrolment_codes")
    op.drop_table("chains")
    op.drop_index("blanks_of_station", table_name="blanks")
    op.drop_table("blanks")
    op.drop_table("stations")
    op.drop_index("records_of_kind", table_name="records")
    op.drop_index("records_rev", table_name="records")
    op.drop_index("records_live", table_name="records")
    op.drop_table("records")
    op.drop_table("meta")
    op.drop_table("counters")
    op.drop_index("cases_subject", table_name="cases")
    op.drop_table("cases")
