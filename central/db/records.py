"""The fed records, written many at a time; what is read here is locked and stays as it was read (central.db.locks)."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Integer, bindparam, delete, func, select

from central.db import dialects, locks, meta
from central.db.dialects import unplanned
from central.db.engine import Tx
from central.db.tables import LIVE, records
from kiosk.domain.wire import REVOCATION


class Row(NamedTuple):
    """A live record as it is written; the triggers add the rest."""

    kind: str
    id: str
    scope: str
    state: str
    v: int
    data: str  # JSON


_ROWS = select(*(records.c[name] for name in Row._fields))
_AFTER = (
    _ROWS.where(records.c.kind == unplanned(bindparam("of")), records.c.id > bindparam("after"), LIVE)
    .order_by(records.c.id)
    .limit(bindparam("most", type_=Integer))
)
_NAMED = _ROWS.where(records.c.kind == unplanned(bindparam("of")), records.c.id.in_(bindparam("ids", expanding=True)))


def held(tx: Tx, kind: str, ids: Collection[str]) -> dict[str, Row]:
    """The records of these ids that are there, gone ones included, by id."""
    locks.feed(tx)
    rows = tx.execute(_NAMED, {"of": kind, "ids": [*ids]}) if ids else ()
    return {row.id: Row(*row) for row in rows}


_SCOPES = select(records.c.id, records.c.scope).where(records.c.kind == unplanned(bindparam("of")), LIVE)
_SCOPES_NAMED = _SCOPES.where(records.c.id.in_(bindparam("ids", expanding=True)))


def scopes(tx: Tx, kind: str, ids: Collection[str] | None = None) -> dict[str, str]:
    """Who may see each live record of a kind, by id; of these ids, or all. Locks nothing."""
    if ids is not None and not ids:
        return {}
    every = tx.execute(_SCOPES, {"of": kind}) if ids is None else tx.execute(_SCOPES_NAMED, {"of": kind, "ids": [*ids]})
    return {row.id: row.scope for row in every}


def live_after(tx: Tx, kind: str, after: str, limit: int) -> list[Row]:
    """Live records of a kind in the order of their ids, from behind this one."""
    return [Row(*row) for row in tx.execute(_AFTER, {"of": kind, "after": after, "most": limit})]


def add(tx: Tx, rows: Sequence[Row]) -> None:
    """Insert records that are not there; they are numbered in this order."""
    dialects.insert(tx, records, rows, Row._fields)


def change(tx: Tx, rows: Sequence[Row]) -> None:
    """Write over records that are there."""
    if not rows:
        return
    if dialects.is_postgresql(tx):
        tx.exec_driver_sql(_CHANGE_MANY, tuple(map(list, zip(*rows, strict=True))))
    else:
        tx.exec_driver_sql(_CHANGE_ONE, [(*row[2:], *row[:2]) for row in rows])


_CHANGE_ONE = "UPDATE records SET scope = ?, state = ?, v = ?, data = ? WHERE kind = ? AND id = ?"
_CHANGE_MANY = (
    "UPDATE records SET scope = new.scope, state = new.state, v = new.v, data = new.data"  # noqa: S608 - our own names
    f" FROM {dialects.unnest(records, Row._fields)} AS new ({', '.join(Row._fields)})"
    " WHERE records.kind = new.kind AND records.id = new.id"
)


def left(scope: str) -> ColumnElement[bool]:
    """Whether a record has been of this scope before, on either database."""
    return dialects.contains(records.c.former, f" {scope} ")


def purge(tx: Tx, before: str) -> int:
    """Delete the tombstones of before this time, revocations aside; how many there were.

    A copy that began before the last of them has to begin again: `purged_rev` says so, and the trigger deletes
    nothing beyond it.
    """
    locks.feed(tx)
    old = (records.c.state == "gone", records.c.changed_at < before, records.c.kind != REVOCATION)
    last = tx.execute(select(func.max(records.c.rev)).where(*old)).scalar()
    if last is None:
        return 0
    meta.put_highest(tx, "purged_rev", last)
    return tx.execute(delete(records).where(*old)).rowcount
