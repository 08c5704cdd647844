"""A whole desk in one process, as a worker meets it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from tests.kiosk.app.conftest import DeskAt
from tests.workers import PIN

pytestmark = pytest.mark.timeout(60)
OpenDesk = Callable[[], DeskAt]


def test_a_worker_enters_by_card_and_pin_with_the_keyboard_alone(open_desk: OpenDesk, worker_card: str) -> None:
    desk = open_desk()
    assert desk.screen == "lock"
    desk.enter(worker_card)
    assert desk.kiosk.desk.shown.frame["worker"] == "Ada Prova"


def test_who_locked_it_comes_back_by_pin_alone(open_desk: OpenDesk, worker_card: str) -> None:
    desk = open_desk()
    desk.enter(worker_card)
    desk.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: bool(desk.kiosk.desk.shown.face.get("colleagues")))
    assert desk.kiosk.desk.shown.frame["worker"] == ""
    desk.type("1")
    desk.until(lambda: bool(desk.kiosk.desk.shown.face.get("asking")))
    desk.type(PIN)
    desk.until(lambda: desk.screen != "lock")


def test_a_wrong_pin_lets_nobody_in(open_desk: OpenDesk, worker_card: str) -> None:
    desk = open_desk()
    desk.scan(worker_card)
    desk.until(lambda: bool(desk.kiosk.desk.shown.face.get("asking")))
    desk.type("112358")
    desk.until(lambda: desk.kiosk.desk.shown.face.get("bar") in ("wrong_pin", "wait"))
    assert desk.screen == "lock"


def test_the_letters_of_a_card_press_no_keys_of_the_desk(open_desk: OpenDesk, worker_card: str) -> None:
    desk = open_desk()
    desk.enter(worker_card)
    at = desk.screen
    desk.scan(worker_card)
    desk.until(lambda: desk.kiosk.desk.shown.frame["worker"] == "Ada Prova")
    assert desk.screen == at
