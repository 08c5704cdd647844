"""The way into the feed, the one table that stations read (central.pages).

`rev` is assigned by triggers (central.db.triggers), so that no writer passes it by. A record is withdrawn, never
deleted: its tombstone is fed like any change, and so is its leaving a station's scope.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import and_, bindparam, select, update

from central.db import Tx
from central.db import records as written
from central.db.dialects import unplanned
from central.db.records import Row
from central.db.streams import GONE
from central.db.tables import LIVE, records
from central.scope import PUBLIC
from kiosk.domain import catalogue, wire
from kiosk.domain.catalogue import Unreadable

_CHUNK = 600  # records looked up at once: those of a whole batch of events
_FOR_ALL = {*catalogue.KINDS, wire.REVOCATION}  # the same for everybody, so never of a narrower scope
_NAMED = 1000  # bytes of a line beside the data: more than kind and id ever need


class Change(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"  # nothing written, no new rev


@dataclass(frozen=True)
class Draft:
    """A record to be published."""

    kind: str
    id: str
    data: Mapping[str, Any]
    scope: str = PUBLIC
    v: int = 1


def publish(
    tx: Tx, kind: str, id_: str, data: Mapping[str, Any], *, scope: str = PUBLIC, v: int = 1
) -> Change | Unreadable:
    """Put one record in the feed, or bring it back. A catalogue record that cannot be read is not written."""
    return publish_all(tx, [Draft(kind, id_, data, scope, v)])[0]


def publish_all(tx: Tx, drafts: Sequence[Draft]) -> list[Change | Unreadable]:
    """Publish many records of different names; one answer for each, in order."""
    outcomes: list[Change | Unreadable] = []
    for start in range(0, len(drafts), _CHUNK):
        outcomes += _publish(tx, drafts[start : start + _CHUNK])
    return outcomes


def withdraw(tx: Tx, kind: str, id_: str) -> Change:
    """Leave a tombstone; SAME when there is nothing to withdraw."""
    this = and_(records.c.kind == kind, records.c.id == id_, LIVE)
    gone = tx.execute(update(records).where(this).values(state="gone", data=GONE))
    return Change.CHANGED if gone.rowcount else Change.SAME


_ALIVE = and_(records.c.kind == unplanned(bindparam("of")), LIVE)
_DATA = select(records.c.data).where(_ALIVE, records.c.id == bindparam("that"))
_LIVE = select(records.c.id, records.c.data).where(_ALIVE).order_by(records.c.id)


def get(tx: Tx, kind: str, id_: str) -> dict[str, Any] | None:
    """The data of a live record."""
    data = tx.execute(_DATA, {"of": kind, "that": id_}).scalar()
    return json.loads(data) if data is not None else None


def live(tx: Tx, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """All live records of a kind: id and data."""
    for row in tx.execute(_LIVE, {"of": kind}):
        yield row.id, json.loads(row.data)


def _publish(tx: Tx, drafts: Sequence[Draft]) -> list[Change | Unreadable]:
    rows = [_row(draft) for draft in drafts]
    held = _held(tx, [row for row in rows if isinstance(row, Row)])
    outcomes = [row if isinstance(row, Unreadable) else _change(held.get((row.kind, row.id)), row) for row in rows]
    pairs = list(zip(rows, outcomes, strict=True))
    written.add(tx, [row for row, outcome in pairs if isinstance(row, Row) and outcome is Change.NEW])
    written.change(tx, [row for row, outcome in pairs if isinstance(row, Row) and outcome is Change.CHANGED])
    return outcomes


def _held(tx: Tx, rows: Sequence[Row]) -> dict[tuple[str, str], Row]:
    found: dict[tuple[str, str], Row] = {}
    for kind in sorted({row.kind for row in rows}):
        held = written.held(tx, kind, [row.id for row in rows if row.kind == kind])
        found.update({(kind, id_): row for id_, row in held.items()})
    return found


def _change(held: Row | None, wanted: Row) -> Change:
    if held is None:
        return Change.NEW
    return Change.SAME if held == wanted else Change.CHANGED


def _row(draft: Draft) -> Row | Unreadable:
    text = _text(draft)
    if isinstance(text, Unreadable):
        return text
    return Row(draft.kind, draft.id, draft.scope, "live", draft.v, text)


def _text(draft: Draft) -> str | Unreadable:
    """The one text of a record's data, so that unchanged data is seen to be unchanged."""
    if draft.kind in catalogue.KINDS:
        read = catalogue.read(draft.kind, draft.data)
        if isinstance(read, Unreadable):
            return read
    if draft.kind in _FOR_ALL and draft.scope != PUBLIC:
        return Unreadable("scope")
    text = wire.canonical(draft.data)
    return text if _travels(text) else Unreadable("text")


def _travels(text: str) -> bool:
    """Whether databases and stations can hold it: no half a character, no line that is too long."""
    try:
        return len(text.encode()) <= wire.RECORD_LONGEST - _NAMED
    except UnicodeEncodeError:
        return False
