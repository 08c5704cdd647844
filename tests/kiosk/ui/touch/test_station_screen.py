"""A finger on the tram: the real screens over a view model whose verbs a test answers."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.visits import Reason, Refused
from kiosk.ui import shell
from kiosk.ui.faces import Moment, StationFace, StationState
from kiosk.ui.touch import idle
from kiosk.ui.touch.faces import AttractFace, HomeFace
from kiosk.ui.touch.sitting import Where
from kiosk.ui.touch.viewmodel import Habits, Touch, Verbs
from tests.conftest import ToldClock

pytestmark = pytest.mark.timeout(30)
LEAST_MM, PX_PER_MM = 15, 4.03
BEHIND = StationFace(StationState.AS_OF, Moment("2026-11-30", "yesterday", "18.05"), 3, None, 1, 0, 0, "", "7F3A")


def look(where: Where, language: str, done: Callable[[Any], None]) -> None:
    faces = {"attract": AttractFace((), ()), "station": BEHIND}
    done(faces.get(where.screen, HomeFace((), (), ())))


@pytest.fixture
def touch(clock: ToldClock, qapp: QGuiApplication) -> Touch:
    verbs = Verbs(
        look=look,
        ask=lambda wish, done: done(Refused(Reason.NOT_NOW)),
        speak_language=lambda language: None,
    )
    made = Touch(verbs, Habits("it", PX_PER_MM, 10, 10, idle.Rules(120, 30, 60, 60), ()), clock)
    made.stop()
    return made


@pytest.fixture
def window(touch: Touch, qapp: QGuiApplication, qtbot: QtBot) -> Iterator[QQuickWindow]:
    shell.add_fonts()
    engine, shown = shell.open_face("Touch", touch)
    qtbot.waitUntil(shown.isExposed)
    yield shown
    shown.close()
    engine.deleteLater()


def items(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from items(child)


def named(window: QQuickWindow, name: str) -> QQuickItem:
    return next(item for item in items(window.contentItem()) if item.objectName() == name)


def tram(window: QQuickWindow) -> QQuickItem:
    return named(window, "tram")


def tap(window: QQuickWindow) -> None:
    control = tram(window)
    middle: QPoint = control.mapToScene(QPointF(control.width() / 2, control.height() / 2)).toPoint()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)


def at_home(touch: Touch) -> None:
    touch.go("wake")
    touch.go("language/it")
    assert touch.shown.screen == "home"


def test_a_tap_on_the_tram_tells_how_the_station_stands(touch: Touch, window: QQuickWindow) -> None:
    at_home(touch)
    tap(window)
    assert touch.shown.screen == "station"
    assert touch.shown.face["waiting"] == 3


def test_the_line_on_the_screen_is_the_honest_one(touch: Touch, window: QQuickWindow) -> None:
    at_home(touch)
    tap(window)
    texts = [str(named(window, name).property("text")) for name in ("standing", "standing-more")]
    assert texts[0] == "Dati di ieri, ore\u00a018.05."
    assert texts[1].startswith("3 ")


def test_the_tram_is_large_enough_for_a_finger(touch: Touch, window: QQuickWindow) -> None:
    at_home(touch)
    assert min(tram(window).width(), tram(window).height()) >= LEAST_MM * PX_PER_MM


def test_a_second_tap_on_the_tram_leads_nowhere(touch: Touch, window: QQuickWindow) -> None:
    at_home(touch)
    tap(window)
    tap(window)
    touch.go("back")
    assert touch.shown.screen == "home"


def test_on_the_idle_screen_a_finger_on_the_tram_does_nothing(touch: Touch, window: QQuickWindow) -> None:
    tap(window)
    assert touch.shown.screen == "attract"


def test_under_an_answer_the_tram_is_out_of_reach(touch: Touch, window: QQuickWindow) -> None:
    at_home(touch)
    touch.scanned(b"nonsense")
    tap(window)
    assert touch.shown.screen == "home"
