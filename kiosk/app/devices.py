"""The station's devices as its settings name them: scanners to plug in, printers to print on."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kiosk.clock import Clock
from kiosk.devices import configured
from kiosk.devices.alarms import QtAlarm
from kiosk.devices.printers import NotPrinted, Outcome
from kiosk.devices.printing import Printing
from kiosk.devices.scanners import Scanner
from kiosk.jobs import OneThread
from kiosk.papers.paper import Paper
from kiosk.settings import Devices as Wanted
from kiosk.ui.desk.faces import Said, Tone

Plug = Callable[[Scanner], None]


class Devices(QObject):
    """`start` once somebody listens; `close` ends their threads."""

    def __init__(self, wanted: Wanted, clock: Clock) -> None:
        super().__init__()
        self._decoding, self._pages, self._receipts = OneThread("decoding"), OneThread("pages"), OneThread("receipts")
        self._camera = configured.camera(wanted.camera, self._decoding, clock.boot, self)
        self._serial = configured.serial_scanner(wanted.serial, self)
        self.pages = Printing(configured.printer(wanted.printer), self._pages, QtAlarm(self))
        self.receipts = Printing(configured.receipt_printer(wanted.receipt_printer), self._receipts, QtAlarm(self))

    def start(self, plug: Plug) -> None:
        """Each scanner there is, plugged in where `plug` says."""
        for scanner in (self._camera, self._serial):
            if scanner is not None:
                plug(scanner)
                scanner.start()

    def close(self) -> None:
        for scanner in (self._camera, self._serial):
            if scanner is not None:
                scanner.stop()
        for thread in (self._decoding, self._pages, self._receipts):
            thread.close()


def print_for_desk(printing: Printing, draw: Callable[[], Paper], done: Callable[[Said], None]) -> None:
    printing.print(draw, lambda outcome: done(_said(outcome)))


def _said(outcome: Outcome) -> Said:
    if isinstance(outcome, NotPrinted):
        return Said(Tone.NO, f"printer_{outcome.why.value}")
    return Said(Tone.DONE, "printed")
