"""Copies and digests: what a station needs to begin again, to compare itself with central, and to prove who it is.

Only adds, so that the release before still opens the store. Everything is copied again after the upgrade, since marks
and copies of the rows that are there are unknown; nothing that is shown disappears meanwhile.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_M = 2**62  # kiosk.domain.marks.MODULUS

# The sums follow the rows by arithmetic alone, so that whatever writes the file keeps them. Data that was changed by
# somebody who did not compute its mark loses the mark: the sum then differs from central's, and is repaired.
TRIGGERS = {  # constants all
    "digests_after_insert": f"""
CREATE TRIGGER digests_after_insert AFTER INSERT ON records
WHEN NEW.state = 'live'
BEGIN
    INSERT INTO digests (kind, live, marks) VALUES (NEW.kind, 1, NEW.mark)
    ON CONFLICT (kind) DO UPDATE SET live = live + 1, marks = (marks + excluded.marks) % {_M};
END
""",  # noqa: S608
    "digests_after_delete": f"""
CREATE TRIGGER digests_after_delete AFTER DELETE ON records
WHEN OLD.state = 'live'
BEGIN
    UPDATE digests SET live = live - 1, marks = (marks - OLD.mark + {_M}) % {_M} WHERE kind = OLD.kind;
END
""",  # noqa: S608
    "digests_after_update": f"""
CREATE TRIGGER digests_after_update AFTER UPDATE OF kind, state, mark ON records
WHEN NEW.mark IS NOT OLD.mark OR NEW.state IS NOT OLD.state OR NEW.kind IS NOT OLD.kind
BEGIN
    UPDATE digests SET live = live - 1, marks = (marks - OLD.mark + {_M}) % {_M}
    WHERE kind = OLD.kind AND OLD.state = 'live';
    INSERT INTO digests (kind, live, marks) SELECT NEW.kind, 1, NEW.mark WHERE NEW.state = 'live'
    ON CONFLICT (kind) DO UPDATE SET live = live + 1, marks = (marks + excluded.marks) % {_M};
END
""",  # noqa: S608
    "marks_are_of_their_data": """
CREATE TRIGGER marks_are_of_their_data AFTER UPDATE OF kind, id, v, data ON records
WHEN NEW.mark IS OLD.mark AND NEW.mark <> 0
    AND (NEW.data IS NOT OLD.data OR NEW.v IS NOT OLD.v OR NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind)
BEGIN
    UPDATE records SET mark = 0 WHERE "row" = NEW."row";
END
""",
}


def upgrade() -> None:
    op.add_column("station", sa.Column("certificate", sa.LargeBinary(), server_default=sa.text("x''"), nullable=False))
    op.add_column("station", sa.Column("root_certificate", sa.Text(), server_default="", nullable=False))
    op.add_column("station", sa.Column("next_key", sa.LargeBinary(), nullable=True))
    op.add_column("station", sa.Column("revoked_at", sa.Text(), server_default="", nullable=False))
    op.create_table(
        "enrolling",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("private_key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("one"),
    )
    op.create_table(
        "clock",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("server", sa.Text(), nullable=False),
        sa.Column("boot", sa.Float(), nullable=False),
        sa.Column("boot_id", sa.Text(), nullable=False),
        sa.Column("floor", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("one"),
    )
    op.create_table(
        "digests",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("live", sa.Integer(), nullable=False),
        sa.Column("marks", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("kind"),
    )
    op.add_column("records", sa.Column("mark", sa.BigInteger(), server_default="0", nullable=False))
    op.add_column("records", sa.Column("copy", sa.Integer(), server_default="0", nullable=False))
    op.add_column("quarantine", sa.Column("copy", sa.Integer(), server_default="0", nullable=False))
    op.create_index("set_aside", "events", ["row"], unique=False, sqlite_where=sa.text("verdict = 'set_aside'"))
    op.add_column("sync_state", sa.Column("catalogue", sa.Integer(), nullable=True))
    op.add_column("sync_state", sa.Column("began", sa.Integer(), server_default="0", nullable=False))
    op.add_column("sync_state", sa.Column("copy", sa.Integer(), server_default="1", nullable=False))
    op.add_column("sync_state", sa.Column("swept", sa.Integer(), server_default="0", nullable=False))
    op.add_column("sync_state", sa.Column("unmended", sa.Text(), server_default="", nullable=False))
    op.add_column("sync_state", sa.Column("checked_at", sa.Text(), server_default="", nullable=False))
    op.add_column("sync_state", sa.Column("last_trouble", sa.Text(), server_default="", nullable=False))
    op.execute("INSERT INTO digests SELECT kind, count(*), 0 FROM records WHERE state = 'live' GROUP BY kind")
    op.execute("UPDATE sync_state SET rev = 0, revoked = 0")  # of the same epoch: central says so when it is another
    for statement in TRIGGERS.values():
        op.execute(statement)


def downgrade() -> None:
    for name in TRIGGERS:
        op.execute(f"DROP TRIGGER {name}")
    for column in ("last_trouble", "checked_at", "unmended", "swept", "copy", "began", "catalogue"):
        op.drop_column("sync_state", column)
    op.drop_index("set_aside", table_name="events", sqlite_where=sa.text("verdict = 'set_aside'"))
    op.drop_column("quarantine", "copy")
    op.drop_column("records", "copy")
    op.drop_column("records", "mark")
    op.drop_table("digests")
    op.drop_table("clock")
    op.drop_table("enrolling")
    for column in ("revoked_at", "next_key", "root_certificate", "certificate"):
        op.drop_column("station", column)
