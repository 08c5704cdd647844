"""The Qt timer that starts rounds. It always has a next due time; rounds run off the GUI thread."""

import random
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.clock import Clock
from kiosk.domain.rounds import Progress, Round
from kiosk.jobs import JobExecutor, Ok, Result
from kiosk.sync import schedule
from kiosk.sync.schedule import Schedule


class SyncService(QObject):
    """Signals carry values: `travelling(bool)`, `progressed(Progress)`, `finished(Round)`."""

    travelling = Signal(bool)
    progressed = Signal(object)
    finished = Signal(object)

    def __init__(
        self,
        exchange: Callable[[Callable[[Progress], None]], Round],
        network: JobExecutor,
        clock: Clock,
        phase: float,
    ) -> None:
        super().__init__()
        self._exchange = exchange
        self._network = network
        self._clock = clock
        self._phase = phase
        self._running = False
        self._stopped = False
        self._captured_meanwhile = False
        self._schedule = Schedule(clock.boot())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.go)

    def start(self) -> None:
        self._arm()

    def due_in(self) -> float:
        """Seconds to the next round; 0 while one runs."""
        return 0.0 if self._running else max(0.0, self._schedule.due - self._clock.boot())

    def captured(self) -> None:
        """Something was recorded: bring it to central soon."""
        self._captured_meanwhile = self._running
        self._schedule = schedule.captured(self._schedule, self._clock.boot())
        if not self._running:
            self._arm()

    def go(self) -> None:
        """A round now, unless one is running."""
        if self._running or self._stopped:
            return
        self._running, self._captured_meanwhile = True, False
        self.travelling.emit(True)
        self._network.submit(lambda: self._exchange(self.progressed.emit), self._done)

    def stop(self) -> None:
        """No round after this; one that runs still ends."""
        self._stopped = True
        self._timer.stop()

    def _done(self, result: Result[Round]) -> None:
        self._running = False
        now = self._clock.boot()
        done = result.value if isinstance(result, Ok) else Round(trouble=type(result.error).__name__)
        if done.trouble:
            self._schedule = schedule.failed(self._schedule, now, done.retry_after, random.random)
        else:
            self._schedule = schedule.went_well(now, self._phase)
        if self._captured_meanwhile:
            self.captured()
        self._arm()
        self.travelling.emit(False)
        self.finished.emit(done)

    def _arm(self) -> None:
        if not self._stopped:
            self._timer.start(round(self.due_in() * 1000))
