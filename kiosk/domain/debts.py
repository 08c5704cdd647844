"""What was lent for a voucher: by a purse where it lay elsewhere, by contingency where a station had not what it gave.

It is owed to each lender apart, and comes back as soon as the voucher has something with central (ADR 22, ADR 26).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from kiosk.domain.accounts import (
    CONTINGENCY_FUND,
    PURSE_FUND,
    Account,
    Kind,
    city,
    contingency,
    due,
    pool,
    purses,
    short,
)
from kiosk.domain.transfers import Balance, Move, Taken, Transfer, always, moved


def owed(balance: Balance, voucher: str) -> int:
    """What a voucher is still to give back."""
    return sum(balance(due(voucher, name)) for name in (CONTINGENCY_FUND, PURSE_FUND))


def recover(balance: Balance, id_: str, voucher: str, funds: Iterable[str]) -> Transfer | None:
    """What was lent for a voucher comes back as far as its pool goes, contingency's first; None where nothing does."""
    moves: list[Move] = []
    taken, pools = Taken(balance), [pool(voucher, name) for name in funds]
    for lender in (contingency(), purses()):
        debt = due(voucher, lender.fund)
        still = taken.move(moves, pools, balance(debt), partial(always, lender))
        moves += moved(debt, city(lender.fund), balance(debt) - still)
    return Transfer(id_, tuple(moves)) if moves else None


def make_good(balance: Balance, id_: str) -> Transfer | None:
    """What nobody had contingency pays, once it has something again; None where there is nothing to pay, or to pay
    with."""
    some = min(-balance(short()), balance(contingency()))
    return Transfer(id_, (Move(contingency(), short(), some),)) if some else None


def of(voucher: str, given: Iterable[Move]) -> Iterator[Move]:
    """Of what was given for it a voucher owes what was lent, to each lender apart."""
    lent = Counter[str]()
    for source, _, amount in given:
        lent[source.fund] += amount if lends(source) else 0
    return (Move(city(name), due(voucher, name), amount) for name, amount in lent.items() if amount)


def lends(source: Account) -> bool:
    """A purse does, a lost one too. What else a station was lost with does not: contingency has paid for it already."""
    return source.fund == PURSE_FUND or source.kind in (Kind.CONTINGENCY, Kind.SHORT)
