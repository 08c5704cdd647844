"""The calendar at a whole desk, by keyboard: a family gets a place in a turn, a day is closed and opened again."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from kiosk.usecases.register_family import Registered
from tests.central_at import CentralAt
from tests.families import mother_and_child
from tests.hubs import open_hub, turns
from tests.kiosk.app.conftest import DeskAt, seen
from tests.station import Station
from tests.workers import on_shift

pytestmark = pytest.mark.timeout(60)
OpenDesk = Callable[[], DeskAt]
ENTER, ESCAPE, RIGHT, DOWN, UP = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Right,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def family(desk: Station, central: CentralAt) -> Registered:
    open_hub(central, turns(3))
    return mother_and_child(desk, on_shift(desk, central))


@pytest.fixture
def calendar(open_desk: OpenDesk, family: Registered, worker_card: str) -> DeskAt:
    desk = open_desk()
    desk.enter(worker_card)
    desk.until(lambda: desk.screen == "today")
    desk.click("tab-calendar")
    at(desk, "calendar")
    return desk


def face(desk: DeskAt) -> dict[str, Any]:
    return desk.kiosk.desk.shown.face


def at(desk: DeskAt, screen: str) -> None:
    desk.until(lambda: desk.screen == screen)


def said(desk: DeskAt, what: str) -> None:
    desk.until(lambda: (desk.kiosk.desk.shown.said or {}).get("what") == what)


def shows(desk: DeskAt, name: str) -> bool:
    """Whether somebody could use it now."""
    return any(item.objectName() == name for item in seen(desk.kiosk.desk_window.contentItem()))


def focused(desk: DeskAt, name: str) -> bool:
    return shows(desk, name) and bool(desk.item(name).property("activeFocus"))


def today(desk: DeskAt) -> dict[str, Any]:
    found = next(day for day in face(desk)["days"] if day["today"])
    assert isinstance(found, dict)
    return found


def test_a_family_gets_a_place_in_the_next_turn_and_is_taken_off_again(calendar: DeskAt) -> None:
    calendar.press(DOWN)  # from the turn that is on to the next
    calendar.press(ENTER)
    at(calendar, "calendar-turn")
    assert face(calendar)["head"]["slot"]["begins"] == "11.30"
    calendar.type("n")
    at(calendar, "calendar-find")
    calendar.type("ami")
    calendar.until(lambda: face(calendar).get("text") == "ami" and len(face(calendar)["hits"]) == 1)
    calendar.press(ENTER)
    at(calendar, "calendar-family")
    calendar.press(ENTER)
    at(calendar, "calendar-turn")
    said(calendar, "given")
    calendar.until(lambda: [row["state"] for row in face(calendar)["rows"]] == ["expected"])
    calendar.type("t")
    said(calendar, "off")
    calendar.until(lambda: face(calendar)["rows"] == [])
    calendar.press(Qt.Key.Key_Z, CTRL)
    calendar.until(lambda: len(face(calendar)["rows"]) == 1)
    calendar.press(ESCAPE)
    at(calendar, "calendar")
    calendar.until(lambda: [slot["taken"] for slot in today(calendar)["slots"]] == [0, 1, 0, 0])


def test_a_day_is_closed_by_four_keys_and_is_as_every_week_again_by_one_more(calendar: DeskAt) -> None:
    calendar.press(RIGHT)
    calendar.type("c")
    at(calendar, "calendar-day")
    calendar.type("2s")
    calendar.press(ENTER)
    at(calendar, "calendar")
    said(calendar, "closed")
    calendar.until(lambda: face(calendar)["days"][2]["why"] == "strike")
    calendar.press(Qt.Key.Key_Z, CTRL)
    said(calendar, "edit_taken_back")
    calendar.until(lambda: len(face(calendar)["days"][2]["slots"]) == 4)


def test_a_day_gets_hours_of_its_own_typed_from_field_to_field(calendar: DeskAt) -> None:
    calendar.press(RIGHT)
    calendar.type("c")
    at(calendar, "calendar-day")
    calendar.type("3")
    calendar.until(lambda: focused(calendar, "opens-1"))
    calendar.type("9")
    calendar.press(Qt.Key.Key_Tab)
    calendar.type("1030")
    calendar.press(Qt.Key.Key_Tab)
    calendar.type("12")
    calendar.press(ENTER)
    at(calendar, "calendar")
    said(calendar, "hours")
    calendar.until(lambda: bool(face(calendar)["days"][2]["differs"]))
    first, *rest = face(calendar)["days"][2]["slots"]
    assert (first["begins"], first["ends"], first["places"], len(rest)) == ("9.00", "10.30", 12, 3)


def test_weeks_are_turned_by_page_keys_and_escape_comes_back_to_this_one(calendar: DeskAt) -> None:
    calendar.press(Qt.Key.Key_PageDown)
    calendar.until(lambda: face(calendar)["first"] == "2026-12-07")
    calendar.press(UP)
    calendar.press(ESCAPE)
    calendar.until(lambda: face(calendar)["first"] == "2026-11-30")
