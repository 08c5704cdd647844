"""What a station is set to: one frozen value, read once, by `app` alone; numbers that policy sets have defaults."""

import os
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from platformdirs import user_data_path


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
    idle: Idle = Idle()

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
}
_KNOWN = ("data", *_PLAIN, "age_bands", "idle")


def _value(name: str, value: object) -> Any:
    """One setting, as Settings takes it. Raises ValueError with words for whoever wrote the file."""
    match name, value:
        case "data", str():
            return Path(os.path.expanduser(value))  # noqa: PTH111 - leaves an unknown ~user as it is
        case "data", _:
            raise ValueError("data wants a str")
        case "age_bands", list():
            return tuple(_band(band) for band in value)
        case "idle", dict():
            return _idle(value)
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
