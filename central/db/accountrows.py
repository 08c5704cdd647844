"""The rows of accounts: many at a time, locked in the one order in which they are sorted, written at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Row

from central.db import dialects
from central.db.engine import Tx
from central.db.tables import accounts
from kiosk.domain.accounts import Account, Kind

NAME = ("kind", "subject", "holder", "fund")
AT_ONCE = 1000  # rows looked up in one statement


@dataclass
class Standing:
    """An account as this transaction knows it, and what it has done to it."""

    id: int
    debits: int
    credits: int

    @property
    def balance(self) -> int:
        return self.credits - self.debits


def hold(tx: Tx, ordered: Sequence[Account]) -> dict[Account, Standing]:
    """These accounts, opened where there are none yet, as they stand; nobody changes them until the commit."""
    found: dict[Account, Standing] = {}
    for start in range(0, len(ordered), AT_ONCE):
        found |= _hold_some(tx, ordered[start : start + AT_ONCE])
    return found


def _hold_some(tx: Tx, ordered: Sequence[Account]) -> dict[Account, Standing]:
    there = _standing(tx, ordered)
    missing = [one for one in ordered if one not in there]
    dialects.insert(tx, accounts, missing, NAME, new=True)
    if missing or dialects.is_postgresql(tx):  # what is alone on SQLite is locked on PostgreSQL, all in order
        there = _standing(tx, ordered, lock=True)
    return there


def _standing(tx: Tx, some: Sequence[Account], *, lock: bool = False) -> dict[Account, Standing]:
    return {account(row): Standing(row.id, row.debits, row.credits) for row in named(tx, some, lock=lock)}


def stand(tx: Tx, changed: Sequence[Standing]) -> None:
    if not changed:
        return
    rows = [(one.debits, one.credits, one.id) for one in changed]
    if dialects.is_postgresql(tx):
        tx.exec_driver_sql(_STAND_MANY, tuple(map(list, zip(*rows, strict=True))))
    else:
        tx.exec_driver_sql("UPDATE accounts SET debits = ?, credits = ? WHERE id = ?", rows)


_STAND_MANY = (
    "UPDATE accounts SET debits = new.debits, credits = new.credits"  # noqa: S608 - our own names
    f" FROM {dialects.unnest(accounts, ('debits', 'credits', 'id'))} AS new (debits, credits, id)"
    " WHERE accounts.id = new.id"
)


def named(tx: Tx, some: Sequence[Account], *, lock: bool = False) -> Sequence[Row[*tuple[object, ...]]]:
    """The rows of these accounts, each found by the index: SQLite walks the whole table for a list of rows."""
    if not some:
        return []
    if dialects.is_postgresql(tx):
        statement = f"{_JOINED} ORDER BY {_ORDER} FOR UPDATE OF accounts" if lock else _JOINED
        return tx.exec_driver_sql(statement, tuple(map(list, zip(*some, strict=True)))).all()
    rows = ", ".join(["(?, ?, ?, ?)"] * len(some))
    statement = f"WITH wanted ({', '.join(NAME)}) AS (VALUES {rows}) {_WANTED} CROSS JOIN accounts ON {_SAME}"
    return tx.exec_driver_sql(statement, tuple(value for one in some for value in one)).all()


_WANTED = f"SELECT accounts.id, {', '.join(f'accounts.{name}' for name in NAME)}, debits, credits FROM wanted"  # noqa: S608
_SAME = " AND ".join(f"accounts.{name} = wanted.{name}" for name in NAME)
_ORDER = ", ".join(f"accounts.{name}" for name in NAME)
_JOINED = (
    f"WITH wanted ({', '.join(NAME)}) AS (SELECT * FROM {dialects.unnest(accounts, NAME)})"  # noqa: S608
    f" {_WANTED} JOIN accounts ON {_SAME}"
)


def account(row: Row[*tuple[object, ...]]) -> Account:
    return account_of(row.kind, row.subject, row.holder, row.fund)


def account_of(kind: str, subject: str, holder: str, fund: str) -> Account:
    return Account(Kind(kind), subject, holder, fund)
