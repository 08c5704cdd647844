"""A printer of the system, through the commands of CUPS.

Qt's own way to CUPS writes the paper in clear into the folder for temporary files. Here the PDF goes from memory
through a pipe to `lp`, and so to the service; a job that does not come out in time is taken back and its data deleted.
"""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable

from kiosk.devices.printers import LIMIT_S, NotPrinted, Outcome, Printed, Why
from kiosk.papers import paper as papers
from kiosk.papers.paper import Paper

DEFAULT = "default"
_COMMANDS = ("lp", "lpstat", "cancel")
_ANSWER_S = 5.0  # for one command: the service is on this machine
_LOOK_S = 0.3  # between two looks at the queue
_JOB = re.compile(r"request id is (\S+-\d+)")
_REASONS = (  # printer-state-reasons (RFC 8011, 5.4.12), with -error, -warning or -report behind them
    (Why.EMPTY, ("media-empty", "media-needed")),
    (Why.OFFLINE, ("offline", "shutdown", "cover-open", "door-open", "media-jam", "connecting-to-device", "paused")),
)


class SystemPrinter:
    """`name` is that of the queue, or "default"."""

    def __init__(
        self,
        name: str,
        limit: float = LIMIT_S,
        steady: Callable[[], float] = time.monotonic,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._name, self._limit, self._steady, self._wait = name, limit, steady, wait

    def print(self, paper: Paper) -> Outcome:
        """Runs on a worker."""
        if not all(map(shutil.which, _COMMANDS)):
            return NotPrinted(Why.NO_PRINTER)
        until = self._steady() + self._limit
        try:
            return self._print(papers.pdf(paper), until)
        except subprocess.TimeoutExpired:  # the service hangs: what it has taken it keeps until it comes back
            return NotPrinted(Why.NO_ANSWER)

    def _print(self, pdf: bytes, until: float) -> Outcome:
        name = self._queue()
        hindered = self._hindered(name) if name else Why.NO_PRINTER
        if hindered is not None:
            return NotPrinted(hindered)
        told = _run("lp", "-d", name, "-o", "print-scaling=none", "-", data=pdf)
        job = _JOB.search(told.stdout.decode("utf-8", "replace"))
        if job is None:
            return NotPrinted(Why.STOPPED)
        while self._waits(name, job[1]):
            if self._steady() >= until:
                why = self._hindered(name) or Why.NO_ANSWER
                _run("cancel", "-x", job[1])
                return NotPrinted(why)
            self._wait(_LOOK_S)
        outcome = NotPrinted(Why.STOPPED) if _was_stopped(name, job[1]) else Printed()
        _run("cancel", "-x", job[1])  # the service keeps what it has printed for a day, unless it is told otherwise
        return outcome

    def _queue(self) -> str:
        """The queue's name, "" where there is none."""
        if self._name != DEFAULT:
            return self._name
        said = _run("lpstat", "-d").stdout.decode("utf-8", "replace")
        return said.rpartition(": ")[2].strip() if ": " in said else ""

    def _hindered(self, name: str) -> Why | None:
        told = _run("lpstat", "-l", "-p", name)
        if told.returncode:
            return Why.NO_PRINTER
        return hindrance(told.stdout.decode("utf-8", "replace"))

    def _waits(self, name: str, job: str) -> bool:
        said = _run("lpstat", "-W", "not-completed", "-o", name).stdout.decode("utf-8", "replace")
        return any(line.split()[:1] == [job] for line in said.splitlines())


def hindrance(said: str) -> Why | None:
    """Why this printer prints nothing now, by what `lpstat -l -p` says of it in English; None where it does."""
    alerts = [word for line in said.splitlines() if "Alerts:" in line for word in line.split()]
    for why, reasons in _REASONS:
        if any(alert.startswith(reasons) for alert in alerts):
            return why
    return Why.OFFLINE if " disabled since " in said.partition("\n")[0] else None


def _was_stopped(name: str, job: str) -> bool:
    """Whether a job that is over did not come out."""
    said = _run("lpstat", "-l", "-W", "completed", "-o", name).stdout.decode("utf-8", "replace")
    _, _, ours = said.partition(job + " ")
    alerts = re.search(r"Alerts: (.*)", ours)
    return alerts is not None and ("aborted" in alerts[1] or "canceled" in alerts[1])


def _run(command: str, *arguments: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """In English, whatever the machine speaks. Raises TimeoutExpired."""
    path, english = shutil.which(command) or command, {**os.environ, "LC_ALL": "C"}
    return subprocess.run([path, *arguments], input=data, env=english, capture_output=True, timeout=_ANSWER_S)  # noqa: S603 - no shell
