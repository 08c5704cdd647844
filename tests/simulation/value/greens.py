"""What green screens said of money and places."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.domain.redeeming import Means


@dataclass
class Paid:
    """A green screen for money, and whether it was reversed."""

    station: str
    event: str
    voucher: str
    cents: int
    means: Means
    reversed: bool = False
    unsure: bool = False
    buried: bool = False  # the disk it was on is no more


@dataclass
class Place:
    """A green screen for a place, and whether it was given up."""

    station: str
    signup: str
    session: str
    gone: bool = False
    unsure: bool = False
    buried: bool = False


@dataclass
class Greens:
    paid: list[Paid] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)


@dataclass(frozen=True)
class Copy:
    """What it may give once more, by voucher, session and "purse": what it held when it was made, and what was granted
    since to the name under which it was made, for a machine that runs from it hears that as well as the other one."""

    incarnation: str
    held: Counter[str]
    told: Counter[str]  # by then, all that was ever granted to that name
    machine: str = ""  # which runs from it
    hears: Callable[[], Counter[str]] = Counter  # likewise, as that machine knows by now

    def may_give(self) -> Counter[str]:
        return self.held + (self.hears() - self.told)


@dataclass
class Copies:
    """`images`: of which stations, what each holds. `buried`: what was on disks that are no more: events and cents of
    redemptions, visits, sign-ups. Whether central was told of it, or of what was `taken_back` there, nobody knows."""

    made: list[Copy] = field(default_factory=list)
    images: list[tuple[str, Path, Copy]] = field(default_factory=list)
    buried: dict[str, int] = field(default_factory=dict)
    taken_back: set[str] = field(default_factory=set)  # redemptions
    visits: set[str] = field(default_factory=set)

    def more(self, of: str) -> int:
        return sum(copy.may_give()[of] for copy in self.made)

    def everything(self) -> int:
        return sum(copy.may_give().total() for copy in self.made)
