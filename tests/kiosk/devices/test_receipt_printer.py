"""Receipts are dots on a real line (a pseudo terminal, a socket, a file), and a printer that talks is believed."""

import logging
import os
import socket
import threading
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.addresses import Address, Way, address
from kiosk.clock import ROME
from kiosk.devices.printer_ports import Port, open_port
from kiosk.devices.printers import NotPrinted, Outcome, Printed, Why
from kiosk.devices.receipt_printer import ReceiptPrinter, escpos
from kiosk.papers import slip, words
from kiosk.papers.paper import Paper
from kiosk.papers.slip import Roll, Slip
from kiosk.ui.shell import add_fonts
from tests.kiosk.papers.reading import codes

pytestmark = pytest.mark.timeout(20)
CODE = "WM1" + "0123456789ABCDEFGHJKMNPQRSTVWXYZ" * 4
AT = datetime(2026, 12, 1, 10, 42, tzinfo=ROME)
LIMIT, LONG, SHORT = 2.0, 10.0, 0.1  # seconds: for a paper, for an answer that comes, for one that does not
CUT = b"\x1dV\x00"
READY = {b"\x10\x04\x01": 0x12, b"\x10\x04\x04": 0x12, b"\x1dr\x01": 0x00}


@pytest.fixture(autouse=True, scope="module")
def _fonts(qapp: QtBot) -> None:
    add_fonts()


def receipt(name: str = "欧阳娜娜", roll: Roll = Roll.MM_58) -> Paper:
    return slip.paper(Slip("Casa di Prova", AT, CODE, "4A7K-2M9P", name), words.load("it").slip, roll)


class Machine:
    """The other end of the line: takes what comes and answers questions about its state, until it is switched off."""

    def __init__(self, end: int, answers: dict[bytes, int], takes: int | None = None) -> None:
        self.taken = bytearray()
        self._end, self._answers, self._takes = end, answers, takes
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def off(self) -> bytes:
        self._thread.join()
        return bytes(self.taken)

    def _run(self) -> None:
        while self._takes is None or len(self.taken) < self._takes:
            try:
                data = os.read(self._end, 4096)
            except OSError:
                return
            if not data:
                return
            self.taken += data
            for question, answer in self._answers.items():
                if self.taken.endswith(question):
                    del self.taken[-len(question) :]
                    os.write(self._end, bytes([answer]))


class Line:
    """A pseudo terminal with a machine at its end; raw, as a printer's is."""

    def __init__(self) -> None:
        self.end, self._other = os.openpty()
        self.path = os.ttyname(self._other)

    def print(self, answers: dict[bytes, int], paper: Paper | None = None) -> tuple[Outcome, bytes]:
        """What came of it, and what the machine took."""
        machine = Machine(self.end, answers)
        patience = LONG if answers else SHORT
        outcome = ReceiptPrinter(Address(Way.SERIAL, self.path), LIMIT, patience).print(paper or receipt())
        os.close(self._other)
        return outcome, machine.off()


@pytest.fixture
def line() -> Iterator[Line]:
    made = Line()
    yield made
    os.close(made.end)


