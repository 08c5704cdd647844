"""In which turn somebody is expected; which enrolment makes a hub's lead. Frozen like the ones before."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

Words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("facts", sa.Column("turn", Words, nullable=False, server_default=""))
    op.create_index(
        "facts_of_turn",
        "facts",
        ["hub", "turn"],
        sqlite_where=sa.text("turn <> ''"),
        postgresql_where=sa.text("turn <> ''"),
    )
    op.add_column("enrolment_codes", sa.Column("lead", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("enrolment_codes", "lead")
    op.drop_index("facts_of_turn", table_name="facts")
    op.drop_column("facts", "turn")
