"""Who is inside: everybody, nobody, three hundred, and a list that may not be everybody."""

from dataclasses import replace

from kiosk.ui.desk.inside import InsideFace, Part, PartFace
from kiosk.ui.desk.station import HeardLine
from tests.screens.desk.state import NOON, YESTERDAY, DeskState
from tests.screens.desk.today import COUNTED, FULL, GROUP, LONG, MANY, ROWS

_CHILDREN = tuple(row for row in ROWS if row.kind == "person" and row.who == "child" and row.leaves != "not")
_STATIONS = (HeardLine("Banco", NOON, True), HeardLine("Ingresso", NOON, False))
_MISSING = (HeardLine("Ingresso", YESTERDAY, False), HeardLine("Cortile", None, False))
INSIDE = InsideFace(
    NOON,
    FULL.numbers,
    (
        PartFace(Part.CHILDREN, len(_CHILDREN), _CHILDREN),
        PartFace(Part.UNKNOWN, 1, (ROWS[8],)),
        PartFace(Part.GROUPS, 32, (GROUP, COUNTED)),
        PartFace(Part.GUESTS, 1, (ROWS[9],)),
        PartFace(Part.ADULTS, 1, (ROWS[6],)),
    ),
    _STATIONS,
    (),
    True,
)

STATES = (
    DeskState("inside", "inside", INSIDE),
    DeskState("inside-silent", "inside", replace(INSIDE, stations=(_STATIONS[0], *_MISSING), missing=_MISSING)),
    DeskState("inside-copying", "inside", replace(INSIDE, stations=_STATIONS[:1], copied=False)),
    DeskState("inside-nobody", "inside", replace(INSIDE, numbers=replace(FULL.numbers, inside=0, children=0, adults=0,
              educators=0, unknown=0, groups=0, guests=0), parts=(), stations=_STATIONS[:1])),
    DeskState("inside-300", "inside", replace(INSIDE, numbers=MANY.numbers, parts=(PartFace(Part.CHILDREN, 300,
              MANY.rows),))),
    DeskState("inside-long", "inside", replace(INSIDE, parts=(PartFace(Part.GROUPS, 110, LONG.rows[:3]),))),
)  # fmt: skip
