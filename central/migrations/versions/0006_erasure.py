"""Bodies are found by whom they are about and how long they are kept; names that were erased. Frozen, too.

What guests said of themselves is not kept any more: the hub has it, for some days.
"""

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

Words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
FAMILY = "kind IN ('household', 'member', 'relation', 'contact', 'consent', 'note', 'person', 'card', 'secret')"
DATA = {  # of a record: its household, and whom a member's is about
    "sqlite": ("json_extract(data, '$.household')", "json_extract(data, '$.fields.person')"),
    "postgresql": (
        """SUBSTRING(data FROM '"household":"([^"]*)"')""",
        """SUBSTRING(data FROM '"person":"([^"]*)"')""",
    ),
}
PARTIAL = (
    ("bodies_household", "bodies", ["household"], "household <> ''"),
    ("bodies_person", "bodies", ["person"], "person <> ''"),
    ("bodies_serial", "bodies", ["serial"], "serial <> 0"),
    ("facts_by_worker", "facts", ["at"], "worker <> ''"),
)
OF_VISITS = (
    "arrived",
    "arrival_undone",
    "counted",
    "expected",
    "expected_taken_back",
    "group_arrived",
    "guest",
    "left",
    "seen",
    "taken_back",
)
OF_WORKERS = ("calendar_edited", "entered", "looked", "overridden", "override_undone")
RULES = {**dict.fromkeys(OF_VISITS, "visits"), **dict.fromkeys(OF_WORKERS, "trail")}
GUESTS = (
    "DELETE FROM bodies WHERE EXISTS (SELECT 1 FROM events AS e WHERE e.type = 'guest' AND e.station = bodies.station"
    " AND e.incarnation = bodies.incarnation AND e.seq = bodies.seq)"
)
COLUMNS = (
    ("household", Words, ""),
    ("person", Words, ""),
    ("serial", Whole, "0"),
    ("rule", Words, ""),
    ("received_at", Words, ""),
)
_AT_ONCE = 1000


def partial(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def upgrade() -> None:
    for name, type_, none in COLUMNS:
        op.add_column("bodies", sa.Column(name, type_, server_default=none, nullable=False))
    op.execute(GUESTS)
    _file()
    op.create_table(
        "erased",
        sa.Column("id", Words, nullable=False),
        sa.Column("kind", Words, nullable=False),
        sa.Column("erasure", Words, nullable=False),
        sa.Column("at", Words, nullable=False),
        sa.PrimaryKeyConstraint("id", "kind"),
    )
    household, member = DATA[op.get_bind().dialect.name]
    op.create_index("records_of_household", "records", [sa.text(household)], **partial(FAMILY))
    op.create_index("records_member_person", "records", [sa.text(member)], **partial("kind = 'member'"))
    op.create_index("bodies_due", "bodies", ["rule", "received_at"])
    op.create_index("facts_of_visit", "facts", ["visit"])
    op.create_index("cases_about", "cases", ["station", "subject"])
    for name, table, columns, condition in PARTIAL:
        op.create_index(name, table, columns, **partial(condition))


def _file() -> None:
    """Whom each body is about, and how long it is kept from when it came."""
    query = (
        "SELECT e.station, e.incarnation, e.seq, e.type, e.received_at, b.content FROM bodies b"
        " JOIN events e ON b.station = e.station AND b.incarnation = e.incarnation AND b.seq = e.seq"
    )
    told = sa.text(
        "UPDATE bodies SET household = :household, person = :person, serial = :serial, rule = :rule,"
        " received_at = :received WHERE station = :station AND incarnation = :incarnation AND seq = :seq"
    )
    for rows in _some(op.get_bind().execute(sa.text(query)).all()):
        op.get_bind().execute(told, [_filed(row) for row in rows])


def _some(rows: Any) -> Iterator[Any]:
    for start in range(0, len(rows), _AT_ONCE):
        yield rows[start : start + _AT_ONCE]


def _filed(row: Any) -> dict[str, object]:
    read: Any = json.loads(row.content)
    said = read if isinstance(read, dict) else {}
    texts = [value for name in ("person", "adult", "subject") if isinstance(value := said.get(name), str) and value]
    household, serial = said.get("household"), said.get("serial")
    return {
        "household": household if isinstance(household, str) else "",
        "person": next(iter(texts), ""),
        "serial": serial if type(serial) is int and 0 <= serial < 2**32 else 0,
        "rule": RULES.get(row.type, "bodies"),
        "received": row.received_at,
        "station": row.station,
        "incarnation": row.incarnation,
        "seq": row.seq,
    }


def downgrade() -> None:
    for name, table, _, _ in reversed(PARTIAL):
        op.drop_index(name, table_name=table)
    op.drop_index("cases_about", table_name="cases")
    op.drop_index("facts_of_visit", table_name="facts")
    op.drop_index("bodies_due", table_name="bodies")
    op.drop_index("records_member_person", table_name="records")
    op.drop_index("records_of_household", table_name="records")
    op.drop_table("erased")
    for name, _, _ in reversed(COLUMNS):
        op.drop_column("bodies", name)
