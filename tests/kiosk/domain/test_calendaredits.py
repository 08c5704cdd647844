"""The lead's last word about the calendar counts; what somebody else has changed meanwhile is not passed over."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import calendaredits
from kiosk.domain.calendar import Calendar, Closure, Day, Hours, Weekly
from kiosk.domain.calendaredits import (
    Edit,
    Held,
    Merged,
    Told,
    Value,
    dump_edit,
    dump_held,
    fits,
    merge,
    overlaid,
    read_edit,
    read_held,
    value,
    with_edit,
    without_past,
)
from kiosk.domain.calendarrecord import Unreadable
from tests.kiosk.domain.test_calendar import CALENDARS, DATES, DAYS, JSON

IMMACULATE = date(2026, 12, 8)
WEEK = (Weekly(2, Hours("09:30", "12:30")),)
CLOSED, SHORT = Day(why=Closure.HOLIDAY), Day((Hours("10:00", "11:00"),))
HELD = Held(Calendar(WEEK))


def told(was: Value, now: Value, seq: int = 1, incarnation: str = "a") -> Told:
    return Told(Edit(IMMACULATE, was, now), incarnation, seq)


def test_what_replaces_what_was_seen_counts_from_whichever_station() -> None:
    for lead in (True, False):
        merged = merge(HELD, told(None, CLOSED), lead=lead)
        assert merged == Merged(Held(Calendar(WEEK, {IMMACULATE: CLOSED}), {"a": 1}), conflict=False)


def test_where_something_else_stands_the_lead_counts_and_a_person_looks() -> None:
    held = Held(Calendar(WEEK, {IMMACULATE: SHORT}))
    assert merge(held, told(None, CLOSED), lead=True) == Merged(
        Held(Calendar(WEEK, {IMMACULATE: CLOSED}), {"a": 1}), conflict=True
    )
    assert merge(held, told(None, CLOSED), lead=False) == Merged(Held(held.calendar, {"a": 1}), conflict=True)


def test_two_who_said_the_same_agree() -> None:
    held = Held(Calendar(WEEK, {IMMACULATE: CLOSED}))
    assert merge(held, told(None, CLOSED), lead=False) == Merged(Held(held.calendar, {"a": 1}), conflict=False)


def test_a_closure_is_taken_away_by_editing_back() -> None:
    closed = merge(HELD, told(None, CLOSED), lead=True).held
    assert merge(closed, told(CLOSED, None, 2), lead=True).held == Held(HELD.calendar, {"a": 2})


def test_own_edits_are_shown_until_centrals_record_has_them() -> None:
    own = [told(CLOSED, SHORT, 5), told(None, CLOSED, 4)]
    assert overlaid(HELD, own).days == {IMMACULATE: SHORT}
    assert overlaid(Held(HELD.calendar, {"a": 4}), own).days == {IMMACULATE: SHORT}
    assert overlaid(Held(HELD.calendar, {"a": 5}), own).days == {}
    assert overlaid(Held(HELD.calendar, {"b": 9}), own).days == {IMMACULATE: SHORT}


def test_days_that_are_long_over_go() -> None:
    held = Calendar(WEEK, {IMMACULATE - timedelta(days=367): CLOSED, IMMACULATE - timedelta(days=366): SHORT})
    assert without_past(held, IMMACULATE).days == {IMMACULATE - timedelta(days=366): SHORT}


def test_what_the_calendar_cannot_hold_does_not_fit() -> None:
    assert fits(IMMACULATE, CLOSED)
    assert fits(IMMACULATE, None)
    assert fits(None, WEEK)
    assert fits(None, ())
    assert not fits(None, None)
    assert not fits(None, CLOSED)
    assert not fits(IMMACULATE, WEEK)
    assert not fits(IMMACULATE, Day((Hours("10:00", "25:00"),)))
    assert not fits(IMMACULATE, Day((Hours("10:00", "11:00", -1),)))
    assert not fits(None, (Weekly(8, Hours("10:00", "11:00")),))
    assert not fits(None, WEEK * 201)


# --- any edits --------------------------------------------------------------------------------------------------------

VALUES = st.none() | DAYS


@given(CALENDARS, st.lists(st.tuples(st.sampled_from("ab"), DATES, VALUES, st.booleans()), max_size=12))
def test_the_overlay_shows_at_every_moment_what_central_will_have(
    base: Calendar, edits: list[tuple[str, date, Value, bool]]
) -> None:
    """One lead edits, and central takes each edit in sooner or later: what is shown is the last word, all the while."""
    shown, central, own = base, Held(base), []
    for seq, (_, day, now, heard) in enumerate(edits, start=1):
        own.append(Told(Edit(day, value(shown, day), now), "a", seq))
        shown = with_edit(shown, own[-1].edit)
        if heard:
            for told in own:
                if not calendaredits.contains(central, told):
                    central = merge(central, told, lead=True).held
        assert overlaid(central, own) == shown


@given(CALENDARS, DATES, VALUES, VALUES)
def test_edits_and_calendars_survive_the_way_through_plain_data(
    held: Calendar, day: date, was: Value, now: Value
) -> None:
    assert read_edit(dump_edit(Edit(day, was, now))) == Edit(day, was, now)
    assert read_edit(dump_edit(Edit(None, held.weekly, ()))) == Edit(None, held.weekly, ())
    assert read_held({"name": "x", **dump_held(Held(held, {"a": 3}))}) == Held(held, {"a": 3})


@given(st.fixed_dictionaries({}, optional={"day": JSON, "was": JSON, "now": JSON, "in": JSON, "hours": JSON}))
def test_nonsense_is_no_edit_and_raises_nothing(body: dict[str, Any]) -> None:
    read = read_edit(body)
    assert read is None or read_edit(dump_edit(read)) == read
    assert isinstance(read_held(body), Held | Unreadable)


@given(
    st.sampled_from(["", "2026-12-08", "20261208"]), st.text(max_size=8) | st.sampled_from(["[]", "5", '{"hours":5}'])
)
def test_texts_that_say_no_hours_are_no_edit(day: str, text: str) -> None:
    read = read_edit({"day": day, "was": text, "now": text})
    assert read is None or dump_edit(read)["day"] == day
