"""Who holds a card says so by three pictures of nine in order, or by a PIN; then what they came for goes on."""

from dataclasses import dataclass, field, replace
from random import Random

from kiosk.domain.pictures import CHOSEN, PICTURES, PIN_DIGITS, Identified, Means, Question, shuffled
from kiosk.ui.touch.errands import showing
from kiosk.ui.touch.errands.coming import Coming
from kiosk.ui.touch.errands.showing import Showing
from kiosk.ui.touch.errands.turn import Turn
from kiosk.ui.touch.held import Holder
from kiosk.ui.touch.wishes import Identify, Offer, Wish


@dataclass(frozen=True)
class Answering:
    """`of`: what they were in the middle of. `laid`: the nine in the order they lie there this time. `said`: what was
    touched so far, pictures or digits."""

    of: Coming | Showing = field(repr=False)
    serial: int
    means: Means
    laid: tuple[str, ...] = ()
    said: tuple[str, ...] = field(default=(), repr=False)
    again: bool = False  # the last try was not it

    @property
    def whole(self) -> int:
        return CHOSEN if self.means is Means.PICTURES else PIN_DIGITS


def asked(of: Coming | Showing, serial: int, question: Question, random: Random) -> Answering:
    return Answering(of, serial, question.means, shuffled(random))


def once_more(answering: Answering, random: Random) -> Answering:
    """That was not it. They lie anew: where a finger went tells nothing."""
    return replace(answering, laid=shuffled(random), said=(), again=True)


def known(answering: Answering, vouched: Identified) -> Wish:
    """They knew it: what they came for is asked."""
    if isinstance(answering.of, Coming):
        return Offer(answering.of.card, vouched)
    return showing.wish(answering.of.then, Holder(answering.serial, vouched))


def step(answering: Answering, path: str) -> Turn:
    what, _, about = path.partition("/")
    match what, about:
        case "back", "":
            return Turn(answering.of)
        case "anew", "":
            return Turn(replace(answering, said=()))
        case "erase", "":
            return Turn(replace(answering, said=answering.said[:-1]))
        case "say", sign if _fits(answering, sign):
            return _said(replace(answering, said=(*answering.said, sign), again=False))
    return Turn(answering)


def _fits(answering: Answering, sign: str) -> bool:
    if len(answering.said) >= answering.whole:
        return False
    if answering.means is Means.PICTURES:
        return sign in PICTURES and sign not in answering.said
    return len(sign) == 1 and sign in "0123456789"


def _said(answering: Answering) -> Turn:
    """The last picture, or digit, is the answer."""
    if len(answering.said) < answering.whole:
        return Turn(answering)
    answer = answering.said if answering.means is Means.PICTURES else "".join(answering.said)
    return Turn(answering, Identify(answering.serial, answer))
