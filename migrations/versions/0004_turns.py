"""Who is expected in a turn, and what a hub's lead changes in its calendar. Only adds."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _hangs_on_an_event(
        "expectations",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("turn", "person", "party", "children")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("adults", "educators")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("worker", "override", "at")),
    )
    _hangs_on_an_event(
        "called_off",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("target", "turn", "why", "worker", "at")),
    )
    _hangs_on_an_event(
        "calendar_edits",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("day", "now", "incarnation")),
        sa.Column("seq", sa.Integer(), nullable=False),
    )
    op.create_index("expectations_by_turn", "expectations", ["turn"], unique=False)
    op.create_index("called_off_by_turn", "called_off", ["turn"], unique=False)


def downgrade() -> None:
    for table in ("calendar_edits", "called_off", "expectations"):
        op.drop_table(table)


def _hangs_on_an_event(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("event", sa.Text(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["event"], ["events.id"]),
        sa.PrimaryKeyConstraint("event"),
    )
