"""The desk's page about its own station."""

from dataclasses import replace

from kiosk.ui.desk.faces import Said, Tone, Undo
from kiosk.ui.desk.station import DeskStationFace, HeardLine
from kiosk.ui.faces import StationState
from tests.screens.desk.state import NOON, STANDS, YESTERDAY, DeskState

_BOTH = (HeardLine("Banco", NOON, True), HeardLine("Ingresso", YESTERDAY, False), HeardLine("Cortile", None, False))
_QUIET = replace(STANDS, waiting=0, oldest=None)

STATES = (
    DeskState("station", "station", DeskStationFace(STANDS, _BOTH)),
    DeskState("station-quiet", "station", DeskStationFace(_QUIET, _BOTH[:1])),
    DeskState(
        "station-old", "station", DeskStationFace(replace(STANDS, state=StationState.AS_OF, as_of=YESTERDAY), ())
    ),
    DeskState(
        "station-done", "station", DeskStationFace(STANDS, _BOTH), Said(Tone.DONE, "", undo=Undo("today/undo/v"))
    ),
    DeskState("station-no", "station", DeskStationFace(STANDS, _BOTH), Said(Tone.NO, "not_now")),
)
