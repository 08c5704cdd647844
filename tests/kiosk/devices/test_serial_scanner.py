"""A serial reader is heard on a real line (a pseudo terminal), and found again when it was pulled out."""

import errno
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.devices import serial_ports
from kiosk.devices.lines import GAP_S, Line
from kiosk.devices.serial_ports import ANY, Port, Standing, pick, standing
from kiosk.devices.serial_scanner import AGAIN_S, SerialScanner
from tests.kiosk.devices.alarms import Alarms

pytestmark = pytest.mark.timeout(20)
CODE = b"WM1B3CRET"
READER = "05e0:1701:S1"


class Reader:
    """One end of a pseudo terminal; the scanner has the other."""

    def __init__(self) -> None:
        self.end, other = os.openpty()
        self.path = os.ttyname(other)
        os.close(other)

    def send(self, data: bytes) -> None:
        os.write(self.end, data)

    def pull(self) -> None:
        end, self.end = self.end, -1
        if end >= 0:
            os.close(end)


class Counter:
    """A scanner, what is plugged, its two alarms, and what was heard."""

    def __init__(self, qtbot: QtBot, wanted: str, *there: Port) -> None:
        self.there, self.alarms = list(there), Alarms()
        self.heard: list[str] = []
        self.scanner = SerialScanner(wanted, self.alarms, lambda: self.there)
        self._qtbot = qtbot
        self.next_look, self.silence = self.alarms.made
        self.scanner.reading.connect(lambda: self.heard.append("reading"))
        self.scanner.scanned.connect(lambda data: self.heard.append(bytes(data).decode()))
        self.scanner.abandoned.connect(lambda: self.heard.append("abandoned"))
        self.scanner.present.connect(lambda here: self.heard.append("there" if here else "away"))
        self.scanner.start()

    def hears(self, *what: str) -> None:
        """All of it and nothing else, as soon as it comes."""
        self._qtbot.waitUntil(lambda: len(self.heard) >= len(what))
        assert self.heard == list(what)
        self.heard.clear()


@pytest.fixture
def plugged() -> Iterator[Callable[[], Reader]]:
    readers: list[Reader] = []

    def plug() -> Reader:
        readers.append(Reader())
        return readers[-1]

    yield plug
    for reader in readers:
        reader.pull()


@pytest.fixture
def reader(plugged: Callable[[], Reader]) -> Reader:
    return plugged()


@pytest.fixture
def counter(qtbot: QtBot, reader: Reader) -> Iterator[Counter]:
    made = Counter(qtbot, reader.path)
    made.hears("there")
    yield made
    made.scanner.stop()


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n"])
def test_a_code_ended_by_a_terminator_is_scanned(counter: Counter, reader: Reader, end: bytes) -> None:
    reader.send(CODE + end)
    counter.hears("reading", CODE.decode())


def test_a_code_without_terminator_is_ended_by_silence(counter: Counter, reader: Reader) -> None:
    reader.send(CODE[:4])
    counter.hears("reading")
    assert counter.silence.seconds == GAP_S
    reader.send(CODE[4:])
    counter._qtbot.waitUntil(lambda: counter.scanner._line.held == CODE)
    counter.silence.ring()
    counter.hears(CODE.decode())


def test_after_a_terminator_no_silence_is_waited_for(counter: Counter, reader: Reader) -> None:
    reader.send(CODE + b"\r")
    counter.hears("reading", CODE.decode())
    assert counter.silence.seconds is None


def test_a_machine_that_talks_is_not_a_scan_and_takes_no_room(counter: Counter, reader: Reader) -> None:
    for sent in range(1000, 6000, 1000):
        reader.send(b"9" * 1000)
        counter._qtbot.waitUntil(lambda sent=sent: counter.scanner._line in (Line(b"9" * sent), Line(spilt=True)))  # type: ignore[misc]
    assert counter.scanner._line == Line(spilt=True)
    reader.send(b"\r" + CODE + b"\r")
    counter.hears("reading", "abandoned", "reading", CODE.decode())


