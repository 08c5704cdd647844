"""What a station is set to: one frozen value, read once, by `app` alone; numbers that policy sets have defaults."""

import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path

from platformdirs import user_data_path


class BadSettings(Exception):
    """The settings file cannot be used; the message says which line of it and why."""


@dataclass(frozen=True)
class Idle:
    """Seconds without a touch."""

    browsing: int = 120  # until the question
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
        found = tomllib.loads(path.read_text())
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSettings(f"{path}: {error}") from None
    kinds = {"data": str, "language": str, "px_per_mm": float, "width": int, "height": int, "full_screen": bool}
    for name, value in found.items():
        want = kinds.get(name)
        if want is None:
            raise BadSettings(f"{path}: unknown setting {name!r}; known are {', '.join(kinds)}")
        if not isinstance(value, (int, float) if want is float else want) or (want is int and isinstance(value, bool)):
            raise BadSettings(f"{path}: {name} wants a {want.__name__}")
    if "data" in found:
        found["data"] = Path(found["data"]).expanduser()
    known = {f.name for f in fields(Settings)}
    return Settings(**{name: value for name, value in found.items() if name in known})
