"""When a sitting ends by itself: pure, in seconds on a steady clock."""

from dataclasses import dataclass

from kiosk.ui.touch.faces import IdleFace

NOBODY = IdleFace(False, 0)


@dataclass(frozen=True)
class Rules:
    browsing: int  # seconds without a touch until the question
    question: int  # seconds the question stays


def face(quiet: float, rules: Rules) -> IdleFace:
    """What to show after `quiet` seconds without a touch."""
    left = rules.browsing + rules.question - quiet
    if left > rules.question:
        return NOBODY
    return IdleFace(True, max(0, -int(-left // 1)))


def over(quiet: float, rules: Rules) -> bool:
    return quiet >= rules.browsing + rules.question
