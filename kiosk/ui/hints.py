"""What the hub's hours say beside an arrival, at both faces."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.clock import Reading
from kiosk.domain.calendar import Closed, Early, Full, Late
from kiosk.ui.faces import Moment
from kiosk.ui.standing import moment


class Hint(StrEnum):
    """They refuse nobody."""

    EARLY = "early"
    LATE = "late"
    FULL = "full"
    CLOSED = "closed"


@dataclass(frozen=True)
class HintFace:
    hint: Hint
    next: Moment | None  # the next chance to come, None where none is known


_HINTS = {Early: Hint.EARLY, Late: Hint.LATE, Full: Hint.FULL, Closed: Hint.CLOSED}


def hint(said: Early | Late | Full | Closed | None, now: Reading) -> HintFace | None:
    if said is None:
        return None
    chance = said.opens_at if isinstance(said, Early) else said.next
    return HintFace(_HINTS[type(said)], moment(chance, now) if chance else None)
