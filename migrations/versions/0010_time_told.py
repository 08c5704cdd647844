"""What time it is, where somebody said it by hand. Only adds."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("clock", sa.Column("told", sa.Float(), nullable=True))
    op.add_column("clock", sa.Column("told_in", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("clock", "told_in")
    op.drop_column("clock", "told")
