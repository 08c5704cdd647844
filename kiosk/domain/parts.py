"""What several funds pay together: whole cents of each, in the order in which they pay."""

from collections.abc import Iterable
from typing import NamedTuple

MOST_DIGITS = 12  # of an amount


class Part(NamedTuple):
    """What one fund pays."""

    fund: str
    amount: int


Parts = tuple[Part, ...]
"""In the order in which the funds pay."""


def total(parts: Iterable[Part]) -> int:
    return sum(part.amount for part in parts)


def draw(parts: Parts, amount: int) -> Parts | None:
    """`amount`, not below 0, out of these, the first fund first; None where they are not enough."""
    drawn = []
    for fund, there in parts:
        taken = min(there, amount)
        amount -= taken
        if taken:
            drawn.append(Part(fund, taken))
    return tuple(drawn) if amount == 0 else None


def together(parts: Iterable[Part]) -> Parts:
    """Of each fund all of it."""
    by_fund: dict[str, int] = {}
    for fund, amount in parts:
        by_fund[fund] = by_fund.get(fund, 0) + amount
    return tuple(Part(fund, amount) for fund, amount in by_fund.items())


def less(parts: Parts, gone: Iterable[Part]) -> Parts:
    """What is left of each, in the same order; nobody has less than nothing."""
    by_fund = dict(together(gone))
    return tuple(Part(fund, max(0, amount - by_fund.get(fund, 0))) for fund, amount in parts)


def dump_parts(parts: Iterable[Part]) -> str:
    """One text, as events carry it: "state:1200 city:300"."""
    return " ".join(f"{fund}:{amount}" for fund, amount in parts)


def read_parts(text: str) -> Parts | None:
    """None for what is none: an amount below 1, a fund that is named twice."""
    found = []
    for word in text.split(" ") if text else []:
        fund, _, amount = word.rpartition(":")
        if not (
            fund.isprintable()
            and amount.isascii()
            and amount.isdecimal()
            and 0 < len(amount) <= MOST_DIGITS
            and int(amount)
        ):
            return None
        found.append(Part(fund, int(amount)))
    return tuple(found) if len({part.fund for part in found}) == len(found) else None
