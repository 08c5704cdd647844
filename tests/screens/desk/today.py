"""The day at the desk: the register full, empty, narrowed, with long names; a station that is silent."""

from dataclasses import replace

from kiosk.domain.attendance import How, Kind, State, Who
from kiosk.ui.desk.faces import Said, Tone, Undo
from kiosk.ui.desk.station import HeardLine
from kiosk.ui.desk.today.opening import HoursFace, OpeningFace, TurnFace
from kiosk.ui.desk.today.register import HourBar, Numbers, StateCount, TodayFace
from kiosk.ui.desk.today.rows import BandCount, Leaves, Row
from kiosk.ui.faces import Moment
from kiosk.ui.hints import Hint, HintFace
from tests.screens.desk.state import YESTERDAY, DeskState

_PERSON = Row(
    id="v-0",
    state=State.ARRIVED,
    kind=Kind.PERSON,
    name="Amina Haddad",
    latin="",
    creature="fox",
    who=Who.CHILD,
    years=7,
    band="6-10",
    children=(),
    adults=0,
    educators=0,
    since="15.02",
    until="",
    how="",
    adult="",
    others=(),
    unnamed=0,
    station="",
    leaves=Leaves.ASKED,
)


def person(number: int, name: str, creature: str, **parts: object) -> Row:
    return replace(_PERSON, id=f"v-{number}", name=name, creature=creature, **parts)  # type: ignore[arg-type]


AMINA = person(1, "أمينة حداد", "fox", latin="Amina Haddad", others=("Youssef",), unnamed=1, station="Ingresso")
COUNTED = person(
    2,
    "",
    "",
    kind=Kind.COUNTED,
    who=Who.UNKNOWN,
    years=None,
    children=(BandCount("0-5", 3),),
    adults=2,
    since="15.01",
    station="Ingresso",
    leaves=Leaves.TOGETHER,
)
GROUP = person(
    3,
    "Teresa Modello",
    "owl",
    kind=Kind.GROUP,
    state=State.PRESENT,
    who=Who.UNKNOWN,
    years=None,
    children=(BandCount("6-10", 25),),
    adults=2,
    since="14.40",
    leaves=Leaves.TOGETHER,
)
ROWS = (
    AMINA,
    person(4, "Youssef Haddad", "cat", years=10, others=("Amina",), unnamed=1),
    COUNTED,
    person(
        5, "Wei 陈", "fish", latin="Wei Chen", state=State.PRESENT, years=15, since="14.58", leaves=Leaves.THEMSELVES
    ),
    person(6, "Camila Rojas", "rabbit", state=State.PRESENT, years=11, since="14.52", others=("Mateo", "Rosario")),
    person(7, "Mateo Rojas", "dino", state=State.PRESENT, years=4, since="14.52", others=("Camila", "Rosario")),
    person(
        8, "Rosario Quispe", "bear", state=State.PRESENT, who=Who.ADULT, years=None, since="14.52",
        others=("Camila", "Mateo"), leaves=Leaves.THEMSELVES,
    ),
    GROUP,
    person(9, "", "", state=State.PRESENT, who=Who.UNKNOWN, years=None, band="", since="14.31"),
    person(10, "Luca", "", kind=Kind.GUEST, state=State.PRESENT, years=None, band="11-13", since="14.20",
           leaves=Leaves.TOGETHER),
    person(11, "Sofia Prova", "bird", state=State.EXPECTED, years=6, since="16.00", leaves=Leaves.NOT,
           turn="2026-12-01T15:00:00.000Z", event="e-11"),
    person(12, "Tommaso Bianchi", "dino", state=State.LEFT, years=6, since="14.05", until="15.00", leaves=Leaves.NOT,
           how=How.WITH_ADULT, adult="Giulia Bianchi"),
    person(13, "Kavindu Perera", "fox", state=State.LEFT, years=13, since="14.10", until="14.55", leaves=Leaves.NOT,
           how=How.ALONE),
)  # fmt: skip
_HOURS = tuple(
    HourBar(hour, people, hour == 15)
    for hour, people in zip(range(9, 19), (2, 8, 11, 4, 0, 35, 9, 0, 0, 0), strict=True)
)
FULL = TodayFace(
    day="2026-12-01",
    opening=OpeningFace(
        (HoursFace("9.30", "12.30"), HoursFace("14.00", "18.00")), ("15.00",), TurnFace("15.00", 20, 14), ""
    ),
    numbers=Numbers(41, 33, 6, 1, 1, 1, 1),
    expected=6,
    states=(
        StateCount("all", 49),
        StateCount("arrived", 3),
        StateCount("present", 22),
        StateCount("expected", 6),
        StateCount("left", 18),
    ),
    state="all",
    text="",
    rows=ROWS,
    hours=_HOURS,
    silent=(),
)
EMPTY = replace(
    FULL,
    opening=OpeningFace((), (), None, "strike"),
    numbers=Numbers(0, 0, 0, 0, 0, 0, 0),
    expected=0,
    states=tuple(StateCount(one.state, 0) for one in FULL.states),
    rows=(),
    hours=tuple(replace(bar, people=0, now=bar.hour == 9) for bar in _HOURS),
)
_LONG = "Maria Guadalupe Concepción de los Ángeles Esempio Lunghissima"
LONG = replace(
    FULL,
    rows=(
        person(1, _LONG, "owl", latin=_LONG, others=("Guadalupe Concepción", "Bartolomea", "Massimiliano"), unnamed=3,
               station="Ingresso dal cortile", band="", years=None),
        person(2, "Александра Примерова-Длинная", "bird", latin="Aleksandra Primerova-Dlinnaja", state=State.PRESENT),
        replace(GROUP, name=_LONG, children=tuple(BandCount(band, 25) for band in ("0-5", "6-10", "11-13", "14-17"))),
        person(4, "Bo", "cat", state=State.LEFT, until="15.00", adult=_LONG, leaves=Leaves.NOT),
    ),
)  # fmt: skip
MANY = replace(
    FULL,
    numbers=Numbers(300, 300, 0, 0, 0, 0, 0),
    states=(StateCount("all", 300), *FULL.states[1:]),
    rows=tuple(person(number, f"Bambina Prova {number}", "cat") for number in range(300)),
)
NOBODY = replace(FULL, text="zzz", rows=())
SILENT = replace(FULL, silent=(HeardLine("Ingresso", YESTERDAY, False), HeardLine("Cortile", None, False)))

