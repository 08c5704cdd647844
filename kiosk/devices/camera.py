"""A camera as a scanner: frames to the decoder on a worker thread, ten a second at most, one at a time.

Whoever has no camera never imports this module (see kiosk.devices.multimedia). What a camera sees is decoded and
dropped: no frame is kept, shown or written.
"""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.devices import frames, holding
from kiosk.devices.alarms import Alarm
from kiosk.devices.cameras import Cameras, pick
from kiosk.devices.holding import InView
from kiosk.devices.multimedia import QVideoFrame, QVideoSink
from kiosk.devices.scanners import Scanner
from kiosk.jobs import Err, JobExecutor, Result

log = logging.getLogger(__name__)
PACE_S = 0.1  # from one frame to the next that is looked at: a hand with a card is slower, and a core stays free
SILENT_S = 5.0  # without a frame: the camera hangs, or another program has it; it is opened anew


class Camera(Scanner):
    """`present` tells whether frames come. `wanted` is "any", or the id or the name of a camera."""

    present = Signal(bool)

    def __init__(
        self,
        wanted: str,
        cameras: Cameras,
        worker: JobExecutor,
        steady: Callable[[], float],
        alarm: Alarm,
        parent: QObject | None = None,
    ) -> None:
        """`steady` gives seconds. The worker is its owner's to close."""
        super().__init__(parent)
        self.sink = QVideoSink(self)
        self._wanted, self._cameras, self._worker, self._steady = wanted, cameras, worker, steady
        self._alarm = alarm
        self._open = ""  # id of the camera that is open
        self._present: bool | None = None
        self._view = InView()
        self._newest: QVideoFrame | None = None
        self._looking = False
        self._looked = float("-inf")
        self.sink.videoFrameChanged.connect(self._came)
        cameras.changed.connect(self._plugged)
        cameras.failed.connect(self._failed)

    def start(self) -> None:
        self._plugged()

    def stop(self) -> None:
        self._close()
        self._alarm.clear()

    # --- the device ---------------------------------------------------------------------------------------------------

    @Slot()
    def _plugged(self) -> None:
        """Something was plugged or pulled: keep what is open while it is there, else open what is wanted."""
        there = self._cameras.list()
        if self._open and any(one.id == self._open for one in there):
            return
        self._close()
        chosen = pick(self._wanted, there)
        if chosen is None:
            self._alarm.clear()
            self._tell(here=False)
            return
        self._open = chosen.id
        self._cameras.open(chosen.id, self.sink)
        self._alarm.set(SILENT_S, self._again)

    @Slot()
    def _failed(self) -> None:
        """It can not be opened now; the alarm is set already and tries again."""
        self._tell(here=False)

    def _again(self) -> None:
        self._tell(here=False)
        self._close()
        self._plugged()

    def _close(self) -> None:
        if self._open:
            self._cameras.close()
        self._open, self._newest, self._view = "", None, InView()

    def _tell(self, *, here: bool) -> None:
        if here == self._present:
            return
        self._present = here
        log.info("the camera is %s", "there" if here else "not there")
        self.present.emit(here)

    # --- its frames ---------------------------------------------------------------------------------------------------

    @Slot(QVideoFrame)
    def _came(self, frame: QVideoFrame) -> None:
        if not self._open or not frame.isValid():  # the last frame of a camera that was pulled is an empty one
            return
        self._alarm.set(SILENT_S, self._again)
        self._tell(here=True)
        self._newest = frame
        self._look()

    def _look(self) -> None:
        """The newest frame, unless one is being looked at or one was just now."""
        frame = self._newest
        if frame is None or self._looking or self._steady() - self._looked < PACE_S:
            return
        self._newest, self._looking, self._looked = None, True, self._steady()
        self._worker.submit(lambda: frames.codes_of(frame), self._found)

    def _found(self, result: Result[tuple[bytes, ...]]) -> None:
        self._looking = False
        if isinstance(result, Err):
            log.error("a frame could not be looked at: %s", type(result.error).__name__)
        elif self._open:
            self._view, new = holding.look(self._view, result.value, self._steady())
            for code in new:
                self.reading.emit()
                self.scanned.emit(code)
        self._look()
