"""A whole kiosk in one process: real window, real store, real central; at the desk a worker with a card and a PIN."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.domain.workers import Face, Role
from kiosk.settings import Devices, Settings
from kiosk.ui import shell
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.kiosk.app.door import Door, Start
from tests.station import Station
from tests.workers import PIN, employ


class DeskAt:
    """A desk as somebody sits at it: keys, clicks, scans, and what it shows."""

    def __init__(self, kiosk: Kiosk, qtbot: QtBot) -> None:
        self.kiosk = kiosk
        self._qtbot = qtbot

    @property
    def screen(self) -> str:
        return self.kiosk.desk.shown.screen

    def until(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds)

    def type(self, text: str) -> None:
        for character in text:
            QTest.keyClick(self.kiosk.desk_window, Qt.Key(ord(character.upper())), Qt.KeyboardModifier.NoModifier)

    def press(self, key: Qt.Key, chord: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.kiosk.desk_window, key, chord)

    def scan(self, code: str) -> None:
        """As a keyboard scanner types it: all at once by the station's own clock, however busy this machine is."""
        for character in (*code, "\r"):
            key = Qt.Key.Key_Return if character == "\r" else Qt.Key(ord(character.upper()))
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
                QCoreApplication.sendEvent(self.kiosk.desk_window, event)

    def item(self, name: str) -> QQuickItem:
        found = [item for item in seen(self.kiosk.desk_window.contentItem()) if item.objectName() == name]
        assert found, f"nothing on {self.screen} is called {name}"
        return found[0]

    def click(self, name: str) -> None:
        item = self.item(name)
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        QTest.mouseClick(self.kiosk.desk_window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)

    def enter(self, card: str) -> None:
        self.scan(card)
        self.until(lambda: bool(self.kiosk.desk.shown.face.get("asking")))
        self.type(PIN)
        self.until(lambda: self.screen != "lock")


def seen(item: QQuickItem) -> Iterator[QQuickItem]:
    if item.isVisible() and item.isEnabled():
        yield item
        for child in item.childItems():
            yield from seen(child)


@pytest.fixture
def worker_card(central: CentralAt) -> str:
    """Of a coordinator of the hub."""
    return employ(central, Role.COORDINATOR).code


@pytest.fixture
def open_desk(qapp: QGuiApplication, qtbot: QtBot, desk: Station, worker_card: str) -> Iterator[Callable[[], DeskAt]]:
    """Opens the desk of a station that has heard of its worker."""
    shell.add_fonts()
    opened: list[Kiosk] = []

    def start() -> DeskAt:
        assert desk.sync().trouble == ""
        desk.store.close()
        opened.append(Kiosk(desk.settings, qapp, desk.clock, faces=(Face.DESK,)))
        qtbot.waitUntil(lambda: opened[-1].sync is not None)
        return DeskAt(opened[-1], qtbot)

    yield start
    for kiosk in opened:
        kiosk.close()


@pytest.fixture
def start(
    qapp: QGuiApplication,
    station: Station,
    central: CentralAt,
    settings: Settings,
    clock: ToldClock,
    cards: dict[str, str],
    qtbot: QtBot,
) -> Iterator[Start]:
    """`cards` are the test's own: whose there are."""
    shell.add_fonts()
    opened: list[Kiosk] = []

    def open_door(devices: Devices = Devices()) -> Door:  # noqa: B008 - frozen
        station.store.close()
        opened.append(Kiosk(replace(settings, devices=devices), qapp, clock, faces=(Face.TOUCH,)))
        door = Door(opened[-1], cards, central, clock, qtbot)
        qtbot.waitUntil(lambda: opened[-1].sync is not None)
        return door

    yield open_door
    for kiosk in opened:
        kiosk.close()
