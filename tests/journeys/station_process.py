"""A station in a process of its own: the real kiosk, offscreen, fed with codes by a fake scanner.

Run as `python -m tests.journeys.station_process DATA`; reads one code a line, and prints one line for each answer once
it is on the screen: what a person standing there would see, and nothing else.
"""

import sys
import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk.app import Kiosk
from kiosk.devices.scanners import FakeScanner
from kiosk.settings import Settings
from kiosk.ui import shell


class Lines(QObject):
    """Standard input as a signal."""

    came = Signal(str)
    ended = Signal()

    def read(self) -> None:
        for line in sys.stdin:
            self.came.emit(line.strip())
        self.ended.emit()


def main() -> None:
    application = shell.application()
    settings = Settings(data=Path(sys.argv[1]), width=360, height=640, full_screen=False)
    kiosk = Kiosk(settings, application)
    scanner, lines = FakeScanner(), Lines()
    kiosk.plug(scanner)

    def answered() -> None:
        outcome = (kiosk.touch.shown.outcome or {}).get("outcome", "reading")
        if outcome != "reading":
            print(outcome, flush=True)

    kiosk.touch.outcome_changed.connect(answered)
    lines.came.connect(scanner.scan)
    lines.ended.connect(application.quit)
    threading.Thread(target=lines.read, daemon=True).start()
    application.exec()
    kiosk.close()


if __name__ == "__main__":
    main()
