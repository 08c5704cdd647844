"""Who must not collect a child, by another hub's word. Only adds."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "prohibitions",
        sa.Column("row", sa.Integer(), nullable=False),
        *(sa.Column(each, sa.Text(), nullable=False) for each in ("record", "child", "adult", "since", "until")),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("prohibitions_of_a_child", "prohibitions", ["child"], unique=False)
    op.create_index("prohibitions_of_a_record", "prohibitions", ["record"], unique=False)


def downgrade() -> None:
    op.drop_table("prohibitions")
