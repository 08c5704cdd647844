"""Writes fed items into the store. A bad record is put aside and stops nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from kiosk.clock import stamp
from kiosk.db.tx import Tx
from kiosk.domain import catalogue, keys, people
from kiosk.domain.catalogue import Activity, Place, Session, Unreadable
from kiosk.domain.cose import NotVerified
from kiosk.domain.wire import REVOCATION, BadItem, Cursor, Item, Page

CHUNK = 100  # items in one commit: keeps the writer for less than 20 ms


def chunks(page: Page) -> Iterator[tuple[Sequence[Item | BadItem], Cursor]]:
    """A page in pieces, each with the cursor that is true once it is written.

    A crash between two pieces costs nothing: the next round asks from the last cursor.
    """
    items = iter(sorted(page.items, key=_place_in_page))
    cursor = page.after
    while piece := list(islice(items, CHUNK)):
        cursor = _after(piece, cursor, page.to)
        yield piece, cursor
    yield [], page.to


def _place_in_page(item: Item | BadItem) -> tuple[int, int]:
    """What cannot be read (so that no cut loses it), revocations, then by rev, whatever order it came in."""
    if isinstance(item, BadItem):
        return -1, 0
    return int(item.kind != REVOCATION), item.rev


def _after(piece: Sequence[Item | BadItem], cursor: Cursor, end: Cursor) -> Cursor:
    rev, revoked = cursor.rev, cursor.revoked
    for item in piece:
        if isinstance(item, Item) and item.kind == REVOCATION:
            revoked = max(revoked, min(item.rev, end.revoked))
        elif isinstance(item, Item):
            rev = max(rev, min(item.rev, end.rev))
    return Cursor(end.epoch, rev, revoked)


def apply(tx: Tx, piece: Sequence[Item | BadItem], since: str) -> None:
    """Write one piece: only what is newer than what is held; the rest is a repetition."""
    for bad in piece:
        if isinstance(bad, BadItem):
            tx.syncing.put_aside("?", bad.raw[:200], bad.why, bad.raw, since)
    newer = tx.catalogue.newer(item for item in piece if isinstance(item, Item))
    tx.catalogue.keep(newer)
    for item in newer:
        _read_out(tx, item, since)


def _read_out(tx: Tx, item: Item, since: str) -> None:
    reader = _READERS.get(item.kind)
    if reader is None:
        return  # a kind of a later release: kept as fed; the release that knows it has to read it out of the records
    why = reader(tx, item)
    if why:
        tx.syncing.put_aside(item.kind, item.id, why, repr(dict(item.data)), since)
    else:
        tx.syncing.healed(item.kind, item.id)


# Each reader answers with the reason why a record cannot be read, or "".


def _activity(tx: Tx, item: Item) -> str:
    tx.catalogue.drop_activity(item.id)
    return _catalogue(tx, item, Activity, lambda record: tx.catalogue.set_activity(item.id, record))


def _session(tx: Tx, item: Item) -> str:
    def keep(session: Session) -> None:
        tx.catalogue.set_session(item.id, session, stamp(session.starts), stamp(session.ends))

    tx.catalogue.drop_session(item.id)
    return _catalogue(tx, item, Session, keep)


def _a_place(tx: Tx, item: Item) -> str:
    tx.catalogue.drop_place(item.id)
    return _catalogue(tx, item, Place, lambda record: tx.catalogue.set_place(item.id, record))


def _checked(tx: Tx, item: Item) -> str:
    return _catalogue(tx, item, object, lambda record: None)


def _catalogue(tx: Tx, item: Item, want: type[Any], keep: Callable[[Any], None]) -> str:
    if item.state == "gone":
        return ""
    record = catalogue.read(item.kind, item.data)
    if isinstance(record, Unreadable):
        return record.field
    keep(record)
    return ""


def _person(tx: Tx, item: Item) -> str:
    tx.people.forgotten(item.id)
    person = people.read_person(item.id, item.data) if item.state == "live" else None
    if person is not None:
        tx.people.fed(person)
    return "person" if person is None and item.state == "live" else ""


def _card(tx: Tx, item: Item) -> str:
    if item.state == "gone":
        if item.id.isascii() and item.id.isdecimal() and len(item.id) <= 10:
            tx.cards.forgotten(int(item.id))
        return ""
    binding = people.read_binding(item.data)
    if binding is None:
        return "card"
    tx.cards.fed(binding)
    return ""


def _revocation(tx: Tx, item: Item) -> str:
    match item.data:
        case {"serial": serial} if people.is_serial(serial):
            tx.cards.revoked(serial)
            return ""
    return "revocation"


def _grant(tx: Tx, item: Item) -> str:
    match item.data:
        case {"what": "blanks", "codes": list() as rows}:
            codes = {row[0]: row[1] for row in rows if _is_blank(row)}
            tx.cards.granted(item.id, codes)
            return "" if len(codes) == len(rows) else "codes"
    return "" if item.state == "gone" else "grant"


def _is_blank(row: object) -> bool:
    match row:
        case [serial, str()]:
            return people.is_serial(serial)
    return False


def _key_list(tx: Tx, item: Item) -> str:
    """Replaced only by a newer list that the pinned root signed: whoever feeds us cannot change whom we trust."""
    station = tx.station.get()
    try:
        signed = bytes.fromhex(str(item.data.get("signed", "")))
        if station is None:
            return "station"
        newer = keys.open_list(signed, station.root_public)
        if newer.number > keys.open_list(station.key_list, station.root_public).number:
            tx.station.set_key_list(signed)
    except (NotVerified, ValueError):
        return "signed"
    return ""


_READERS: Mapping[str, Callable[[Tx, Item], str]] = {
    "activity": _activity,
    "session": _session,
    "place": _a_place,
    "hub": _checked,
    "provider": _checked,
    "area": _checked,
    "person": _person,
    "card": _card,
    "revocation": _revocation,
    "grant": _grant,
    "key_list": _key_list,
}
