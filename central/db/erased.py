"""The names of those who were erased, and the records that there still are of a family."""

from collections.abc import Collection, Iterable

from sqlalchemy import and_, bindparam, delete, select, text

from central.db import dialects
from central.db.dialects import household_in, member_in
from central.db.engine import Tx
from central.db.records import Row
from central.db.tables import FAMILY, LIVE, erased, records
from kiosk.domain.erasure import Name

_ROW = select(*(records.c[name] for name in Row._fields))
_SINCE = select(erased.c.kind, erased.c.id, erased.c.at).where(erased.c.id.in_(bindparam("ids", expanding=True)))


def since(tx: Tx, names: Collection[Name]) -> dict[Name, str]:
    """Of these names, those that were erased: since when."""
    if not names:
        return {}
    rows = tx.execute(_SINCE, {"ids": [*{id_ for _, id_ in names}]})
    return {(row.kind, row.id): row.at for row in rows if (row.kind, row.id) in names}


def add(tx: Tx, erasure: str, at: str, names: Collection[Name]) -> None:
    """The names of an erasure's record; one that was erased before stays with the first."""
    rows = [(id_, kind, erasure, at) for kind, id_ in sorted(names)]
    dialects.insert(tx, erased, rows, ("id", "kind", "erasure", "at"), new=True)


def take_back(tx: Tx, names: Collection[Name]) -> set[str]:
    """These were not erased after all; the erasures that said so."""
    gone: set[str] = set()
    for kind, id_ in sorted(names):
        one = delete(erased).where(erased.c.kind == kind, erased.c.id == id_)
        gone |= set(tx.execute(one.returning(erased.c.erasure)).scalars())
    return gone


def records_of(tx: Tx, household: str) -> list[Row]:
    """The live records of a household, and those of its people's faces, cards and secrets. The index finds them."""
    live = and_(FAMILY, household_in() == household, LIVE)
    return [Row(*row) for row in tx.execute(_ROW.where(live))]


def members(tx: Tx, people: Iterable[str]) -> list[Row]:
    """The live records by which households know these people. One after the other, for so the index finds them."""
    live = (text("kind = 'member'"), LIVE)
    asked = [_ROW.where(*live, member_in() == person) for person in sorted(people)]
    return [Row(*row) for query in asked for row in tx.execute(query)]
