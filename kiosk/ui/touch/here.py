"""The person now at the screen: where they are, what they are in the middle of, what was answered. Dropped whole."""

from dataclasses import dataclass, field, replace

from kiosk.ui.touch.answer import Said
from kiosk.ui.touch.errands import Errand
from kiosk.ui.touch.sitting import ATTRACT, ERRAND, OVER, Sitting
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
    def idle(self) -> bool:
        return self.sitting.where == ATTRACT


def moved(here: Here, to: Sitting) -> Here:
    """They went somewhere: an errand that was left behind is dropped."""
    return replace(here, sitting=to, errand=here.errand if ERRAND in to.trail else None)


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
