"""Something to do later, on the thread of Qt's event loop. Tests ring by hand."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer


class Alarm(Protocol):
    def set(self, seconds: float, ring: Callable[[], None]) -> None:
        """Ring once, so much later, in place of what was set before."""
        ...

    def clear(self) -> None: ...


class QtAlarm:
    """One timer; it goes with its parent."""

    def __init__(self, parent: QObject) -> None:
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._rang)
        self._ring: Callable[[], None] = _nothing

    def set(self, seconds: float, ring: Callable[[], None]) -> None:
        self._ring = ring
        self._timer.start(round(seconds * 1000))

    def clear(self) -> None:
        self._timer.stop()

    def _rang(self) -> None:
        self._ring()


def _nothing() -> None:
    pass
