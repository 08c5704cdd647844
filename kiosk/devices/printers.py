"""A printer as the rest of the house sees it: it prints a paper, or says why not. It never waits for ever.

Papers are drawn in memory and travel to the device as they are made: nothing of ours is written to a disk on the way.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from kiosk.papers.paper import Paper

LIMIT_S = (
    15.0  # from the paper to the printer's word that it is out: a page takes up to ten seconds, nobody waits longer
)


class Why(StrEnum):
    """Why a paper was not printed. Whoever asked shows the QR on the screen instead; the desk prints it later."""

    NO_PRINTER = "no_printer"  # none is set, or the one that is set is not there
    EMPTY = "empty"  # of paper
    OFFLINE = "offline"  # switched off, cover open, cable out
    BUSY = "busy"  # with another paper, or another program has it
    NOT_ALLOWED = "not_allowed"  # the service user may not
    STOPPED = "stopped"  # the printing system or somebody ended it
    NO_ANSWER = "no_answer"  # it was too slow: the paper was taken back as far as that can be done
    BROKEN = "broken"  # a bug of ours; the log has its kind


@dataclass(frozen=True)
class Printed:
    pass


@dataclass(frozen=True)
class NotPrinted:
    why: Why


Outcome = Printed | NotPrinted


class Printer(Protocol):
    def print(self, paper: Paper) -> Outcome:
        """Runs on a worker, and answers within LIMIT_S."""
        ...


class NoPrinter:
    """Where none is set."""

    def print(self, paper: Paper) -> Outcome:
        return NotPrinted(Why.NO_PRINTER)
