"""Somebody of the family joins a session."""

from dataclasses import dataclass, field, replace

from kiosk.ui.touch.errands.turn import Turn
from kiosk.ui.touch.held import Fit, Holder, Joinable
from kiosk.ui.touch.value_wishes import OpenCard, SignUp


@dataclass(frozen=True)
class Joining:
    """`at`: who of them, None while nobody is chosen."""

    holder: Holder
    joinable: Joinable = field(repr=False)
    at: int | None = None


def begun(holder: Holder, joinable: Joinable) -> Joining:
    """Where it suits only one they are chosen already."""
    suits = [at for at, one in enumerate(joinable.people) if one.fit is Fit.FITS]
    return Joining(holder, joinable, suits[0] if len(suits) == 1 else None)


def step(joining: Joining, path: str) -> Turn:
    what, _, number = path.partition("/")
    people = joining.joinable.people
    match what:
        case "person" if number.isascii() and number.isdecimal() and int(number) < len(people):
            return Turn(replace(joining, at=int(number)) if people[int(number)].may else joining)
        case "back":
            return Turn(joining, OpenCard(joining.holder))
        case "confirm" if joining.at is not None:
            return Turn(joining, SignUp(joining.holder, joining.joinable.offer, people[joining.at].person.id))
    return Turn(joining)
