"""The touch face put together: view model, window, the words of one language at a time, scanners."""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from kiosk.app.asking import Asking, named, or_refused
from kiosk.clock import Clock
from kiosk.devices.scanners import Scanner, WedgeScanner
from kiosk.domain.visits import UNDO_SECONDS
from kiosk.jobs import Ok, Result
from kiosk.settings import Settings
from kiosk.storeroom import Storeroom
from kiosk.ui import shell
from kiosk.ui.touch import idle
from kiosk.ui.touch.sitting import Where
from kiosk.ui.touch.viewmodel import Habits, Touch, Verbs

log = logging.getLogger("wishmi")
T = TypeVar("T")


class TouchFace(QObject):
    """`recorded`: something was asked that may have been put on record."""

    recorded = Signal()

    def __init__(
        self, settings: Settings, clock: Clock, application: QGuiApplication, asking: Asking, room: Storeroom
    ) -> None:
        super().__init__()
        self._asking = asking
        self._room = room
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
        return Verbs(look=self._look, arrive=self._arrive, undo=self._undo, speak_language=self.words.speak)

    def _look(self, where: Where, language: str, done: Callable[[Any], None]) -> None:
        def seen(result: Result[Any]) -> None:
            if isinstance(result, Ok):
                done(result.value)
            else:
                log.error("looking failed: %s", named(result.error))

        self._asking.ask(lambda: self._room.touch.look(where, language), seen)

    def _arrive(self, payload: bytes, done: Callable[[Any], None]) -> None:
        self._record(lambda: self._room.touch.arrive(payload), done)

    def _undo(self, visit: str, done: Callable[[Any], None]) -> None:
        self._record(lambda: self._room.touch.undo(visit), done)

    def _record(self, job: Callable[[], T], done: Callable[[Any], None]) -> None:
        def answered(result: Result[T]) -> None:
            done(or_refused(result))
            self.recorded.emit()

        self._asking.ask(job, answered)


def _habits(settings: Settings) -> Habits:
    times = settings.idle
    return Habits(
        language=settings.language,
        px_per_mm=settings.px_per_mm,
        outcome_seconds=times.outcome,
        undo_seconds=UNDO_SECONDS,
        idle=idle.Rules(times.browsing, times.question),
    )
