"""The desk's page about its own station."""

from dataclasses import replace

from kiosk.papers import qr
from kiosk.ui.desk.faces import Said, Tone, Undo
from kiosk.ui.desk.families.paper import QrFace
from kiosk.ui.desk.station import DeskStationFace, HeardLine, TimeFace
from kiosk.ui.faces import Moment, StationState
from tests.screens.desk.state import NOON, STANDS, YESTERDAY, DeskState

_BOTH = (HeardLine("Banco", NOON, True), HeardLine("Ingresso", YESTERDAY, False), HeardLine("Cortile", None, False))
_FULL = DeskStationFace(STANDS, _BOTH, 173, False, NOON, 0, True)
_QUIET = replace(_FULL, stands=replace(STANDS, waiting=0, oldest=None), stations=_BOTH[:1])
_OLD = replace(STANDS, state=StationState.AS_OF, as_of=YESTERDAY)
_TIRED = replace(_FULL, stands=_OLD, blanks=12, few_blanks=True, aside=3, anchored=False)

_ASKED = qr.draw("https://hub.example.org/time?q=00000258a1b2c3d4")
_TIME = TimeFace(QrFace(_ASKED.size, _ASKED.path), True, False, Moment("2026-11-11", "", "18.05"), 2026)

STATES = (
    DeskState("station", "station", _FULL),
    DeskState("station-quiet", "station", _QUIET),
    DeskState(
        "station-old", "station", replace(_FULL, stands=_OLD, blanks=12, few_blanks=True, aside=3, anchored=False)
    ),
    DeskState("station-by-hand", "station", replace(_FULL, by_hand=True)),
    DeskState("station-time", "station-time", _TIME),
    DeskState("station-time-educator", "station-time", replace(_TIME, by_hand=False)),
    DeskState("station-time-alone", "station-time", replace(_TIME, question=None)),
    DeskState("station-time-known", "station-time", replace(_TIME, known=True)),
    DeskState("station-time-back", "station-time", _TIME, Said(Tone.NO, "back")),
    DeskState("station-time-no-time", "station-time", _TIME, Said(Tone.NO, "no_time")),
    DeskState("station-time-old", "station-time", _TIME, Said(Tone.NO, "old")),
    DeskState("station-told", "station", replace(_FULL, by_hand=True), Said(Tone.DONE, "told")),
    DeskState("station-never", "station", DeskStationFace(None, (), 0, True, None, 0, False)),
    DeskState("station-done", "station", _FULL, Said(Tone.DONE, "", undo=Undo("today/undo/v"))),
    DeskState("station-no", "station", _FULL, Said(Tone.NO, "not_now")),
)
