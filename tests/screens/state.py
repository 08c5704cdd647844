"""A named state of a screen, and what many of them share."""

from dataclasses import dataclass
from typing import Any

from kiosk.ui.faces import Moment, TramFace, TramState
from kiosk.ui.touch.faces import IdleFace
from kiosk.ui.touch.visit_faces import OutcomeFace

CALM = IdleFace(asking=False, seconds_left=30)
ASKING = IdleFace(asking=True, seconds_left=30)
SAVED = TramFace(TramState.AT_STOP, aboard=2)
LEAVING = TramFace(TramState.LEAVING, aboard=1)
ARRIVED = TramFace(TramState.ARRIVED, aboard=0)
NOON = Moment("2026-05-22", "today", "12.05")
YESTERDAY = Moment("2026-05-21", "yesterday", "18.05")
LONG_AGO = Moment("2026-02-25", "", "10.40")  # a Wednesday: the longest names of day and month


@dataclass(frozen=True)
class State:
    """One named state of one screen: what Stage is given, less what the case says about size and language."""

    name: str
    screen: str
    face: Any  # one of the faces, or None for the screens that need none
    tram: TramFace = ARRIVED
    outcome: OutcomeFace | None = None
    idle: IdleFace = CALM
    quick: bool = True  # whether the quick suite looks at it, too
