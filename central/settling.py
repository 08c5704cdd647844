"""After a restore of central: what stations hold is asked of them before anything of it is granted anew (G14).

A restored database may have forgotten grants. A station says all that it was ever told; what the books lack of it is
taken from where it came. Until every station that could hold part of a thing has said so, or was declared lost,
nothing of that thing is given, by grant or online.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from central import allotting, casework
from central.allotting import Grant
from central.db import Tx, epochs, incarnations, redemptions, stations
from central.db import ledger as store
from central.db.cases import Case
from central.db.ledger import Books
from kiosk.domain import accounts
from kiosk.domain.accounts import Account, Kind
from kiosk.domain.allotments import Granted, What
from kiosk.domain.events import uuid7
from kiosk.domain.parts import Part, Parts, draw, less, total


@dataclass(frozen=True)
class Open:
    """Whom central has not heard since it was restored. Nothing of it where it never was."""

    stations: frozenset[str] = frozenset()
    holders: frozenset[str] = frozenset()  # "station/incarnation"

    @property
    def is_any(self) -> bool:
        """Of the purses every station may hold part: they wait for all."""
        return bool(self.stations or self.holders)

    def bars(self, at: Iterable[Account], hub: Iterable[str]) -> bool:
        """Whether one of them may hold part: it has an account of it, or is of the hub that usually does."""
        return not self.stations.isdisjoint(hub) or any(account.at in self.holders for account in at)


def open_ones(tx: Tx) -> Open:
    """Whoever has not said in this epoch what it holds, and was not declared lost."""
    if not epochs.former(tx):
        return Open()
    epoch, known = epochs.current(tx), incarnations.every(tx)
    silent = frozenset(f"{one.station}/{one.incarnation}" for one in known if one.epoch != epoch and not one.lost_at)
    heard = {one.station for one in known if one.epoch == epoch or one.lost_at}
    every = frozenset(station.id for station in stations.every(tx) if station.revoked_at is None)
    return Open(every - heard, silent)


def is_open(tx: Tx, station: str, incarnation: str) -> bool:
    """Whether what this incarnation says that it holds is to be believed: central may have forgotten it."""
    if not epochs.former(tx):
        return False
    known = (one for one in incarnations.of(tx, station) if one.incarnation == incarnation)
    return all(one.epoch != epochs.current(tx) for one in known)


def true_up(tx: Tx, books: Books, station: str, holdings: Collection[Granted], now: str) -> None:
    """What a station was told and the books lack comes out of where it came from; what is not there, a person sees.
    What contingency has paid of it meanwhile the station has no more."""
    before = allotting.told(tx, {(one.of, station) for one in holdings})
    for one in holdings:
        known = before.get((one.of, station))
        had = dict(known.parts) if known and known.incarnation == one.incarnation else {}
        lacks = tuple(Part(fund, amount - had.get(fund, 0)) for fund, amount in one.parts if amount > had.get(fund, 0))
        holds = _not_lent(tx, station, one, lacks)
        there = _some(_there(books, one, part) for part in holds)
        grant = Grant(f"true:{uuid7()}", one.what, one.of, station, one.incarnation, there)
        allotting.grant(tx, books, [grant] if there else [])
        if there != holds:
            casework.open_all(tx, [Case("holdings_beyond", station, one.of, now)])
        if untold := _some(less(lacks, there)):
            allotting.tell(tx, [replace(grant, parts=untold)])


def _not_lent(tx: Tx, station: str, one: Granted, lacks: Parts) -> Parts:
    lent = redemptions.lent(tx, station, one.of) if lacks and one.what is What.VOUCHER else 0
    return _some(less(lacks, draw(lacks, min(lent, total(lacks))) or ()))


def _there(books: Books, one: Granted, part: Part) -> Part:
    return Part(part.fund, min(part.amount, books.balance(source(one.what, one.of, part.fund))))


def _some(parts: Iterable[Part]) -> Parts:
    return tuple(part for part in parts if part.amount)


def source(what: What, of: str, fund: str) -> Account:
    """Where central grants it from."""
    match what:
        case What.VOUCHER:
            return accounts.pool(of, fund)
        case What.SESSION:
            return accounts.seats(of)
        case What.PURSE:
            return accounts.purses()


def holders(tx: Tx, of: Collection[str]) -> dict[str, list[Account]]:
    """The accounts that stations have, or had, of these vouchers or sessions."""
    found: dict[str, list[Account]] = {}
    for account in store.of(tx, of, Kind.ALLOTTED, Kind.PENDING):
        found.setdefault(account.of, []).append(account)
    return found


def has_reported(tx: Tx, station: str, incarnation: str) -> None:
    incarnations.has_reported(tx, station, incarnation, epochs.current(tx))
