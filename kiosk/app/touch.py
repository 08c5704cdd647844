"""The touch face put together: view model, window, the words of one language at a time, scanners."""

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from kiosk.app.asking import Asking, named, or_refused
from kiosk.clock import Clock
from kiosk.devices.printing import Printing
from kiosk.devices.scanners import Scanner, WedgeScanner
from kiosk.domain.visits import UNDO_SECONDS
from kiosk.jobs import Ok, Result
from kiosk.papers import words as papers
from kiosk.papers.receipt import Receipt, on_roll
from kiosk.papers.slip import Roll
from kiosk.settings import Settings
from kiosk.storeroom import Storeroom
from kiosk.ui import shell
from kiosk.ui.touch import derive, idle
from kiosk.ui.touch.held import Paid
from kiosk.ui.touch.sitting import Where
from kiosk.ui.touch.value_wishes import Await, CallOff
from kiosk.ui.touch.viewmodel import Habits, Touch, Verbs
from kiosk.ui.touch.wishes import READS, SlowWish, Wish

log = logging.getLogger("wishmi")


class TouchFace(QObject):
    """`recorded`: something was asked that may have been put on record."""

    recorded = Signal()

    def __init__(
        self,
        settings: Settings,
        clock: Clock,
        application: QGuiApplication,
        asking: Asking,
        room: Storeroom,
        receipts: Printing,
    ) -> None:
        super().__init__()
        self._asking = asking
        self._room = room
        self._receipts = receipts
        self._devices = settings.devices
        self.words = shell.Words(application)
        self.words.speak(settings.language)
        self.hub = Touch(self._verbs(), _habits(settings), clock)
        self.engine, self.window = shell.open_face("Touch", self.hub)
        self.words.changed = self.engine.retranslate
        self.plug(WedgeScanner(self.window, clock.boot))

    def plug(self, scanner: Scanner) -> None:
        """Listen to one scanner more."""
        scanner.setParent(self)
        scanner.reading.connect(self.hub.reading)
        scanner.scanned.connect(self.hub.scanned)
        scanner.abandoned.connect(self.hub.abandoned)

    def close(self) -> None:
        self.hub.stop()
        self.window.close()
        self.engine.deleteLater()

    def _verbs(self) -> Verbs:
        return Verbs(look=self._look, ask=self._ask, speak_language=self.words.speak)

    def _look(self, where: Where, language: str, done: Callable[[Any], None]) -> None:
        def seen(result: Result[Any]) -> None:
            if isinstance(result, Ok):
                done(result.value)
            else:
                log.error("looking failed: %s", named(result.error))

        self._asking.ask(lambda: self._room.touch.look(where, language), seen)

    def _ask(self, wish: Wish, done: Callable[[Any], None]) -> None:
        def answered(result: Result[Any]) -> None:
            answer = or_refused(result)
            done(answer)
            if isinstance(answer, Paid) and not isinstance(wish, CallOff) and self._devices.receipt_printer is not None:
                self._print(answer.receipt)
            if not isinstance(wish, READS):
                self.recorded.emit()

        if isinstance(wish, SlowWish):
            self._asking.ask_beside(lambda: self._room.touch.ask_beside(wish), answered)
        elif isinstance(wish, Await):
            self._asking.ask_online(lambda: self._room.touch.ask_central(wish), answered)
        else:
            self._asking.ask(lambda: self._room.touch.ask(wish), answered)

    def _print(self, receipt: Receipt) -> None:
        """The screen has its code already: where no paper comes out nobody waits for it."""
        roll = Roll.of(self._devices.receipt_roll)
        self._receipts.print(lambda: on_roll(receipt, papers.load(papers.SOURCE).receipt, roll), lambda outcome: None)


def _habits(settings: Settings) -> Habits:
    times = settings.idle
    return Habits(
        language=settings.language,
        px_per_mm=settings.px_per_mm,
        outcome_seconds=times.outcome,
        undo_seconds=UNDO_SECONDS,
        idle=idle.Rules(times.browsing, times.question, times.personal, times.staff),
        age_bands=derive.bands(settings.age_bands),
    )
