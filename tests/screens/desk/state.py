"""One named state of one page of the desk, and what stands around all of them. Everybody in it is invented."""

from dataclasses import dataclass, replace
from typing import Any

from kiosk.ui.desk.asking import WaitFace
from kiosk.ui.desk.faces import DeskFrame, Said, Section, Tab
from kiosk.ui.faces import Age, Moment, StationFace, StationState, TramFace, TramState

NOON = Moment("2026-12-01", "today", "14.58")
YESTERDAY = Moment("2026-11-30", "yesterday", "18.05")
STANDS = StationFace(StationState.UP_TO_DATE, NOON, 2, Age(4, "minutes"), 0, 100, 100, "Hub Baggio", "7F3A")
TABS = tuple(Tab(section, 3 if section is Section.NEEDS else 0) for section in Section)
FRAME = DeskFrame(("Hub", "Baggio"), TramFace(TramState.LEAVING, 2), STANDS, "Ada Prova", TABS, "")
LOCKED = replace(FRAME, worker="", tabs=(), section="")


@dataclass(frozen=True)
class DeskState:
    name: str
    screen: str
    face: Any
    said: Said | None = None
    frame: DeskFrame = FRAME
    waits: WaitFace | None = None

    @property
    def around(self) -> DeskFrame:
        """The frame as it is on this page."""
        return self.frame if not self.frame.worker else replace(self.frame, section=self.screen.partition("-")[0])
