"""A station with both faces in a process of its own, told what to do line by line, and made to fail.

Run as `python -m tests.journeys.canary_process DATA LOG EXPORTS`. A line is JSON, `[verb, ...]`; the answer is one line
that holds no name: which pages are open, and the enumerated word of what was answered.
"""

import json
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from kiosk.app import Kiosk
from kiosk.db.tx import Tx
from kiosk.domain.workers import Face
from kiosk.settings import Settings
from kiosk.ui import shell

PATIENCE_MS = 30_000


class Lines(QObject):
    """Standard input as a signal."""

    came = Signal(str)
    ended = Signal()

    def read(self) -> None:
        for line in sys.stdin:
            self.came.emit(line)
        self.ended.emit()


class Puppet:
    def __init__(self, kiosk: Kiosk) -> None:
        self._kiosk = kiosk
        self._given = ""  # the code of the card that was given out last

    def do(self, line: str) -> str:
        verb, *rest = json.loads(line)
        getattr(self, verb)(*rest)
        desk, touch = self._kiosk.desk.shown, self._kiosk.touch.shown
        said = desk.said or {}
        there = [desk.screen, said.get("what", ""), said.get("to", "")]
        return json.dumps([*there, touch.screen, (touch.outcome or {}).get("outcome", "")])

    def ready(self) -> None:
        self._until(lambda: self._kiosk.sync is not None and self._kiosk.touch.shown.screen == "attract")
        self._until(lambda: self._kiosk.touch.shown.frame["tram"]["state"] == "arrived")

    def card(self, code: str) -> None:
        self._kiosk.desk.scanned(code.encode())
        self._until(lambda: bool(self._kiosk.desk.shown.face.get("asking")))

    def pin(self, digits: str) -> None:
        self._kiosk.desk.pin(digits)
        self._until(lambda: self._kiosk.desk.shown.screen not in ("lock",))

    def go(self, path: str) -> None:
        shown: list[bool] = []
        connection = self._kiosk.desk.changed.connect(lambda: shown.append(True))
        self._kiosk.desk.go(path)
        self._until(lambda: bool(shown))
        self._kiosk.desk.changed.disconnect(connection)

    def act(self, path: str, form: dict[str, Any]) -> None:
        desk, before = self._kiosk.desk, self._kiosk.desk.shown.screen
        desk.go("heard")
        desk.act({"path": path, "form": form})
        self._until(lambda: desk.shown.said is not None or desk.shown.screen != before)

    def give(self) -> None:
        """The first blank of the drawer is scanned at the desk."""
        [(_, self._given)] = self._in_one(lambda tx: tx.cards.blanks(1))
        self._kiosk.desk.go("heard")
        self._kiosk.desk.scanned(self._given.encode())
        self._until(lambda: self._kiosk.desk.shown.said is not None)

    def arrive(self) -> None:
        """Whoever was given it shows it at the touchscreen."""
        self._kiosk.touch.scanned(self._given.encode())
        touch = self._kiosk.touch
        self._until(lambda: touch.shown.outcome is not None or touch.shown.screen not in ("attract", "home"))

    def finish(self) -> None:
        self._kiosk.touch.go("finished")
        self._until(lambda: self._kiosk.touch.shown.screen == "attract")

    def fail_in_a_job(self, text: str) -> None:
        """A bug on the store thread, with a name in its message."""
        told: list[object] = []
        self._kiosk._asking.ask(lambda: _raise(text), told.append)
        self._kiosk._asking.ask_beside(lambda: _raise(text), told.append)
        self._until(lambda: len(told) == 2)

    def fail_in_the_store(self, text: str) -> None:
        """A row that the store does not take, with a name in it."""
        told: list[object] = []

        def twice(tx: Tx) -> None:
            for _ in range(2):
                tx.cards.bind("one-event", 1, text, text)

        self._kiosk._asking.ask(lambda: self._kiosk._room._in_one(twice), told.append)
        self._until(lambda: bool(told))

    def fail_in_a_slot(self, text: str) -> None:
        QTimer.singleShot(0, lambda: _raise(text))
        self._until(lambda: self._kiosk.desk.shown.screen == "trouble")

    def sync(self) -> None:
        assert self._kiosk.sync is not None
        self._kiosk.sync.go()
        self._until(lambda: self._kiosk.touch.shown.frame["tram"]["aboard"] == 0)

    def _in_one(self, work: Callable[[Tx], Any]) -> Any:
        return self._kiosk._asking.of_store(lambda: self._kiosk._room._in_one(work))

    def _until(self, holds: Callable[[], bool]) -> None:
        loop = QEventLoop()
        poll, patience = QTimer(), QTimer()
        poll.timeout.connect(lambda: loop.quit() if holds() else None)
        patience.setSingleShot(True)
        patience.timeout.connect(loop.quit)
        poll.start(10)
        patience.start(PATIENCE_MS)
        if not holds():
            loop.exec()
        if not holds():
            print("it never came to this", flush=True)


def _raise(text: str) -> None:
    raise RuntimeError(f"about {text}")


def main(data: str, log: str, exports: str) -> None:
    logging.basicConfig(filename=log, level=logging.DEBUG)
    application = shell.application()
    settings = Settings(data=Path(data), exports=Path(exports), width=360, height=640, full_screen=False)
    kiosk = Kiosk(settings, application, faces=tuple(Face))
    puppet, lines = Puppet(kiosk), Lines()
    lines.came.connect(lambda line: print(puppet.do(line), flush=True))
    lines.ended.connect(QGuiApplication.quit)
    threading.Thread(target=lines.read, daemon=True).start()
    application.exec()
    kiosk.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
