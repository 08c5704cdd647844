"""A station with both faces in a process of its own, told what to do line by line.

Run as `python -m tests.journeys.screens_process DATA`. A line is JSON, `[verb, ...]`; the answer is one line that holds
no name: which pages are open, and the enumerated word of what was answered.
"""

import json
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from demo.waiting import waited
from kiosk.app import Kiosk
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
    """Does what a line says, and answers with a line once it is on the screens."""

    def __init__(self, kiosk: Kiosk) -> None:
        self.kiosk = kiosk

    def do(self, line: str) -> str:
        verb, *rest = json.loads(line)
        getattr(self, verb)(*rest)
        desk, touch = self.kiosk.desk.shown, self.kiosk.touch.shown
        said = desk.said or {}
        there = [desk.screen, said.get("what", ""), said.get("to", "")]
        return json.dumps([*there, touch.screen, (touch.outcome or {}).get("outcome", "")])

    def ready(self) -> None:
        self.until(lambda: self.kiosk.sync is not None and self.kiosk.touch.shown.screen == "attract")
        self.until(lambda: self.kiosk.touch.shown.frame["tram"]["state"] == "arrived")

    def card(self, code: str) -> None:
        self.kiosk.desk.scanned(code.encode())
        self.until(lambda: bool(self.kiosk.desk.shown.face.get("asking")))

    def pin(self, digits: str) -> None:
        self.kiosk.desk.pin(digits)
        self.until(lambda: self.kiosk.desk.shown.screen not in ("lock",))

    def go(self, path: str) -> None:
        shown: list[bool] = []
        connection = self.kiosk.desk.changed.connect(lambda: shown.append(True))
        self.kiosk.desk.go(path)
        self.until(lambda: bool(shown))
        self.kiosk.desk.changed.disconnect(connection)

    def act(self, path: str, form: dict[str, Any]) -> None:
        desk, before = self.kiosk.desk, self.kiosk.desk.shown.screen
        desk.go("heard")
        desk.act({"path": path, "form": form})
        self.until(lambda: desk.shown.said is not None or desk.shown.screen != before)

    def show(self, code: str, screen: str) -> None:
        """Somebody shows a card at the touchscreen, until that screen is there."""
        self.kiosk.touch.scanned(code.encode())
        self.until(lambda: self.kiosk.touch.shown.screen == screen)

    def tap(self, paths: list[str], comes: str) -> None:
        """What is touched one after the other, until that screen is there, or that was answered."""
        touch = self.kiosk.touch
        for path in paths:
            touch.go(path)
        self.until(lambda: comes in (touch.shown.screen, (touch.shown.outcome or {}).get("outcome")))

    def finish(self) -> None:
        self.kiosk.touch.go("finished")
        self.until(lambda: self.kiosk.touch.shown.screen == "attract")

    def sync(self) -> None:
        assert self.kiosk.sync is not None
        self.kiosk.sync.go()
        self.until(lambda: self.kiosk.touch.shown.frame["tram"]["aboard"] == 0)

    def cut_off(self) -> None:
        """It knows that nobody answers: a round was tried, and the tram stands at its stop."""
        self.until(self._is_cut_off)

    def _is_cut_off(self) -> bool:
        assert self.kiosk.sync is not None
        self.kiosk.sync.go()
        return str(self.kiosk.touch.shown.frame["tram"]["state"]) == "at_stop"

    def until(self, holds: Callable[[], bool]) -> None:
        if not waited(holds, PATIENCE_MS):
            print("it never came to this", flush=True)


def play(puppet: Callable[[Kiosk], Puppet], settings: Settings) -> None:
    """A kiosk with both faces, until standard input ends."""
    application = shell.application()
    kiosk = Kiosk(settings, application, faces=tuple(Face))
    doing, lines = puppet(kiosk), Lines()
    lines.came.connect(lambda line: print(doing.do(line), flush=True))
    lines.ended.connect(application.quit)
    threading.Thread(target=lines.read, daemon=True).start()
    application.exec()
    kiosk.close()


if __name__ == "__main__":
    play(Puppet, Settings(data=Path(sys.argv[1]), width=360, height=640, full_screen=False))
