"""Persons who are one human are found by hub. Frozen like the ones before."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    ours = sa.text("kind = 'merge'")
    op.create_index("records_merges", "records", ["scope"], sqlite_where=ours, postgresql_where=ours)


def downgrade() -> None:
    op.drop_index("records_merges", table_name="records")
