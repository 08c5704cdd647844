"""The composition root: the one module that knows every package, and puts a running kiosk together.

The window is painted first; the store (and with it SQLAlchemy) is imported and opened after the first frame, on the
store thread. Whatever is asked before that waits in the same queue.
"""

import json
import logging
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.clock import Clock
from kiosk.db import lock
from kiosk.devices.doorbell import Doorbell, Reply
from kiosk.devices.scanners import Scanner, WedgeScanner
from kiosk.domain.rounds import Progress, Round
from kiosk.domain.visits import UNDO_SECONDS, Reason, Refused
from kiosk.jobs import Err, Ok, OneThread, Result
from kiosk.settings import Settings
from kiosk.storeroom import Known, Storeroom
from kiosk.sync.service import SyncService
from kiosk.ui import derive, idle, shell
from kiosk.ui.sitting import Where
from kiosk.ui.viewmodels.touch import Answer, Habits, Touch, Verbs

log = logging.getLogger("wishmi")
T = TypeVar("T")
AFTER_PAINT_MS = 40  # two frames
MINUTE_MS = 60_000
IN_USE = 3  # exit status: another process owns the store
BROKEN = 4  # exit status: the store broke while running; started again, it is checked and may work
CALM_MS = 10_000  # how long "ask at the desk" stays before that


