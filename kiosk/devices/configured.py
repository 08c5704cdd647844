"""Devices as the settings name them. What is named and can not be had is a line in the log, never a stop.

Each device's library is imported only where the device is named.
"""

import logging
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.addresses import Address
from kiosk.devices.alarms import QtAlarm
from kiosk.devices.printers import NoPrinter, Printer
from kiosk.jobs import JobExecutor

if TYPE_CHECKING:
    from kiosk.devices.camera import Camera
    from kiosk.devices.serial_scanner import SerialScanner

log = logging.getLogger(__name__)


def camera(wanted: str, worker: JobExecutor, steady: Callable[[], float], parent: QObject) -> "Camera | None":
    """To be started by whoever has connected its signals. None where none is named, or QtMultimedia is not there."""
    if not wanted:
        return None
    try:
        from kiosk.devices.camera import Camera
        from kiosk.devices.cameras import SystemCameras
    except ImportError as error:  # the extra, or a library of the system that it needs
        log.error("a camera is set, and can not be used: %s", error.name)
        return None
    return Camera(wanted, SystemCameras(parent), worker, steady, QtAlarm(parent), parent)


def serial_scanner(wanted: str, parent: QObject) -> "SerialScanner | None":
    """To be started by whoever has connected its signals. None where none is named."""
    if not wanted:
        return None
    from kiosk.devices.serial_scanner import SerialScanner

    return SerialScanner(wanted, partial(QtAlarm, parent), parent=parent)


def printer(queue: str) -> Printer:
    if not queue:
        return NoPrinter()
    from kiosk.devices.system_printer import SystemPrinter

    return SystemPrinter(queue)


def receipt_printer(to: Address | None) -> Printer:
    if to is None:
        return NoPrinter()
    if find_spec("escpos") is None:
        log.error("a receipt printer is set, and can not be used: escpos")
        return NoPrinter()
    from kiosk.devices.receipt_printer import ReceiptPrinter

    return ReceiptPrinter(to)
