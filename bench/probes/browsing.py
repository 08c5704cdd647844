"""A pillar opened on the real kiosk, again and again. Arguments: the station's folder, the pillar.

Milliseconds from the tap to the painted list.
"""

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTimer

from bench.probes import running
from kiosk.app import Kiosk

TAPS = 100
PATIENCE_MS = 60_000


class Browser:
    """Goes home and to the pillar by turns; each step waits for the frame that shows it."""

    def __init__(self, kiosk: Kiosk, pillar: str) -> None:
        self._kiosk, self._pillar = kiosk, pillar
        self._shown = ""  # the screen that the next frame paints
        self._wanted = ""
        self._then: Callable[[], None] = self._tap
        self._started = 0.0
        self._times: list[float] = []
        kiosk.touch.changed.connect(self._look)
        kiosk.window.frameSwapped.connect(self._swapped)

    def begin(self) -> None:
        self._go("home", "home", self._tap)

    def _tap(self) -> None:
        self._started = time.perf_counter()
        self._go(f"browse/pillar/{self._pillar}", "browse", self._painted)

    def _painted(self) -> None:
        self._times.append((time.perf_counter() - self._started) * 1000)
        if len(self._times) > TAPS:
            running.tell({"ms": self._times[1:]})  # the first one compiles the screen
        else:
            self.begin()

    def _go(self, path: str, wanted: str, then: Callable[[], None]) -> None:
        self._wanted, self._then = wanted, then
        self._kiosk.touch.go(path)

    def _look(self) -> None:
        self._shown = self._kiosk.touch.shown.screen

    def _swapped(self) -> None:
        if self._wanted and self._shown == self._wanted:
            self._wanted = ""
            QTimer.singleShot(0, self._then)


def watch(kiosk: Kiosk) -> None:
    browser = Browser(kiosk, sys.argv[2])

    def ready() -> None:
        """The store is open once the first screen says something of it."""
        kiosk.touch.changed.disconnect(ready)
        QTimer.singleShot(0, browser.begin)

    def stuck() -> None:
        print("stuck", file=sys.stderr)
        QCoreApplication.exit(1)

    kiosk.touch.changed.connect(ready)
    QTimer.singleShot(PATIENCE_MS, stuck)


if __name__ == "__main__":
    sys.exit(running.run(sys.argv[1], watch))
