"""The Qt timer that starts rounds. It always has a next due time; rounds run off the GUI thread."""

import logging
import random
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.clock import Clock
from kiosk.domain.rounds import Progress, Round
from kiosk.jobs import JobExecutor, Ok, Result
from kiosk.sync import schedule
from kiosk.sync.schedule import Schedule

log = logging.getLogger(__name__)


class SyncService(QObject):
    """Signals carry values: `travelling(bool)`, `progressed(Progress)`, `finished(Round)`, `silent(float)`.

    `silent`: nothing was heard of the round that runs for so many seconds. It is not ended from here: what it waits for
    has time limits of its own. But that it does not end is seen.
    """

    travelling = Signal(bool)
    progressed = Signal(object)
    finished = Signal(object)
    silent = Signal(float)
    _moved = Signal(object)  # from the thread of the round

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
        self._stopped = False
        self._captured_meanwhile = False
        self._heard = clock.boot()  # when the round that runs was last seen to move
        self._schedule = Schedule(clock.boot())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._due)
        self._moved.connect(self._hear)

    def start(self) -> None:
        self._arm()

    def due_in(self) -> float:
        """Seconds to the next round; while one runs, to the next look after it."""
        return max(0.0, self._schedule.due - self._clock.boot())

    def captured(self) -> None:
        """Something was recorded: bring it to central soon."""
        self._captured_meanwhile = self._schedule.running
        self._schedule = schedule.captured(self._schedule, self._clock.boot())
        if not self._schedule.running:
            self._arm()

    def go(self) -> None:
        """A round now, unless one is running."""
        if self._schedule.running or self._stopped:
            return
        self._captured_meanwhile, self._heard = False, self._clock.boot()
        self._schedule = schedule.started(self._schedule, self._heard)
        self._arm()
        self.travelling.emit(True)
        self._network.submit(lambda: self._exchange(self._moved.emit), self._done)

    def stop(self) -> None:
        """No round after this; one that runs still ends."""
        self._stopped = True
        self._timer.stop()

    def _due(self) -> None:
        if not self._schedule.running:
            self.go()
            return
        now = self._clock.boot()
        self._schedule = schedule.started(self._schedule, now)
        self._arm()
        log.error("nothing was heard of the exchange for %d s", round(now - self._heard))
        self.silent.emit(now - self._heard)

    def _hear(self, progress: Progress) -> None:
        if self._schedule.running:
            self._heard = self._clock.boot()
            self._schedule = schedule.started(self._schedule, self._heard)
            self._arm()
        self.progressed.emit(progress)

    def _done(self, result: Result[Round]) -> None:
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
