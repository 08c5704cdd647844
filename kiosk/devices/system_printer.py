"""A printer of the system, through the commands of CUPS.

Qt's own way to CUPS writes the paper in clear into the folder for temporary files. Here the PDF goes from memory
through a pipe to `lp`, and so to the service; a job that does not come out in time is taken back. What the service
keeps of a job is the service's setting: the technician's guide says which (tried with CUPS 2.4).
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
_SURE_S = 4.0  # after which a reason is believed: until the printer has begun, CUPS tells that of the job before
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
        off = _off(name) if name else Why.NO_PRINTER
        if off is not None:
            return NotPrinted(off)
        told = _run("lp", "-d", name, "-o", "print-scaling=none", "-", data=pdf)
        job = _JOB.search(told.stdout.decode("utf-8", "replace"))
        return self._watch(name, job[1], until) if job else NotPrinted(Why.STOPPED)

    def _watch(self, name: str, job: str, until: float) -> Outcome:
        """Until the job is out, or hindered, or too late."""
        sure = self._steady() + _SURE_S
        while _waits(name, job):
            now = self._steady()
            why = hindrance(_said("lpstat", "-l", "-p", name)) if now >= min(sure, until) else None
            if why or now >= until:
                _run("cancel", "-x", job)
                return NotPrinted(why or Why.NO_ANSWER)
            self._wait(_LOOK_S)
        return NotPrinted(Why.STOPPED) if _was_stopped(name, job) else Printed()

    def _queue(self) -> str:
        """The queue's name, "" where there is none."""
        if self._name != DEFAULT:
            return self._name
        said = _said("lpstat", "-d")
        return said.rpartition(": ")[2].strip() if ": " in said else ""


def _off(name: str) -> Why | None:
    """Why nothing can be sent to it at all."""
    told = _run("lpstat", "-p", name)
    if told.returncode:
        return Why.NO_PRINTER
    return Why.OFFLINE if b" disabled since " in told.stdout else None


def hindrance(said: str) -> Why | None:
    """Why a job does not come out, by what `lpstat -l -p` says of its printer in English; None where it says none."""
    alerts = [word for line in said.splitlines() if "Alerts:" in line for word in line.split()]
    for why, reasons in _REASONS:
        if any(alert.startswith(reasons) for alert in alerts):
            return why
    return Why.OFFLINE if " disabled since " in said else None


def _waits(name: str, job: str) -> bool:
    return any(line.split()[:1] == [job] for line in _said("lpstat", "-W", "not-completed", "-o", name).splitlines())


def _was_stopped(name: str, job: str) -> bool:
    """Whether somebody ended it, as far as the service remembers."""
    _, _, ours = _said("lpstat", "-l", "-W", "completed", "-o", name).partition(job + " ")
    alerts = re.search(r"Alerts: (.*)", ours)
    return alerts is not None and ("aborted" in alerts[1] or "canceled" in alerts[1])


def _said(command: str, *arguments: str) -> str:
    return _run(command, *arguments).stdout.decode("utf-8", "replace")


def _run(command: str, *arguments: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """In English, whatever the machine speaks. Raises TimeoutExpired."""
    path, english = shutil.which(command) or command, {**os.environ, "LC_ALL": "C"}
    return subprocess.run([path, *arguments], input=data, env=english, capture_output=True, timeout=_ANSWER_S)  # noqa: S603 - no shell
