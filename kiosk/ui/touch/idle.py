"""When a sitting ends by itself: pure, in seconds on a steady clock."""

from dataclasses import dataclass

from kiosk.ui.touch.errands import AtTheDoor, Errand, Inside
from kiosk.ui.touch.faces import IdleFace

NOBODY = IdleFace(False, 0)


@dataclass(frozen=True)
class Rules:
    """Seconds without a touch until the question; `question`: how long it stays. A worker's way in ends without one."""

    browsing: int
    question: int
    personal: int
    staff: int


def face(quiet: float, rules: Rules, errand: Errand | None = None) -> IdleFace:
    """What to show after `quiet` seconds without a touch."""
    left = _whole(rules, errand) - quiet
    if isinstance(errand, AtTheDoor | Inside) or left > rules.question:
        return NOBODY
    return IdleFace(True, max(0, -int(-left // 1)))


def over(quiet: float, rules: Rules, errand: Errand | None = None) -> bool:
    return quiet >= _whole(rules, errand)


def _whole(rules: Rules, errand: Errand | None) -> int:
    if isinstance(errand, AtTheDoor | Inside):
        return rules.staff
    return (rules.browsing if errand is None else rules.personal) + rules.question
