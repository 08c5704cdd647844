"""What green screens said of money and places."""

from dataclasses import dataclass, field

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


@dataclass
class Place:
    """A green screen for a place, and whether it was given up."""

    station: str
    signup: str
    session: str
    gone: bool = False
    unsure: bool = False


@dataclass
class Greens:
    paid: list[Paid] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
