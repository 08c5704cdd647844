"""Central is asked for what this hub may not give by itself: somebody waits, a few seconds at most."""

from dataclasses import dataclass, field

from kiosk.domain.wire import PendingAsk
from kiosk.ui.touch.errands import paying
from kiosk.ui.touch.errands.holding import Minding
from kiosk.ui.touch.errands.joining import Joining
from kiosk.ui.touch.errands.paying import Paying
from kiosk.ui.touch.errands.turn import Turn
from kiosk.ui.touch.held import CalledOff, Holder, NotGiven
from kiosk.ui.touch.value_wishes import Await, CallOff, Move, Pay, SignUp


@dataclass(frozen=True)
class Waiting:
    """`before`: where they go on when they do not wait."""

    before: Paying | Joining | Minding = field(repr=False)
    awaits: Await

    @property
    def holder(self) -> Holder:
        return self.before.holder


def begun(before: Paying | Joining | Minding, wish: Pay | SignUp | Move, asked: PendingAsk) -> Turn:
    awaits = Await(wish, asked)
    return Turn(Waiting(before, awaits), awaits)


def step(waiting: Waiting, path: str) -> Turn:
    """What was asked is called off first: only then is it sure that nothing was given."""
    return Turn(waiting, CallOff(waiting.awaits) if path == "back" else None)


def over(waiting: Waiting, answer: CalledOff | NotGiven) -> Turn | None:
    """Nothing was given: back to where they were, with what is here; None where there is nothing."""
    if isinstance(answer, CalledOff):
        return Turn(waiting.before)
    again = paying.with_what_is_here(waiting.before) if isinstance(waiting.before, Paying) else None
    return Turn(again) if again else None
