"""The relations by which somebody must not collect a child, and the records by which hubs are told of a child."""

from functools import cache

from sqlalchemy import TextClause, select, text

from central.db.dialects import FORBIDS
from central.db.engine import Tx
from central.db.records import Row
from central.db.tables import LIVE, records
from kiosk.domain.prohibitions import KIND, name

_ROW = select(*(records.c[each] for each in Row._fields)).where(LIVE)
_HUBS = select(records.c.id, records.c.scope).where(records.c.kind == KIND, LIVE)
_BEYOND = "\U0010ffff"  # comes after every letter


def forbidding(tx: Tx) -> list[Row]:
    """Of every household, shielded or not. An index holds these alone: they are few."""
    return [Row(*row) for row in tx.execute(_ROW.where(_forbids(tx.dialect.name)))]


def told(tx: Tx, child: str) -> dict[str, str]:
    """The records by which hubs are told of a child, and of which scope each is."""
    first = name(child, "")
    rows = tx.execute(_HUBS.where(records.c.id >= first, records.c.id < first + _BEYOND))
    return {row.id: row.scope for row in rows}


@cache
def _forbids(dialect: str) -> TextClause:
    return text(FORBIDS[dialect])
