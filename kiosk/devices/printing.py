"""Papers on their way to one printer, one at a time, off the GUI thread. Every question is answered once, in time."""

import logging
from collections.abc import Callable

from kiosk.devices.alarms import Alarm
from kiosk.devices.printers import LIMIT_S, NotPrinted, Outcome, Printer, Why
from kiosk.jobs import JobExecutor, Ok, Result
from kiosk.papers.paper import Paper

log = logging.getLogger(__name__)
PATIENCE_S = LIMIT_S + 5.0  # for the drawing, and for a printer that does not keep to its limit

Done = Callable[[Outcome], None]


class Printing:
    """`worker` is this printer's own: a stuck one holds up nobody else."""

    def __init__(self, printer: Printer, worker: JobExecutor, alarm: Alarm) -> None:
        self._printer, self._worker, self._alarm = printer, worker, alarm
        self._under_way = False
        self._done: Done | None = None

    def turn_to(self, printer: Printer) -> None:
        """The next paper comes out there."""
        self._printer = printer

    def print(self, draw: Callable[[], Paper], done: Done) -> None:
        """`draw` makes the paper, on the worker too. `done` is called on the thread that asked."""
        if self._under_way:
            done(NotPrinted(Why.BUSY))
            return
        self._under_way, self._done = True, done
        self._alarm.set(PATIENCE_S, self._too_late)
        self._worker.submit(lambda: self._printer.print(draw()), self._came_out)

    def forget(self) -> None:
        """Whoever asked is gone: nobody is answered. What is in the printer comes out or is taken back."""
        self._alarm.clear()
        self._done = None

    def _too_late(self) -> None:
        """The printer stays busy until it comes back."""
        self._answer(NotPrinted(Why.NO_ANSWER))

    def _came_out(self, result: Result[Outcome]) -> None:
        self._under_way = False
        self._alarm.clear()
        if isinstance(result, Ok):
            self._answer(result.value)
        else:
            log.error("a paper could not be printed: %s", type(result.error).__name__)
            self._answer(NotPrinted(Why.BROKEN))

    def _answer(self, outcome: Outcome) -> None:
        done, self._done = self._done, None
        if isinstance(outcome, NotPrinted):
            log.warning("a paper was not printed: %s", outcome.why.value)
        if done is not None:
            done(outcome)
