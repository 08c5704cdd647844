"""The books: accounts, and the transfers between them (kiosk.domain.ledger), each written once, none ever changed.

Whoever writes holds the rows of all accounts that a transfer touches, taken in the one order in which they are sorted:
two writers never wait for one another. Who decides by balances opens the books (`opened`), which takes locks.feed
first: what follows is told by records anyway.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, and_, bindparam, exists, func, select, text

from central.db import accountrows, dialects, locks
from central.db.accountrows import NAME, Standing
from central.db.engine import Tx
from central.db.tables import LIVE, accounts, moves, records, transfers
from kiosk.domain.accounts import BOTTOMLESS, Account, Kind
from kiosk.domain.books import Bars, changes
from kiosk.domain.transfers import Move, Transfer

_BALANCE = accounts.c.credits - accounts.c.debits


@dataclass(frozen=True)
class Written:
    """How a transfer was taken: it is in the books, or was `before`, or an account `bars` it."""

    before: bool = False
    bars: Bars | None = None


@dataclass
class Books:
    """The books as one transaction works with them: `balance` and `write` are those of kiosk.domain.books.

    Nobody else changes an account that was looked at here. What is written is saved at the end, all at once.
    """

    tx: Tx
    held: dict[Account, Standing] = field(default_factory=dict)
    before: set[str] = field(default_factory=set)  # ids that stand in the books, of those asked for
    asked: set[str] = field(default_factory=set)
    read: dict[str, Transfer] = field(default_factory=dict)  # of those that stood in them, what was looked at
    done: list[Transfer] = field(default_factory=list)

    def look_at(self, wanted: Iterable[Account], ids: Iterable[str] = ()) -> None:
        """Many at once cost little more than one."""
        if fresh := sorted(account for account in {*wanted} if account not in self.held):
            self.held |= accountrows.hold(self.tx, fresh)
        if new := {*ids} - self.asked:
            self.before |= _known(self.tx, sorted(new))
            self.asked |= new

    def balance(self, account: Account) -> int:
        if account not in self.held:
            self.look_at([account])
        return self.held[account].balance

    def has(self, id_: str) -> bool:
        """Whether a transfer of this id was written."""
        if id_ not in self.asked:
            self.look_at([], [id_])
        return id_ in self.before

    def write(self, transfer: Transfer) -> Written:
        """Once; nothing of it where an account would fall below zero."""
        self.look_at(transfer.accounts(), [transfer.id])
        if transfer.id in self.before:
            return Written(before=True)
        if bars := self._barred(transfer):
            return Written(bars=bars)
        for source, target, amount in transfer.moves:
            self.held[source].debits += amount
            self.held[target].credits += amount
        self.before.add(transfer.id)
        self.read[transfer.id] = transfer
        self.done.append(transfer)
        return Written()

    def written(self, id_: str) -> Transfer | None:
        """A transfer of this id."""
        self.read_all([id_])
        return self.read.get(id_)

    def read_all(self, ids: Iterable[str]) -> None:
        """The transfers of these ids: many at once cost little more than one."""
        self.look_at([], ids)
        self.read |= _written(self.tx, sorted((self.before & {*ids}) - {*self.read}))

    def save(self, now: str) -> None:
        _put(self.tx, self.done, self.held, now)
        self.done = []

    def _barred(self, transfer: Transfer) -> Bars | None:
        for account, by in changes(transfer).items():
            if account.kind not in BOTTOMLESS and self.held[account].balance + by < 0:
                return Bars(account, -self.held[account].balance - by)
        return None


@contextmanager
def opened(tx: Tx, now: str) -> Iterator[Books]:
    """The books, for whoever decides by balances; saved at the end."""
    locks.feed(tx)
    books = Books(tx)
    yield books
    books.save(now)


def write(tx: Tx, batch: Sequence[Transfer], now: str) -> list[Written]:
    """Each whole or not at all, one after the other; what was written before is passed over."""
    books = Books(tx)
    books.look_at({account for one in batch for account in one.accounts()}, [one.id for one in batch])
    said = [books.write(transfer) for transfer in batch]
    books.save(now)
    return said


def _put(tx: Tx, done: Sequence[Transfer], held: Mapping[Account, Standing], now: str) -> None:
    dialects.insert(tx, transfers, [(transfer.id, now) for transfer in done], ("id", "at"))
    rows = [
        (transfer.id, n, held[move.source].id, held[move.target].id, move.amount)
        for transfer in done
        for n, move in enumerate(transfer.moves)
    ]
    dialects.insert(tx, moves, rows, ("transfer", "n", "source", "target", "amount"))
    touched = sorted({account for transfer in done for account in transfer.accounts()})
    accountrows.stand(tx, [held[account] for account in touched])


# --- what stands in them --------------------------------------------------------------------------------------------


def balance(tx: Tx, account: Account) -> int:
    return balances(tx, [account]).get(account, 0)


def balances(tx: Tx, wanted: Collection[Account]) -> dict[Account, int]:
    """Of these, those that were ever used."""
    ordered, found = sorted(set(wanted)), dict[Account, int]()
    for start in range(0, len(ordered), accountrows.AT_ONCE):
        rows = accountrows.named(tx, ordered[start : start + accountrows.AT_ONCE])
        found |= {accountrows.account(row): row.credits - row.debits for row in rows}
    return found


_EVERY = select(accounts).order_by(*(accounts.c[name] for name in NAME))
_KINDS = accounts.c.kind.in_(bindparam("kinds", expanding=True))
# What is not empty is said as the indexes say it, or they would not serve.
_OF = _EVERY.where(text("subject <> ''"), accounts.c.subject.in_(bindparam("ids", expanding=True)), _KINDS)
_AT = _EVERY.where(text("holder <> ''"), accounts.c.holder == bindparam("of"), _KINDS)
_FILLED = _EVERY.where(accounts.c.kind == bindparam("of"), accounts.c.credits > accounts.c.debits)


def of(tx: Tx, subjects: Collection[str], *kinds: Kind) -> dict[Account, int]:
    """All accounts of these vouchers or sessions, of these kinds."""
    ordered, found = sorted(set(subjects)), dict[Account, int]()
    for start in range(0, len(ordered), accountrows.AT_ONCE):
        some = ordered[start : start + accountrows.AT_ONCE]
        found |= _found(tx, _OF, {"ids": some, "kinds": kinds})
    return found


def at(tx: Tx, holder: str, *kinds: Kind) -> dict[Account, int]:
    """All accounts of these kinds that somebody holds."""
    return _found(tx, _AT, {"of": holder, "kinds": kinds})


def with_balance(tx: Tx, kind: Kind) -> dict[Account, int]:
    """All accounts of a kind that have something."""
    return _found(tx, _FILLED, {"of": kind})


def subjects(tx: Tx, kind: Kind, *, without: str) -> list[str]:
    """Those that have something in accounts of a kind, and no live record of that name any more."""
    theirs = and_(records.c.kind == without, records.c.id == accounts.c.subject, LIVE)
    there = and_(accounts.c.kind == kind, accounts.c.credits > accounts.c.debits, ~exists().where(theirs))
    return list(tx.execute(select(accounts.c.subject).where(there).distinct().order_by(accounts.c.subject)).scalars())


def totals(tx: Tx) -> dict[tuple[Kind, str], int]:
    """The balances of all accounts together, by kind and fund."""
    query = select(accounts.c.kind, accounts.c.fund, func.sum(_BALANCE)).group_by(accounts.c.kind, accounts.c.fund)
    return {(Kind(kind), fund): int(cents) for kind, fund, cents in tx.execute(query)}


_BETWEEN = select(func.coalesce(func.sum(moves.c.amount), 0)).where(
    moves.c.source == bindparam("from"), moves.c.target == bindparam("to")
)


def moved(tx: Tx, source: Account, target: Account) -> int:
    """All that ever went from one to the other."""
    ids = {row.kind: row.id for row in accountrows.named(tx, [source, target])}
    if source.kind not in ids or target.kind not in ids:
        return 0
    return int(tx.execute(_BETWEEN, {"from": ids[source.kind], "to": ids[target.kind]}).scalar_one())


def written(tx: Tx, id_: str) -> Transfer | None:
    """A transfer as it stands in the books."""
    return _written(tx, [*_known(tx, [id_])]).get(id_)


_GIVING, _TAKING = accounts.alias("giving"), accounts.alias("taking")
_MOVED = (
    select(*(side.c[name] for side in (_GIVING, _TAKING) for name in NAME), moves.c.amount, moves.c.transfer)
    .select_from(moves.join(_GIVING, _GIVING.c.id == moves.c.source).join(_TAKING, _TAKING.c.id == moves.c.target))
    .where(moves.c.transfer.in_(bindparam("ids", expanding=True)))
    .order_by(moves.c.transfer, moves.c.n)
)
_IDS = select(transfers.c.id).where(transfers.c.id.in_(bindparam("ids", expanding=True)))


def _written(tx: Tx, known: Sequence[str]) -> dict[str, Transfer]:
    """Transfers that are there; one that moved nothing is one too."""
    found: dict[str, list[Move]] = {id_: [] for id_ in known}
    for start in range(0, len(known), accountrows.AT_ONCE):
        for row in tx.execute(_MOVED, {"ids": known[start : start + accountrows.AT_ONCE]}):
            found[row[9]].append(Move(accountrows.account_of(*row[:4]), accountrows.account_of(*row[4:8]), row[8]))
    return {id_: Transfer(id_, tuple(its)) for id_, its in found.items()}


def _known(tx: Tx, ids: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(ids), accountrows.AT_ONCE):
        found |= set(tx.execute(_IDS, {"ids": ids[start : start + accountrows.AT_ONCE]}).scalars())
    return found


def _found(tx: Tx, query: Select[*tuple[Any, ...]], asked: Mapping[str, object]) -> dict[Account, int]:
    return {accountrows.account(row): row.credits - row.debits for row in tx.execute(query, asked)}
