"""Opening hours as the cells of a row give them, and those of several rows together."""

from typing import Any

import pytest

from central.importers import openings
from central.importers.mapped import Cell, HoursMapping
from central.importers.openings import Opens
from central.importers.remarks import Remarks
from central.importers.timetable import Timetable

WEEKDAYS = (1, 2, 3, 4, 5)


def cell(name: str, default: str = "") -> Cell:
    return Cell((name,), "text", default=default)


MAPPING = HoursMapping(
    cell("days"), cell("month"), cell("opens"), cell("closes"), cell("said"), {1: cell("mon"), 3: cell("wed")}
)


def read(**properties: str) -> tuple[set[Opens], Remarks]:
    remarks = Remarks(row=1)
    return set(openings.read(properties, MAPPING, remarks)), remarks


def test_days_and_times_of_three_cells_are_hours() -> None:
    found, remarks = read(days="lun-ven", opens="6:30", closes="22:00")
    assert found == {Opens(0, WEEKDAYS, "06:30", "22:00")}
    assert remarks.notes() == ()


def test_what_had_to_be_interpreted_is_counted_with_the_first_example() -> None:
    found, remarks = read(days="lun-ven", opens="7", closes="24")
    assert found == {Opens(0, WEEKDAYS, "07:00", "24:00")}
    assert remarks.notes() == (
        'Interpreted: a closing time taken for midnight, 24:00: 1 (first in row 1, "24").',
        'Interpreted: an hour written without minutes, taken as a full hour: 1 (first in row 1, "7").',
    )


def test_midnight_closes_the_day_and_does_not_open_it_at_its_end() -> None:
    assert read(days="sab", opens="20", closes="00:00")[0] == {Opens(0, (6,), "20:00", "24:00")}
    assert read(days="sab", opens="24", closes="24")[0] == set()


def test_a_month_has_hours_of_its_own() -> None:
    assert read(month="giu-lug", days="lun", opens="9:00", closes="12:00")[0] == {
        Opens(6, (1,), "09:00", "12:00"),
        Opens(7, (1,), "09:00", "12:00"),
    }
    assert read(month="agosto", opens="chiuso")[0] == {Opens(8)}


def test_one_cell_may_say_days_and_times() -> None:
    found, _ = read(said="lun-ven 9.00-12.30 e 14:00-18:00; sab dalle 9:00 alle 13:00, dom chiuso")
    assert found == {
        Opens(0, WEEKDAYS, "09:00", "12:30"),
        Opens(0, WEEKDAYS, "14:00", "18:00"),
        Opens(0, (6,), "09:00", "13:00"),
    }


def test_each_day_may_have_a_column() -> None:
    found, _ = read(mon="9:00-12:00 / 14:00-18:00", wed="chiuso")
    assert found == {Opens(0, (1,), "09:00", "12:00"), Opens(0, (1,), "14:00", "18:00")}


@pytest.mark.parametrize(
    "said",
    [
        {"days": "lun", "opens": "6.3", "closes": "8"},
        {"days": "lun", "opens": "9", "closes": "8"},
        {"days": "lun", "opens": "20:00", "closes": "02:00"},
        {"days": "lun", "opens": "9:00"},
        {"days": "feriali", "opens": "9:00", "closes": "12:00"},
        {"opens": "9:00", "closes": "12:00"},
        {"month": "estate", "days": "lun", "opens": "9:00", "closes": "12:00"},
        {"said": "su appuntamento"},
        {"said": "lun-ven 9-12 su appuntamento"},
        {"said": "9-12"},
        {"said": "lun 9,30-12,30"},
        {"mon": "mattina"},
        {"mon": "mar 9-12"},
        {"said": "lun 9-1\ufffd"},
    ],
)
def test_hours_that_nobody_can_be_sure_of_are_left_out_and_remarked(said: dict[str, str]) -> None:
    found, remarks = read(**said)
    assert found == set()
    assert ["hours were left out" in value.reason for value in remarks.omitted] == [True]


def test_a_row_without_hours_says_nothing() -> None:
    assert read(days="lun")[1].omitted == []


def put(*said: Opens) -> Any:
    table = Timetable()
    for row, opens in enumerate(said, start=1):
        table.add(row, [opens])
    return table.put_together()


def test_months_with_the_same_hours_are_one_season() -> None:
    found = put(
        Opens(6, (1,), "09:00", "12:00"), Opens(8, (1,), "09:00", "12:00"), Opens(7, (1,), "10:00", "12:00"), Opens(12)
    )
    assert found.hours == []
    assert found.seasons == [
        {"months": [6, 8], "hours": [[1, "09:00", "12:00"]]},
        {"months": [7], "hours": [[1, "10:00", "12:00"]]},
        {"months": [12], "hours": []},
    ]


def test_the_order_of_rows_changes_no_hours() -> None:
    one, other = Opens(0, (2, 1), "14:00", "18:00"), Opens(0, (1,), "09:00", "12:00")
    assert put(one, other).hours == put(other, one).hours
    assert put(one, other, one).hours == [[1, "09:00", "12:00"], [1, "14:00", "18:00"], [2, "14:00", "18:00"]]


def test_hours_that_contradict_each_other_are_left_out_for_that_day() -> None:
    found = put(Opens(0, (1, 2), "09:00", "18:00"), Opens(0, (1,), "09:00", "19:00"))
    assert found.hours == [[2, "09:00", "18:00"]]
    assert found.notes == ["Rows 1, 2 give one activity hours that overlap on weekday 1: those were left out."]
