"""Vouchers of families that come here from another hub, and which vouchers owe a purse. Only adds."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "vouchers_away",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("voucher", sa.Text(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        *(sa.Column(each, sa.Text(), nullable=False) for each in ("programme", "state", "starts", "until")),
        sa.Column("left", sa.Integer(), nullable=False),
        sa.Column("owes", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("record", "serial"),
    )
    op.create_index("vouchers_of_a_card", "vouchers_away", ["serial"], unique=False)
    op.add_column("vouchers", sa.Column("owes", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("vouchers", "owes")
    op.drop_table("vouchers_away")
