"""Where central keeps its things, and what time it is."""

from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_data_path

from central import keys
from central.clock import Clock, now
from central.db.engine import SQLITE


def default_database() -> str:
    return f"{SQLITE}{_data_folder() / 'central.db'}"


def _data_folder() -> Path:
    return user_data_path("wishmi-central", appauthor=False)


@dataclass(frozen=True)
class Settings:
    """`database` is a URL that central.db.open_engine takes.

    Keys, snapshots and the journal lie in `keeps`, without one beside the SQLite file or in the user's data folder. All
    processes on one database share that folder. The root key's file may be named apart.
    """

    database: str = field(default_factory=default_database)
    root_key: Path | None = None
    clock: Clock = now
    keeps: Path | None = None

    def file(self) -> Path:
        """The SQLite file; ValueError on PostgreSQL, which has none."""
        if not self._is_sqlite():
            raise ValueError("this database is no file")
        return Path(self.database.removeprefix(SQLITE))

    def folder(self) -> Path:
        if self.keeps:
            return self.keeps
        return self.file().parent if self._is_sqlite() else _data_folder()

    def prepare(self) -> None:
        """Make the folders and, for SQLite, the file, for its owner only: SQLite gives its other files its mode."""
        self.folder().mkdir(parents=True, exist_ok=True)
        if self._is_sqlite():
            self.file().parent.mkdir(parents=True, exist_ok=True)
            self.file().touch(0o600)

    def root_file(self) -> Path:
        return self.root_key or self.folder() / keys.ROOT_FILE

    def working_file(self) -> Path:
        return self.folder() / keys.WORKING_FILE

    def _is_sqlite(self) -> bool:
        return self.database.startswith(SQLITE)
