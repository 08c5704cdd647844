"""A scripted visit, offscreen: every step is really done through the screens' own controls, and photographed."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from demo import desk, families, papers, value
from demo.city import City
from demo.waiting import waited
from kiosk.app import Kiosk
from kiosk.clock import Clock, boot
from kiosk.devices.scanners import FakeScanner
from kiosk.domain.workers import Face
from kiosk.settings import Settings
from kiosk.ui import shell


class TourStuck(Exception):
    """A step of the visit did not come to what it should show."""


class Hours:
    """The city's time as the station knows it before it has heard of central, and how much of it has been skipped."""

    def __init__(self, city: City) -> None:
        self._city = city
        self._passed = timedelta()

    def clock(self) -> Clock:
        shift = self._city.shift or timedelta()
        return Clock(
            wall=lambda: datetime.now(UTC) + shift + self._passed,
            boot=lambda: boot() + self._passed.total_seconds(),
        )

    def skip(self, minutes: int) -> None:
        """At the station at once; at central from its next start on."""
        self._passed += timedelta(minutes=minutes)
        if self._city.shift is not None:
            self._city.shift += timedelta(minutes=minutes)


class Tour:
    def __init__(self, kiosk: Kiosk, city: City, pictures: Path, hours: Hours) -> None:
        self._kiosk = kiosk
        self._city = city
        self._pictures = pictures
        self._window = kiosk.window
        self._hours = hours
        self._scanner = FakeScanner()
        self._tray = papers.Tray()
        kiosk.plug(self._scanner)
        kiosk.plug_printer(self._tray)
        self._count = 0

    @property
    def next_number(self) -> int:
        """Of the pictures."""
        return self._count + 1

    def play(self, card: str) -> None:
        touch = self._kiosk.touch
        self.until("today's programme is here", lambda: bool(touch.shown.face.get("today")))
        self.until("everything is sent", lambda: touch.shown.frame["tram"]["state"] == "arrived")
        self.picture("attract", "the idle screen: today at the hub")
        self.tap("wake", "language")
        self.picture("language", "the first touch asks for the language")
        self.tap("language-ar", "home")
        self.picture("home-arabic", "home, in Arabic, from right to left")
        self.tap("bar-language", "language")
        self.tap("language-it", "home")
        self.picture("home", "home, in Italian")
        self.tap("pillar-physical_activity", "browse")
        self.picture("pillar", "one of the seven pillars")
        self.tap(f"activity-{touch.shown.face['cards'][0]['id']}", "activity")
        self.picture("activity", "an activity")
        self._city.cut()
        print("     the network is cut: central's process has ended")
        self.tap("back", "browse")
        self.tap("back", "home")
        self.tap("scan", "scan")
        self.picture("scan", "show your card")
        self.scan(card)
        self.said("welcomed")
        self.until("the tram waits with one aboard", lambda: touch.shown.frame["tram"]["aboard"] == 1)
        self.picture("welcomed", "welcomed with no network: the visit is on this machine's disk")
        self.tap("outcome-done", "home")
        self.scan(card)
        self.said("hello")
        self.picture("hello", "a second scan counts nothing")
        self.tap("outcome-done", "home")
        self.picture("home-offline", "the tram at its stop, with one message aboard")
        self.tap("tram", "station")
        self.picture("station", "where is the tram: how fresh, what waits, what a person has to look at")
        self.tap("back", "home")
        self.scan("HELLO WORLD")
        self.said("ask")
        self.picture("ask", "anything else: the same kind words")
        self.tap("outcome-done", "home")
        value.play(self, self._city)
        families.play(self, self._city)
        self._city.back()
        print("     the network is back")
        assert self._kiosk.sync is not None
        self._kiosk.sync.go()
        self.until("central has the visits", lambda: touch.shown.frame["tram"]["state"] == "arrived")
        self.picture("synced", "the tram has arrived: central has every visit")
        self.tap("bar-finished", "attract")
        self.picture("finished", "I'm done: nothing of the person is left")

    def turn_to(self, window: QQuickWindow) -> None:
        """From now on the pictures are of this window."""
        self._window = window

    def scan(self, code: str) -> None:
        self._scanner.scan(code)

    def said(self, outcome: str) -> None:
        """Wait for an answer."""
        self.until(f"{outcome} is said", lambda: self.outcome == outcome)

    def at(self, screen: str) -> None:
        """Wait for a screen."""
        self.until(f"{screen} is shown", lambda: self._kiosk.touch.shown.screen == screen)

    def later(self, minutes: int) -> None:
        """So much time goes by, at the station and at central."""
        self._hours.skip(minutes)

    def picture(self, name: str, what: str) -> None:
        self.settle()
        self._save(self._window.grabWindow(), name, what)

    def paper(self, name: str, what: str) -> None:
        """A picture of what the printer gave out last."""
        self._save(self._tray.take(), name, what)

    def _save(self, image: QImage, name: str, what: str) -> None:
        self._count += 1
        path = self._pictures / f"{self._count:02d}-{name}.png"
        if not image.save(str(path)):
            raise TourStuck(f"no picture of {name}")
        print(f"{self._count:3}. {what}  ({path.name})")

    def tap(self, name: str, screen: str) -> None:
        """Tap a control, as a finger would, and wait for the screen it leads to."""
        control = self.control(name)
        middle = control.mapToScene(QPointF(control.width() / 2, control.height() / 2))
        QTest.mouseClick(self._window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle.toPoint())
        self.until(f"{name} leads to {screen}", lambda: self._kiosk.touch.shown.screen == screen)
        if name.startswith("outcome"):
            self.until("the answer is gone", lambda: self._kiosk.touch.shown.outcome is None)
        self.settle()

    def reach(self, name: str) -> None:
        """Turn the pages of a list, by its own button, until a control lies above it."""
        screen = self._kiosk.touch.shown.screen
        while (down := self._found("scroll-down")) and _end(self.control(name)) > _end(down) - down.height():
            self.tap("scroll-down", screen)

    @property
    def outcome(self) -> str:
        """What is said at the moment."""
        return str((self._kiosk.touch.shown.outcome or {}).get("outcome", ""))

    def first(self, prefix: str) -> str:
        """The name of the first control that is called so."""
        self.settle()
        names = [item.objectName() for item in _visible(self._window.contentItem())]
        found = next((name for name in names if name.startswith(prefix)), None)
        if found is None:
            raise TourStuck(f"nothing on the screen {self._kiosk.touch.shown.screen} is called {prefix}...")
        return found

    def control(self, name: str) -> QQuickItem:
        self.settle()
        found = self._found(name)
        if found is None:
            raise TourStuck(f"nothing on the screen {self._kiosk.touch.shown.screen} is called {name}")
        return found

    def _found(self, name: str) -> QQuickItem | None:
        items = _visible(self._window.contentItem())
        return next((item for item in items if item.objectName() == name), None)

    def settle(self) -> None:
        """Let what is on its way arrive: a painted frame after the last change, and no tap taken for a double one."""
        self.wait(500)

    def until(self, what: str, holds: Callable[[], bool]) -> None:
        if not waited(holds):
            raise TourStuck(f"it never came to this: {what}")

    def wait(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


def _end(item: QQuickItem) -> float:
    """Where it ends on the window, from above."""
    return item.mapToScene(QPointF(0, item.height())).y()


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
    hours = Hours(city)
    kiosk = Kiosk(settings, application, hours.clock(), faces=(Face.TOUCH, Face.DESK))
    try:
        tour = Tour(kiosk, city, pictures, hours)
        tour.play(demo_card(city))
        tour.turn_to(kiosk.desk_window)
        desk.play(tour, kiosk, city)
        papers.draw(city.card_faces(), pictures, tour.next_number)
    except TourStuck as error:
        print(f"the visit got stuck: {error}")
        return 1
    finally:
        kiosk.close()
    visits = city.answer("events")["visits"]
    print(f"central counts {visits} arrivals of people with a name; pictures in {pictures}")
    return 0 if visits == families.BY_NAME + 1 else 1


def demo_card(city: City) -> str:
    """The card of a child of an invented family."""
    return city.cards()[0]
