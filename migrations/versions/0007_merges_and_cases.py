"""Persons who are one human, and what needs a person. Only adds."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

# A consent that was touched after the list was drawn up is not due as it stands there, nor are others of that person.
TOUCHED = (
    """
CREATE TRIGGER fed_consent_is_not_due AFTER INSERT ON families WHEN NEW.kind = 'consent'
BEGIN
    DELETE FROM consents_due WHERE id = NEW.id OR person = NEW.person;
END
""",
    """
CREATE TRIGGER edited_consent_is_not_due AFTER INSERT ON family_edits WHEN NEW.kind = 'consent'
BEGIN
    DELETE FROM consents_due WHERE id = NEW.id OR person = NEW.person;
END
""",
)
CLAIMED = "kind IN ('counted', 'group') AND worker = ''"
BY_RULE = "how = 'closed_at_night'"


def upgrade() -> None:
    _merges_up()
    _cases_up()


def downgrade() -> None:
    _cases_down()
    _merges_down()


def _table(name: str, key: str, *texts: str, numbers: tuple[str, ...] = (), own: bool = False) -> None:
    """A table of texts and numbers; `own` hangs on the event that is its key."""
    op.create_table(
        name,
        *(sa.Column(each, sa.Text(), nullable=False) for each in (key, *texts)),
        *(sa.Column(number, sa.Integer(), nullable=False) for number in numbers),
        *([sa.ForeignKeyConstraint(["event"], ["events.id"])] if own else []),
        sa.PrimaryKeyConstraint(key),
    )


def _index(name: str, table: str, *columns: str, where: str = "") -> None:
    op.create_index(name, table, list(columns), unique=False, sqlite_where=sa.text(where) if where else None)


def _merges_up() -> None:
    _index("cards_of_a_person", "cards", "person")
    op.add_column("bindings", sa.Column("replaces", sa.Text(), server_default="", nullable=False))
    op.create_table(
        "name_forms",
        sa.Column("row", sa.Integer(), nullable=False),
        *(sa.Column(each, sa.Text(), nullable=False) for each in ("form", "person", "born", "member", "event")),
        sa.PrimaryKeyConstraint("row"),
    )
    _index("name_forms_in_order", "name_forms", "form", "person", "born", "member")
    _index("name_forms_of_a_member", "name_forms", "member")
    _table("merges", "event", "kept", "dropped", "worker", "at", "undone_by")
    _table("own_merges", "event", "kept", "dropped", "worker", "at", own=True)
    _table("own_unmerges", "event", "merge", "worker", "at", own=True)
    for name in ("merges", "own_merges"):
        _index(f"{name}_kept", name, "kept")
        _index(f"{name}_dropped", name, "dropped")


def _merges_down() -> None:
    for table in ("own_unmerges", "own_merges", "merges", "name_forms"):
        op.drop_table(table)
    op.drop_column("bindings", "replaces")
    op.drop_index("cards_of_a_person", table_name="cards")


def _cases_up() -> None:
    op.add_column("visits", sa.Column("worker", sa.Text(), server_default="", nullable=False))
    _index("visits_claimed", "visits", "day", where=CLAIMED)
    _index("departures_by_rule", "departures", "at", where=f"{BY_RULE} AND undone_by IS NULL")
    _index("taken_back_of_a_target", "taken_back", "target")
    _index("weakenings", "events", "row", where="type = 'weakening_asked' AND verdict IS NULL")
    _table("told", "event", "station", "what", "visit", "at", "kind", "how", "worker", numbers=("number",))
    _index("told_of_a_visit", "told", "visit", "what")
    _index("told_claims", "told", "at", where=f"what = 'came' AND {CLAIMED}")
    _index("told_by_rule", "told", "at", where=f"what = 'left' AND {BY_RULE}")
    _table("consents_due", "id", "person", "household", "day")
    _index("consents_due_of_a_person", "consents_due", "person")
    _table("cases", "number", "kind", "station", "subject", "at", "household", "record", "record_id")
    _table("own_closings", "event", "kind", "station", "subject", "why", "worker", "at", own=True)
    _index("own_closings_of_a_subject", "own_closings", "subject")
    op.create_table(
        "acknowledged",
        *(sa.Column(each, sa.Text(), nullable=False) for each in ("event", "kind", "subject", "why", "worker", "at")),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["event"], ["events.id"]),
        sa.ForeignKeyConstraint(["undone_by"], ["events.id"]),
        sa.PrimaryKeyConstraint("event"),
    )
    _index("acknowledged_of_a_subject", "acknowledged", "subject")
    for statement in TOUCHED:
        op.execute(statement)


def _cases_down() -> None:
    for trigger in ("edited_consent_is_not_due", "fed_consent_is_not_due"):
        op.execute(f"DROP TRIGGER {trigger}")
    for table in ("acknowledged", "own_closings", "cases", "consents_due", "told"):
        op.drop_table(table)
    op.drop_index("weakenings", table_name="events")
    op.drop_index("taken_back_of_a_target", table_name="taken_back")
    op.drop_index("departures_by_rule", table_name="departures")
    op.drop_index("visits_claimed", table_name="visits")
    op.drop_column("visits", "worker")
