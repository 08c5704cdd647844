"""The moments of a cold start: first frame painted, then ready. Argument: the station's folder."""

import sys
import time

from bench.probes import running
from kiosk.app import Kiosk


class Watcher:
    def __init__(self, kiosk: Kiosk) -> None:
        self._kiosk = kiosk
        self._first_face = kiosk.touch.shown.face
        self._frame = 0.0
        kiosk.window.frameSwapped.connect(self._painted)
        kiosk.touch.changed.connect(self._changed)

    def _painted(self) -> None:
        self._frame = self._frame or time.perf_counter()

    def _changed(self) -> None:
        """Ready: the store was opened, the keys are known, and the attract face comes out of the store."""
        if self._kiosk.sync is None or self._kiosk.touch.shown.face is self._first_face:
            return
        now = time.perf_counter()
        self._kiosk.touch.changed.disconnect(self._changed)
        running.tell({"frame": self._frame, "ready": now, "screen": self._kiosk.touch.shown.screen})


watchers: list[Watcher] = []

if __name__ == "__main__":
    sys.exit(running.run(sys.argv[1], lambda kiosk: watchers.append(Watcher(kiosk))))
