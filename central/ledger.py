"""What central writes into the books (central.db.ledger) of its own accord, and what stands in them of a voucher."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from central.db import Tx
from central.db import ledger as store
from kiosk.domain import accounts, ledger
from kiosk.domain.accounts import CONTINGENCY_FUND, Account, Kind
from kiosk.domain.books import Bars
from kiosk.domain.parts import Part, Parts

_A_VOUCHERS = (Kind.POOL, Kind.ALLOTTED, Kind.PENDING, Kind.DUE)


def holder(station: str, incarnation: str) -> str:
    """Who holds what a station may give: a copy of its store that was made anew knows nothing of what was granted to
    the one before."""
    return f"{station}/{incarnation}"


def station_of(holder: str) -> str:
    return holder.partition("/")[0]


def pay(tx: Tx, name: str, cents: int, reference: str, now: str) -> bool:
    """The city pays into a fund; False where this payment was booked before."""
    (said,) = store.write(tx, [ledger.fund(f"fund:{reference}", name, cents)], now)
    return not said.before


def set_aside(tx: Tx, kind: Kind, name: str, cents: int, reference: str, now: str) -> bool | Bars:
    """Part of a fund is to stand behind the stations."""
    (said,) = store.write(tx, [ledger.set_aside(f"aside:{reference}", kind, name, cents)], now)
    return said.bars or not said.before


def issue(tx: Tx, awards: Mapping[str, Parts], now: str) -> dict[str, Bars | None]:
    """Vouchers and what they are worth, in this order; what bars those that their funds cannot pay."""
    batch = [ledger.issue(f"issue:{voucher}", voucher, parts) for voucher, parts in awards.items()]
    return {voucher: said.bars for voucher, said in zip(awards, store.write(tx, batch, now), strict=True)}


class Left(NamedTuple):
    """Of a voucher what is not spent, as far as central knows, wherever it lies, less what it owes; and whether it owes
    anything: what a purse or contingency lent for it and has not got back."""

    cents: int
    owes: bool


def left(tx: Tx, vouchers: Collection[str]) -> dict[str, Left]:
    found, due = dict.fromkeys(vouchers, 0), set[str]()
    for account, cents in store.of(tx, vouchers, *_A_VOUCHERS).items():
        owes = account.kind is Kind.DUE
        found[account.of] += -cents if owes else cents
        due |= {account.of} if owes and cents else set()
    return {voucher: Left(max(0, cents), voucher in due) for voucher, cents in found.items()}


def owing(tx: Tx, vouchers: Collection[str]) -> set[str]:
    """Those for which a purse or contingency lent what it has not got back."""
    return {account.of for account, cents in store.of(tx, vouchers, Kind.DUE).items() if cents}


def pools(funds: Iterable[str], balances: Mapping[Account, int], voucher: str) -> Parts:
    """What central holds of a voucher, in the order in which it pays; what made a family whole pays last."""
    names = [*funds, CONTINGENCY_FUND]
    held = [(name, balances.get(accounts.pool(voucher, name), 0)) for name in names]
    return tuple(Part(name, cents) for name, cents in held if cents)


def allotted(funds: Iterable[str], balances: Mapping[Account, int], voucher: str, at: str) -> Parts:
    """What a holder has of a voucher, in the same order."""
    names = [*funds, CONTINGENCY_FUND]
    held = [(name, balances.get(accounts.allotted(voucher, at, name), 0)) for name in names]
    return tuple(Part(name, cents) for name, cents in held if cents)


def standing(tx: Tx) -> list[tuple[str, str, int]]:
    """Kind, fund and cents of all accounts of money together: what there is and where."""
    rows = store.totals(tx)
    return [(kind.value, fund, cents) for (kind, fund), cents in sorted(rows.items()) if fund != accounts.PLACE]


def books_balance(rows: Sequence[tuple[str, str, int]]) -> bool:
    return sum(cents for *_, cents in rows) == 0
