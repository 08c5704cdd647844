"""The person now at the screen: where they are, what they are in the middle of, what was answered. Dropped whole."""

from dataclasses import dataclass, field, replace

from kiosk.ui.touch.answer import Said
from kiosk.ui.touch.errands import Errand, Waiting
from kiosk.ui.touch.sitting import ATTRACT, ERRAND, OVER, Sitting
from kiosk.ui.touch.value_wishes import Await, CallOff
from kiosk.ui.touch.wishes import Wish


@dataclass(frozen=True)
class Here:
    """`waiting`: what was asked of the store; until it answers, no second touch asks again."""

    sitting: Sitting
    errand: Errand | None = field(default=None, repr=False)
    said: Said | None = field(default=None, repr=False)
    waiting: Wish | None = field(default=None, repr=False)

    @property
    def at_errand(self) -> bool:
        """Whether the errand's screen is the one to show: the language, or the tram, may lie over it."""
        return self.errand is not None and self.sitting.where == ERRAND

    @property
    def free(self) -> bool:
        """Whether a touch asks anything: a wait for central can be ended."""
        return self.waiting is None or isinstance(self.waiting, Await)

    @property
    def idle(self) -> bool:
        return self.sitting.where == ATTRACT


def moved(here: Here, to: Sitting) -> Here:
    """They went somewhere: an errand that was left behind is dropped."""
    if ERRAND in to.trail:
        return replace(here, sitting=to)
    return replace(here, sitting=to, errand=None, waiting=None if isinstance(here.waiting, Await) else here.waiting)


def busy(here: Here, errand: Errand | None, wish: Wish | None = None) -> Here:
    """In the middle of something, or not any more. What is new comes on top of where they looked meanwhile."""
    trail = tuple(where for where in here.sitting.trail if where != ERRAND)
    if errand is not None:
        stays = ERRAND in here.sitting.trail and (errand == here.errand or here.sitting.where in OVER)
        trail = here.sitting.trail if stays else (*trail, ERRAND)
    return replace(here, sitting=replace(here.sitting, trail=trail or (ATTRACT,)), errand=errand, waiting=wish)


def told(here: Here, said: Said | None) -> Here:
    """It was answered: whatever it was about is over."""
    return replace(busy(here, None), said=said)


def interrupted(here: Here) -> Here:
    """Somebody scans: what was asked before will not be answered here, and nobody waits for central."""
    errand = here.errand.before if isinstance(here.errand, Waiting) else here.errand
    return replace(here, errand=errand, waiting=None)


def left_behind(before: Here, here: Here) -> CallOff | None:
    """Whoever goes on without an answer of central's has called it off."""
    if not isinstance(before.waiting, Await) or isinstance(here.waiting, Await | CallOff):
        return None
    return CallOff(before.waiting)