class Kiosk(QObject):
    """A running touch face: window, scanner, store thread, network thread. `close` ends it in order."""

    def __init__(
        self,
        settings: Settings,
        application: QGuiApplication,
        clock: Clock | None = None,
        leave: Callable[[int], None] = QGuiApplication.exit,
    ) -> None:
        """`leave` ends the process with a status."""
        super().__init__()
        self._leave = leave
        self._settings = settings
        self._clock = clock or Clock()
        self._store_thread = OneThread("store")
        self._network_thread = OneThread("network")
        self._room = Storeroom(settings, self._clock)
        self._connected = False
        self._opening = False
        self._broken = False
        self._doorbell: Doorbell | None = None
        self._early: list[Callable[[], None]] = []
        self.words = shell.Words(application)
        self.words.speak(settings.language)
        self.touch = Touch(self._verbs(), self._habits(), self._clock)
        self.engine, self.window = shell.open_touch(self.touch, self.words)
        shell.catch_everything(self.touch.set_trouble)
        self.sync: SyncService | None = None
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self._keep_time)
        self._closed = False
        self.plug(WedgeScanner(self.window, self._clock.boot))
        self._show(self.window)

    def plug(self, scanner: Scanner) -> None:
        """Listen to one scanner more."""
        scanner.setParent(self)
        scanner.reading.connect(self.touch.reading)
        scanner.scanned.connect(self.touch.scanned)
        scanner.abandoned.connect(self.touch.abandoned)

    def close(self) -> None:
        """Stop what runs, let the store finish what it was given, close it."""
        if self._closed:
            return
        self._closed = True
        if self.sync is not None:
            self.sync.stop()
        self._room.hang_up()  # nobody waits for central when the light goes out
        self._minute.stop()
        self.touch.stop()
        if self._doorbell is not None:
            self._doorbell.close()
        self._network_thread.close()
        self._store_thread.submit(self._room.close, lambda result: None)
        self._store_thread.close()
        self.window.close()
        self.engine.deleteLater()

    # --- from the first frame to a ready kiosk --------------------------------------------------------------------

    def _show(self, window: QQuickWindow) -> None:
        window.resize(self._settings.width, self._settings.height)
        window.frameSwapped.connect(self._painted, Qt.ConnectionType.SingleShotConnection)
        if self._settings.full_screen:
            window.showFullScreen()
        else:
            window.show()

    def _painted(self) -> None:
        self._opening = True
        self._ask(self._room.open, self._opened)
        for ask in self._early:
            ask()
        self._early.clear()

    def _opened(self, result: Result[Known | None]) -> None:
        if not isinstance(result, Ok) or result.value is None:
            log.error(
                "the store cannot be used: %s", _named(result.error) if isinstance(result, Err) else "not enrolled"
            )
            self.touch.set_trouble()
            return
        self._know(result.value)
        self._doorbell = Doorbell(self._settings.doorbell, self)
        self._doorbell.rang.connect(self._rang)
        phase = int.from_bytes(result.value.station.encode()[-2:]) / 65536
        self.sync = SyncService(self._exchange, self._network_thread, self._clock, phase)
        self.sync.travelling.connect(self._travelling)
        self.sync.progressed.connect(self._progressed)
        self.sync.finished.connect(self._exchanged)
        self.sync.start()
        self._minute.start()
        self.touch.refresh()

    def _know(self, known: Known) -> None:
        self.touch.set_habits(known.language or self._settings.language, known.hub_name)
        if not known.first_copy_complete:
            self.touch.set_first_copy(Progress(known.records, known.total, False), self._connected)
        self._tell_tram(travelling=False, aboard=known.waiting)

    # --- what the touch face asks for -----------------------------------------------------------------------------

    def _verbs(self) -> Verbs:
        return Verbs(look=self._look, arrive=self._arrive, undo=self._undo, speak_language=self.words.speak)

    def _habits(self) -> Habits:
        times = self._settings.idle
        return Habits(
            language=self._settings.language,
            px_per_mm=self._settings.px_per_mm,
            outcome_seconds=times.outcome,
            undo_seconds=UNDO_SECONDS,
            idle=idle.Rules(times.browsing, times.question),
        )

    def _look(self, where: Where, language: str, done: Callable[[Any], None]) -> None:
        def seen(result: Result[Any]) -> None:
            if isinstance(result, Ok):
                done(result.value)
            else:
                log.error("looking failed: %s", _named(result.error))
                self._suspect(result)

        self._ask(lambda: self._room.look(where, language), seen)

    def _arrive(self, payload: bytes, done: Callable[[Answer], None]) -> None:
        def answered(result: Result[Answer]) -> None:
            done(self._said(result))
            self._recorded()

        self._ask(lambda: self._room.arrive(payload), answered)

    def _undo(self, visit: str, done: Callable[[Answer], None]) -> None:
        def answered(result: Result[Answer]) -> None:
            done(self._said(result))
            self._recorded()

        self._ask(lambda: self._room.undo(visit), answered)

    def _said(self, result: Result[Answer]) -> Answer:
        """A failed store is "ask at the desk", like every other no: never a false green."""
        if isinstance(result, Ok):
            return result.value
        log.error("nothing was recorded: %s", _named(result.error))
        return Refused(Reason.NOT_NOW)

    def _recorded(self) -> None:
        """What follows a visit waits until its answer is painted."""
        QTimer.singleShot(AFTER_PAINT_MS, self, self._count)

    def _count(self) -> None:
        if self.sync is not None:
            self.sync.captured()
        self._ask(self._room.waiting, self._counted)

    def _counted(self, result: Result[int]) -> None:
        self._suspect(result)
        if isinstance(result, Ok):
            self._tell_tram(travelling=False, aboard=result.value)

    def _keep_time(self) -> None:
        self._ask(self._room.keep_time, self._suspect)
        self._ask(self._room.turn_the_day, self._suspect)

    def _suspect(self, result: Result[Any]) -> None:
        """A store that broke does nothing until the program starts anew: say so, then go, for a supervisor to do it."""
        broke = isinstance(result, Err) and getattr(result.error, "trouble", "") == "broken"
        if self._broken or not broke or self.sync is None:
            return
        self._broken = True
        log.critical("the store broke: this process ends and is to be started again")
        self.touch.set_trouble()
        QTimer.singleShot(CALM_MS, self, lambda: self._leave(BROKEN))

    # --- what the network tells -----------------------------------------------------------------------------------

    def _exchange(self, progress: Callable[[Progress], None]) -> Round:
        """On the network thread; the store is asked on its own."""
        return self._room.exchange(self._store_thread.ask, progress)

    def _travelling(self, on: bool) -> None:
        if on:
            self._tell_tram(travelling=self._connected, aboard=self._aboard)

    def _progressed(self, progress: Progress) -> None:
        if not progress.first_copy_complete:
            self._connected = True
            self.touch.set_first_copy(progress)

    def _exchanged(self, done: Round) -> None:
        self._connected = not done.trouble
        if done.trouble:
            log.info("the exchange did not go through: %s", done.trouble)
        if done.first_copy_complete:
            self.touch.set_first_copy(None)
        self._tell_tram(travelling=False, aboard=done.waiting)
        self._ask(self._room.known, self._learned)

    def _learned(self, result: Result[Known | None]) -> None:
        self._suspect(result)
        if isinstance(result, Ok) and result.value is not None:
            self._know(result.value)
            self.touch.refresh()

    def _rang(self, wish: str, reply: Reply) -> None:
        """A command of this machine asks: `wishmi-kiosk sync --once` while the kiosk runs."""
        if wish != "sync" or self.sync is None:
            reply("{}")
            return
        once = Qt.ConnectionType.SingleShotConnection
        self.sync.finished.connect(lambda done: reply(json.dumps(asdict(done))), once)
        self.sync.go()

    def _tell_tram(self, travelling: bool, aboard: int) -> None:
        self._aboard = aboard
        self.touch.set_tram(derive.tram(travelling, self._connected, aboard))

    def _ask(self, job: Callable[[], T], done: Callable[[Result[T]], None]) -> None:
        """A job for the store thread. What comes before the first frame waits for the store to be opened."""
        if self._opening:
            self._store_thread.submit(job, done)
        else:
            self._early.append(lambda: self._ask(job, done))


def _named(error: Exception) -> str:
    """The kind of a failure, never its text, which may hold what somebody scanned; and which trouble of the store."""
    return f"{type(error).__name__} {getattr(error, 'trouble', '')}".strip()


def run_touch(settings: Settings, window: bool) -> int:
    """Open the touch face and stay until it is closed. The exit status."""
    if lock.is_owned(settings.store):
        print("the station is running already", file=sys.stderr)
        return IN_USE
    application = shell.application()
    kiosk = Kiosk(replace(settings, full_screen=settings.full_screen and not window), application)
    application.aboutToQuit.connect(kiosk.close)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: application.quit())  # runs with the face's next tick, within a second
    return application.exec()
