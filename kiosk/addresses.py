"""Where a receipt printer is, as it is written in the settings. Pure."""

from dataclasses import dataclass
from enum import StrEnum

TCP_PORT = 9100  # where printers in a network listen for plain data


class Way(StrEnum):
    FILE = "file"  # the kernel's own, as /dev/usb/lp0
    SERIAL = "serial"
    TCP = "tcp"


@dataclass(frozen=True)
class Address:
    """`port` is of TCP alone."""

    way: Way
    place: str
    port: int = 0


def address(text: str) -> Address:
    """ "file:/dev/usb/lp0", "serial:/dev/ttyUSB0", "tcp:192.0.2.9" or "tcp:192.0.2.9:9100". Raises ValueError."""
    way, _, place = text.partition(":")
    if way in (Way.FILE, Way.SERIAL) and place.startswith("/"):
        return Address(Way(way), place)
    if way == Way.TCP and place:
        host, colon, port = place.rpartition(":")
        if not colon:
            return Address(Way.TCP, place, TCP_PORT)
        if host and port.isdecimal() and 0 < int(port) < 65536:
            return Address(Way.TCP, host, int(port))
    raise ValueError("wants file:/PATH, serial:/PATH or tcp:HOST[:PORT]")
