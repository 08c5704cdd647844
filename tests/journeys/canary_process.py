"""A station with both faces in a process of its own, told what to do line by line, and made to fail.

Run as `python -m tests.journeys.canary_process DATA LOG EXPORTS`; see tests.journeys.screens_process.
"""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from kiosk.app import Kiosk
from kiosk.db.tx import Tx
from kiosk.settings import Settings
from tests.journeys.screens_process import Puppet, play


class Canary(Puppet):
    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._given = ""  # the code of the card that was given out last

    def give(self) -> None:
        """The first blank of the drawer is scanned at the desk."""
        [(_, self._given)] = self._in_one(lambda tx: tx.cards.blanks(1))
        self.kiosk.desk.go("heard")
        self.kiosk.desk.scanned(self._given.encode())
        self.until(lambda: self.kiosk.desk.shown.said is not None)

    def arrive(self) -> None:
        """Whoever was given it shows it at the touchscreen."""
        self.kiosk.touch.scanned(self._given.encode())
        touch = self.kiosk.touch
        self.until(lambda: touch.shown.outcome is not None or touch.shown.screen not in ("attract", "home"))

    def fail_in_a_job(self, text: str) -> None:
        """A bug on the store thread, with a name in its message."""
        told: list[object] = []
        self.kiosk._asking.ask(lambda: _raise(text), told.append)
        self.kiosk._asking.ask_beside(lambda: _raise(text), told.append)
        self.until(lambda: len(told) == 2)

    def fail_in_the_store(self, text: str) -> None:
        """A row that the store does not take, with a name in it."""
        told: list[object] = []

        def twice(tx: Tx) -> None:
            for _ in range(2):
                tx.cards.bind("one-event", 1, text, text)

        self.kiosk._asking.ask(lambda: self.kiosk._room._in_one(twice), told.append)
        self.until(lambda: bool(told))

    def fail_in_a_slot(self, text: str) -> None:
        QTimer.singleShot(0, lambda: _raise(text))
        self.until(lambda: self.kiosk.desk.shown.screen == "trouble")

    def _in_one(self, work: Callable[[Tx], Any]) -> Any:
        return self.kiosk._asking.of_store(lambda: self.kiosk._room._in_one(work))


def _raise(text: str) -> None:
    raise RuntimeError(f"about {text}")


def main(data: str, log: str, exports: str) -> None:
    logging.basicConfig(filename=log, level=logging.DEBUG)
    play(Canary, Settings(data=Path(data), exports=Path(exports), width=360, height=640, full_screen=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
