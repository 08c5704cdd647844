"""The desk's page about its own station."""

from dataclasses import replace

from kiosk.ui.desk.faces import Said, Tone, Undo
from kiosk.ui.desk.station import DeskStationFace, HeardLine
from kiosk.ui.faces import StationState
from tests.screens.desk.state import NOON, STANDS, YESTERDAY, DeskState

_BOTH = (HeardLine("Banco", NOON, True), HeardLine("Ingresso", YESTERDAY, False), HeardLine("Cortile", None, False))
_FULL = DeskStationFace(STANDS, _BOTH, 173, False, NOON, 0, True)
_QUIET = replace(_FULL, stands=replace(STANDS, waiting=0, oldest=None), stations=_BOTH[:1])
_OLD = replace(STANDS, state=StationState.AS_OF, as_of=YESTERDAY)
_TIRED = replace(_FULL, stands=_OLD, blanks=12, few_blanks=True, aside=3, anchored=False)

STATES = (
    DeskState("station", "station", _FULL),
    DeskState("station-quiet", "station", _QUIET),
    DeskState(
        "station-old", "station", replace(_FULL, stands=_OLD, blanks=12, few_blanks=True, aside=3, anchored=False)
    ),
    DeskState("station-never", "station", DeskStationFace(None, (), 0, True, None, 0, False)),
    DeskState("station-done", "station", _FULL, Said(Tone.DONE, "", undo=Undo("today/undo/v"))),
    DeskState("station-no", "station", _FULL, Said(Tone.NO, "not_now")),
)
