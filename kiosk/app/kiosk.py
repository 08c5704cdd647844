"""A running station: its threads, its store, its exchange with central, and one or both faces.

The windows are painted first; the store (and with it SQLAlchemy) is imported and opened after the first frame, on the
store thread.
"""

import json
import logging
import resource
import signal
import sys
from collections.abc import Callable, Collection
from dataclasses import asdict, replace

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.app.asking import Asking, named
from kiosk.app.desk import DeskFace
from kiosk.app.devices import Devices
from kiosk.app.touch import TouchFace
from kiosk.clock import Clock
from kiosk.db import lock
from kiosk.devices.doorbell import Doorbell, Reply
from kiosk.devices.printers import Printer
from kiosk.devices.scanners import Scanner
from kiosk.domain.rounds import Progress, Round
from kiosk.domain.workers import Face
from kiosk.jobs import Err, Ok, OneThread, Result
from kiosk.settings import Settings
from kiosk.storeroom import Known, Storeroom
from kiosk.sync.service import SyncService
from kiosk.ui import shell, standing
from kiosk.ui.desk.viewmodel import Desk
from kiosk.ui.touch.viewmodel import Touch

log = logging.getLogger("wishmi")
AFTER_PAINT_MS = 40  # two frames
MINUTE_MS = 60_000
IN_USE = 3  # exit status: another process owns the store
BROKEN = 4  # exit status: the store broke while running; started again, it is checked and may work
CALM_MS = 10_000  # how long "ask at the desk" stays before that


