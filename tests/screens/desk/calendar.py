"""The calendar: a week that is full, empty, read only; a day that is changed; a turn, its list, and a full one."""

from dataclasses import replace

from kiosk.domain.attendance import Kind, State, Who
from kiosk.domain.calendar import Closure
from kiosk.ui.desk.calendar.turn import CountFace, FindFace, FullFace, PartyFace, TurnHead, TurnListFace
from kiosk.ui.desk.calendar.week import (
    DayFace,
    EditDayFace,
    LeadFace,
    RowFace,
    SlotFace,
    StrandedFace,
    WeekFace,
)
from kiosk.ui.desk.faces import Said, Tone, Undo
from kiosk.ui.desk.today.arriving import HitLine, Tile
from kiosk.ui.desk.today.leaving import PersonLine
from kiosk.ui.desk.today.rows import BandCount, Leaves
from kiosk.ui.faces import Moment
from tests.screens.desk.state import DeskState
from tests.screens.desk.today import person

_HERE = LeadFace(True, "", True)
_ELSEWHERE = LeadFace(False, "Banco grande", False)
_NOBODYS = LeadFace(False, "", False)
_TIMES = (("10.00", "11.15"), ("11.30", "12.45"), ("14.30", "15.45"), ("16.00", "17.15"))
_LONG = "Maria Guadalupe Concepción de los Ángeles Esempio Lunghissima"


def slot(day: int, at: int, taken: int | None, **parts: object) -> SlotFace:
    begins, ends = _TIMES[at]
    free = None if taken is None else max(0, 20 - taken)
    made = SlotFace(f"2026-12-{day:02}T{9 + at:02}:00:00.000Z", begins, ends, 20, taken, free, False, False)
    return replace(made, **parts)  # type: ignore[arg-type]


def hours(day: int, begins: str, ends: str, taken: int | None = 0, **parts: object) -> SlotFace:
    made = SlotFace(f"2026-12-{day:02}T08:30:00.000Z-{begins}", begins, ends, None, taken, None, False, False)
    return replace(made, **parts)  # type: ignore[arg-type]


def day(number: int, *slots: SlotFace, **parts: object) -> DayFace:
    month = "11" if number == 30 else "12"
    made = DayFace(f"2026-{month}-{number:02}", False, False, False, "", slots)
    return replace(made, **parts)  # type: ignore[arg-type]


_DAYS = (
    day(30, past=True),
    day(
        1,
        slot(1, 0, 18, over=True),
        slot(1, 1, 20, over=True),
        slot(1, 2, 14, now=True),
        slot(1, 3, 20),
        today=True,
    ),
    day(2, *(slot(2, at, taken) for at, taken in enumerate((20, 6, 0, 23)))),
    day(3, hours(3, "9.30", "12.30", 6), hours(3, "14.00", "18.00")),
    day(4, differs=True, why="strike"),
    day(5, hours(5, "15.00", "18.00", 1), differs=True, why="event"),
    day(6),
)
WEEK = WeekFace("2026-12-01", "2026-11-30", "2026-12-06", True, "2026-11-23", "2026-12-07", True, _DAYS, (), _HERE)
_UNKNOWN = tuple(replace(one, slots=tuple(replace(each, taken=None, free=None) for each in one.slots)) for one in _DAYS)
_UNSAID = replace(WEEK, said=False, days=tuple(map(day, range(1, 8))))
_STRANDED = (
    StrandedFace("2026-12-04T09:00:00.000Z", Moment("2026-12-04", "", "10.00"), 7),
    StrandedFace("2026-12-04T13:30:00.000Z", Moment("2026-12-04", "", "14.30"), 1),
)
_MANY = replace(
    WEEK,
    at="2026-12-16",
    first="2026-12-14",
    last="2026-12-20",
    this=False,
    days=tuple(
        DayFace(f"2026-12-{number}", False, False, False, "", tuple(slot(number, at % 4, at * 2) for at in range(12)))
        for number in range(14, 21)
    ),
)

_ROWS = tuple(RowFace(begins, ends, "20") for begins, ends in _TIMES)
EDIT = EditDayFace("2026-12-02", False, False, False, "", _ROWS, _ROWS, tuple(Closure), 0, _HERE)
_CLOSED = replace(EDIT, differs=True, why="strike", rows=(), expected=49)
_OTHER = replace(EDIT, differs=True, why="event", rows=(RowFace("15.00", "18.00", ""), RowFace("20.00", "24.00", "8")))

HEAD = TurnHead(
    "2026-12-01T15:00:00.000Z", "2026-12-01", Moment("2026-12-01", "today", "16.00"), slot(1, 3, 14), True, _HERE
)
_FULL_HEAD = replace(HEAD, slot=slot(1, 3, 20))
_EXPECTED = {"state": State.EXPECTED, "since": "16.00", "leaves": Leaves.NOT, "turn": HEAD.turn}
_LIST = (
    person(1, "أمينة حداد", "fox", latin="Amina Haddad", others=("Omar", "Giulia"), party="p", event="1", **_EXPECTED),
    person(2, "Omar Haddad", "cat", years=13, others=("Amina", "Giulia"), party="p", event="2", **_EXPECTED),
    person(3, "Giulia Haddad", "bear", who=Who.ADULT, years=None, others=("Amina", "Omar"), party="p", event="3",
           **_EXPECTED),
    person(4, "", "", kind=Kind.COUNTED, who=Who.UNKNOWN, years=None, children=(BandCount("6-10", 8),), adults=1,
           event="4", **_EXPECTED),
    person(5, "Wei 陈", "fish", latin="Wei Chen", state=State.PRESENT, years=15, since="15.52"),
    person(6, "Sofia Prova", "bird", state=State.ARRIVED, years=6, since="15.58"),
)  # fmt: skip
LIST = TurnListFace(HEAD, _LIST)
_GONE = TurnListFace(replace(HEAD, slot=None, gives=False, at=Moment("2026-12-04", "", "10.00")), _LIST[:3])


