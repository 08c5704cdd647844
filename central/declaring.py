"""A station that will not answer any more is declared lost, by two different people: one alone frees nothing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from central import allotting, casework, feed, leases, ledger, vouchers
from central.db import Tx, decisions, incarnations, locks
from central.db import ledger as store
from central.db.cases import Case
from central.db.decisions import Decision, What
from central.db.incarnations import Incarnation
from central.db.stations import Station
from central.deciding import said
from kiosk.domain import ledger as kernel
from kiosk.domain.accounts import Account, Kind
from kiosk.domain.allotments import KIND

_HELD = (Kind.ALLOTTED, Kind.PENDING, Kind.PURSE)


class NotLost(StrEnum):
    SECOND = "one person has said so: it takes another one"
    SAME = "the same person said so before: it takes another one"
    BEFORE = "it was declared lost before"


@dataclass(frozen=True)
class Lost:
    """How many accounts were locked, and how many cents contingency could not make good."""

    accounts: int
    uncovered: int


def declare_lost(tx: Tx, station: Station, who: str, why: str, now: str, *, former: bool = False) -> Lost | NotLost:
    """All that its store may still have given stays locked; each family is made whole. `former`: not the copy of its
    store that spoke last, but those before it.

    What it tells after all is booked against what it was lost with; it gives nothing of value any more. Raises
    ValueError without a name or a reason.
    """
    locks.station(tx, station.id)
    locks.feed(tx)
    known = incarnations.of(tx, station.id)
    gone = [one for one in (known[:-1] if former else known) if not one.lost_at]
    which = "former" if former else "all"
    told = [one for one in decisions.of_station(tx, station.id, What.LOST) if one.subject == which]
    if not gone and (known or former):
        return NotLost.BEFORE
    name, first = said(who), len(told) % 2 == 0
    if not first and told[-1].who.casefold() == name.casefold():
        return NotLost.SAME
    decisions.add(tx, Decision(now, name, What.LOST, "station", station.id, which, said(why)))
    return NotLost.SECOND if first else _lose(tx, station, gone or [Incarnation(station.id, "", 1, now)], now)


def _lose(tx: Tx, station: Station, gone: Sequence[Incarnation], now: str) -> Lost:
    """One that never spoke, or that a restored database has forgotten, is noted as lost, too."""
    touched: list[Account] = []
    uncovered = 0
    with store.opened(tx, now) as books:
        for one in gone:
            at = ledger.holder(one.station, one.incarnation)
            held = [account for account, amount in store.at(tx, at, *_HELD).items() if amount]
            books.look_at(held)
            booked = kernel.declare_lost(books.balance, f"lost:{at}", at, held)
            books.write(booked.transfer)
            incarnations.note(tx, one.station, one.incarnation, now)
            incarnations.is_lost(tx, one.station, one.incarnation, now)
            touched, uncovered = touched + held, uncovered + booked.uncovered
    if uncovered:
        casework.open_all(tx, [Case("contingency_short", station.id, station.id, now)])
    _tell(tx, station, {account.of or allotting.PURSE for account in touched}, {one.incarnation for one in gone})
    leases.renew(tx, station.id, datetime.fromisoformat(now))
    return Lost(len(touched), uncovered)


def _tell(tx: Tx, station: Station, of: Collection[str], gone: Collection[str]) -> None:
    told = allotting.told(tx, {(one, station.id) for one in of})
    for (one, at), granted in told.items():
        if granted.incarnation in gone:
            feed.withdraw(tx, KIND, allotting.name(one, at))
    vouchers.tell(tx, of)
