"""A receipt printer: the paper as dots in ESC/POS, so that every script is printed whatever letters the printer has.

python-escpos is the extra `receipts` of the package: whoever has none never comes to the import.
"""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kiosk.addresses import Address
from kiosk.devices.printer_ports import Port, open_port
from kiosk.devices.printers import LIMIT_S, NotPrinted, Outcome, Printed, Why
from kiosk.papers import paper as papers
from kiosk.papers.paper import Paper
from kiosk.papers.slip import DOTS_PER_MM

ASK_S = 0.7  # for an answer about the state: printers that talk do so within some milliseconds
_ONLINE, _SENSOR = b"\x10\x04\x01", b"\x10\x04\x04"  # DLE EOT 1 and 4: answered at once, even without paper
_IS_OFFLINE, _IS_EMPTY = 0x08, 0x60
_PRINTED = b"\x1dr\x01"  # GS r 1: answered in its turn, which is after all that was sent before it is out
_RAN_OUT = 0x0C


class ReceiptPrinter:
    def __init__(
        self,
        to: Address,
        limit: float = LIMIT_S,
        asking: float = ASK_S,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._to, self._limit, self._asking, self._steady = to, limit, asking, steady

    def print(self, paper: Paper) -> Outcome:
        """Runs on a worker."""
        dots = escpos(paper)
        port = open_port(self._to)
        if isinstance(port, Why):
            return NotPrinted(port)
        try:
            return self._print(port, dots)
        finally:
            port.close()

    def _print(self, port: Port, dots: bytes) -> Outcome:
        until = self._steady() + self._limit
        talks = port.ask(_ONLINE, self._steady() + self._asking)
        hindered = self._hindered(port) if talks is not None else None
        if hindered is not None:
            return NotPrinted(hindered)
        if not port.send(dots, until):
            return NotPrinted(self._hindered(port) or Why.OFFLINE)
        if talks is None:
            return Printed()  # it took everything, and more can not be known
        said = port.ask(_PRINTED, until)
        if said is None:
            return NotPrinted(self._hindered(port) or Why.NO_ANSWER)
        return NotPrinted(Why.EMPTY) if said & _RAN_OUT == _RAN_OUT else Printed()

    def _hindered(self, port: Port) -> Why | None:
        """Why it would print nothing now, as far as it says so. Without paper most say offline too."""
        ask = partial(port.ask, until=self._steady() + self._asking)
        if (ask(_SENSOR) or 0) & _IS_EMPTY == _IS_EMPTY:
            return Why.EMPTY
        return Why.OFFLINE if (ask(_ONLINE) or 0) & _IS_OFFLINE else None


def escpos(paper: Paper) -> bytes:
    """Every page as a picture of dots, each cut off."""
    from escpos.printer import Dummy  # 0.4 s that only who prints should wait for
    from PIL import Image

    device = Dummy()
    device.hw("INIT")
    for page in range(len(paper.pages)):
        image = papers.picture(paper, DOTS_PER_MM, page).convertToFormat(QImage.Format.Format_Grayscale8)
        black = image.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
        grey = black.convertToFormat(QImage.Format.Format_Grayscale8)
        held = bytes(grey.constBits())
        dots = Image.frombuffer("L", (grey.width(), grey.height()), held, "raw", "L", grey.bytesPerLine(), 1)
        device.image(dots)
        device.cut()
    return bytes(device.output)
