"""Where central keeps its things, and what time it is."""

from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_data_path

from central import keys
from central.clock import Clock, now

_SQLITE = "sqlite:///"


def default_database() -> str:
    return f"{_SQLITE}{user_data_path('wishmi-central', appauthor=False) / 'central.db'}"


@dataclass(frozen=True)
class Settings:
    """`database` is an SQLAlchemy URL; key files lie beside it unless the root key's file is named."""

    database: str = field(default_factory=default_database)
    root_key: Path | None = None
    clock: Clock = now

    def file(self) -> Path:
        return Path(self.database.removeprefix(_SQLITE))

    def folder(self) -> Path:
        return self.file().parent

    def root_file(self) -> Path:
        return self.root_key or self.folder() / keys.ROOT_FILE

    def working_file(self) -> Path:
        return self.folder() / keys.WORKING_FILE
