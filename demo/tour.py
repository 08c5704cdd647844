"""A scripted visit, offscreen: every step is really done through the screens' own controls, and photographed."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPointF, Qt, QTimer
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from demo import papers
from demo.city import City
from kiosk.app import Kiosk
from kiosk.clock import Clock
from kiosk.devices.scanners import FakeScanner
from kiosk.settings import Settings
from kiosk.ui import shell

PATIENCE_MS = 20_000


class TourStuck(Exception):
    """A step of the visit did not come to what it should show."""


class Tour:
    def __init__(self, kiosk: Kiosk, city: City, pictures: Path) -> None:
        self._kiosk = kiosk
        self._city = city
        self._pictures = pictures
        self._scanner = FakeScanner()
        kiosk.plug(self._scanner)
        self._count = 0

    @property
    def next_number(self) -> int:
        """Of the pictures."""
        return self._count + 1

    def play(self, card: str) -> None:
        touch = self._kiosk.touch
        self._until("today's programme is here", lambda: bool(touch.shown.face.get("today")))
        self._until("everything is sent", lambda: touch.shown.frame["tram"]["state"] == "arrived")
        self._picture("attract", "the idle screen: today at the hub")
        self._tap("wake", "language")
        self._picture("language", "the first touch asks for the language")
        self._tap("language-ar", "home")
        self._picture("home-arabic", "home, in Arabic, from right to left")
        self._tap("bar-language", "language")
        self._tap("language-it", "home")
        self._picture("home", "home, in Italian")
        self._tap("pillar-physical_activity", "browse")
        self._picture("pillar", "one of the seven pillars")
        self._tap(f"activity-{touch.shown.face['cards'][0]['id']}", "activity")
        self._picture("activity", "an activity")
        self._city.cut()
        print("     the network is cut: central's process has ended")
        self._tap("back", "browse")
        self._tap("back", "home")
        self._tap("scan", "scan")
        self._picture("scan", "show your card")
        self._scanner.scan(card)
        self._until("the child is welcomed", lambda: (touch.shown.outcome or {}).get("outcome") == "welcomed")
        self._until("the tram waits with one aboard", lambda: touch.shown.frame["tram"]["aboard"] == 1)
        self._picture("welcomed", "welcomed with no network: the visit is on this machine's disk")
        self._tap("outcome-done", "home")
        self._scanner.scan(card)
        self._until("the second scan is a hello", lambda: (touch.shown.outcome or {}).get("outcome") == "hello")
        self._picture("hello", "a second scan counts nothing")
        self._tap("outcome-done", "home")
        self._picture("home-offline", "the tram at its stop, with one message aboard")
        self._tap("tram", "station")
        self._picture("station", "where is the tram: how fresh, what waits, what a person has to look at")
        self._tap("back", "home")
        self._scanner.scan("HELLO WORLD")
        self._until("nonsense asks at the desk", lambda: (touch.shown.outcome or {}).get("outcome") == "ask")
        self._picture("ask", "anything else: the same kind words")
        self._tap("outcome-done", "home")
        self._city.back()
        print("     the network is back")
        assert self._kiosk.sync is not None
        self._kiosk.sync.go()
        self._until("central has the visit", lambda: touch.shown.frame["tram"]["state"] == "arrived")
        self._picture("synced", "the tram has arrived: central has the visit")
        self._tap("bar-finished", "attract")
        self._picture("finished", "I'm done: nothing of the person is left")

    def _picture(self, name: str, what: str) -> None:
        self._settle()
        self._count += 1
        path = self._pictures / f"{self._count:02d}-{name}.png"
        if not self._kiosk.window.grabWindow().save(str(path)):
            raise TourStuck(f"no picture of {name}")
        print(f"{self._count:3}. {what}  ({path.name})")

    def _tap(self, name: str, screen: str) -> None:
        """Tap a control, as a finger would, and wait for the screen it leads to."""
        control = self._control(name)
        middle = control.mapToScene(QPointF(control.width() / 2, control.height() / 2))
        QTest.mouseClick(
            self._kiosk.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle.toPoint()
        )
        self._until(f"{name} leads to {screen}", lambda: self._kiosk.touch.shown.screen == screen)
        if name.startswith("outcome"):
            self._until("the answer is gone", lambda: self._kiosk.touch.shown.outcome is None)
        self._settle()

    def _control(self, name: str) -> QQuickItem:
        self._settle()
        found = [item for item in _visible(self._kiosk.window.contentItem()) if item.objectName() == name]
        if not found:
            raise TourStuck(f"nothing on the screen {self._kiosk.touch.shown.screen} is called {name}")
        return found[0]

    def _settle(self) -> None:
        """Let what is on its way arrive: a painted frame after the last change, and no tap taken for a double one."""
        self._wait(500)

    def _until(self, what: str, holds: Callable[[], bool]) -> None:
        loop = QEventLoop()
        poll, patience = QTimer(), QTimer()
        poll.timeout.connect(lambda: loop.quit() if holds() else None)
        patience.setSingleShot(True)
        patience.timeout.connect(loop.quit)
        poll.start(10)
        patience.start(PATIENCE_MS)
        if not holds():
            loop.exec()
        if not holds():
            raise TourStuck(f"it never came to this: {what}")

    def _wait(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


def _visible(item: QQuickItem) -> Iterator[QQuickItem]:
    """An item and everything that can be seen in it."""
    if item.isVisible() and item.isEnabled():
        yield item
        for child in item.childItems():
            yield from _visible(child)


def play(city: City, folder: Path, pictures: Path, size: tuple[int, int]) -> int:
    """Play the visit; the exit status."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    application = shell.application()
    settings = Settings(data=folder / "station", width=size[0], height=size[1], full_screen=False)
    kiosk = Kiosk(settings, application, afternoon(city))
    try:
        tour = Tour(kiosk, city, pictures)
        tour.play(demo_card(city))
        papers.draw(city.card_faces(), pictures, tour.next_number)
    except TourStuck as error:
        print(f"the visit got stuck: {error}")
        return 1
    finally:
        kiosk.close()
    visits = city.answer("events")["visits"]
    print(f"central counts {visits} visit{'s' if visits != 1 else ''}; pictures in {pictures}")
    return 0 if visits == 1 else 1


def afternoon(city: City) -> Clock:
    """The city's time, before the station has heard of it."""
    shift = city.shift or timedelta()
    return Clock(wall=lambda: datetime.now(UTC) + shift)


def demo_card(city: City) -> str:
    """The card of a child of an invented family."""
    return city.cards()[0]
