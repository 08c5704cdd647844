"""Money and places, in double entry: whole cents and whole places, moved from one account to another, never made.

A balance is what came in less what went out, and is never below zero but for three: the city and a session's capacity
are where value begins, and a shortfall is what was given though nobody had it. Whoever keeps the books writes whole
transfers, each once, by its id (kiosk.domain.books); this module says which, and touches no database.

Each fund keeps its money apart from one end to the other. Of a voucher that several pay, the first pays first.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from kiosk.domain import accounts
from kiosk.domain.accounts import (
    BOTTOMLESS,
    CONTINGENCY_FUND,
    PLACE,
    PURSE_FUND,
    Account,
    Kind,
    allotted,
    contingency,
    due,
    lost,
    pending,
    pool,
    purse,
    purses,
    short,
    spent,
)
from kiosk.domain.parts import Part, Parts

Balance = Callable[[Account], int]


class Move(NamedTuple):
    source: Account
    target: Account
    amount: int  # cents or places, above 0


@dataclass(frozen=True)
class Transfer:
    """All of it or nothing, and once: the same id again is the same transfer."""

    id: str
    moves: tuple[Move, ...]

    def accounts(self) -> list[Account]:
        """In the one order in which they are locked, whoever moves what."""
        return sorted({account for move in self.moves for account in (move.source, move.target)})


# --- where value begins ---------------------------------------------------------------------------------------------


def fund(id_: str, name: str, cents: int) -> Transfer:
    """The city pays money into a fund."""
    return Transfer(id_, (Move(Account(Kind.CITY, fund=name), Account(Kind.FUND, fund=name), cents),))


def issue(id_: str, voucher: str, parts: Parts) -> Transfer:
    """A voucher is awarded."""
    return _each(id_, parts, lambda name: (Account(Kind.FUND, fund=name), pool(voucher, name)))


def reclaim(id_: str, voucher: str, parts: Parts) -> Transfer:
    """What is left of a voucher whose time is over goes back to where it came from."""
    return _each(id_, parts, lambda name: (pool(voucher, name), _origin(name)))


def _origin(name: str) -> Account:
    return contingency() if name == CONTINGENCY_FUND else Account(Kind.FUND, fund=name)


def open_session(id_: str, session: str, places: int) -> Transfer:
    """The places of a session, or as many more."""
    return Transfer(id_, (Move(accounts.capacity(session), accounts.seats(session), places),))


def close_seats(id_: str, session: str, places: int) -> Transfer:
    """So many free places are there no more."""
    return Transfer(id_, (Move(accounts.seats(session), accounts.capacity(session), places),))


def set_aside(id_: str, kind: Kind, name: str, cents: int) -> Transfer:
    """Part of a fund stands behind the stations: for purses, or as contingency."""
    target = Account(kind, fund=PURSE_FUND if kind is Kind.PURSES else CONTINGENCY_FUND)
    return Transfer(id_, (Move(Account(Kind.FUND, fund=name), target, cents),))


# --- to the stations and back ---------------------------------------------------------------------------------------


def allot(id_: str, voucher: str, station: str, parts: Parts) -> Transfer:
    return _each(id_, parts, lambda name: (pool(voucher, name), allotted(voucher, station, name)))


def give_back(id_: str, voucher: str, station: str, parts: Parts) -> Transfer:
    return _each(id_, parts, lambda name: (allotted(voucher, station, name), pool(voucher, name)))


def allot_places(id_: str, session: str, station: str, places: int) -> Transfer:
    return Transfer(id_, (Move(accounts.seats(session), allotted(session, station), places),))


def fill_purse(id_: str, station: str, cents: int) -> Transfer:
    return Transfer(id_, (Move(purses(), purse(station), cents),))


# --- given out: it happened, and is booked whatever the books say ---------------------------------------------------


@dataclass(frozen=True)
class Booked:
    """`uncovered` was in none of the accounts that should have had it: a person has to look."""

    transfer: Transfer
    uncovered: int = 0


def spend(balance: Balance, id_: str, voucher: str, station: str, provider: str, parts: Parts) -> Booked:
    """A station gave it: of its allotment, and what PURSE_FUND paid of its purse, which the voucher is to give back.

    What these do not hold is what the station was lost with; then contingency pays, and at last nobody.
    """
    moves: list[Move] = []
    uncovered = 0
    taken = _Taken(balance)
    for name, amount in parts:
        of_purse = name == PURSE_FUND
        ours = [purse(station) if of_purse else allotted(voucher, station, name), lost(station, name)]
        owed = taken.move(moves, ours, amount, lambda source: spent(provider, source.fund))
        uncovered += owed
        taken.move(moves, [contingency(), short()], owed, lambda source: spent(provider, source.fund))
        moves += _some(Account(Kind.CITY, fund=PURSE_FUND), due(voucher), amount if of_purse else 0)
    return Booked(Transfer(id_, tuple(moves)), uncovered)


def spend_purse(balance: Balance, id_: str, voucher: str, station: str, provider: str, cents: int) -> Booked:
    """All of it of the purse."""
    return spend(balance, id_, voucher, station, provider, (Part(PURSE_FUND, cents),))


def recover(balance: Balance, id_: str, voucher: str, funds: Iterable[str]) -> Transfer | None:
    """What a purse gave for a voucher comes back as far as its pool goes; None where nothing does."""
    moves: list[Move] = []
    owed = balance(due(voucher))
    left = _Taken(balance).move(moves, [pool(voucher, name) for name in funds], owed, lambda _: purses())
    if owed == left:
        return None
    return Transfer(id_, (*moves, Move(due(voucher), Account(Kind.CITY, fund=PURSE_FUND), owed - left)))


def reverse(balance: Balance, id_: str, voucher: str, done: Transfer) -> Transfer:
    """A redemption taken back by a person: the provider gets nothing, and each account has its own again.

    What came of the allotment is the voucher's, with central. What contingency or nobody had goes back there. What the
    voucher has paid back for a purse is the voucher's, whoever had given it.
    """
    moves: list[Move] = []
    owed = balance(due(voucher))
    lent = sum(move.amount for move in done.moves if move.target.kind is Kind.DUE)
    moves += _some(due(voucher), Account(Kind.CITY, fund=PURSE_FUND), min(owed, lent))
    paid_back = lent - min(owed, lent)
    for source, target, amount in done.moves:
        if target.kind is not Kind.SPENT:  # what it owes, and what was kept for it and set free
            continue
        if source.kind in (Kind.ALLOTTED, Kind.PENDING, Kind.POOL):
            moves.append(Move(target, pool(voucher, source.fund), amount))
            continue
        theirs = min(paid_back, amount)
        paid_back -= theirs
        moves += _some(target, pool(voucher, CONTINGENCY_FUND), theirs)
        moves += _some(target, source, amount - theirs)
    return Transfer(id_, tuple(moves))


def take_place(balance: Balance, id_: str, session: str, station: str, places: int = 1) -> Booked:
    """A station confirmed a place; one that it had not is taken of those with central, and at last beyond them."""
    moves: list[Move] = []
    taken, account = _Taken(balance), accounts.taken(session)
    owed = taken.move(moves, [allotted(session, station), lost(station, PLACE)], places, lambda _: account)
    over = taken.move(moves, [accounts.seats(session)], owed, lambda _: account)
    moves += _some(accounts.capacity(session), account, over)
    return Booked(Transfer(id_, tuple(moves)), owed)


def ask(id_: str, voucher: str, station: str, parts: Parts) -> Transfer:
    """The first of two phases: kept for a station until its own log says what came of it."""
    return _each(id_, parts, lambda name: (pool(voucher, name), pending(voucher, station, name)))


def post(id_: str, voucher: str, station: str, provider: str, parts: Parts) -> Transfer:
    return _each(id_, parts, lambda name: (pending(voucher, station, name), spent(provider, name)))


def void(id_: str, voucher: str, station: str, parts: Parts) -> Transfer:
    return _each(id_, parts, lambda name: (pending(voucher, station, name), pool(voucher, name)))


# --- a station that will not answer any more ------------------------------------------------------------------------


def declare_lost(balance: Balance, id_: str, station: str, held: Iterable[Account]) -> Booked:
    """What it may have given stays locked, as lost; each family is made whole as far as contingency goes.

    `held` are its accounts. `uncovered` is what contingency could not pay.
    """
    moves: list[Move] = []
    uncovered = 0
    taken = _Taken(balance)
    for account in held:
        amount = balance(account)
        moves += _some(account, lost(station, account.fund), amount)
        if account.kind is not Kind.PURSE and account.fund != PLACE:
            whole = pool(account.of, CONTINGENCY_FUND)
            uncovered += taken.move(moves, [contingency()], amount, partial(_always, whole))
    return Booked(Transfer(id_, tuple(moves)), uncovered)


@dataclass
class _Taken:
    """Balances less what this transfer has taken already."""

    balance: Balance
    gone: dict[Account, int] = field(default_factory=dict)

    def move(self, moves: list[Move], sources: Iterable[Account], amount: int, to: Callable[[Account], Account]) -> int:
        """Out of the sources in order; how much they lack. A bottomless one lacks nothing."""
        for source in sources:
            if not amount:
                break
            there = amount if source.kind in BOTTOMLESS else self.balance(source) - self.gone.get(source, 0)
            some = max(0, min(there, amount))
            self.gone[source] = self.gone.get(source, 0) + some
            moves += _some(source, to(source), some)
            amount -= some
        return amount


def _each(id_: str, parts: Parts, between: Callable[[str], tuple[Account, Account]]) -> Transfer:
    return Transfer(id_, tuple(Move(*between(name), amount) for name, amount in parts if amount))


def _always(target: Account, _: Account) -> Account:
    return target


def _some(source: Account, target: Account, amount: int) -> Iterator[Move]:
    if amount:
        yield Move(source, target, amount)
