"""Serial ports of the machine: which there are, which one is meant, and why one can not be opened."""

import errno
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import serial
from serial.tools import list_ports

ANY = "any"
BAUD = 9600  # 8N1: what readers with a real serial line come set to; those on USB take any


class Standing(StrEnum):
    """How a device stands."""

    READY = "ready"
    MISSING = "missing"
    BUSY = "busy"  # another program has it
    FORBIDDEN = "forbidden"  # the service user is not in the group that may
    UNUSABLE = "unusable"  # it is something else than a serial port


@dataclass(frozen=True)
class Port:
    """`maker` tells a USB device wherever it is plugged, as vendor, product and serial number; "" for other ports."""

    path: str
    maker: str = ""


def ports() -> Sequence[Port]:
    return [Port(one.device, _maker(one.vid, one.pid, one.serial_number)) for one in list_ports.comports()]


def pick(wanted: str, maker: str, there: Sequence[Port]) -> str:
    """The path to open, "" for none. `maker` is that of the device which was open last.

    A path is taken as it is written, since not every port is listed (and /dev/serial/by-id holds names of names),
    unless it is gone and the same device has come back at another one.
    """
    if any(port.path == wanted for port in there):
        return wanted
    again = next((port.path for port in there if maker and port.maker == maker), "")
    if wanted == ANY:
        return again or next((port.path for port in there if port.maker), "")
    return again or wanted


def open_port(path: str) -> serial.Serial | Standing:
    """The port, locked against a second reader, or why not. Never waits."""
    try:
        return serial.Serial(path, BAUD, timeout=0, write_timeout=0, exclusive=True)
    except (serial.SerialException, ValueError) as error:
        return standing(getattr(error, "errno", None))


def standing(number: int | None) -> Standing:
    """By the system's error number."""
    match number:
        case errno.ENOENT | errno.ENODEV | errno.ENXIO:
            return Standing.MISSING
        case errno.EBUSY | errno.EAGAIN:
            return Standing.BUSY
        case errno.EACCES | errno.EPERM:
            return Standing.FORBIDDEN
    return Standing.UNUSABLE


def _maker(vendor: int | None, product: int | None, number: str | None) -> str:
    return f"{vendor:04x}:{product or 0:04x}:{number or ''}" if vendor is not None else ""
