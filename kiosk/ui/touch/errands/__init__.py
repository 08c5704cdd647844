"""What somebody at the screen is in the middle of: a family says who came, people count themselves, a worker enters.

Pure: a touch or an answer of the store gives the next frozen value, and what to ask for. An errand holds whatever is
personal about it and is dropped whole.
"""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from kiosk.domain.pictures import Identified, Question, WrongAnswer
from kiosk.domain.visits import Family, WhoLeaves
from kiosk.domain.workers import AskPin, Entered, Wait, WrongPin
from kiosk.ui.touch.errands import answering, coming, counting, going, staff
from kiosk.ui.touch.errands.answering import Answering
from kiosk.ui.touch.errands.coming import Coming
from kiosk.ui.touch.errands.counting import Counting, Leading
from kiosk.ui.touch.errands.going import Going
from kiosk.ui.touch.errands.staff import AtTheDoor, Inside
from kiosk.ui.touch.errands.turn import Turn
from kiosk.ui.touch.staff_faces import InsideFace
from kiosk.ui.touch.wishes import LookInside, Offer, Show, WhoIsIn, Wish

Errand = Coming | Going | Counting | Leading | Answering | AtTheDoor | Inside

__all__ = ["VERBS", "Answering", "AtTheDoor", "Coming", "Counting", "Errand", "Going", "Inside", "Leading", "Turn"]

# By the first word of an intent: whose screen it comes from.
VERBS: Mapping[str, tuple[type, ...]] = {
    "family": (Coming,),
    "leave": (Going,),
    "count": (Counting, Leading),
    "identify": (Answering,),
    "staff": (AtTheDoor, Inside),
}


def step(errand: Errand, path: str, bands: tuple[str, ...], now: float) -> Turn:
    """After an intent of its screen; one that means nothing here changes nothing. `now` is on the steady clock."""
    verb, _, about = path.partition("/")
    if not isinstance(errand, VERBS.get(verb, ())):
        return Turn(errand)
    match errand:
        case Coming():
            return coming.step(errand, about)
        case Going():
            return going.step(errand, about)
        case Answering():
            return answering.step(errand, about)
        case Counting() | Leading():
            return counting.step(errand, about, bands)
        case AtTheDoor() | Inside():
            return staff.step(errand, about, now)


def scanned(errand: Errand | None, card: bytes) -> Turn:
    """A card was shown: a group's leader, or somebody new."""
    if isinstance(errand, Leading):
        return Turn(Counting.of_group(card))
    return Turn(errand, Show(card))


def answered(errand: Errand | None, wish: Wish, answer: object, random: Random, now: float) -> Turn | None:
    """After an answer of the store; None where it ends the errand and is to be said."""
    if isinstance(wish, Show | Offer):
        return _shown(errand, wish, answer)
    match errand, answer:
        case Coming(), Question():
            return Turn(answering.asked(errand, answer, random))
        case Answering(), WrongAnswer():
            return Turn(answering.once_more(errand, random))
        case Answering(), Identified():
            return Turn(errand, Offer(errand.coming.card, answer))
    return _staff(errand, wish, answer, now)


def _shown(errand: Errand | None, wish: Show | Offer, answer: object) -> Turn | None:
    match answer:
        case Family() if isinstance(errand, Answering) and isinstance(wish, Offer) and wish.vouched:
            return Turn(coming.known(errand.coming, answer, wish.vouched))
        case Family():
            return Turn(coming.offered(wish.card, answer))
        case WhoLeaves() if answer.may:
            return Turn(going.asked(wish.card, answer))
        case AskPin():
            return Turn(AtTheDoor(asked=answer))
    return None


def _staff(errand: Errand | None, wish: Wish, answer: object, now: float) -> Turn | None:
    door = errand if isinstance(errand, AtTheDoor) else AtTheDoor()
    match answer:
        case tuple() if isinstance(wish, WhoIsIn):
            return Turn(AtTheDoor(colleagues=answer))
        case AskPin():
            return Turn(replace(door, asked=answer, digits="", again=False))
        case WrongPin() | Wait():
            return Turn(staff.tried(door, answer, now))
        case Entered():
            return Turn(errand, LookInside(answer))
        case InsideFace() if isinstance(wish, LookInside):
            return Turn(Inside(wish.by, answer))
    return None
