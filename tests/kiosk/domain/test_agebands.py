"""In which band somebody is counted on a day: by role, by birth date, by what little is known."""

from datetime import date

import pytest

from kiosk.domain.agebands import band, years
from kiosk.domain.families import Record, Value

DAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("fields", "counted"),
    [
        ({"born": "2026-12-01"}, "0-5"),
        ({"born": "2020-12-02"}, "0-5"),
        ({"born": "2020-12-01"}, "6-10"),
        ({"born": "2013-06-01"}, "11-13"),
        ({"born": "2008-12-02"}, "14-17"),
        ({"born": "2008-12-01"}, "adult"),
        ({"born": "2018-03-04", "role": "adult"}, "adult"),
        ({"role": "foster_parent"}, "adult"),
        ({"role": "child"}, "child"),
        ({"band": "6-10", "role": "child"}, "6-10"),
        ({"born": "2027-01-01", "band": "0-5"}, "0-5"),
        ({}, "child"),
    ],
)
def test_somebody_is_counted_once(fields: dict[str, Value], counted: str) -> None:
    assert band(Record("h", fields), DAY) == counted


@pytest.mark.parametrize(
    ("born", "full"), [("2018-12-01", 8), ("2018-12-02", 7), ("", None), ("31.2.2018", None), ("2027-01-01", None)]
)
def test_years_are_full_years(born: str, full: int | None) -> None:
    assert years(born, DAY) == full
