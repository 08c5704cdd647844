"""Hours as a coordinator types them, and a weekday's hours from some day on."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.calendar import Calendar, Hours, Weekly, on
from kiosk.domain.timetable import Slip, Typed, Wrong, clock, from_day_on, hours

TUESDAY, NEXT = date(2026, 12, 1), date(2026, 12, 8)
MORNING, EVENING = Hours("09:30", "12:30"), Hours("18:00", "20:00", 12)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9", "09:00"),
        ("9.30", "09:30"),
        ("09:30", "09:30"),
        ("930", "09:30"),
        ("1730", "17:30"),
        (" 9,30 ", "09:30"),
        ("24", "24:00"),
        ("0", "00:00"),
        ("24.30", None),
        ("9.60", None),
        ("9.3", None),
        ("nove", None),
        ("", None),
    ],
)
def test_a_time_is_read_however_it_is_typed(typed: str, meant: str | None) -> None:
    assert clock(typed) == meant


@given(st.text())
def test_whatever_is_typed_is_a_time_or_none(text: str) -> None:
    read = clock(text)
    assert read is None or read == "24:00" or "00:00" <= read <= "23:59"


def test_rows_are_read_in_the_order_of_the_day_and_empty_ones_are_none() -> None:
    rows = [Typed("18", "20", "12"), Typed("", ""), Typed("9.30", "12.30")]
    assert hours(rows) == (MORNING, EVENING)


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        (Typed("24", "25"), Wrong.TIME),
        (Typed("24", "9"), Wrong.TIME),
        (Typed("9", ""), Wrong.TIME),
        (Typed("9", "9"), Wrong.SAME_TIME),
        (Typed("9", "10", "0"), Wrong.PLACES),
        (Typed("9", "10", "10000"), Wrong.PLACES),
        (Typed("9", "10", "²"), Wrong.PLACES),
        (Typed("9.30", "10"), Wrong.TWICE),
    ],
)
def test_a_slip_is_named_with_its_row(row: Typed, wrong: Wrong) -> None:
    assert hours([Typed("9.30", "12.30"), row]) == Slip(wrong, 2)


def test_a_day_without_a_row_is_not_meant_to_be_hours() -> None:
    assert hours([Typed("", "")]) == Slip(Wrong.NO_HOURS)


def test_a_weekday_changes_from_a_day_on_and_no_day_before() -> None:
    changed = Calendar(from_day_on([Weekly(2, MORNING), Weekly(4, MORNING)], NEXT, [EVENING]))
    assert (on(changed, TUESDAY), on(changed, NEXT), on(changed, date(2027, 6, 1))) == (
        (MORNING,),
        (EVENING,),
        (EVENING,),
    )
    assert on(changed, date(2026, 12, 10)) == (MORNING,)


def test_what_replaces_a_season_ends_with_it_and_the_next_season_stays() -> None:
    winter = Weekly(2, MORNING, date(2026, 9, 1), date(2027, 5, 31))
    summer = Weekly(2, EVENING, date(2027, 6, 1))
    changed = Calendar(from_day_on([winter, summer], NEXT, [Hours("15:00", "18:00")]))
    assert on(changed, date(2027, 5, 25)) == (Hours("15:00", "18:00"),)
    assert on(changed, date(2027, 6, 1)) == (EVENING,)


def test_a_weekday_without_hours_gets_some_until_the_next_season_begins() -> None:
    changed = Calendar(from_day_on([Weekly(2, EVENING, date(2027, 6, 1))], NEXT, [MORNING]))
    assert (on(changed, date(2027, 5, 25)), on(changed, date(2027, 6, 1))) == ((MORNING,), (EVENING,))


def test_a_weekday_may_be_closed_from_a_day_on() -> None:
    changed = Calendar(from_day_on([Weekly(2, MORNING)], NEXT, []))
    assert (on(changed, TUESDAY), on(changed, NEXT)) == ((MORNING,), ())


def test_hours_that_only_began_that_day_leave_nothing_behind_and_the_same_hours_change_nothing() -> None:
    table = (Weekly(2, MORNING, NEXT),)
    assert from_day_on(table, NEXT, [EVENING]) == (Weekly(2, EVENING, NEXT),)
    assert from_day_on(table, NEXT, [MORNING]) == table
