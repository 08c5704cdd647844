from datetime import date

import pytest

from central.importers import calendar, times
from central.importers.times import Clock


@pytest.mark.parametrize(
    ("text", "time", "bare"),
    [
        ("6:30", "06:30", False),
        ("6.30", "06:30", False),
        ("6,30", "06:30", False),
        ("06:30:00", "06:30", False),
        ("9h30", "09:30", False),
        ("ore 9", "09:00", True),
        ("7", "07:00", True),
        ("24", "24:00", True),
        ("24:00", "24:00", False),
        ("1830", "18:30", True),
        ("6:30 pm", "18:30", False),
        ("12 am", "00:00", False),
        ("mezzanotte", "24:00", False),
    ],
)
def test_a_time_of_day_is_read_as_people_write_it(text: str, time: str, bare: bool) -> None:
    assert times.clock(text) == Clock(time, bare)


@pytest.mark.parametrize("text", ["", "6.3", "730", "25", "24:01", "9:60", "13 pm", "sera", ":", "9:5", "9" * 100])
def test_what_could_be_two_times_or_none_is_none(text: str) -> None:
    assert times.clock(text) is None


@pytest.mark.parametrize(
    "text",
    ["31/12/2026", "31-12-2026", "31.12.2026", "31/12/26", "2026-12-31", "2026-12-31T00:00:00Z", "31 dicembre 2026",
     "giovedì 31 dicembre 2026", "31 dic 2026"],
)  # fmt: skip
def test_a_date_is_read_as_italians_write_it(text: str) -> None:
    found = times.day(text)
    assert found is not None
    assert found.date == date(2026, 12, 31)
    assert found.short == text.endswith("/26")


def test_a_date_that_americans_would_read_otherwise_says_so() -> None:
    assert times.day("03/04/2026") == times.Day(date(2026, 4, 3), either=True)
    assert times.day("04/04/2026") == times.Day(date(2026, 4, 4))


@pytest.mark.parametrize("text", ["12/31/2026", "30/02/2026", "domani", "", "2026", "31/12", "1/1/1", "9" * 100])
def test_what_is_no_date_is_none(text: str) -> None:
    assert times.day(text) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("lun-ven", {1, 2, 3, 4, 5}),
        ("Mercoledì", {3}),
        ("mercoledi'", {3}),
        ("da lunedì a venerdì", {1, 2, 3, 4, 5}),
        ("lunedì, mercoledì e venerdì", {1, 3, 5}),
        ("lun/mer/ven", {1, 3, 5}),
        ("sab/dom", {6, 7}),
        ("ven–lun", {5, 6, 7, 1}),
        ("tutti i giorni", {1, 2, 3, 4, 5, 6, 7}),
        ("weekend", {6, 7}),
        ("Mon-Fri", {1, 2, 3, 4, 5}),
    ],
)
def test_days_of_the_week_are_read(text: str, days: set[int]) -> None:
    assert calendar.days(text) == frozenset(days)


@pytest.mark.parametrize(
    "text", ["", "feriali", "lun/ven", "1-5", "L M M G V", "ma", "lun-", "-ven", "festivi", "x" * 999]
)
def test_days_that_could_be_others_are_none(text: str) -> None:
    assert calendar.days(text) is None


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("giugno", {6}),
        ("GIU", {6}),
        ("giu-set", {6, 7, 8, 9}),
        ("nov-feb", {11, 12, 1, 2}),
        ("6", {6}),
        ("06/2026", {6}),
        ("Giugno 2026", {6}),
        ("giugno e agosto", {6, 8}),
        ("tutto l'anno", set(range(1, 13))),
    ],
)
def test_months_are_read(text: str, months: set[int]) -> None:
    assert calendar.months(text) == frozenset(months)


@pytest.mark.parametrize("text", ["", "13", "0", "ma", "estate", "6/9", "giu-"])
def test_months_that_could_be_others_are_none(text: str) -> None:
    assert calendar.months(text) is None


@pytest.mark.parametrize("text", ["0,25", "0.25", "0.5", "0.3125"])
def test_a_part_of_a_day_as_spreadsheets_keep_it_is_no_time(text: str) -> None:
    assert times.clock(text) is None


@pytest.mark.parametrize("text", ["31/12/9999", "31/12/0026", "1926-01-01", "46022", "20261231"])
def test_a_year_of_no_programme_and_a_bare_number_are_no_date(text: str) -> None:
    assert times.day(text) is None
