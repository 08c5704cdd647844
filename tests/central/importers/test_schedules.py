from datetime import date
from typing import Any

import pytest

from central.importers import schedules
from central.importers.hsdsmodels import Schedule, part
from central.importers.remarks import Remarks
from central.importers.schedules import Dates, Over, Unclear, Weekly

TODAY = date(2026, 11, 23)  # a Monday


def read(**said: Any) -> Any:
    remarks = Remarks()
    found = schedules.read(part(Schedule, said, "$", remarks), TODAY)
    assert remarks.omitted == []
    return found


def days(*texts: str) -> Dates:
    return Dates(tuple(date.fromisoformat(text) for text in texts))


def test_what_says_no_end_is_weekly() -> None:
    assert read(freq="WEEKLY", byday="TH,TU") == Weekly((2, 4))
    assert read(freq="WEEKLY", byday="TU", valid_from="2026-01-01", valid_to="2027-01-01") == Weekly((2,))


def test_what_ended_is_over() -> None:
    assert read(freq="WEEKLY", byday="TU", valid_to="2026-11-22") == Over(date(2026, 11, 22))
    assert read(freq="WEEKLY", byday="TU", until="2005-01-01", valid_to="2027-01-01") == Over(date(2005, 1, 1))


@pytest.mark.parametrize(
    ("said", "dates"),
    [
        ({"byday": "TU,TH", "until": "2026-12-04"}, ["2026-11-24", "2026-11-26", "2026-12-01", "2026-12-03"]),
        ({"byday": "MO", "until": "2026-11-23"}, ["2026-11-23"]),
        ({"until": "2026-12-10"}, ["2026-11-25", "2026-12-02", "2026-12-09"]),
        ({"byday": "MO", "interval": 2, "until": "2026-12-20"}, ["2026-11-30", "2026-12-14"]),
        ({"byday": "WE", "count": 6}, ["2026-11-25", "2026-12-02"]),
        ({"freq": "MONTHLY", "byday": "1MO,-1FR", "until": "2026-12-31"}, ["2026-11-27", "2026-12-07", "2026-12-25"]),
        ({"freq": "MONTHLY", "bymonthday": "1,-1", "until": "2026-12-31"}, ["2026-11-30", "2026-12-01", "2026-12-31"]),
        ({"freq": "MONTHLY", "until": "2026-12-31"}, ["2026-12-04"]),
        ({"freq": "MONTHLY", "interval": 2, "bymonthday": "15", "until": "2027-01-31"}, ["2026-12-15"]),
    ],
)
def test_what_says_its_end_is_dates_from_today_on(said: dict[str, Any], dates: list[str]) -> None:
    start = "2026-10-28" if said.get("byday") == "WE" else "2026-11-04"
    if said.get("interval") == 2:
        start = "2026-11-02" if said.get("freq") is None else "2026-10-01"
    assert read(**({"freq": "WEEKLY", "dtstart": start} | said)) == days(*dates)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({}, "not every week"),
        ({"freq": "WEEKLY"}, "which weekdays"),
        ({"freq": "WEEKLY", "byday": "1MO"}, "which weekdays"),
        ({"freq": "WEEKLY", "byday": "MO", "interval": 2}, "not every week"),
        ({"freq": "WEEKLY", "byday": "MO", "byweekno": "41"}, "weeks of the year"),
        ({"freq": "WEEKLY", "byday": "MO", "until": "2027-01-01"}, "when it begins"),
        ({"freq": "WEEKLY", "byday": "MO", "bymonthday": "2", "count": 3, "dtstart": "2026-12-01"}, "at once"),
        ({"freq": "MONTHLY", "byday": "MO", "count": 3, "dtstart": "2026-12-01"}, "week of the month"),
        ({"freq": "WEEKLY", "byday": "MO", "count": 3, "dtstart": "0001-01-01"}, "in the year 1"),
        ({"freq": "WEEKLY", "byday": "MO", "until": "9999-12-31", "dtstart": "9999-12-01"}, "in the year 9999"),
        (
            {"freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR,SA,SU", "until": "2099-01-01", "dtstart": "2026-12-01"},
            "400 dates",
        ),
        ({"byday": "MO", "count": 3, "dtstart": "2026-12-01"}, "how often"),
    ],
)
def test_what_is_not_understood_says_why(said: dict[str, Any], reason: str) -> None:
    found = read(**said)
    assert isinstance(found, Unclear)
    assert reason in found.reason


def test_what_goes_on_for_more_than_three_years_says_up_to_where_it_was_followed() -> None:
    found = read(freq="WEEKLY", byday="MO", dtstart="2026-01-05", until="2040-01-01")
    assert (found.dates[0], found.dates[-1], found.followed) == (TODAY, date(2029, 11, 19), date(2029, 11, 25))
    assert read(freq="WEEKLY", byday="MO", dtstart="2026-01-05", until="2027-01-01").followed is None


def test_times_counted_from_years_ago_are_counted_to_today() -> None:
    assert read(freq="WEEKLY", byday="MO", dtstart="2020-01-06", count=5) == Over(date(2020, 2, 3))
    assert read(freq="WEEKLY", byday="MO", dtstart="2020-01-06", count=360) == days("2026-11-23")
    assert read(freq="WEEKLY", byday="MO", dtstart="2001-01-01", count=2000) == Unclear(
        "it is counted from the year 2001"
    )
