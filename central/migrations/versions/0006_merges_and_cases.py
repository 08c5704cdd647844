"""Persons who are one human are found by their records. Frozen like the ones before."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

MEMBER = {
    "sqlite": "json_extract(data, '$.fields.person')",
    "postgresql": "(CAST(data AS json) -> 'fields' ->> 'person')",
}


def partial(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def upgrade() -> None:
    person = [sa.text(MEMBER[op.get_bind().dialect.name])]
    op.create_index("records_member_person", "records", person, **partial("kind = 'member'"))
    op.create_index("records_merges", "records", ["scope"], **partial("kind = 'merge'"))


def downgrade() -> None:
    op.drop_index("records_merges", table_name="records")
    op.drop_index("records_member_person", table_name="records")
