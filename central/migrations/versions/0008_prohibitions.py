"""Relations that forbid to hand over a child are found without reading the others. Frozen like the ones before."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
FORBIDS = {
    "sqlite": r"""kind = 'relation' AND instr(data, '"must_not_collect"\:true') > 0""",
    "postgresql": r"""kind = 'relation' AND strpos(data, '"must_not_collect"\:true') > 0""",
}


def upgrade() -> None:
    where: dict[str, Any] = {f"{dialect}_where": sa.text(condition) for dialect, condition in FORBIDS.items()}
    op.create_index("records_forbidding", "records", ["scope"], **where)


def downgrade() -> None:
    op.drop_index("records_forbidding", table_name="records")
