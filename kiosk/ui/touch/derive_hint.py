"""What the hub's hours say beside an arrival: pure."""

from kiosk.clock import Reading
from kiosk.domain.calendar import Closed, Early, Full, Late
from kiosk.ui.standing import moment
from kiosk.ui.touch.visit_faces import Hint, HintFace

_HINTS = {Early: Hint.EARLY, Late: Hint.LATE, Full: Hint.FULL, Closed: Hint.CLOSED}


def hint(said: Early | Late | Full | Closed | None, now: Reading) -> HintFace | None:
    if said is None:
        return None
    chance = said.opens_at if isinstance(said, Early) else said.next
    return HintFace(_HINTS[type(said)], moment(chance, now) if chance else None)