TURNS = OpeningFace((), ("10.00", "11.30", "14.30", "16.00"), TurnFace("16.00", 20, 0), "")

EXPECTED = (
    *(row for row in ROWS if row.state is State.EXPECTED),
    replace(COUNTED, id="v-20", state=State.EXPECTED, since="16.00", leaves=Leaves.NOT, station="", event="e-20"),
)
_LATER = HintFace(Hint.FULL, Moment("2026-12-02", "tomorrow", "11.30"))

STATES = (
    DeskState("today", "today", FULL),
    DeskState("today-empty", "today", EMPTY),
    DeskState("today-long", "today", LONG),
    DeskState("today-many", "today", MANY),
    DeskState("today-nobody", "today", NOBODY),
    DeskState("today-silent", "today", SILENT),
    DeskState("today-counted", "today", replace(FULL, rows=(COUNTED, GROUP))),
    DeskState("today-turns", "today", replace(FULL, opening=TURNS)),
    DeskState("today-left", "today", replace(FULL, state="left", rows=ROWS[-2:])),
    DeskState("today-done", "today", FULL, Said(Tone.DONE, "arrived", "Amina", 4, Undo("today/undo/v:e"), "today")),
    DeskState("today-hint", "today", FULL, Said(Tone.DONE, "arrived", "Amina", 4, Undo("today/undo/v:e"), hint=_LATER)),
    DeskState("today-expected", "today", replace(FULL, state="expected", rows=EXPECTED)),
    DeskState("today-no", "today", FULL, Said(Tone.NO, "replaced")),
)
