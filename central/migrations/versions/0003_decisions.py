"""What people decided, and when each nonce was used. Frozen like the ones before."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

Words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "decisions",
        sa.Column("n", Whole, nullable=False),
        sa.Column("at", Words, nullable=False),
        sa.Column("who", Words, nullable=False),
        sa.Column("what", Words, nullable=False),
        sa.Column("kind", Words, nullable=False),
        sa.Column("station", Words, nullable=False),
        sa.Column("subject", Words, nullable=False),
        sa.Column("why", Words, nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("decisions_of_station", "decisions", ["station", "what"])
    op.add_column("nonces", sa.Column("used_at", Words, server_default="", nullable=False))
    op.drop_index("nonces_age", table_name="nonces")
    op.create_index("nonces_age", "nonces", ["station", "used_at"])
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    op.get_bind().execute(sa.text("UPDATE nonces SET used_at = :now"), {"now": now})


def downgrade() -> None:
    op.drop_index("nonces_age", table_name="nonces")
    op.drop_column("nonces", "used_at")
    op.create_index("nonces_age", "nonces", ["station", "n"])
    op.drop_table("decisions")
