"""A departure says by which override it was allowed, so that any station of the hub can take both back."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

Words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("facts", sa.Column("override", Words, nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("facts", "override")
