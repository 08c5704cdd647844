"""Transfers between accounts, and how one is put together by what there is."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kiosk.domain.accounts import BOTTOMLESS, Account

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


@dataclass
class Taken:
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
            moves += moved(source, to(source), some)
            amount -= some
        return amount


def moved(source: Account, target: Account, amount: int) -> Iterator[Move]:
    """One move, or none of nothing."""
    if amount:
        yield Move(source, target, amount)


def always(target: Account, _: Account) -> Account:
    return target
