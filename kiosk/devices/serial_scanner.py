"""A reader on a serial line, most often USB. Read as its bytes come, without a thread; pulled out, it is looked for."""

import logging
import os
from collections.abc import Callable, Sequence

import serial
from PySide6.QtCore import QObject, QSocketNotifier, Signal

from kiosk.devices import lines, serial_ports
from kiosk.devices.alarms import Alarm
from kiosk.devices.lines import Begun, Dropped, Fact, Line, Payload
from kiosk.devices.scanners import Scanner
from kiosk.devices.serial_ports import Port, Standing, open_port, pick

log = logging.getLogger(__name__)
AGAIN_S = 2.0  # between two looks for a reader that is not there
_CHUNK = 4096


class SerialScanner(Scanner):
    """`wanted` is "any" (the first on USB) or a path. `present` tells whether it can be read; `standing`, why not."""

    present = Signal(bool)

    def __init__(
        self,
        wanted: str,
        alarm: Callable[[], Alarm],
        ports: Callable[[], Sequence[Port]] = serial_ports.ports,
        parent: QObject | None = None,
    ) -> None:
        """Two alarms are made: one for the next look, one for the silence after the last byte."""
        super().__init__(parent)
        self._wanted, self._ports = wanted, ports
        self._next_look, self._silence = alarm(), alarm()
        self._port: serial.Serial | None = None
        self._notifier: QSocketNotifier | None = None
        self._maker = ""
        self._line: Line = lines.NOTHING
        self.standing: Standing | None = None

    def start(self) -> None:
        self._look()

    def stop(self) -> None:
        self._close()
        self._next_look.clear()

    # --- the device ---------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        there = self._ports()
        path = pick(self._wanted, self._maker, there)
        opened = open_port(path) if path else Standing.MISSING
        if isinstance(opened, Standing):
            self._next_look.set(AGAIN_S, self._look)
            self._stands(opened)
            return
        self._port = opened
        real = os.path.realpath(path)
        self._maker = next((port.maker for port in there if port.path == real), self._maker)
        self._notifier = QSocketNotifier(opened.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._came)
        self._stands(Standing.READY)

    def _lost(self) -> None:
        self._close()
        self._next_look.set(AGAIN_S, self._look)
        self._stands(Standing.MISSING)

    def _close(self) -> None:
        self._silence.clear()
        if self._line != lines.NOTHING:
            self._line = lines.NOTHING
            self.abandoned.emit()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._port is not None:
            self._port.close()
            self._port = None

    def _stands(self, how: Standing) -> None:
        """Said once, not with every look."""
        if how is self.standing:
            return
        before, self.standing = self.standing, how
        log.log(logging.INFO if how is Standing.READY else logging.WARNING, "the serial reader is %s", how.value)
        if before is None or Standing.READY in (before, how):
            self.present.emit(how is Standing.READY)

    # --- its bytes ----------------------------------------------------------------------------------------------------

    def _came(self) -> None:
        if self._port is None:
            return
        try:
            data = os.read(self._port.fileno(), _CHUNK)
        except BlockingIOError:
            return
        except OSError:  # pulled out: EIO
            data = b""
        if not data:
            self._lost()
            return
        self._line, facts = lines.more(self._line, data)
        if self._line == lines.NOTHING:
            self._silence.clear()
        else:
            self._silence.set(lines.GAP_S, self._fell_silent)
        self._tell(facts)

    def _fell_silent(self) -> None:
        line, self._line = self._line, lines.NOTHING
        self._tell(lines.silence(line))

    def _tell(self, facts: tuple[Fact, ...]) -> None:
        for fact in facts:
            match fact:
                case Begun():
                    self.reading.emit()
                case Payload(data):
                    self.scanned.emit(data)
                case Dropped():
                    self.abandoned.emit()
