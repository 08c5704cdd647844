"""The night's grants: every voucher, purse and session brought to what its stations should hold (central.spread).

In short transactions of so many vouchers each, so that nobody waits long.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from central import allotting, booking, leads, ledger, programmes, seating, settling, spread
from central.allotting import PURSE, Grant
from central.clock import city_day
from central.db import Tx, incarnations, locks, reading, stations, writing
from central.db import ledger as store
from central.db import records as written
from central.db.ledger import Books
from central.db.records import Row
from central.ledger import holder
from central.opening import Central
from central.scope import hub_in, hub_of_desk
from central.settling import Open
from kiosk.domain.accounts import PLACE, PURSE_FUND, Account, Kind, allotted, purse, purses, seats
from kiosk.domain.allotments import What
from kiosk.domain.catalogue import Session
from kiosk.domain.events import uuid7
from kiosk.domain.parts import Part
from kiosk.domain.programmes import VOUCHER, Programme, Voucher, closed, read_voucher

AT_ONCE = 1000  # vouchers in one transaction


@dataclass(frozen=True)
class Given:
    """How many grants were made, and of how many vouchers something came back that a purse had given."""

    recovered: int = 0
    vouchers: int = 0
    purses: int = 0
    sessions: int = 0


@dataclass(frozen=True)
class Tonight:
    """Who may be granted anything: of each hub its stations, the lead first, each with its incarnation."""

    day: date
    programmes: Mapping[str, Programme]
    hubs: Mapping[str, Sequence[str]]
    incarnations: Mapping[str, str]
    every: Mapping[str, Sequence[str]]  # all stations of each hub, those that hold no value too
    still_open: Open


def grant_all(central: Central) -> Given:
    with reading(central.engine) as tx:
        tonight = _tonight(tx, central.clock())
        sessions = [id_ for id_, _ in seating.to_come(tx, central.clock())]
    with writing(central.engine) as tx:
        recovered = _recover(tx, central.now())
    vouchers, after, some = 0, "", 1
    while some and any(programme.active for programme in tonight.programmes.values()):
        with writing(central.engine) as tx:
            some, done, after = _vouchers(tx, tonight, after, central.now())
        vouchers += done
    with writing(central.engine) as tx:
        filled = _purses(tx, tonight, central.now())
    places = 0
    for start in range(0, len(sessions), AT_ONCE):
        with writing(central.engine) as tx:
            places += _sessions(tx, tonight, sessions[start : start + AT_ONCE], central.now())
    return Given(recovered, vouchers, filled, places)


def _recover(tx: Tx, now: str) -> int:
    """What a purse gave and the pool of its voucher could not give back; what it still cannot is asked back."""
    owing = store.with_balance(tx, Kind.DUE)
    with store.opened(tx, now) as books:
        for account in owing:
            booking.recover(tx, books, account.of, f"night:{uuid7()}")
            if still := books.balance(account):
                allotting.ask_back(tx, account.of, still, "")
    return len(owing)


def _tonight(tx: Tx, now: datetime) -> Tonight:
    led = leads.stations(tx)
    known = {one.station: one.incarnation for one in incarnations.current(tx).values() if one.epoch and not one.lost_at}
    every: dict[str, list[str]] = {}
    for station in stations.every(tx):
        if station.revoked_at is None:
            every.setdefault(station.hub, []).append(station.id)
    hubs = {
        hub: sorted((id_ for id_ in ids if id_ in known), key=lambda id_: (id_ not in led, id_))
        for hub, ids in every.items()
    }
    return Tonight(city_day(now), programmes.every(tx), hubs, known, every, settling.open_ones(tx))


def _vouchers(tx: Tx, tonight: Tonight, after: str, now: str) -> tuple[int, int, str]:
    """How many were looked at, how many granted, and the last of them."""
    locks.feed(tx)
    rows = written.live_after(tx, VOUCHER, after, AT_ONCE)
    if not rows:
        return 0, 0, after
    pays = {row.id: found for row in rows if (found := _paying(row, tonight))}
    held = store.of(tx, pays, Kind.POOL, Kind.ALLOTTED)
    where: dict[str, list[Account]] = {}
    for account in held:
        where.setdefault(account.of, []).append(account)
    grants = []
    for id_, (voucher, hub) in pays.items():
        if not tonight.still_open.bars(where.get(id_, []), tonight.every[hub]):
            ours = {account: held[account] for account in where.get(id_, [])}
            grants += _of_voucher(voucher, tonight.programmes[voucher.programme], tonight, hub, ours)
    with store.opened(tx, now) as books:
        done = allotting.grant(tx, books, grants)
    return len(rows), len(done), rows[-1].id


def _paying(row: Row, tonight: Tonight) -> tuple[Voucher, str] | None:
    """A voucher that pays today, and its hub, if that has a station which may hold it."""
    voucher, hub = read_voucher(row.id, json.loads(row.data)), hub_in(row.scope) or hub_of_desk(row.scope)
    programme = tonight.programmes.get(voucher.programme) if voucher else None
    if voucher is None or programme is None or not tonight.hubs.get(hub):
        return None
    return (voucher, hub) if closed(programme, voucher, tonight.day) is None else None


def _of_voucher(
    voucher: Voucher, programme: Programme, tonight: Tonight, hub: str, held: Mapping[Account, int]
) -> list[Grant]:
    ours = tonight.hubs[hub]
    ats = {station: holder(station, tonight.incarnations[station]) for station in ours}
    pool = ledger.pools(programme.funds, held, voucher.id)
    there = {station: ledger.allotted(programme.funds, held, voucher.id, at) for station, at in ats.items()}
    more = spread.more(pool, there, programme.spread, ours)
    return [
        Grant(f"grant:{uuid7()}", What.VOUCHER, voucher.id, station, tonight.incarnations[station], parts)
        for station, parts in more.items()
    ]


def _purses(tx: Tx, tonight: Tonight, now: str) -> int:
    """Each is filled up to the most that a programme says; by none that is switched off."""
    limit = max((one.spread.purse for one in tonight.programmes.values() if one.active), default=0)
    grants = []
    with store.opened(tx, now) as books:
        free = books.balance(purses())
        for station in sorted(station for ids in tonight.hubs.values() for station in ids):
            at = holder(station, tonight.incarnations[station])
            some = min(limit - books.balance(purse(at)), free)
            if some > 0 and not tonight.still_open.is_any:
                free -= some
                parts = (Part(PURSE_FUND, some),)
                grants.append(
                    Grant(f"grant:{uuid7()}", What.PURSE, PURSE, station, tonight.incarnations[station], parts)
                )
        return len(allotting.grant(tx, books, grants))


def _sessions(tx: Tx, tonight: Tonight, ids: Sequence[str], now: str) -> int:
    hosts, hubs = seating.hosts(tx), dict[str, str]()
    grants = []
    with store.opened(tx, now) as books:
        for id_ in ids:
            session = seating.of(tx, id_)
            if session is None or not seating.has_places(session, datetime.fromisoformat(now)):
                continue
            if session.activity not in hubs:
                held = seating.activity(tx, session.activity)
                hubs[session.activity] = hosts.get(held.place, "") if held else ""
            grants += _of_session(tx, books, tonight, id_, session, hubs[session.activity])
        return len(allotting.grant(tx, books, grants))


def _of_session(tx: Tx, books: Books, tonight: Tonight, id_: str, session: Session, hub: str) -> list[Grant]:
    seating.open_up(books, id_, session)
    ours = tonight.hubs.get(hub, ())
    if not ours or tonight.still_open.bars(settling.holders(tx, [id_]).get(id_, []), tonight.every[hub]):
        return []
    lead = ours[0]
    at = holder(lead, tonight.incarnations[lead])
    free = books.balance(seats(id_))
    some = spread.more_places(free, books.balance(allotted(id_, at)))
    parts = (Part(PLACE, some),)
    return [Grant(f"grant:{uuid7()}", What.SESSION, id_, lead, tonight.incarnations[lead], parts)] if some else []
