"""What the calls of a face stand on, once the store is open."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.clock import Clock
from kiosk.devices.printers import NoPrinter, Outcome
from kiosk.domain.codes import Code, NotACode
from kiosk.papers.paper import Paper
from kiosk.settings import Settings
from kiosk.usecases.enter import InOne


@dataclass(frozen=True)
class Behind:
    """`in_one` runs work in one transaction on the store thread and waits for it, whoever asks; `read` is total.

    `print` waits for the printer, for as long as kiosk.devices.printers says: never on the store thread, and only in
    an act whose verb begins with "print", which has a thread of its own.
    """

    in_one: InOne
    clock: Clock
    settings: Settings
    read: Callable[[bytes], Code | NotACode]
    print: Callable[[Paper], Outcome] = NoPrinter().print
