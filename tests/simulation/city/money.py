"""Ways to pay with a voucher while some hubs have no network. The last is the product, on its own ledger and spread."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Protocol

from central import spread as spreading
from kiosk.domain import debts, ledger
from kiosk.domain.accounts import CONTINGENCY_FUND, PURSE_FUND, Kind, allotted, pool, purse
from kiosk.domain.allotments import Allotment, Granted, What
from kiosk.domain.books import Books
from kiosk.domain.parts import Part, Parts, total
from kiosk.domain.programmes import Spread
from kiosk.domain.transfers import Transfer
from tests.simulation.city.town import Card, Size

FUND = "city"


class Policy(Protocol):
    def top_up(self, card: Card, cents: int) -> None: ...

    def morning(self, out: frozenset[int]) -> None:
        """Every hub that is not out has its exchange."""

    def pay(self, card: Card, hub: int, cents: int) -> bool: ...

    def purse_cost(self) -> int:
        """What purses gave and no voucher has paid back."""


class CachedBalance:
    """Each hub checks the balance it last heard of, and gives what that allows: optimism."""

    def __init__(self, size: Size, spread: Spread) -> None:
        self.balance = [0] * size.cards
        self.heard: dict[int, list[int]] = {}  # by hub without network: balances when it last had it
        self.given: dict[tuple[int, int], int] = {}  # likewise since then, by hub and card

    def top_up(self, card: Card, cents: int) -> None:
        self.balance[card.number] += cents

    def morning(self, out: frozenset[int]) -> None:
        for hub in [hub for hub in self.heard if hub not in out]:
            del self.heard[hub]
            for key in [key for key in self.given if key[0] == hub]:
                self.balance[key[1]] -= self.given.pop(key)
        now = list(self.balance)
        for hub in out - self.heard.keys():
            self.heard[hub] = now

    def pay(self, card: Card, hub: int, cents: int) -> bool:
        if hub in self.heard:
            key = (hub, card.number)
            if self.heard[hub][card.number] - self.given.get(key, 0) < cents:
                return False
            self.given[key] = self.given.get(key, 0) + cents
            return True
        if self.balance[card.number] < cents:
            return False
        self.balance[card.number] -= cents
        return True

    def purse_cost(self) -> int:
        return 0


class HomeOnly:
    """The home hub has all of it; others ask there."""

    def __init__(self, size: Size, spread: Spread) -> None:
        self.balance = [0] * size.cards
        self.waits = [0] * size.cards  # awarded, and not heard of at a home without network
        self.out: frozenset[int] = frozenset()

    def top_up(self, card: Card, cents: int) -> None:
        if card.home in self.out:
            self.waits[card.number] += cents
        else:
            self.balance[card.number] += cents

    def morning(self, out: frozenset[int]) -> None:
        self.out = out

    def pay(self, card: Card, hub: int, cents: int) -> bool:
        if card.home not in self.out and self.waits[card.number]:
            self.balance[card.number] += self.waits[card.number]
            self.waits[card.number] = 0
        if hub != card.home and (hub in self.out or card.home in self.out):
            return False
        if self.balance[card.number] < cents:
            return False
        self.balance[card.number] -= cents
        return True

    def purse_cost(self) -> int:
        return 0


@dataclass
class Station:
    """What one hub knows by itself: what it was told, and what it gave."""

    granted: dict[str, int] = field(default_factory=dict)
    gone: dict[str, int] = field(default_factory=dict)
    untold: list[tuple[str, str, Parts]] = field(default_factory=list)  # id, voucher, what was given
    purse_left: int = 0
    guests: dict[str, int] = field(default_factory=dict)  # cents of the purse in this outage
    barred: frozenset[str] = frozenset()  # vouchers that owed purses when central was last heard: they borrow no more

    def allotment(self, voucher: str) -> Allotment:
        granted = Granted(voucher, What.VOUCHER, _parts(self.granted.get(voucher, 0)), "")
        return Allotment(granted, _parts(self.gone.get(voucher, 0)))

    def give(self, id_: str, voucher: str, cents: int, limit: int) -> bool:
        """Of the allotment; what that lacks of the purse, up to the limit of one card in one outage."""
        of_it = min(cents, self.allotment(voucher).most())
        lacking = cents - of_it
        if not self.may_lend(voucher, lacking, limit):
            return False
        self.gone[voucher] = self.gone.get(voucher, 0) + of_it
        self.lend(voucher, lacking)
        self.untold.append((id_, voucher, _given(of_it, lacking)))
        return True

    def may_lend(self, voucher: str, cents: int, limit: int) -> bool:
        if cents and voucher in self.barred:
            return False
        return cents <= self.purse_left and self.guests.get(voucher, 0) + cents <= limit

    def lend(self, voucher: str, cents: int) -> None:
        self.guests[voucher] = self.guests.get(voucher, 0) + cents
        self.purse_left -= cents


@dataclass(frozen=True)
class Ways:
    """What of ADR 22 is tried: a share at the other hub they come to; a purse; one that lends online, too, while a hub
    that holds part is silent; none for who owes one."""

    second: bool = False
    purse: bool = False
    lends_online: bool = False
    bars: bool = False


ONE_HUB = Ways()
ONE_HUB_AND_PURSE = Ways(purse=True)
TWO_HUBS = Ways(second=True)
PRODUCT = Ways(second=True, purse=True, lends_online=True, bars=True)


class Allotments:
    """The product's: shares at the household's hub and the other they come to, the rest at central; and the purse."""

    def __init__(self, size: Size, spread: Spread, ways: Ways) -> None:
        self.books = Books()
        self.spread = spread if ways.second else replace(spread, second_share=0)
        self.ways = ways
        self.limit = self.spread.guest_limit if ways.purse else 0
        self.stations = [Station() for _ in range(size.hubs)]
        self.out: frozenset[int] = frozenset()
        self.hubs: dict[str, tuple[int, int]] = {}  # of each voucher: its household's, and the other they come to
        self.low: set[str] = set()  # vouchers whose hubs may hold something else than their shares
        self.news: dict[int, dict[str, int]] = {}  # of each hub the totals that it is told at its next exchange
        self.number = 0
        if ways.purse:
            worst = size.hubs * size.days * self.spread.purse  # each of them emptied every day
            self._write(ledger.fund(self._id(), FUND, worst))
            self._write(ledger.set_aside(self._id(), Kind.PURSES, FUND, worst))

    def top_up(self, card: Card, cents: int) -> None:
        voucher = _voucher(card)
        self.hubs[voucher] = (card.home, card.second)
        self._write(ledger.fund(self._id(), FUND, cents))
        self._write(ledger.issue(self._id(), voucher, _parts(cents)))
        self.low.add(voucher)

    def morning(self, out: frozenset[int]) -> None:
        self.out = out
        online = [hub for hub in range(len(self.stations)) if hub not in out]
        for hub in online:
            self._exchange(hub)
            self.stations[hub].guests.clear()
        for voucher in sorted(self.low):
            self._recover(voucher)
            if self._spread(voucher):
                self.low.discard(voucher)
        for hub in online:
            self.stations[hub].granted |= self.news.pop(hub, {})
        owing = frozenset(voucher for voucher in self.hubs if self._owed(voucher))
        for hub in online if self.ways.bars else ():
            self.stations[hub].barred = owing

    def pay(self, card: Card, hub: int, cents: int) -> bool:
        voucher, station = _voucher(card), self.stations[hub]
        if hub in self.out:  # where part of it lies the card is known; anywhere else central would have to say so
            known = hub in self.hubs[voucher] if self.ways.second else hub == card.home
            return known and station.give(self._id(), voucher, cents, self.limit)
        if station.give(self._id(), voucher, cents, 0):
            self._exchange(hub)
            return True
        return self._online(hub, voucher, cents)

    def purse_cost(self) -> int:
        return sum(self._owed(voucher) for voucher in self.hubs)

    # --- central ------------------------------------------------------------------------------------------------------

    def _online(self, hub: int, voucher: str, cents: int) -> bool:
        """Two phases at central. What its pool lacks is asked back of the hubs that hold it and answer, and is there
        when they ask again a minute later; what lies at one that does not, the purse may lend."""
        station, holders = self.stations[hub], self.hubs[voucher]
        lacking = max(0, cents - self.books.balance(pool(voucher, FUND)))
        for other in holders:
            if lacking and other not in self.out:
                lacking -= self._ask_back(voucher, other, lacking)
        if lacking:
            silent = [other for other in holders if other in self.out]
            lies = sum(self.books.balance(allotted(voucher, _name(other), FUND)) for other in silent)
            if not self.ways.lends_online or lies < lacking or lacking > self.limit or self._owed(voucher):
                return False
            self._allot(voucher, hub, cents - lacking)
            station.granted |= self.news.pop(hub)
            if not station.give(self._id(), voucher, cents, self.limit):
                return False
            self._exchange(hub)
            return True
        self.low.add(voucher)
        self._write(ledger.ask(self._id(), voucher, _name(hub), _parts(cents)))
        self._write(ledger.post(self._id(), voucher, _name(hub), "provider", _parts(cents)))
        return True

    def _exchange(self, hub: int) -> None:
        """What was given is told; the purse is full again; an outage, if there was one, is over."""
        station = self.stations[hub]
        for id_, voucher, given in station.untold:
            booked = ledger.spend(self.books.balance, id_, voucher, _name(hub), "provider", given)
            assert not booked.uncovered
            self._write(booked.transfer)
            self._recover(voucher)
            self.low.add(voucher)
        station.untold.clear()
        if self.ways.purse:
            held = self.books.balance(purse(_name(hub)))
            if held < self.spread.purse:
                self._write(ledger.fill_purse(self._id(), _name(hub), self.spread.purse - held))
            station.purse_left = self.spread.purse

    def _recover(self, voucher: str) -> None:
        """What purses lent comes back of the pool, and of what hubs that answer hold."""
        for hub in self.hubs[voucher]:
            lacking = self._owed(voucher) - self.books.balance(pool(voucher, FUND))
            if lacking > 0 and hub not in self.out:
                self._ask_back(voucher, hub, lacking)
        back = debts.recover(self.books.balance, self._id(), voucher, (FUND, CONTINGENCY_FUND))
        if back is not None:
            self._write(back)

    def _owed(self, voucher: str) -> int:
        return debts.owed(self.books.balance, voucher)

    def _ask_back(self, voucher: str, hub: int, cents: int) -> int:
        """What a hub that answers gives back."""
        station = self.stations[hub]
        some = min(cents, station.allotment(voucher).most())
        if some:
            station.gone[voucher] = station.gone.get(voucher, 0) + some
            self._write(ledger.give_back(self._id(), voucher, _name(hub), _parts(some)))
        return some

    def _spread(self, voucher: str) -> bool:
        """The night: what lies elsewhere than it should is asked back of hubs that answer; what is there is granted,
        also to one that hears of it only once it has a network again. Whether nothing is left to do."""
        home, second = self.hubs[voucher]
        stations = {_name(home): home} | ({_name(second): second} if self.spread.second_share else {})
        where = ([_name(home)], [name for name in stations if name != _name(home)])
        back = spreading.back(*self._lies(voucher, stations), self.spread, *where)
        for name, cents in back.items():
            if stations[name] not in self.out:
                self._ask_back(voucher, stations[name], cents)
        for name, parts in spreading.more(*self._lies(voucher, stations), self.spread, *where).items():
            self._allot(voucher, stations[name], total(parts))
        return not any(stations[name] in self.out for name in back) and not self._owed(voucher)

    def _allot(self, voucher: str, hub: int, cents: int) -> None:
        """It hears of it at its next exchange."""
        if cents:
            self._write(ledger.allot(self._id(), voucher, _name(hub), _parts(cents)))
        news, before = self.news.setdefault(hub, {}), self.stations[hub].granted.get(voucher, 0)
        news[voucher] = news.get(voucher, before) + cents

    def _lies(self, voucher: str, stations: Iterable[str]) -> tuple[Parts, dict[str, Parts]]:
        """With central, and with the hubs."""
        there = {name: _parts(self.books.balance(allotted(voucher, name, FUND))) for name in stations}
        return _parts(self.books.balance(pool(voucher, FUND))), there

    def _write(self, transfer: Transfer) -> None:
        bars = self.books.write(transfer)
        assert bars is None, bars

    def _id(self) -> str:
        self.number += 1
        return str(self.number)


def _voucher(card: Card) -> str:
    return f"voucher-{card.number}"


def _name(hub: int) -> str:
    return f"hub-{hub}"


def _parts(cents: int) -> Parts:
    return (Part(FUND, cents),)


def _given(of_allotment: int, of_purse: int) -> Parts:
    return tuple(Part(fund, cents) for fund, cents in ((FUND, of_allotment), (PURSE_FUND, of_purse)) if cents)
