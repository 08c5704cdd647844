"""What a station is set to: one frozen value, read once, by `app` alone; numbers that policy sets have defaults."""

import os
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from platformdirs import user_data_path, user_documents_path

from kiosk.addresses import Address, address


class BadSettings(Exception):
    """The settings file cannot be used; the message says which line of it and why."""


@dataclass(frozen=True)
class Idle:
    """Seconds without a touch."""

    browsing: int = 120  # until the question
    personal: int = 60  # the same where somebody's name may be on the screen
    staff: int = 60  # until a worker's way in closes by itself
    outcome: int = 10  # how long an answer to a scan stays
    question: int = 30  # how long the question stays


@dataclass(frozen=True)
class Devices:
    """What is plugged in beside the screen. "" is none; a keyboard scanner is always heard and stands nowhere."""

    camera: str = ""  # "any", or a camera's id or name
    serial: str = ""  # a reader: "any", or a path
    printer: str = ""  # "default", or a queue's name
    receipt_printer: Address | None = None
    receipt_roll: int = 80  # millimetres: 58 or 80


@dataclass(frozen=True)
class Settings:
    data: Path = field(default_factory=lambda: user_data_path("wishmi-kiosk"))
    language: str = "it"  # until the hub's own record has been copied
    px_per_mm: float = 2.7  # calibrated with a bank card, 85.6 mm; 2.7 is a 32-inch 1080 x 1920
    width: int = 1080
    height: int = 1920
    full_screen: bool = True
    age_bands: tuple[tuple[int, int], ...] = ((0, 5), (6, 10), (11, 13), (14, 18))
    guest_days: int = 30  # until the name of a guest of one day is deleted
    desk_lock_seconds: int = 300  # without a hand at the desk, until it locks
    blanks_low: int = 50  # blank cards left at this station, below which the desk asks for more
    exports: Path = field(default_factory=lambda: user_documents_path() / "WISH-MI")  # what families take along
    consent_text: str = "2026-09"  # the version of the consent that families are given to read
    pages: str = ""  # where phones find the city's public pages; "" is central's own address
    idle: Idle = Idle()
    devices: Devices = Devices()

    @property
    def store(self) -> Path:
        return self.data / "hub.db"

    @property
    def doorbell(self) -> Path:
        """The local socket of the process that owns the store."""
        return self.data / "hub.socket"

    @property
    def key_file(self) -> Path:
        return self.data / "hub.key"


def load(path: Path | None) -> Settings:
    """The defaults, changed by a TOML file if there is one. Raises BadSettings."""
    if path is None:
        return Settings()
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSettings(f"{path}: {error}") from None
    try:
        values = {name: _value(name, value) for name, value in found.items()}
    except ValueError as error:
        raise BadSettings(f"{path}: {error}") from None
    return Settings(**values)


_PLAIN: dict[str, type] = {
    "language": str,
    "px_per_mm": float,
    "width": int,
    "height": int,
    "full_screen": bool,
    "guest_days": int,
    "desk_lock_seconds": int,
    "blanks_low": int,
    "consent_text": str,
    "pages": str,
}
_KNOWN = ("data", "exports", *_PLAIN, "age_bands", "idle", "devices")
_ROLLS = (58, 80)


def _value(name: str, value: object) -> Any:
    """One setting, as Settings takes it. Raises ValueError with words for whoever wrote the file."""
    match name, value:
        case "data" | "exports", str():
            return Path(os.path.expanduser(value))  # noqa: PTH111 - leaves an unknown ~user as it is
        case "data" | "exports", _:
            raise ValueError(f"{name} wants a str")
        case "age_bands", list():
            return tuple(_band(band) for band in value)
        case "idle", dict():
            return _idle(value)
        case "devices", dict():
            return Devices(**{device: _device(device, wanted) for device, wanted in value.items()})
        case _ if name in _PLAIN:
            return _plain(name, value, _PLAIN[name])
    raise ValueError(f"unknown setting {name!r}; known are {', '.join(_KNOWN)}")


def _plain(name: str, value: object, want: type) -> object:
    good = isinstance(value, (int, float) if want is float else want)
    if not good or (isinstance(value, bool) and want is not bool):
        raise ValueError(f"{name} wants a {want.__name__}")
    if isinstance(value, (int, float)) and not 0 < value < 100_000 and want is not bool:
        raise ValueError(f"{name} is out of range")
    return value


def _band(band: object) -> tuple[int, int]:
    match band:
        case [int() as low, int() as high] if 0 <= low <= high:
            return low, high
    raise ValueError("age_bands wants pairs like [6, 10]")


def _idle(table: dict[str, object]) -> Idle:
    names = {f.name for f in fields(Idle)}
    if not set(table) <= names or not all(type(seconds) is int and seconds > 0 for seconds in table.values()):
        raise ValueError(f"idle wants seconds for {', '.join(sorted(names))}")
    return Idle(**{name: int(str(seconds)) for name, seconds in table.items()})


def _device(name: str, value: object) -> Any:
    match name, value:
        case (("camera" | "serial" | "printer"), str()):
            return value
        case "receipt_printer", "":
            return None
        case "receipt_printer", str():
            try:
                return address(value)
            except ValueError as error:
                raise ValueError(f"receipt_printer {error}") from None
        case "receipt_roll", int() if value in _ROLLS:
            return value
        case "receipt_roll", _:
            raise ValueError("receipt_roll wants 58 or 80")
    known = {f.name for f in fields(Devices)}
    raise ValueError(f"{name} wants a text" if name in known else f"devices knows {', '.join(sorted(known))}")
