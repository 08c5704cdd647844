"""People who come without being named: so many of each sort. A group says first whose card leads it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kiosk.domain.attendance import MOST
from kiosk.ui.touch.errands.turn import Turn
from kiosk.ui.touch.wishes import Count, Lead

ADULTS, EDUCATORS = "adults", "educators"
_STEPS = {"more": 1, "five-more": 5, "less": -1}


@dataclass(frozen=True)
class Leading:
    """A group waits for its leader's card."""


@dataclass(frozen=True)
class Counting:
    """`numbers` by band of children (its id), by `ADULTS` and by `EDUCATORS`. `card` is of a group's leader."""

    group: bool = False
    card: bytes = field(default=b"", repr=False)
    numbers: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of_group(cls, card: bytes) -> Counting:
        return cls(group=True, card=card, numbers=((ADULTS, 1),))

    def number(self, row: str) -> int:
        return dict(self.numbers).get(row, 0)

    def may_be_fewer(self, row: str) -> bool:
        least = 1 if self.group and row == ADULTS else 0  # the leader
        return self.number(row) > least

    @property
    def people(self) -> int:
        return sum(number for _, number in self.numbers)


def rows(bands: tuple[str, ...], group: bool) -> tuple[str, ...]:
    """What is counted, in the order of the screen."""
    return (*bands, ADULTS, EDUCATORS) if group else (*bands, ADULTS)


def step(counting: Counting | Leading, path: str, bands: tuple[str, ...]) -> Turn:
    what, _, row = path.partition("/")
    if isinstance(counting, Leading):
        return Turn(None if what == "back" else counting)
    if what in _STEPS and row in rows(bands, counting.group):
        return Turn(_changed(counting, row, _STEPS[what]))
    match what:
        case "group" if not counting.group:
            return Turn(Leading())
        case "back":
            return Turn(None)
        case "confirm" if counting.people:
            return Turn(counting, _wish(counting, bands))
    return Turn(counting)


def _changed(counting: Counting, row: str, by: int) -> Counting:
    if by < 0 and not counting.may_be_fewer(row):
        return counting
    number = min(MOST, counting.number(row) + by)
    others = tuple(pair for pair in counting.numbers if pair[0] != row)
    return replace(counting, numbers=(*others, (row, number)))


def _wish(counting: Counting, bands: tuple[str, ...]) -> Count | Lead:
    children = tuple((band, counting.number(band)) for band in bands if counting.number(band))
    if counting.group:
        return Lead(counting.card, children, counting.number(ADULTS), counting.number(EDUCATORS))
    return Count(children, counting.number(ADULTS))
