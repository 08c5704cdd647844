"""What the registers of the hubs are made of. Frozen like the ones before."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

Words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _facts_up()


def downgrade() -> None:
    _facts_down()


def _facts_up() -> None:
    op.create_table(
        "facts",
        sa.Column("station", Words, nullable=False),
        sa.Column("event", Words, nullable=False),
        sa.Column("hub", Words, nullable=False),
        sa.Column("at", Words, nullable=False),
        sa.Column("seq", Whole, nullable=False),
        sa.Column("what", Words, nullable=False),
        sa.Column("visit", Words, nullable=False),
        sa.Column("kind", Words, nullable=False),
        sa.Column("person", Words, nullable=False),
        sa.Column("serial", Whole, nullable=False),
        sa.Column("who", Words, nullable=False),
        sa.Column("band", Words, nullable=False),
        sa.Column("party", Words, nullable=False),
        sa.Column("children", Words, nullable=False),
        sa.Column("adults", Whole, nullable=False),
        sa.Column("educators", Whole, nullable=False),
        sa.Column("worker", Words, nullable=False),
        sa.Column("how", Words, nullable=False),
        sa.Column("adult", Words, nullable=False),
        sa.Column("target", Words, nullable=False),
        sa.ForeignKeyConstraint(["station"], ["stations.id"]),
        sa.PrimaryKeyConstraint("station", "event"),
    )
    op.create_index("facts_of_hub", "facts", ["hub", "at"])


def _facts_down() -> None:
    op.drop_table("facts")