def _line(number: int, name: str, creature: str, **parts: object) -> PersonLine:
    made = PersonLine(f"p-{number}", name, "", name.partition(" ")[0], creature, 8, "6-10")
    return replace(made, **parts)  # type: ignore[arg-type]


_AMINA = _line(1, "أمينة حداد", "fox", latin="Amina Haddad")
_OMAR = _line(2, "Omar Haddad", "cat", years=13)
_GIULIA = _line(3, "Giulia Haddad", "bear", years=None, band="")
_FOUND = FindFace(
    HEAD,
    "had",
    (
        HitLine(_AMINA, "h", "Haddad", False, True),
        HitLine(_OMAR, "h", "Haddad", False, False),
        HitLine(_GIULIA, "h", "Haddad", True, False),
    ),
)
_FAMILY = PartyFace(
    HEAD,
    "h",
    (Tile(_AMINA, False, True, False), Tile(_OMAR, False, False, True), Tile(_GIULIA, True, False, True)),
)
_FULL = FullFace(
    _FULL_HEAD,
    "p-1+p-2//1/0",
    3,
    ("Amina", "Omar"),
    0,
    False,
    Moment("2026-12-02", "tomorrow", "11.30"),
    "2026-12-02T10:30:00.000Z",
    ("nobody_turned_away", "authority_asked"),
)

STATES = (
    DeskState("calendar", "calendar", WEEK),
    DeskState("calendar-elsewhere", "calendar", replace(WEEK, lead=_ELSEWHERE, days=_UNKNOWN)),
    DeskState("calendar-no-lead", "calendar", replace(WEEK, lead=_NOBODYS, days=_UNKNOWN)),
    DeskState("calendar-educator", "calendar", replace(WEEK, lead=replace(_HERE, edits=False))),
    DeskState("calendar-stranded", "calendar", replace(WEEK, at="2026-12-04", stranded=_STRANDED)),
    DeskState("calendar-many", "calendar", _MANY),
    DeskState("calendar-unsaid", "calendar", _UNSAID),
    DeskState("calendar-unsaid-read", "calendar", replace(_UNSAID, lead=_ELSEWHERE)),
    DeskState("calendar-done", "calendar", WEEK, Said(Tone.DONE, "closed", number=8, undo=Undo("calendar/undo/e"))),
    DeskState("calendar-day", "calendar-day", EDIT),
    DeskState("calendar-day-closed", "calendar-day", _CLOSED),
    DeskState("calendar-day-hours", "calendar-day", _OTHER),
    DeskState("calendar-day-slip", "calendar-day", _OTHER, Said(Tone.NO, "time", number=2)),
    DeskState("calendar-day-read", "calendar-day", replace(_OTHER, lead=_ELSEWHERE)),
    DeskState("calendar-day-past", "calendar-day", replace(EDIT, past=True)),
    DeskState("calendar-turn", "calendar-turn", LIST),
    DeskState("calendar-turn-empty", "calendar-turn", TurnListFace(replace(HEAD, slot=slot(1, 3, 0)), ())),
    DeskState("calendar-turn-full", "calendar-turn", replace(LIST, head=_FULL_HEAD)),
    DeskState("calendar-turn-gone", "calendar-turn", _GONE),
    DeskState(
        "calendar-turn-elsewhere",
        "calendar-turn",
        replace(LIST, head=replace(HEAD, gives=False, lead=_ELSEWHERE, slot=slot(1, 3, None))),
    ),
    DeskState(
        "calendar-turn-long",
        "calendar-turn",
        replace(LIST, rows=(person(1, _LONG, "owl", latin=_LONG, others=(_LONG,), event="1", **_EXPECTED),)),
    ),
    DeskState(
        "calendar-turn-off", "calendar-turn", LIST, Said(Tone.DONE, "off", "Amina", 1, Undo("calendar/again/t/p"))
    ),
    DeskState("calendar-find", "calendar-find", _FOUND),
    DeskState("calendar-find-empty", "calendar-find", FindFace(HEAD, "", ())),
    DeskState("calendar-family", "calendar-family", _FAMILY),
    DeskState("calendar-count", "calendar-count", CountFace(HEAD, ("0-5", "6-10", "11-13", "14-17"))),
    DeskState("calendar-full", "calendar-full", _FULL),
    DeskState("calendar-full-nowhere", "calendar-full", replace(_FULL, next=None, next_turn="", free=2, becauses=())),
    DeskState("calendar-full-fits", "calendar-full", replace(_FULL, fits=True, next=None, next_turn="")),
)
