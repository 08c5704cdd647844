"""The staff way in: a card or a first name, six digits, and then who is inside."""

from dataclasses import dataclass, field, replace

from kiosk.domain.workers import PIN_DIGITS, AskPin, Entered, Wait, Worker, WrongPin
from kiosk.ui.touch.errands.turn import Turn
from kiosk.ui.touch.staff_faces import InsideFace
from kiosk.ui.touch.wishes import Enter, LookInside, Pick


@dataclass(frozen=True)
class AtTheDoor:
    """`colleagues` entered here today by card and PIN. `asked`: whose PIN is asked for."""

    colleagues: tuple[Worker, ...] = field(default=(), repr=False)
    asked: AskPin | None = None
    digits: str = field(default="", repr=False)
    again: bool = False  # the last try was not it
    wait_until: float = 0.0  # seconds on the steady clock: nobody looks at a PIN before


@dataclass(frozen=True)
class Inside:
    by: Entered
    face: InsideFace = field(repr=False)


def tried(door: AtTheDoor, said: WrongPin | Wait, now: float) -> AtTheDoor:
    wait = said.wait if isinstance(said, WrongPin) else said.seconds
    return replace(door, digits="", again=isinstance(said, WrongPin), wait_until=now + wait if wait > 0 else 0.0)


def step(errand: AtTheDoor | Inside, path: str, now: float) -> Turn:
    what, _, about = path.partition("/")
    if isinstance(errand, Inside):
        return _inside(errand, what)
    match what, about:
        case "back", "":
            return Turn(None)
        case "pick", number if number.isascii() and number.isdecimal() and int(number) < len(errand.colleagues):
            return Turn(errand, Pick(errand.colleagues[int(number)].id))
        case "erase", "":
            return Turn(replace(errand, digits=errand.digits[:-1]))
        case "say", digit if len(digit) == 1 and digit in "0123456789":
            return _digit(errand, digit, now)
    return Turn(errand)


def _inside(inside: Inside, what: str) -> Turn:
    match what:
        case "back":
            return Turn(None)
        case "anew":
            return Turn(inside, LookInside(inside.by))
    return Turn(inside)


def _digit(door: AtTheDoor, digit: str, now: float) -> Turn:
    if door.asked is None or now < door.wait_until or len(door.digits) >= PIN_DIGITS:
        return Turn(door)
    typed = replace(door, digits=door.digits + digit, again=False, wait_until=0.0)
    return Turn(typed, Enter(door.asked, typed.digits) if len(typed.digits) == PIN_DIGITS else None)
