"""How the places of one session stand, to be drawn seat by seat."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.signups import Signup, State


@dataclass(frozen=True)
class PlacesFace:
    """Each of `capacity` places is taken, offered to somebody, free here, or free elsewhere: the four add up to it.

    `here`: this station may give it now, whether or not there is a network. `beyond`: given above the capacity.
    `capacity` is None where whoever comes is welcome; then `taken` is how many said they would.
    """

    capacity: int | None
    taken: int
    offered: int = 0
    here: int = 0
    elsewhere: int = 0
    beyond: int = 0


def derive(capacity: int | None, signups: Iterable[Signup], held: int) -> PlacesFace:
    """`held`: places that this station may give out by itself."""
    holding = [one for one in signups if one.holds]
    offered = sum(one.state is State.OFFERED for one in holding)
    given = len(holding) - offered
    if capacity is None:
        return PlacesFace(None, given, offered)
    taken = min(given, capacity)
    kept = min(offered, capacity - taken)
    free = capacity - taken - kept
    here = min(held, free)
    return PlacesFace(capacity, taken, kept, here, free - here, len(holding) - taken - kept)
