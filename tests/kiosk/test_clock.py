"""The only clock: aware moments, one form of writing them, and the city's day."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.clock import Clock, Reading, from_stamp, stamp, wall

aware = st.datetimes(datetime(1900, 1, 1), datetime(2199, 1, 1), timezones=st.timezones())


@given(aware)
@settings(max_examples=100, deadline=None)
def test_a_stamp_is_read_again_to_the_millisecond(moment: datetime) -> None:
    again = from_stamp(stamp(moment))
    assert timedelta(0) <= moment - again < timedelta(milliseconds=1)
    assert stamp(again) == stamp(moment)


@given(aware, aware)
@settings(max_examples=100, deadline=None)
def test_stamps_sort_as_their_moments_do(one: datetime, other: datetime) -> None:
    first, second = sorted((one.astimezone(UTC), other.astimezone(UTC)))
    assert stamp(first) <= stamp(second)


def test_a_stamp_is_utc_with_milliseconds_and_z() -> None:
    assert stamp(datetime(2026, 12, 1, 9, 0, 0, 999999, tzinfo=UTC)) == "2026-12-01T09:00:00.999Z"
    assert stamp(datetime(2026, 7, 1, 9, 0, tzinfo=timezone(timedelta(hours=2)))) == "2026-07-01T07:00:00.000Z"


@pytest.mark.parametrize(
    "text",
    ["2026-12-01T09:00:00", "2026-12-01", "", "now", "09:00:00Z", "2026-12-01T25:00:00Z", "2026-02-30T09:00:00Z"],
)
def test_what_is_no_aware_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        from_stamp(text)


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 12, 1, 22, 59, 59, tzinfo=UTC), date(2026, 12, 1)),
        (datetime(2026, 12, 1, 23, 0, tzinfo=UTC), date(2026, 12, 2)),
        (datetime(2026, 7, 1, 21, 59, 59, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 7, 1, 22, 0, tzinfo=UTC), date(2026, 7, 2)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), date(2026, 3, 29)),  # the night the clocks go forward
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),  # the night they went back
    ],
)
def test_a_day_begins_at_midnight_in_rome(at: datetime, day: date) -> None:
    assert Reading(at, None).day() == day


def test_a_clock_reads_what_it_was_given() -> None:
    moment = datetime(2026, 12, 1, tzinfo=UTC)
    clock = Clock(wall=lambda: moment, boot=lambda: 12.5)
    assert clock.read() == Reading(moment, anchor=None)
    assert clock.boot() == 12.5


def test_the_machine_s_own_clock_is_aware() -> None:
    assert wall().tzinfo is UTC


def test_the_boot_clock_never_goes_back() -> None:
    clock = Clock()
    readings = [clock.boot() for _ in range(100)]
    assert readings == sorted(readings)
