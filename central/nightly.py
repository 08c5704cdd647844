"""The night's grants: every voucher, purse and session brought to what its stations should hold.

In short transactions of so many vouchers each, so that nobody waits long.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from central import allotting, booking, guests, seating, settling, spread, spreading, tonight, vouchers
from central.allotting import PURSE, Grant
from central.db import Tx, reading, writing
from central.db import ledger as store
from central.db.ledger import Books
from central.ledger import holder
from central.opening import Central
from central.tonight import Tonight
from kiosk.domain import debts
from kiosk.domain.accounts import PLACE, PURSE_FUND, Kind, allotted, purse, purses, seats
from kiosk.domain.allotments import What
from kiosk.domain.catalogue import Session
from kiosk.domain.events import uuid7
from kiosk.domain.parts import Part

AT_ONCE = 1000  # sessions in one transaction


@dataclass(frozen=True)
class Given:
    """How many grants were made, and of how many vouchers something came back that was lent for them."""

    recovered: int = 0
    vouchers: int = 0
    purses: int = 0
    sessions: int = 0


def grant_all(central: Central) -> Given:
    with reading(central.engine) as tx:
        who = tonight.read(tx, central.clock())
        sessions = [id_ for id_, _ in seating.to_come(tx, central.clock())]
    with writing(central.engine) as tx:
        recovered = _recover(tx, central.now())
        guests.good_night(tx)
    brought, after, some = 0, "", 1
    while some and any(programme.active for programme in who.programmes.values()):
        with writing(central.engine) as tx:
            some, done, after = spreading.some(tx, who, after, central.now())
        brought += done
    with writing(central.engine) as tx:
        filled = _purses(tx, who, central.now())
    places = 0
    for start in range(0, len(sessions), AT_ONCE):
        with writing(central.engine) as tx:
            places += _sessions(tx, who, sessions[start : start + AT_ONCE], central.now())
    return Given(recovered, brought, filled, places)


def _recover(tx: Tx, now: str) -> int:
    """What was lent for a voucher and its pool could not give back; what it still cannot is asked back. Then
    contingency pays what nobody had."""
    owing = sorted({account.of for account in store.with_balance(tx, Kind.DUE)})
    recovered = 0
    with store.opened(tx, now) as books:
        for voucher in owing:
            recovered += booking.recover(tx, books, voucher, f"night:{uuid7()}")
            if still := debts.owed(books.balance, voucher):
                allotting.ask_back(tx, voucher, still, "")
        if good := debts.make_good(books.balance, f"good:{uuid7()}"):
            books.write(good)
    vouchers.tell(tx, owing)
    return recovered


def _purses(tx: Tx, who: Tonight, now: str) -> int:
    """Each is filled up to the most that a programme says; by none that is switched off."""
    limit = max((one.spread.purse for one in who.programmes.values() if one.active), default=0)
    grants = []
    with store.opened(tx, now) as books:
        free = books.balance(purses())
        for station in sorted(station for ids in who.hubs.values() for station in ids):
            at = holder(station, who.incarnations[station])
            some = min(limit - books.balance(purse(at)), free)
            if some > 0 and not who.still_open.is_any:
                free -= some
                parts = (Part(PURSE_FUND, some),)
                grants.append(Grant(f"grant:{uuid7()}", What.PURSE, PURSE, station, who.incarnations[station], parts))
        return len(allotting.grant(tx, books, grants))


def _sessions(tx: Tx, who: Tonight, ids: Sequence[str], now: str) -> int:
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
            grants += _of_session(tx, books, who, id_, session, hubs[session.activity])
        return len(allotting.grant(tx, books, grants))


def _of_session(tx: Tx, books: Books, who: Tonight, id_: str, session: Session, hub: str) -> list[Grant]:
    seating.open_up(books, id_, session)
    ours = who.hubs.get(hub, ())
    if not ours or who.still_open.bars(settling.holders(tx, [id_]).get(id_, []), who.every[hub]):
        return []
    lead = ours[0]
    at = holder(lead, who.incarnations[lead])
    free = books.balance(seats(id_))
    some = spread.more_places(free, books.balance(allotted(id_, at)))
    parts = (Part(PLACE, some),)
    return [Grant(f"grant:{uuid7()}", What.SESSION, id_, lead, who.incarnations[lead], parts)] if some else []
