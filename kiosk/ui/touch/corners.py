"""The way in for who has no card at hand: the tram's corner, then the hub's name, one soon after the other."""

from dataclasses import dataclass

TRAM, NAME = "tram", "name"
SOON = 3.0  # seconds from the first to the second


@dataclass(frozen=True)
class Pressed:
    """The first of the two, and when, in seconds on the steady clock."""

    at: float


def press(before: Pressed | None, corner: str, now: float) -> tuple[Pressed | None, bool]:
    """What is remembered, and whether the way in opens."""
    if corner == TRAM:
        return Pressed(now), False
    return None, corner == NAME and before is not None and now - before.at <= SOON
