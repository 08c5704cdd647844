"""Vouchers as the stations of the household's hub are told of them. The money itself lies in the books.

Of a shielded household only desks are told.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from central import feed, guests, ledger, programmes, second_hubs
from central.db import Tx
from central.db import records as written
from central.db.records import Row
from central.feed import Draft
from central.scope import hub_in, hub_of_desk, of_desk, of_hub
from kiosk.domain.families import Kind, read_record
from kiosk.domain.living import lives_there
from kiosk.domain.programmes import VOUCHER, Programme, State, Voucher, dump_voucher, read_voucher

_AT_ONCE = 500


def of(tx: Tx, ids: Collection[str]) -> dict[str, Voucher]:
    """Those of these that there are. Locks the feed: what is read is about to be decided by."""
    read = {id_: _read(id_, row) for id_, row in written.held(tx, VOUCHER, sorted(ids)).items()}
    return {id_: voucher for id_, voucher in read.items() if voucher is not None}


def every(tx: Tx) -> Iterator[Voucher]:
    read = (read_voucher(id_, data) for id_, data in feed.live(tx, VOUCHER))
    return (voucher for voucher in read if voucher is not None)


def hubs(tx: Tx, ids: Collection[str]) -> dict[str, str]:
    """The hub of each: its household's."""
    scopes = written.scopes(tx, VOUCHER, sorted(ids))
    return {id_: hub_in(scope) or hub_of_desk(scope) for id_, scope in scopes.items()}


@dataclass(frozen=True)
class Paying:
    """A voucher, the programme that it is of, and its hub: its household's."""

    voucher: Voucher
    programme: Programme
    hub: str


def paying(tx: Tx, ids: Collection[str]) -> dict[str, Paying]:
    """Those of these that there are, of programmes that there are. Locks the feed."""
    rows = written.held(tx, VOUCHER, sorted(ids))
    read = {id_: voucher for id_, row in rows.items() if (voucher := _read(id_, row))}
    known = {id_: programmes.of(tx, id_) for id_ in sorted({voucher.programme for voucher in read.values()})}
    return {
        id_: Paying(voucher, programme, hub_in(rows[id_].scope) or hub_of_desk(rows[id_].scope))
        for id_, voucher in read.items()
        if (programme := known[voucher.programme])
    }


def _read(id_: str, row: Row) -> Voucher | None:
    return read_voucher(id_, json.loads(row.data)) if row.state == "live" else None


@dataclass(frozen=True)
class Home:
    """A household's hub, who may see its vouchers, and who lives in it."""

    hub: str
    scope: str
    people: frozenset[str]


def homes(tx: Tx, households: Collection[str]) -> dict[str, Home]:
    """Those of these households that there are."""
    found: dict[str, tuple[str, bool]] = {}
    ordered = sorted(households)
    for start in range(0, len(ordered), _AT_ONCE):
        rows = written.held(tx, Kind.HOUSEHOLD.value, ordered[start : start + _AT_ONCE])
        found |= {id_: _home(row) for id_, row in rows.items() if row.state == "live"}
    people: dict[str, set[str]] = {}
    for _, data in feed.live(tx, Kind.MEMBER.value):
        record = read_record(Kind.MEMBER, data)
        if record is not None and record.household in found and lives_there(record):
            people.setdefault(record.household, set()).add(record.text("person"))
    return {
        id_: Home(hub, of_desk(hub) if shielded else of_hub(hub), frozenset(people.get(id_, ())))
        for id_, (hub, shielded) in found.items()
    }


def _home(row: Row) -> tuple[str, bool]:
    record = read_record(Kind.HOUSEHOLD, json.loads(row.data))
    return hub_of_desk(row.scope), record is not None and record.flag("shielded")


def draft(voucher: Voucher, scope: str) -> Draft:
    return Draft(VOUCHER, voucher.id, dump_voucher(voucher), scope)


def tell(tx: Tx, ids: Collection[str]) -> None:
    """What is left of these, as the books say now."""
    rows = written.held(tx, VOUCHER, sorted(ids))
    known = {id_: voucher for id_, row in rows.items() if (voucher := _read(id_, row))}
    left = ledger.left(tx, known)
    now = [replace(one, left=left[id_].cents, owes=left[id_].owes) for id_, one in known.items()]
    feed.publish_all(tx, [draft(one, rows[one.id].scope) for one in now])
    second_hubs.tell(tx, now)


def put(tx: Tx, voucher: Voucher) -> None:
    """As it is from now on, told to whom it was told before."""
    feed.publish_all(tx, [draft(voucher, written.scopes(tx, VOUCHER, [voucher.id])[voucher.id])])
    second_hubs.tell(tx, [voucher])


def without(tx: Tx, ids: Mapping[str, Collection[str]]) -> None:
    """These people are named by these vouchers no more: they were erased. A voucher of nobody goes."""
    for id_, voucher in of(tx, ids).items():
        people = tuple(person for person in voucher.people if person not in ids[id_])
        if people and people != voucher.people:
            put(tx, replace(voucher, people=people))
        else:
            feed.withdraw(tx, VOUCHER, id_)
            guests.forget(tx, [id_])


def is_open(voucher: Voucher) -> bool:
    return voucher.state in (State.LIVE, State.SUSPENDED)
