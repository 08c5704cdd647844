"""A hub says when it is open, and every kind of no names the next chance."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import calendarrecord
from kiosk.domain.calendar import (
    ROME,
    Calendar,
    Closed,
    Closure,
    Day,
    Early,
    Full,
    Hours,
    Late,
    NotSaid,
    Open,
    Weekly,
    answer,
    next_chance,
)
from kiosk.domain.calendarrecord import Unreadable

DROP_IN = {"hours": [[day, *span] for day in (2, 4) for span in (("09:30", "12:30"), ("14:00", "18:00"))]}
TURNS = {
    "hours": [
        {"weekday": 3, "opens": opens, "closes": closes, "capacity": 20}
        for opens, closes in (("10:00", "11:15"), ("11:30", "12:45"), ("14:30", "15:45"), ("16:00", "17:15"))
    ]
}


def at(day: int, clock: str, month: int = 12) -> datetime:
    """In December 2026 the 1st is a Tuesday."""
    return datetime.fromisoformat(f"2026-{month:02}-{day:02}T{clock}").replace(tzinfo=ROME)


def of(data: dict[str, Any]) -> Calendar:
    found = calendarrecord.read(data)
    assert isinstance(found, Calendar)
    return found


def nobody(_: datetime) -> int | None:
    return 0


def test_a_drop_in_hub_is_open_early_late_and_closed() -> None:
    hub = of(DROP_IN)
    assert answer(hub, at(1, "09:30"), nobody) == Open(at(1, "12:30"))
    assert answer(hub, at(1, "08:00"), nobody) == Early(at(1, "09:30"))
    assert answer(hub, at(1, "12:30"), nobody) == Early(at(1, "14:00"))
    assert answer(hub, at(1, "18:00"), nobody) == Late(at(3, "09:30"))
    assert answer(hub, at(2, "10:00"), nobody) == Closed(at(3, "09:30"))


def test_a_full_turn_names_the_next_that_has_a_place() -> None:
    taken = {at(2, "10:00"): 20, at(2, "11:30"): 20, at(2, "14:30"): 19}
    assert answer(of(TURNS), at(2, "10:05"), lambda turn: taken.get(turn, 0)) == Full(at(2, "14:30"))


def test_a_station_that_does_not_know_a_turns_places_says_so() -> None:
    assert answer(of(TURNS), at(2, "10:05"), lambda _: None) == Open(at(2, "11:15"), sure=False)


def test_a_day_that_differs_takes_the_place_of_the_weekly_hours() -> None:
    hub = of({**DROP_IN, "days": {"2026-12-01": [], "2026-12-02": [{"opens": "15:00", "closes": "16:00"}]}})
    assert answer(hub, at(1, "10:00"), nobody) == Closed(at(2, "15:00"))


def test_a_closure_says_why_and_once_it_is_taken_away_the_week_counts_again() -> None:
    closed = of({**DROP_IN, "days": {"2026-12-01": {"hours": [], "why": "strike"}}})
    assert answer(closed, at(1, "10:00"), nobody) == Closed(at(3, "09:30"), Closure.STRIKE)
    assert answer(of({**DROP_IN, "days": {}}), at(1, "10:00"), nobody) == Open(at(1, "12:30"))
    later = of({"hours": [], "days": {"2026-12-01": {"hours": [], "why": "of a later release"}}})
    assert answer(later, at(1, "10:00"), nobody) == Closed(None, Closure.OTHER)


def test_a_hub_that_says_no_hours_is_never_closed() -> None:
    assert answer(of({}), at(1, "03:00"), nobody) == NotSaid()
    assert next_chance(NotSaid(), at(1, "03:00")) is None


def test_a_family_needs_a_turn_with_places_for_all_of_them() -> None:
    taken = {at(2, "10:00"): 17, at(2, "11:30"): 17, at(2, "14:30"): 16}
    hub = of(TURNS)
    assert answer(hub, at(2, "10:05"), lambda turn: taken.get(turn, 0), places=3) == Open(at(2, "11:15"))
    assert answer(hub, at(2, "10:05"), lambda turn: taken.get(turn, 0), places=4) == Full(at(2, "14:30"))
    assert answer(hub, at(2, "10:05"), lambda turn: taken.get(turn, 0), places=21) == Full(None)


def test_hours_hold_from_their_first_day_to_their_last() -> None:
    row = {"weekday": 2, "opens": "10:00", "closes": "11:00", "first": "2026-12-08", "last": "2026-12-08"}
    hub = of({"hours": [row]})
    assert answer(hub, at(1, "10:30"), nobody) == Closed(at(8, "10:00"))
    assert answer(hub, at(8, "10:30"), nobody) == Open(at(8, "11:00"))
    assert answer(hub, at(15, "10:30"), nobody) == Closed(None)


def test_an_evening_goes_over_midnight() -> None:
    hub = of({"hours": [[2, "22:00", "01:00"]]})
    assert answer(hub, at(2, "00:30"), nobody) == Open(at(2, "01:00"))
    assert answer(hub, at(2, "01:00"), nobody) == Late(at(8, "22:00"))


def test_the_hour_that_comes_twice_is_open_twice_and_the_one_that_never_comes_is_skipped() -> None:
    night = of({"hours": [[7, "02:00", "02:30"]]})
    autumn = answer(night, datetime(2026, 10, 25, 0, 15, tzinfo=UTC), nobody)
    assert autumn == Open(datetime(2026, 10, 25, 1, 30, tzinfo=UTC))
    lost = of({"hours": [[7, "02:30", "03:00"]]})
    assert answer(lost, datetime(2026, 3, 29, 0, 15, tzinfo=UTC), nobody) == Closed(
        datetime(2026, 4, 5, 0, 30, tzinfo=UTC)
    )


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6) | st.sampled_from(["09:30", "24:00", "2026-12-01"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["weekday", "opens", "closes", "capacity", "first", "2026-12-01"]), inner)
    ),
    max_leaves=12,
)


@given(st.fixed_dictionaries({}, optional={"hours": JSON, "days": JSON}))
def test_nonsense_is_unreadable_and_raises_nothing(data: dict[str, Any]) -> None:
    assert isinstance(calendarrecord.read(data), Calendar | Unreadable)


CLOCK = st.times().map(lambda found: found.strftime("%H:%M"))
HOURS = st.builds(Hours, CLOCK, CLOCK | st.just("24:00"), st.none() | st.integers(0, 3))
DATES = st.dates(date(2026, 1, 1), date(2027, 1, 1))
DAYS = st.builds(Day, st.lists(HOURS, max_size=2).map(tuple), st.none() | st.sampled_from(Closure))
CALENDARS = st.builds(
    Calendar,
    st.lists(st.builds(Weekly, st.integers(1, 7), HOURS, st.none() | DATES, st.none() | DATES), max_size=4).map(tuple),
    st.dictionaries(DATES, DAYS, max_size=4),
)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))


@given(CALENDARS)
def test_a_calendar_survives_the_way_through_plain_data(hub: Calendar) -> None:
    assert calendarrecord.read(json.loads(json.dumps(calendarrecord.dump(hub)))) == hub


def chance(hub: Calendar, moment: datetime) -> datetime | None:
    return next_chance(answer(hub, moment, nobody), moment)


@given(CALENDARS, MOMENTS)
def test_the_next_chance_is_really_open_and_nothing_is_open_before(hub: Calendar, moment: datetime) -> None:
    found = chance(hub, moment)
    if found is not None:
        assert isinstance(answer(hub, found, nobody), Open)
        assert found == moment or not isinstance(answer(hub, moment + (found - moment) / 2, nobody), Open)


@given(CALENDARS, MOMENTS, st.timedeltas(timedelta(), timedelta(days=20)))
def test_who_comes_later_gets_no_earlier_chance(hub: Calendar, moment: datetime, later: timedelta) -> None:
    first, second = chance(hub, moment), chance(hub, moment + later)
    assert first is None or second is None or first <= second
