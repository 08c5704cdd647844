"""What somebody at the screen is in the middle of: a family says who came, people count themselves, vouchers pay, a
worker enters.

Pure: a touch or an answer of the store gives the next frozen value, and what to ask for. An errand holds whatever is
personal about it and is dropped whole.
"""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from kiosk.domain.pictures import Identified, Question, WrongAnswer
from kiosk.domain.visits import Family, WhoLeaves
from kiosk.domain.wire import PendingAsk
from kiosk.domain.workers import AskPin, Entered, Wait, WrongPin
from kiosk.ui.touch.errands import answering, coming, counting, going, holding, joining, paying, showing, staff, waiting
from kiosk.ui.touch.errands.answering import Answering
from kiosk.ui.touch.errands.coming import Coming
from kiosk.ui.touch.errands.counting import Counting, Leading
from kiosk.ui.touch.errands.going import Going
from kiosk.ui.touch.errands.holding import Choosing, Holding, Minding
from kiosk.ui.touch.errands.joining import Joining
from kiosk.ui.touch.errands.paying import Paying
from kiosk.ui.touch.errands.showing import Showing
from kiosk.ui.touch.errands.staff import AtTheDoor, Inside
from kiosk.ui.touch.errands.turn import Turn
from kiosk.ui.touch.errands.waiting import Waiting
from kiosk.ui.touch.held import CalledOff, Held, Holder, HolderAsked, Joinable, NotGiven, Payable, Price
from kiosk.ui.touch.staff_faces import InsideFace
from kiosk.ui.touch.value_wishes import AskJoin, AskJoinAll, AskPayable, AskPrice, Move, OpenCard, Pay, SignUp
from kiosk.ui.touch.wishes import LookInside, Offer, Show, WhoIsIn, Wish

OfACard = Holding | Choosing | Minding | Paying | Joining | Waiting
OF_A_CARD = (Holding, Choosing, Minding, Paying, Joining, Waiting)  # of somebody who said who they are
Errand = Coming | Going | Counting | Leading | Answering | Showing | OfACard | AtTheDoor | Inside

__all__ = [
    "BEGINNINGS",
    "OF_A_CARD",
    "VERBS",
    "Answering",
    "AtTheDoor",
    "Choosing",
    "Coming",
    "Counting",
    "Errand",
    "Going",
    "Holding",
    "Inside",
    "Joining",
    "Leading",
    "Minding",
    "Paying",
    "Showing",
    "Turn",
    "Waiting",
]

BEGINNINGS = ("my-card", "pay-for", "sign-up", "sign-up-all")  # intents of any screen: see `begin`

# By the first word of an intent: whose screen it comes from.
VERBS: Mapping[str, tuple[type, ...]] = {
    "family": (Coming,),
    "leave": (Going,),
    "count": (Counting, Leading),
    "identify": (Answering,),
    "card": (Showing, Holding, Choosing, Minding),
    "pay": (Paying,),
    "join": (Joining,),
    "wait": (Waiting,),
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
        case Showing() | Holding() | Choosing() | Minding() | Paying() | Joining() | Waiting():
            return _of_a_card(errand, about)


def _of_a_card(errand: Showing | OfACard, about: str) -> Turn:
    match errand:
        case Showing():
            return showing.step(errand, about)
        case Paying():
            return paying.step(errand, about)
        case Joining():
            return joining.step(errand, about)
        case Waiting():
            return waiting.step(errand, about)
    return holding.step(errand, about)


def begin(errand: Errand | None, path: str) -> Turn | None:
    """Somebody wants to see their card, to pay, or to join. None where the intent means none of these."""
    then = showing.begun(path)
    if then is None:
        return None
    if isinstance(errand, OF_A_CARD):
        return Turn(errand, showing.wish(then, errand.holder))
    return Turn(Showing(then))


def named(errand: Errand | None) -> bool:
    """Whether it is somebody's: when it is over nothing of them stays."""
    match errand:
        case None | Counting() | Leading() | Showing() | Answering(of=Showing()):
            return False
    return True


def scanned(errand: Errand | None, card: bytes) -> Turn:
    """A card was shown: a group's leader, the one that was asked for, or somebody new."""
    if isinstance(errand, Leading):
        return Turn(Counting.of_group(card))
    if isinstance(errand, Showing):
        return showing.scanned(errand, card)
    return Turn(errand, Show(card))


def answered(errand: Errand | None, wish: Wish, answer: object, random: Random, now: float) -> Turn | None:
    """After an answer of the store; None where it ends the errand and is to be said."""
    if isinstance(wish, Show | Offer):
        return _shown(errand, wish, answer)
    match errand, answer:
        case Coming(), Question():
            return Turn(answering.asked(errand, errand.family.serial, answer, random))
        case Showing(), HolderAsked(serial, question):
            return Turn(answering.asked(errand, serial, question, random))
        case Answering(), WrongAnswer():
            return Turn(answering.once_more(errand, random))
        case Answering(), Identified():
            return Turn(errand, answering.known(errand, answer))
        case Paying() | Joining() | Minding(), PendingAsk() if isinstance(wish, Pay | SignUp | Move):
            return waiting.begun(errand, wish, answer)
        case Waiting(), CalledOff() | NotGiven():
            return waiting.over(errand, answer)
    if isinstance(wish, OpenCard | AskPayable | AskPrice | AskJoin | AskJoinAll):
        return _opened(wish.holder, answer)
    return _staff(errand, wish, answer, now)


def _opened(holder: Holder, answer: object) -> Turn | None:
    match answer:
        case Held():
            return Turn(Holding(holder, answer))
        case Payable():
            return Turn(Choosing(holder, answer))
        case Price():
            return Turn(paying.begun(holder, answer))
        case Joinable():
            return Turn(joining.begun(holder, answer))
    return None


def _shown(errand: Errand | None, wish: Show | Offer, answer: object) -> Turn | None:
    match errand, wish, answer:
        case Answering(of=Coming() as before), Offer(vouched=Identified() as vouched), Family():
            return Turn(coming.known(before, answer, vouched))
        case _, _, Family():
            return Turn(coming.offered(wish.card, answer))
        case _, _, WhoLeaves() if answer.may:
            return Turn(going.asked(wish.card, answer))
        case _, _, AskPin():
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
