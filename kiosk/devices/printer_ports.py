"""The line to a receipt printer: opened, written and read without ever waiting longer than was said."""

import errno
import os
import select
import socket
import time
from collections.abc import Callable
from typing import Protocol

from kiosk.addresses import Address, Way
from kiosk.devices import serial_ports
from kiosk.devices.printers import Why
from kiosk.devices.serial_ports import Standing

_CONNECT_S = 3.0
_CHUNK = 4096


class _Line(Protocol):
    def fileno(self) -> int: ...

    def close(self) -> None: ...


class Port:
    """An open line. Errors of the line are answers: False, None."""

    def __init__(self, line: _Line, steady: Callable[[], float] = time.monotonic) -> None:
        self._line, self._steady = line, steady

    def send(self, data: bytes, until: float) -> bool:
        """All of it; False where the line broke or `until` (on the steady clock) came first."""
        rest = memoryview(data)
        while rest:
            if not self._ready(select.POLLOUT, until):
                return False
            try:
                rest = rest[os.write(self._line.fileno(), rest[:_CHUNK]) :]
            except BlockingIOError:
                continue
            except OSError:
                return False
        return True

    def ask(self, question: bytes, until: float) -> int | None:
        """The byte that is answered; None where nothing is."""
        self._drop_what_waits()
        if not self.send(question, until) or not self._ready(select.POLLIN, until):
            return None
        try:
            said = os.read(self._line.fileno(), 1)
        except OSError:
            return None
        return said[0] if said else None

    def close(self) -> None:
        self._line.close()

    def _drop_what_waits(self) -> None:
        """Answers to nobody's question, as some printers send when a cover was opened."""
        try:
            while self._ready(select.POLLIN, self._steady()) and os.read(self._line.fileno(), _CHUNK):
                pass
        except OSError:
            return

    def _ready(self, wish: int, until: float) -> bool:
        poll = select.poll()
        poll.register(self._line.fileno(), wish)
        left = max(0.0, until - self._steady())
        return any(event & wish for _, event in poll.poll(left * 1000))


def open_port(to: Address) -> Port | Why:
    match to.way:
        case Way.SERIAL:
            return _serial(to.place)
        case Way.TCP:
            return _tcp(to.place, to.port)
        case Way.FILE:
            return _file(to.place)


def _serial(path: str) -> Port | Why:
    opened = serial_ports.open_port(path)
    if not isinstance(opened, Standing):
        return Port(opened)
    return {Standing.BUSY: Why.BUSY, Standing.FORBIDDEN: Why.NOT_ALLOWED}.get(opened, Why.NO_PRINTER)


def _tcp(host: str, port: int) -> Port | Why:
    try:
        line = socket.create_connection((host, port), _CONNECT_S)
    except socket.gaierror:
        return Why.NO_PRINTER
    except OSError:
        return Why.OFFLINE
    line.setblocking(False)
    return Port(line)


def _file(path: str) -> Port | Why:
    """Read and written where that can be done, so that the printer can say that it has no paper."""
    for way in (os.O_RDWR, os.O_WRONLY):
        try:
            return Port(open(os.open(path, way | os.O_NONBLOCK | os.O_NOCTTY), "wb", buffering=0))  # noqa: PTH123
        except OSError as error:
            why = _why(error.errno)
    return why


def _why(number: int | None) -> Why:
    match number:
        case errno.EBUSY:
            return Why.BUSY
        case errno.EACCES | errno.EPERM:
            return Why.NOT_ALLOWED
        case errno.EIO:
            return Why.OFFLINE
    return Why.NO_PRINTER
