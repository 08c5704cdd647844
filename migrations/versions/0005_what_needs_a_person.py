"""What needs a person is found without reading every record. Only adds."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_TWO_VALUES = """instr(data, '"also":{"') > 0"""
_REVIEWED = """instr(data, '"review":"2') > 0"""


def upgrade() -> None:
    op.create_index("families_with_two_values", "families", ["row"], sqlite_where=sa.text(_TWO_VALUES))
    op.create_index("notes_with_two_values", "notes", ["row"], sqlite_where=sa.text(_TWO_VALUES))
    op.create_index("relations_to_review", "families", ["id"], sqlite_where=sa.text(_REVIEWED))


def downgrade() -> None:
    op.drop_index("relations_to_review", "families")
    op.drop_index("notes_with_two_values", "notes")
    op.drop_index("families_with_two_values", "families")