def dots(sent: bytes) -> QImage:
    """The picture in the raster commands (GS v 0): one bit a dot, black is 1."""
    rows, wide, rest = bytearray(), 0, sent
    while b"\x1dv0\x00" in rest:
        _, _, rest = rest.partition(b"\x1dv0\x00")
        wide, high = int.from_bytes(rest[:2], "little"), int.from_bytes(rest[2:4], "little")
        rows += rest[4 : 4 + wide * high]
        rest = rest[4 + wide * high :]
    image = QImage(bytes(rows), wide * 8, len(rows) // wide, wide, QImage.Format.Format_Mono).copy()
    image.setColorTable([0xFFFFFFFF, 0xFF000000])
    return image


# --- the paper as dots ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("roll", Roll)
def test_the_code_is_read_back_from_the_dots(roll: Roll) -> None:
    image = dots(escpos(receipt(roll=roll)))
    assert codes(image) == [CODE]
    assert image.width() == round(roll.value * slip.DOTS_PER_MM)


def test_each_paper_is_cut_off() -> None:
    assert escpos(receipt()).endswith(CUT)


def test_no_letter_is_left_to_the_printer_s_own_fonts() -> None:
    assert b"Casa" not in escpos(receipt("Amina"))
    assert b"Amina" not in escpos(receipt("Amina"))


def test_a_name_in_another_script_is_printed_in_it() -> None:
    assert dots(escpos(receipt("欧阳娜娜"))) != dots(escpos(receipt("أمينة")))


# --- a printer that talks ---------------------------------------------------------------------------------------------


def test_a_printer_that_says_it_is_out_has_printed(line: Line) -> None:
    outcome, taken = line.print(READY)
    assert outcome == Printed()
    assert codes(dots(taken)) == [CODE]


def test_one_without_paper_is_not_sent_anything(line: Line) -> None:
    outcome, taken = line.print({**READY, b"\x10\x04\x04": 0x72})
    assert (outcome, taken) == (NotPrinted(Why.EMPTY), b"")


def test_one_that_is_offline_is_not_sent_anything(line: Line) -> None:
    outcome, taken = line.print({**READY, b"\x10\x04\x01": 0x1A})
    assert (outcome, taken) == (NotPrinted(Why.OFFLINE), b"")


def test_one_whose_paper_ran_out_on_the_way_has_not_printed(line: Line) -> None:
    outcome, _ = line.print({**READY, b"\x1dr\x01": 0x0C})
    assert outcome == NotPrinted(Why.EMPTY)


def test_one_that_does_not_say_it_is_out_has_not_printed(line: Line) -> None:
    outcome, _ = line.print({question: said for question, said in READY.items() if question != b"\x1dr\x01"})
    assert outcome == NotPrinted(Why.NO_ANSWER)


def test_one_that_never_talks_is_sent_the_paper_all_the_same(line: Line) -> None:
    outcome, taken = line.print({})
    assert outcome == Printed()
    assert codes(dots(taken)) == [CODE]


# --- the line ---------------------------------------------------------------------------------------------------------


def printed_to(place: str) -> Outcome:
    return ReceiptPrinter(address(place), LIMIT, SHORT).print(receipt())


def test_a_printer_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert printed_to(f"file:{tmp_path}/lp0") == NotPrinted(Why.NO_PRINTER)
    assert printed_to(f"serial:{tmp_path}/ttyUSB0") == NotPrinted(Why.NO_PRINTER)


def test_a_printer_in_the_network_is_printed_to() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        host, port = server.getsockname()
        printer = ReceiptPrinter(Address(Way.TCP, host, port), LONG, LONG)
        answered: list[Outcome] = []
        asks = threading.Thread(target=lambda: answered.append(printer.print(receipt())))
        asks.start()
        end, _ = server.accept()
        machine = Machine(end.fileno(), READY)
        asks.join()
        taken = machine.off()
        end.close()
    assert answered == [Printed()]
    assert codes(dots(taken)) == [CODE]


def test_nobody_listens_at_its_address() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert printed_to(f"tcp:127.0.0.1:{port}") == NotPrinted(Why.OFFLINE)


def test_a_printer_that_stops_taking_is_given_up_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        host, port = server.getsockname()
        opened = open_port(Address(Way.TCP, host, port))
        assert isinstance(opened, Port)
        assert not opened.send(b"x" * 100_000_000, time.monotonic() + 0.2)
        opened.close()


def test_a_device_file_takes_the_dots(tmp_path: Path) -> None:
    (tmp_path / "lp0").touch()
    assert printed_to(f"file:{tmp_path}/lp0") == Printed()
    assert codes(dots((tmp_path / "lp0").read_bytes())) == [CODE]


def test_nothing_of_it_is_logged(line: Line, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    line.print(READY, receipt("Amina"))
    assert "Amina" not in caplog.text
    assert CODE not in caplog.text