class Kiosk(QObject):
    """A running station. `close` ends it in order."""

    def __init__(
        self,
        settings: Settings,
        application: QGuiApplication,
        clock: Clock | None = None,
        leave: Callable[[int], None] = QGuiApplication.exit,
        faces: Collection[Face] = (Face.TOUCH,),
    ) -> None:
        """`leave` ends the process with a status."""
        super().__init__()
        self._leave = leave
        self._settings = settings
        self._clock = clock or Clock()
        self._network_thread = OneThread("network")
        self._asking = Asking(self._suspect)
        self._room = Storeroom(settings, self._clock, self._asking.of_store)
        self._connected = False
        self._painted_once = False
        self._broken = False
        self._closed = False
        self._doorbell: Doorbell | None = None
        self.sync: SyncService | None = None
        self._devices = Devices(settings.devices, self._clock)
        self._touch = (
            TouchFace(settings, self._clock, application, self._asking, self._room, self._devices.receipts)
            if Face.TOUCH in faces
            else None
        )
        self._desk = (
            DeskFace(settings, self._clock, self._asking, self._room, self._devices) if Face.DESK in faces else None
        )
        self._faces = [face for face in (self._touch, self._desk) if face is not None]
        shell.catch_everything(self._set_trouble)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self._keep_time)
        for face in self._faces:
            face.recorded.connect(self._recorded)
            self._show(face.window)

    @property
    def touch(self) -> Touch:
        assert self._touch is not None, "this station has no touch face"
        return self._touch.hub

    @property
    def desk(self) -> Desk:
        assert self._desk is not None, "this station has no desk face"
        return self._desk.hub

    @property
    def window(self) -> QQuickWindow:
        """The touch face's, or the desk's where there is no other."""
        return self._faces[0].window

    @property
    def desk_window(self) -> QQuickWindow:
        assert self._desk is not None, "this station has no desk face"
        return self._desk.window

    def plug(self, scanner: Scanner, face: Face | None = None) -> None:
        """Listen to one scanner more; `face` says whose, the first one's by default."""
        where = self._desk if face is Face.DESK else self._touch if face is Face.TOUCH else self._faces[0]
        assert where is not None, "this station has no such face"
        where.plug(scanner)

    def plug_printer(self, printer: Printer) -> None:
        """Pages and receipts come out there from now on."""
        self._devices.pages.turn_to(printer)
        self._devices.receipts.turn_to(printer)

    def close(self) -> None:
        """Stop what runs, let the store finish what it was given, close it."""
        if self._closed:
            return
        self._closed = True
        if self.sync is not None:
            self.sync.stop()
        self._room.hang_up()  # nobody waits for central when the light goes out
        self._minute.stop()
        if self._doorbell is not None:
            self._doorbell.close()
        self._network_thread.close()
        self._devices.close()
        self._asking.close(self._room.close)
        for face in self._faces:
            face.close()

    # --- from the first frame to a ready station ------------------------------------------------------------------

    def _show(self, window: QQuickWindow) -> None:
        if window is self.window:
            window.frameSwapped.connect(self._painted, Qt.ConnectionType.SingleShotConnection)
        if self._touch is not None and window is self._touch.window:
            window.resize(self._settings.width, self._settings.height)
        if self._settings.full_screen:
            window.showFullScreen()
        else:
            window.show()

    def _painted(self) -> None:
        self._asking.begin()
        self._asking.ask(self._room.open, self._opened)
        self._asking.catch_up()

    def _opened(self, result: Result[Known | None]) -> None:
        if not isinstance(result, Ok) or result.value is None:
            log.error(
                "the store cannot be used: %s", named(result.error) if isinstance(result, Err) else "not enrolled"
            )
            self._set_trouble()
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
        self._devices.start(self.plug)
        self._refresh()

    def _know(self, known: Known) -> None:
        for face in self._faces:
            face.hub.set_habits(known.language or self._settings.language, known.hub_name)
        if not known.first_copy_complete:
            self._copying(Progress(known.records, known.total, False), self._connected)
        self._tell_tram(travelling=False, aboard=known.waiting)

    # --- what happens at the faces --------------------------------------------------------------------------------

    def _recorded(self) -> None:
        """What follows a visit waits until its answer is painted."""
        QTimer.singleShot(AFTER_PAINT_MS, self, self._count)

    def _count(self) -> None:
        if self.sync is not None:
            self.sync.captured()
        if self._desk is not None:
            self._desk.hub.refresh()
        self._asking.ask(self._room.waiting, self._counted)

    def _counted(self, result: Result[int]) -> None:
        if isinstance(result, Ok):
            self._tell_tram(travelling=False, aboard=result.value)

    def _keep_time(self) -> None:
        self._asking.ask(self._room.keep_time, lambda result: None)
        self._asking.ask(self._room.turn_the_day, lambda result: None)

    def _suspect(self, failed: Err) -> None:
        """A store that broke does nothing until the program starts anew: say so, then go, for a supervisor to do it."""
        if self._broken or getattr(failed.error, "trouble", "") != "broken" or self.sync is None:
            return
        self._broken = True
        log.critical("the store broke: this process ends and is to be started again")
        self._set_trouble()
        QTimer.singleShot(CALM_MS, self, lambda: self._leave(BROKEN))

    def _set_trouble(self) -> None:
        for face in self._faces:
            face.hub.set_trouble()

    def _refresh(self) -> None:
        for face in self._faces:
            face.hub.refresh()

    def _copying(self, progress: Progress | None, connected: bool = True) -> None:
        for face in self._faces:
            face.hub.set_first_copy(progress, connected)

    # --- what the network tells -----------------------------------------------------------------------------------

    def _exchange(self, progress: Callable[[Progress], None]) -> Round:
        """On the network thread; the store is asked on its own."""
        return self._room.exchange(progress)

    def _travelling(self, on: bool) -> None:
        if on:
            self._tell_tram(travelling=self._connected, aboard=self._aboard)

    def _progressed(self, progress: Progress) -> None:
        if not progress.first_copy_complete:
            self._connected = True
            self._copying(progress)

    def _exchanged(self, done: Round) -> None:
        self._connected = not done.trouble
        if done.trouble:
            log.info("the exchange did not go through: %s", done.trouble)
        if done.first_copy_complete:
            self._copying(None)
        self._tell_tram(travelling=False, aboard=done.waiting)
        self._asking.ask(self._room.known, self._learned)

    def _learned(self, result: Result[Known | None]) -> None:
        if isinstance(result, Ok) and result.value is not None:
            self._know(result.value)
            self._refresh()

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
        for face in self._faces:
            face.hub.set_tram(standing.tram(travelling, self._connected, aboard))


def run_station(settings: Settings, window: bool, faces: Collection[Face]) -> int:
    """Open the faces and stay until they are closed. The exit status."""
    if lock.is_owned(settings.store):
        print("the station is running already", file=sys.stderr)
        return IN_USE
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash must not leave people's names in a file
    application = shell.application()
    kiosk = Kiosk(replace(settings, full_screen=settings.full_screen and not window), application, faces=faces)
    application.aboutToQuit.connect(kiosk.close)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: application.quit())  # runs with the face's next tick, within a second
    return application.exec()