def test_a_reader_pulled_and_plugged_again_recovers(
    counter: Counter, reader: Reader, plugged: Callable[[], Reader]
) -> None:
    reader.pull()
    counter.hears("away")
    assert counter.next_look.seconds == AGAIN_S
    counter.next_look.ring()
    assert counter.next_look.seconds == AGAIN_S
    again = plugged()
    assert again.path == reader.path
    counter.next_look.ring()
    counter.hears("there")
    again.send(CODE + b"\r")
    counter.hears("reading", CODE.decode())


def test_it_is_found_at_another_path(qtbot: QtBot, plugged: Callable[[], Reader]) -> None:
    first = plugged()
    counter = Counter(qtbot, first.path, Port(first.path, READER))
    counter.hears("there")
    second = plugged()
    first.pull()
    counter.hears("away")
    counter.there[:] = [Port(second.path, READER)]
    counter.next_look.ring()
    counter.hears("there")
    second.send(CODE + b"\r")
    counter.hears("reading", CODE.decode())
    counter.scanner.stop()


def test_half_a_code_is_dropped_when_the_reader_is_pulled(counter: Counter, reader: Reader) -> None:
    reader.send(CODE[:4])
    counter.hears("reading")
    reader.pull()
    counter.hears("abandoned", "away")


def test_a_reader_that_is_not_there_is_a_state(qtbot: QtBot, tmp_path: Path) -> None:
    counter = Counter(qtbot, str(tmp_path / "ttyACM0"))
    counter.hears("away")
    assert counter.scanner.standing is Standing.MISSING


def test_what_is_no_serial_port_is_a_state(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    counter = Counter(qtbot, str(tmp_path / "file"))
    counter.hears("away")
    assert counter.scanner.standing is Standing.UNUSABLE


def test_a_port_that_another_program_has_is_a_state_said_once(
    qtbot: QtBot, counter: Counter, reader: Reader, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    second = Counter(qtbot, reader.path)
    second.hears("away")
    assert second.scanner.standing is Standing.BUSY
    second.next_look.ring()
    second.next_look.ring()
    assert [record.getMessage() for record in caplog.records] == ["the serial reader is busy"]
    counter.scanner.stop()
    second.next_look.ring()
    second.hears("there")
    second.scanner.stop()


def test_after_the_end_nothing_is_open_or_looked_for(counter: Counter, reader: Reader) -> None:
    counter.scanner.stop()
    assert counter.next_look.seconds is None
    free = serial_ports.open_port(reader.path)
    assert not isinstance(free, Standing)
    free.close()


@pytest.mark.parametrize(
    ("number", "how"),
    [
        (errno.ENOENT, Standing.MISSING),
        (errno.EBUSY, Standing.BUSY),
        (errno.EACCES, Standing.FORBIDDEN),
        (errno.EIO, Standing.UNUSABLE),
        (None, Standing.UNUSABLE),
    ],
)
def test_every_error_of_the_system_is_a_state(number: int | None, how: Standing) -> None:
    assert standing(number) is how


def test_any_is_the_first_on_usb_and_the_same_one_again() -> None:
    built_in, first, second = Port("/dev/ttyS0"), Port("/dev/ttyACM0", READER), Port("/dev/ttyACM1", "0c2e:0ca1:")
    assert pick(ANY, "", [built_in, first, second]) == first.path
    assert pick(ANY, second.maker, [built_in, first, second]) == second.path
    assert pick(ANY, "", [built_in]) == ""


def test_a_path_is_kept_while_it_is_there() -> None:
    twins = [Port("/dev/ttyACM0", READER), Port("/dev/ttyACM1", READER)]
    assert pick("/dev/ttyACM1", READER, twins) == "/dev/ttyACM1"
    assert pick("/dev/ttyACM1", READER, twins[:1]) == "/dev/ttyACM0"
    assert pick("/dev/ttyACM1", "", twins[:1]) == "/dev/ttyACM1"


def test_what_was_read_is_never_logged(counter: Counter, reader: Reader, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    reader.send(CODE + b"\r")
    counter.hears("reading", CODE.decode())
    reader.pull()
    counter.hears("away")
    assert "missing" in caplog.text
    assert CODE.decode() not in caplog.text
