"""The faces of the calendar: a day that differs, an opening's fullness, who is expected where nobody waits."""

from datetime import date, datetime, timedelta

from kiosk.clock import stamp
from kiosk.domain.attendance import Kind, State, Stay
from kiosk.domain.calendar import Closed, Closure, Day, Early, Full, Hours, Late, Span
from kiosk.ui.desk.calendar import turn as turns
from kiosk.ui.desk.calendar import week as weeks
from kiosk.ui.desk.calendar.week import LeadFace, RowFace, WeekFace
from kiosk.ui.faces import Moment
from kiosk.ui.hints import Hint, HintFace, hint
from kiosk.usecases.day import Entry
from kiosk.usecases.known import Known
from kiosk.usecases.opening import Slot
from kiosk.usecases.week import InTurn, Leading, OneDay, Week, WeekDay
from tests.conftest import ToldClock
from tests.hubs import rome

NOW = ToldClock().read()  # Tuesday, 1 December 2026, 10 o'clock
TODAY = date(2026, 12, 1)
HERE = Leading(None, edits=True)


def slot(begins: datetime, minutes: int, capacity: int | None = None, taken: int | None = None) -> Slot:
    return Slot(Span(begins, begins + timedelta(minutes=minutes), capacity), taken)


def week(*slots: Slot, differs: Day | None = None, stranded: tuple[Stay, ...] = (), lead: Leading = HERE) -> WeekFace:
    days = tuple(WeekDay(TODAY + timedelta(days=ahead), slots if ahead == 0 else (), None) for ahead in range(-1, 6))
    today = WeekDay(TODAY, slots, differs)
    return weeks.derive(Week((days[0], today, *days[2:]), True, stranded, lead), TODAY, NOW)


def test_an_opening_says_how_full_it_is_and_whether_it_is_over() -> None:
    over, now, later = (
        week(slot(rome("08:00"), 60, 3, 1), slot(rome("09:30"), 60, 3, 5), slot(rome("14:00"), 60)).days[1].slots
    )
    assert (over.over, over.now, over.free) == (True, False, 2)
    assert (now.over, now.now, now.free, now.taken) == (False, True, 0, 5)
    assert (later.begins, later.ends, later.places, later.free) == ("14.00", "15.00", None, None)


def test_a_day_that_differs_says_why_where_somebody_did() -> None:
    face = week(differs=Day(why=Closure.STRIKE)).days[1]
    assert (face.today, face.past, face.differs, face.why) == (True, False, True, "strike")
    assert week(differs=Day((Hours("10:00", "11:00"),))).days[1].why == ""
    assert week().days[0].past


def test_those_in_a_turn_that_is_no_more_are_counted_by_turn() -> None:
    first, second = stamp(rome("10:00", 4)), stamp(rome("14:30", 4))
    lost = (
        Stay(State.EXPECTED, person="p", turns=(second,)),
        Stay(State.EXPECTED, Kind.GROUP, person="q", adults=2, turns=(first,)),
        Stay(State.EXPECTED, person="r", turns=(first,)),
    )
    assert [(one.at.time, one.people) for one in week(stranded=lost).stranded] == [("10.00", 4), ("14.30", 1)]


def test_the_lead_is_named_where_it_is_another_station() -> None:
    assert week(lead=Leading("Banco", edits=False)).lead == LeadFace(False, "Banco", False)
    assert week(lead=Leading("", edits=False)).lead == LeadFace(False, "", False)
    assert week().lead == LeadFace(True, "", True)


def test_a_day_is_edited_from_the_hours_that_hold_on_it() -> None:
    weekly = Day((Hours("09:30", "24:00", 20),))
    face = weeks.edit(OneDay(WeekDay(TODAY, (), None), weekly, HERE), ("strike",), NOW)
    assert face.rows == face.weekly == (RowFace("9.30", "24.00", "20"),)
    closed = weeks.edit(OneDay(WeekDay(TODAY, (), Day(why=Closure.STRIKE)), weekly, HERE), ("strike",), NOW)
    assert (closed.rows, closed.why, closed.weekly) == ((), "strike", face.weekly)


def test_a_turn_is_given_only_at_the_lead_and_knows_who_is_in_it_by_every_id() -> None:
    stay = Stay(State.EXPECTED, person="p", ids=("p", "old"), turns=(stamp(rome("14:30")),), events=("e",))
    entry = Entry(stay, Known("p", "Amina", "Haddad", "", "fox", "6-10", 8))
    here = InTurn(rome("14:30"), slot(rome("14:30"), 60, 3, 1), True, HERE, (entry,))
    assert here.people == {"p", "old"}
    (row,) = turns.derive(here, NOW).rows
    assert (row.name, row.event, row.turn) == ("Amina Haddad", "e", stamp(rome("14:30")))
    elsewhere = InTurn(rome("14:30"), here.slot, True, Leading("Banco", edits=False))
    assert (turns.head(here, NOW).gives, turns.head(elsewhere, NOW).gives) == (True, False)


def test_a_hint_names_the_next_chance_where_there_is_one() -> None:
    at = rome("14:30")
    assert hint(Early(at), NOW) == HintFace(Hint.EARLY, Moment("2026-12-01", "today", "14.30"))
    assert [hint(said, NOW) for said in (Full(None), Late(None), Closed(None), None)] == [
        HintFace(Hint.FULL, None),
        HintFace(Hint.LATE, None),
        HintFace(Hint.CLOSED, None),
        None,
    ]
