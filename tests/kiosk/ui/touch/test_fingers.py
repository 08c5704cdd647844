"""Fingers on the screens of families and visits: how many touches it takes, and where they may go."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from kiosk.domain.people import Person
from kiosk.domain.visits import Family, FamilyArrived, Welcomed
from kiosk.domain.workers import AskPin, How, Role, Worker
from kiosk.ui import shell
from kiosk.ui.touch.viewmodel import Touch
from kiosk.ui.touch.wishes import Arrive, Enter, Lead, WhoIsIn
from tests.conftest import ToldClock
from tests.kiosk.ui.touch.by_hand import ByHand, made
from tests.kiosk.ui.touch.tapping import named, tap, touch

pytestmark = pytest.mark.timeout(30)
FOUR = tuple(Person(id_, "h", id_.capitalize(), "fox") for id_ in ("amina", "omar", "sara", "zoe"))
CARD = b"WM1"
Tap = Callable[[str], None]


@pytest.fixture
def hand() -> ByHand:
    return ByHand()


@pytest.fixture
def hub(hand: ByHand, clock: ToldClock, qapp: QGuiApplication) -> Touch:
    return made(hand, clock)


@pytest.fixture
def window(hub: Touch, qtbot: QtBot) -> Iterator[QQuickWindow]:
    shell.add_fonts()
    engine, shown = shell.open_face("Touch", hub)
    qtbot.waitUntil(shown.isExposed)
    yield shown
    shown.close()
    engine.deleteLater()


def scanned(hub: Touch, hand: ByHand, *chosen: str, adults: int = 0) -> None:
    hub.scanned(CARD)
    hand.answer(Family(7, FOUR, frozenset(chosen), adults, frozenset(), "amina"))


def test_a_family_of_four_comes_in_by_a_scan_and_one_touch(hub: Touch, hand: ByHand, window: QQuickWindow) -> None:
    scanned(hub, hand, "amina", "omar", adults=2)
    tap(window, "family-done")
    assert hand.wish() == Arrive(CARD, ("amina", "omar"), 2)
    hand.answer(FamilyArrived("party", tuple(Welcomed("v", one) for one in FOUR[:2]), (), 2))
    assert named(window, "outcome-undo").isVisible()


def test_four_who_never_came_together_are_four_touches(hub: Touch, hand: ByHand, window: QQuickWindow) -> None:
    scanned(hub, hand, "amina")
    touches = ["person-1", "person-2", "person-3", "family-done"]
    for name in touches:
        tap(window, name)
    assert hand.wish() == Arrive(CARD, ("amina", "omar", "sara", "zoe"), 0)
    assert len(touches) <= 4


def test_a_group_of_25_is_counted_from_the_family_s_screen(hub: Touch, hand: ByHand, window: QQuickWindow) -> None:
    scanned(hub, hand, "amina")
    tap(window, "family-group")
    tap(window, "count-6-10-five-more")
    tap(window, "count-educators-more")
    tap(window, "count-done")
    assert hand.wish() == Lead(CARD, (("6-10", 5),), 1, 1)


def test_a_pin_is_typed_on_the_screen(hub: Touch, hand: ByHand, window: QQuickWindow) -> None:
    asked = AskPin(Worker("w", "Ada Prova", frozenset({Role.EDUCATOR}), 9), How.CARD_AND_PIN)
    hub.scanned(CARD)
    hand.answer(asked)
    for digit in "271839":
        tap(window, f"pad-{digit}")
    assert hand.wish() == Enter(asked, "271839")


def test_two_corners_open_the_staff_way_in_from_any_screen(hub: Touch, hand: ByHand, window: QQuickWindow) -> None:
    right, left = QPoint(window.width() - 20, 20), QPoint(20, 20)
    touch(window, left)
    touch(window, right)
    assert hand.asked == []
    touch(window, left)
    assert hand.wish() == WhoIsIn()
    hand.answer(())
    assert hub.shown.screen == "door"


def test_a_touch_in_a_corner_is_still_a_touch(hub: Touch, hand: ByHand, window: QQuickWindow) -> None:
    hub.go("wake")
    hub.go("language/it")
    hand.show()
    tap(window, "tram")
    assert hand.looked[-1][0].screen == "station"
