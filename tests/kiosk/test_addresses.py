"""Where a receipt printer is, is understood or refused when the settings are read."""

import pytest

from kiosk.addresses import TCP_PORT, Address, Way, address


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("file:/dev/usb/lp0", Address(Way.FILE, "/dev/usb/lp0")),
        ("serial:/dev/ttyUSB0", Address(Way.SERIAL, "/dev/ttyUSB0")),
        ("tcp:192.0.2.9", Address(Way.TCP, "192.0.2.9", TCP_PORT)),
        ("tcp:printer.example.org:9200", Address(Way.TCP, "printer.example.org", 9200)),
    ],
)
def test_an_address_is_understood(text: str, to: Address) -> None:
    assert address(text) == to


@pytest.mark.parametrize(
    "text", ["", "lp0", "file:lp0", "usb:04b8:0e15", "tcp:", "tcp:x:0", "tcp:x:99999", "tcp:x:y", "tcp::9100"]
)
def test_any_other_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="wants"):
        address(text)
