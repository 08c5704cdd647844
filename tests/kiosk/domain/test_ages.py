"""Who counts as a child: by what they are to the household, else by their age; of whom nothing is known is one."""

from datetime import date

import pytest

from kiosk.domain.ages import child_with_adult, is_adult, years
from kiosk.domain.families import Record, Value

DAY = date(2026, 12, 1)


def member(**fields: Value) -> Record:
    return Record("h", fields)


@pytest.mark.parametrize(
    ("fields", "adult"),
    [
        ({}, False),
        ({"role": "child"}, False),
        ({"role": "child", "born": "2008-12-02"}, False),
        ({"role": "child", "born": "2008-12-01"}, True),
        ({"role": "adult"}, True),
        ({"role": "foster_parent", "born": "2020-01-01"}, True),
        ({"band": "adult"}, True),
        ({"band": "6-10"}, False),
        ({"band": "adult", "born": "2020-01-01"}, False),
        ({"born": "2027-01-01"}, False),
    ],
)
def test_who_is_an_adult(fields: dict[str, Value], *, adult: bool) -> None:
    assert is_adult(member(**fields), DAY) is adult


def test_a_child_and_an_adult_are_not_one() -> None:
    child, adult = member(role="child"), member(role="adult")
    assert child_with_adult([child, adult, child], DAY)
    assert not child_with_adult([child, member()], DAY)
    assert not child_with_adult([adult, adult], DAY)


@pytest.mark.parametrize(("born", "full"), [("2018-12-01", 8), ("2018-12-02", 7), ("", None), ("2027-01-01", None)])
def test_years_are_full_on_the_day(born: str, full: int | None) -> None:
    assert years(born, DAY) == full
