"""The feed: the one table that stations read, and the one way in.

`rev` is assigned by triggers (central.db.triggers), so that no writer passes it by. A record is withdrawn, never
deleted: its tombstone is fed like any change, and so is its leaving a station's scope.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, case, false, func, or_, select, update

from central.db import Tx, meta
from central.db.tables import records
from central.scope import PUBLIC
from kiosk.domain import catalogue, wire
from kiosk.domain.catalogue import Unreadable

_CHUNK = 400  # records looked up at once
_GONE = "{}"


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
    this = and_(records.c.kind == kind, records.c.id == id_, records.c.state == "live")
    gone = tx.execute(update(records).where(this).values(state="gone", data=_GONE))
    return Change.CHANGED if gone.rowcount else Change.SAME


def get(tx: Tx, kind: str, id_: str) -> dict[str, Any] | None:
    """The data of a live record."""
    this = and_(records.c.kind == kind, records.c.id == id_, records.c.state == "live")
    data = tx.execute(select(records.c.data).where(this)).scalar()
    return json.loads(data) if data is not None else None


def live(tx: Tx, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """All live records of a kind: id and data."""
    rows = tx.execute(
        select(records.c.id, records.c.data)
        .where(records.c.kind == kind, records.c.state == "live")
        .order_by(records.c.id)
    )
    for row in rows:
        yield row.id, json.loads(row.data)


def _publish(tx: Tx, drafts: Sequence[Draft]) -> list[Change | Unreadable]:
    texts = [_text(draft) for draft in drafts]
    there = _there(tx, drafts)
    outcomes: list[Change | Unreadable] = []
    rows: dict[Change, list[dict[str, object]]] = {Change.NEW: [], Change.CHANGED: [], Change.SAME: []}
    for draft, text in zip(drafts, texts, strict=True):
        if isinstance(text, Unreadable):
            outcomes.append(text)
            continue
        change = _change(there.get((draft.kind, draft.id)), (draft.scope, "live", draft.v, text))
        outcomes.append(change)
        rows[change].append(
            {"at": draft.kind, "named": draft.id, "to_scope": draft.scope, "to_v": draft.v, "to_data": text}
        )
    _write(tx, rows[Change.NEW], rows[Change.CHANGED])
    return outcomes


def _change(held: tuple[object, ...] | None, wanted: tuple[object, ...]) -> Change:
    if held is None:
        return Change.NEW
    return Change.SAME if held == wanted else Change.CHANGED


def _text(draft: Draft) -> str | Unreadable:
    """The one text of a record's data, so that unchanged data is seen to be unchanged."""
    if draft.kind in catalogue.KINDS:
        read = catalogue.read(draft.kind, draft.data)
        if isinstance(read, Unreadable):
            return read
    text = json.dumps(draft.data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    if any(0xD800 <= ord(character) <= 0xDFFF for character in text):
        return Unreadable("text")  # half a character: no database and no station could hold it
    return text


def _there(tx: Tx, drafts: Sequence[Draft]) -> dict[tuple[str, str], tuple[object, ...]]:
    found: dict[tuple[str, str], tuple[object, ...]] = {}
    for kind in {draft.kind for draft in drafts}:
        ids = [draft.id for draft in drafts if draft.kind == kind]
        for row in tx.execute(select(records).where(records.c.kind == kind, records.c.id.in_(ids))):
            found[kind, row.id] = (row.scope, row.state, row.v, row.data)
    return found


_INSERT = records.insert().values(
    kind=bindparam("at"),
    id=bindparam("named"),
    scope=bindparam("to_scope"),
    state="live",
    v=bindparam("to_v"),
    data=bindparam("to_data"),
)
_UPDATE = (
    update(records)
    .where(records.c.kind == bindparam("at"), records.c.id == bindparam("named"))
    .values(scope=bindparam("to_scope"), state="live", v=bindparam("to_v"), data=bindparam("to_data"))
)


def _write(tx: Tx, new: list[dict[str, object]], changed: list[dict[str, object]]) -> None:
    if new:
        tx.execute(_INSERT, new)
    if changed:
        tx.execute(_UPDATE, changed)


# --- reading --------------------------------------------------------------------------------------------------------


def page(tx: Tx, scopes: Sequence[str], cursor: wire.Cursor, limit: int, now: str) -> wire.Page | None:
    """What comes after a cursor for a reader of these scopes: revocations first, at most `limit` (from 1) items.

    None when the cursor is of another epoch, or lies ahead of this one: the reader has to begin again. The last page
    leads to the highest rev there is, so that what others are sent does not stay ahead of this reader for ever.
    `total` is counted only when there is something to send: an empty page stays small and quick.
    """
    epoch, highest = meta.get(tx, "epoch"), meta.highest_rev(tx)
    begins = cursor.epoch == "" and cursor.rev == 0 and cursor.revoked == 0
    if not begins and (cursor.epoch != epoch or max(cursor.rev, cursor.revoked) > highest):
        return None
    revocations, more_revocations = _after(tx, revocations_after(scopes, cursor.revoked), limit)
    changes: list[wire.Item] = []
    more_changes = True
    if not more_revocations:
        changes, more_changes = _after(tx, changes_after(scopes, cursor.rev), limit - len(revocations))
    items = (*revocations, *changes)
    to = wire.Cursor(
        epoch=epoch,
        rev=(changes[-1].rev if changes else cursor.rev) if more_changes else highest,
        revoked=revocations[-1].rev if more_revocations else highest,
    )
    return wire.Page(
        after=cursor,
        to=to,
        more=more_revocations or more_changes,
        total=_live(tx, scopes) if items else 0,
        server_time=now,
        items=items,
    )


def revocations_after(scopes: Sequence[str], rev: int) -> Select[*tuple[Any, ...]]:
    """The statement that seeks revocations; a test proves its plan."""
    return _items(scopes).where(records.c.kind == wire.REVOCATION, records.c.rev > rev)


def changes_after(scopes: Sequence[str], rev: int) -> Select[*tuple[Any, ...]]:
    """The statement that seeks everything else."""
    return _items(scopes).where(records.c.kind != wire.REVOCATION, records.c.rev > rev)


def _items(scopes: Sequence[str]) -> Select[*tuple[Any, ...]]:
    seen = records.c.scope.in_(scopes)
    left: ColumnElement[bool] = or_(false(), *(func.instr(records.c.former, f" {scope} ") > 0 for scope in scopes))
    state = case((seen, records.c.state), else_="gone").label("state")
    data = case((seen, records.c.data), else_=_GONE).label("data")
    columns = select(records.c.kind, records.c.id, records.c.rev, state, records.c.v, data)
    return columns.where(or_(seen, left)).order_by(records.c.rev)


def _after(tx: Tx, statement: Select[*tuple[Any, ...]], limit: int) -> tuple[list[wire.Item], bool]:
    """At most `limit` items, and whether there are more."""
    rows = tx.execute(statement.limit(limit + 1)).all()
    return [_item(row) for row in rows[:limit]], len(rows) > limit


def _item(row: Row[*tuple[Any, ...]]) -> wire.Item:
    return wire.Item(row.kind, row.id, row.rev, row.state, row.v, json.loads(row.data))


def _live(tx: Tx, scopes: Sequence[str]) -> int:
    live_here = and_(records.c.scope.in_(scopes), records.c.state == "live")
    return int(tx.execute(select(func.count()).select_from(records).where(live_here)).scalar_one())
