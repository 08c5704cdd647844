"""Devices that the settings name are made; what can not be had is said in the log and stops nothing."""

import logging
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.addresses import Address, Way
from kiosk.devices import configured
from kiosk.devices.camera import Camera
from kiosk.devices.printers import NoPrinter, NotPrinted, Why
from kiosk.devices.receipt_printer import ReceiptPrinter
from kiosk.devices.serial_ports import Standing
from kiosk.devices.serial_scanner import SerialScanner
from kiosk.devices.system_printer import SystemPrinter
from kiosk.jobs import Inline
from kiosk.papers.paper import Paper

TO = Address(Way.FILE, "/dev/usb/lp0")


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


def test_what_is_not_named_is_not_there(owner: QObject) -> None:
    assert configured.camera("", Inline(), lambda: 0.0, owner) is None
    assert configured.serial_scanner("", owner) is None
    for none in (configured.printer(""), configured.receipt_printer(None)):
        assert none.print(Paper(1, 1, ())) == NotPrinted(Why.NO_PRINTER)


def test_what_is_named_is_made(owner: QObject) -> None:
    assert isinstance(configured.printer("default"), SystemPrinter)
    assert isinstance(configured.receipt_printer(TO), ReceiptPrinter)
    assert isinstance(configured.serial_scanner("any", owner), SerialScanner)


def test_a_real_machine_without_the_camera_that_is_named_goes_on(owner: QObject) -> None:
    camera = configured.camera("A camera that nobody has", Inline(), lambda: 0.0, owner)
    assert isinstance(camera, Camera)
    present: list[bool] = []
    camera.present.connect(present.append)
    camera.start()
    camera.stop()
    assert present == [False]


def test_a_real_machine_without_the_reader_that_is_named_looks_for_it_again(owner: QObject) -> None:
    scanner = configured.serial_scanner("/dev/ttyNOBODY9", owner)
    assert scanner is not None
    scanner.start()
    scanner.stop()
    assert scanner.standing is Standing.MISSING


def test_a_camera_without_its_part_of_qt_is_said_and_stops_nothing(
    owner: QObject, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    for name in ("camera", "cameras", "frames", "multimedia"):
        monkeypatch.delitem(sys.modules, f"kiosk.devices.{name}")
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    assert configured.camera("any", Inline(), lambda: 0.0, owner) is None
    assert "QtMultimedia" in caplog.text


def test_a_receipt_printer_without_its_library_is_said_and_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "path", [])
    for name in [name for name in sys.modules if name.partition(".")[0] == "escpos"]:
        monkeypatch.delitem(sys.modules, name)
    assert isinstance(configured.receipt_printer(TO), NoPrinter)
    assert "escpos" in caplog.text
