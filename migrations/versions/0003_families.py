"""Families, visits and workers: who lives together, who is here, who may act at the desk. Only adds."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _workers_up()
    _visits_up()
    _families_up()


def downgrade() -> None:
    _families_down()
    _visits_down()
    _workers_down()


# What was set here, and answered, is in central's next word of the same household or person, or was replaced by it.
IS_FED_AGAIN = """
CREATE TRIGGER own_secret_is_fed AFTER INSERT ON secrets
BEGIN
    DELETE FROM own_secrets
    WHERE id = NEW.id AND event IN (SELECT id FROM events WHERE id = own_secrets.event AND verdict IS NOT NULL);
END
"""


def _workers_up() -> None:
    op.create_table(
        "workers",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("revoked", sa.Boolean(), nullable=False),
        sa.Column("verifier", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("workers_by_serial", "workers", ["serial"], unique=False)
    op.create_table(
        "worker_tries",
        sa.Column("worker", sa.Text(), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("owed", sa.Float(), nullable=False),
        sa.Column("boot_id", sa.Text(), nullable=False),
        sa.Column("boot", sa.Float(), nullable=False),
        sa.Column("earliest", sa.Text(), nullable=False),
        sa.Column("latest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("worker"),
    )
    op.create_table(
        "entries",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("worker", sa.Text(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("face", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"]),
        sa.PrimaryKeyConstraint("event"),
    )
    op.create_index("entries_of_a_day", "entries", ["day", "worker"], unique=False)
    op.create_table(
        "looks",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("worker", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"]),
        sa.ForeignKeyConstraint(["entry"], ["events.id"]),
        sa.PrimaryKeyConstraint("event"),
    )
    op.create_index("looks_at_a_subject", "looks", ["subject"], unique=False)
    op.create_table(
        "overrides",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("worker", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["event"], ["events.id"]),
        sa.ForeignKeyConstraint(["entry"], ["events.id"]),
        sa.ForeignKeyConstraint(["undone_by"], ["events.id"]),
        sa.PrimaryKeyConstraint("event"),
    )
    op.create_index("overrides_of_a_subject", "overrides", ["subject"], unique=False)
    op.create_table(
        "secrets",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("household", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("means", sa.Text(), nullable=False),
        sa.Column("verifier", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("secrets_of_a_household", "secrets", ["household", "person"], unique=False)
    op.create_table(
        "own_secrets",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("household", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("means", sa.Text(), nullable=False),
        sa.Column("verifier", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "wrong_tries",
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("serial"),
    )
    op.execute(IS_FED_AGAIN)


def _workers_down() -> None:
    op.execute("DROP TRIGGER own_secret_is_fed")
    op.drop_table("wrong_tries")
    op.drop_table("own_secrets")
    op.drop_table("secrets")
    op.drop_table("overrides")
    op.drop_table("looks")
    op.drop_table("entries")
    op.drop_table("worker_tries")
    op.drop_table("workers")


_OF_A_VISIT = {"kind": "person", "who": "", "band": "", "party": "", "children": "", "forget_on": ""}
_NUMBERS = ("adults", "educators")


def _visits_up() -> None:
    for name, default in _OF_A_VISIT.items():
        op.add_column("visits", sa.Column(name, sa.Text(), server_default=default, nullable=False))
    for name in _NUMBERS:
        op.add_column("visits", sa.Column(name, sa.Integer(), server_default="0", nullable=False))
    op.create_index("visits_of_a_card", "visits", ["serial", "arrived_at"], unique=False)
    op.create_index("visits_of_a_party", "visits", ["party"], sqlite_where=sa.text("party <> ''"))
    op.create_index("visits_to_forget", "visits", ["forget_on"], sqlite_where=sa.text("forget_on <> ''"))
    _hangs_on_visits("sightings", "worker", undone=True)
    _hangs_on_visits("departures", "how", "adult", "worker", "override", undone=True)
    _hangs_on_visits("taken_back", "target", "why", "worker")


def _hangs_on_visits(name: str, *texts: str, undone: bool = False) -> None:
    more = [sa.Column("undone_by", sa.Text(), nullable=True)] if undone else []
    keys = [sa.ForeignKeyConstraint([column.name], ["events.id"]) for column in more]
    op.create_table(
        name,
        sa.Column("event", sa.Text(), nullable=False),
        *(sa.Column(text, sa.Text(), nullable=False) for text in ("visit", *texts, "at")),
        *more,
        sa.ForeignKeyConstraint(["event"], ["events.id"]),
        *keys,
        sa.PrimaryKeyConstraint("event"),
    )
    op.create_index(f"{name}_of_a_visit", name, ["visit"], unique=False)
    op.create_index(f"{name}_by_time", name, ["at"], unique=False)


def _visits_down() -> None:
    op.drop_table("taken_back")
    op.drop_table("departures")
    op.drop_table("sightings")
    op.drop_index("visits_to_forget", table_name="visits")
    op.drop_index("visits_of_a_party", table_name="visits")
    op.drop_index("visits_of_a_card", table_name="visits")
    for name in (*_OF_A_VISIT, *_NUMBERS):
        op.drop_column("visits", name)


def _families_up() -> None:
    op.add_column("people", sa.Column("band", sa.Text(), server_default="", nullable=False))
    op.add_column("people", sa.Column("way", sa.Text(), server_default="", nullable=False))
    for name in ("families", "notes"):
        op.create_table(
            name,
            sa.Column("row", sa.Integer(), nullable=False),
            sa.Column("kind", sa.Text(), nullable=False),
            sa.Column("id", sa.Text(), nullable=False),
            sa.Column("household", sa.Text(), nullable=False),
            sa.Column("person", sa.Text(), nullable=False),
            sa.Column("adult", sa.Text(), nullable=False),
            sa.Column("data", sa.Text(), nullable=False),
            sa.PrimaryKeyConstraint("row"),
            sa.UniqueConstraint("kind", "id"),
        )
    op.create_index("families_of_a_household", "families", ["household"], unique=False)
    op.create_index("families_of_a_person", "families", ["person", "kind"], unique=False)
    op.create_index("notes_of_a_person", "notes", ["person"], unique=False)
    for name in ("family_edits", "note_edits"):
        op.create_table(
            name,
            sa.Column("event", sa.Text(), nullable=False),
            sa.Column("kind", sa.Text(), nullable=False),
            sa.Column("id", sa.Text(), nullable=False),
            sa.Column("household", sa.Text(), nullable=False),
            sa.Column("person", sa.Text(), nullable=False),
            sa.Column("field", sa.Text(), nullable=False),
            sa.Column("now", sa.Text(), nullable=False),
            sa.Column("incarnation", sa.Text(), nullable=False),
            sa.Column("seq", sa.Integer(), nullable=False),
            sa.ForeignKeyConstraint(["event"], ["events.id"]),
            sa.PrimaryKeyConstraint("event"),
        )
    op.create_index("family_edits_of_a_household", "family_edits", ["household"], unique=False)
    op.create_index("family_edits_of_a_person", "family_edits", ["person", "kind"], unique=False)
    op.create_index("note_edits_of_a_person", "note_edits", ["person"], unique=False)
    op.create_table(
        "name_keys",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("member", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("name_keys_in_order", "name_keys", ["key", "member"], unique=False)
    op.create_index("name_keys_of_a_member", "name_keys", ["member"], unique=False)


def _families_down() -> None:
    for table in ("name_keys", "note_edits", "family_edits", "notes", "families"):
        op.drop_table(table)
    op.drop_column("people", "way")
    op.drop_column("people", "band")
