"""Money and places, in double entry: whole cents and whole places, moved from one account to another, never made.

A balance is what came in less what went out, and is never below zero but for three: the city and a session's capacity
are where value begins, and a shortfall is what was given though nobody had it. Whoever keeps the books writes whole
transfers, each once, by its id (kiosk.domain.books); this module says which, and touches no database.

Each fund keeps its money apart from one end to the other. Of a voucher that several pay, the first pays first.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from kiosk.domain import accounts, debts
from kiosk.domain.accounts import (
    CONTINGENCY_FUND,
    PLACE,
    PURSE_FUND,
    Account,
    Kind,
    allotted,
    city,
    contingency,
    lost,
    pending,
    pool,
    purse,
    purses,
    short,
    spent,
)
from kiosk.domain.parts import Part, Parts
from kiosk.domain.transfers import Balance, Move, Taken, Transfer, always, moved

# --- where value begins ---------------------------------------------------------------------------------------------


def fund(id_: str, name: str, cents: int) -> Transfer:
    """The city pays money into a fund."""
    return Transfer(id_, (Move(city(name), Account(Kind.FUND, fund=name), cents),))


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
    """A station gave it: of its allotment, and what PURSE_FUND paid of its purse.

    What these do not hold is what the station was lost with; then contingency pays, and at last nobody. What was not
    its own the voucher is to give back.
    """
    moves: list[Move] = []
    uncovered = 0
    taken = Taken(balance)
    for name, amount in parts:
        ours = [purse(station) if name == PURSE_FUND else allotted(voucher, station, name), lost(station, name)]
        lacking = taken.move(moves, ours, amount, lambda source: spent(provider, source.fund))
        taken.move(moves, [contingency(), short()], lacking, lambda source: spent(provider, source.fund))
        uncovered += lacking
    return Booked(Transfer(id_, (*moves, *debts.of(voucher, moves))), uncovered)


def spend_purse(balance: Balance, id_: str, voucher: str, station: str, provider: str, cents: int) -> Booked:
    """All of it of the purse."""
    return spend(balance, id_, voucher, station, provider, (Part(PURSE_FUND, cents),))


def reverse(balance: Balance, id_: str, voucher: str, done: Transfer) -> Transfer:
    """A redemption taken back by a person: the provider gets nothing, and each account has its own again.

    What came of the allotment is the voucher's, with central. So is what it has paid back of what was lent for it,
    whoever had lent it; the rest goes back there, and is owed no more.
    """
    moves: list[Move] = []
    taken, repaid = Taken(balance), Counter[str]()
    for _, target, lent in done.moves:
        if target.kind is Kind.DUE:
            repaid[target.fund] += taken.move(moves, [target], lent, lambda debt: city(debt.fund))
    for source, target, amount in done.moves:
        if target.kind is not Kind.SPENT:  # what it owes, and what was kept for it and set free
            continue
        if source.kind in (Kind.ALLOTTED, Kind.PENDING, Kind.POOL):
            moves.append(Move(target, pool(voucher, source.fund), amount))
            continue
        owed = source.fund if source.fund in repaid else PURSE_FUND  # once all of a purse's part was owed to the purse
        theirs = min(repaid[owed], amount) if debts.lends(source) else 0
        repaid[owed] -= theirs
        moves += moved(target, pool(voucher, CONTINGENCY_FUND), theirs)
        moves += moved(target, contingency() if source == short() else source, amount - theirs)
    return Transfer(id_, tuple(moves))


# --- places ---------------------------------------------------------------------------------------------------------


def take_place(balance: Balance, id_: str, session: str, station: str, places: int = 1) -> Booked:
    """A station confirmed a place; one that it had not is taken of those with central, and at last beyond them."""
    moves: list[Move] = []
    taken, account = Taken(balance), accounts.taken(session)
    owed = taken.move(moves, [allotted(session, station), lost(station, PLACE)], places, lambda _: account)
    over = taken.move(moves, [accounts.seats(session)], owed, lambda _: account)
    moves += moved(accounts.capacity(session), account, over)
    return Booked(Transfer(id_, tuple(moves)), owed)


# --- online ---------------------------------------------------------------------------------------------------------


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
    taken = Taken(balance)
    for account in held:
        amount = balance(account)
        moves += moved(account, lost(station, account.fund), amount)
        if account.kind is not Kind.PURSE and account.fund != PLACE:
            whole = pool(account.of, CONTINGENCY_FUND)
            uncovered += taken.move(moves, [contingency()], amount, partial(always, whole))
    return Booked(Transfer(id_, tuple(moves)), uncovered)


def _each(id_: str, parts: Parts, between: Callable[[str], tuple[Account, Account]]) -> Transfer:
    return Transfer(id_, tuple(Move(*between(name), amount) for name, amount in parts if amount))
