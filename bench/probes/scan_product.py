"""Cards shown to the real kiosk, as keys of its window. Arguments: the station's folder, a file with a code a line.

For each card: milliseconds from the Enter key to the painted frame that says welcomed, and whether an exchange with
central was running meanwhile.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from bench.probes import running
from kiosk.app import Kiosk

PATIENCE_MS = 20_000
ATTEMPTS = 3


class Stuck(Exception):
    """The kiosk did not do what was waited for."""


def _nothing() -> bool:
    return False


class Visitor:
    """Shows cards one after the other."""

    def __init__(self, kiosk: Kiosk) -> None:
        self._kiosk = kiosk
        self._loop = QEventLoop()
        self._wanted: Callable[[], bool] = _nothing
        self._outcome = ""
        self._painted = ""  # the outcome that the last frame shows
        self._at = 0.0
        self.broken_bursts = 0
        kiosk.touch.changed.connect(self._look)
        kiosk.touch.outcome_changed.connect(self._answered)
        kiosk.window.frameSwapped.connect(self._swapped)

    def show(self, codes: list[str]) -> list[tuple[float, bool]]:
        self._until("an exchange with central", lambda: self._kiosk.touch.shown.frame["tram"]["state"] == "arrived")
        return [self._show(code) for code in codes]

    def _show(self, code: str) -> tuple[float, bool]:
        for _ in range(ATTEMPTS):
            self._type(code)
            exchanging = self._exchanging()
            started = time.perf_counter()
            self._key(Qt.Key.Key_Return, "\r")
            self._until("an answer on the screen", lambda: self._painted in ("welcomed", "ask"))
            taken, said = (self._at - started) * 1000, self._painted
            exchanging = exchanging or self._exchanging()
            self._kiosk.touch.go("outcome/done")
            self._until("the answer is gone", lambda: self._painted == "")
            if said == "welcomed":
                return taken, exchanging
            self.broken_bursts += 1  # this machine stood still for more than a scanner's gap between two keys
        raise Stuck("a card was not welcomed")

    def _exchanging(self) -> bool:
        return self._kiosk.sync is not None and self._kiosk.sync.due_in() == 0

    def _type(self, code: str) -> None:
        """The burst without its end; the loop turns between the keys, so that "I am reading" is painted."""
        for character in code:
            self._key(Qt.Key(ord(character)), character)
            QCoreApplication.processEvents()

    def _key(self, key: Qt.Key, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QCoreApplication.sendEvent(self._kiosk.window, event)

    def _answered(self) -> None:
        self._outcome = str((self._kiosk.touch.shown.outcome or {}).get("outcome", ""))

    def _swapped(self) -> None:
        self._at, self._painted = time.perf_counter(), self._outcome
        self._look()

    def _look(self) -> None:
        if self._wanted():
            self._loop.quit()

    def _until(self, what: str, wanted: Callable[[], bool]) -> None:
        if wanted():
            return
        self._wanted = wanted
        patience = QTimer()
        patience.setSingleShot(True)
        patience.timeout.connect(self._loop.quit)
        patience.start(PATIENCE_MS)
        self._loop.exec()
        self._wanted = _nothing
        if not wanted():
            raise Stuck(what)


def watch(kiosk: Kiosk) -> None:
    visitor = Visitor(kiosk)
    codes = Path(sys.argv[2]).read_text().split()

    def visit() -> None:
        try:
            times = visitor.show(codes)
        except Stuck as error:
            print(f"stuck: {error}", file=sys.stderr)
            QCoreApplication.exit(1)
            return
        running.tell({"shown": times, "broken_bursts": visitor.broken_bursts})

    QTimer.singleShot(0, visit)


if __name__ == "__main__":
    sys.exit(running.run(sys.argv[1], watch))
