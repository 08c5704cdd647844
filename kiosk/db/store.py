"""Opens the store, migrates it, begins transactions; turns every way a database can fail into one exception."""

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, select
from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.pool import PoolProxiedConnection, StaticPool

from kiosk.db import lock, schema
from kiosk.db.tx import Tx

OLDEST_SQLITE = (3, 51, 3)  # earlier ones can lose a WAL at its reset
KEY_BYTES = 32
_STATEMENTS = 1000  # that the driver keeps prepared: all that a station asks


class Trouble(StrEnum):
    IN_USE = "in_use"  # another process owns this store
    WRONG_KEY = "wrong_key"
    NEWER = "newer"  # written by a release that this one cannot read
    DISK_FULL = "disk_full"  # nothing was written; the next attempt may work
    BUSY = "busy"  # somebody else holds the file for a moment; nothing was written
    BROKEN = "broken"  # an I/O error or a damaged file: closed until the program restarts


class StoreUnavailable(Exception):
    """The store cannot do what was asked. Nothing of the transaction has happened."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


def new_key(path: Path) -> bytes:
    """Make a key file that only the service user reads, and return the key (32 bytes)."""
    key = secrets.token_bytes(KEY_BYTES)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(key.hex() + "\n")
        file.flush()
        os.fsync(file.fileno())
    return key


def read_key(path: Path) -> bytes:
    """The key of a store. Raises StoreUnavailable when the file does not hold one."""
    try:
        key = bytes.fromhex(path.read_text().strip())
    except (OSError, ValueError):
        raise StoreUnavailable(Trouble.WRONG_KEY) from None
    if len(key) != KEY_BYTES:
        raise StoreUnavailable(Trouble.WRONG_KEY)
    return key


class Store:
    """One open store, which has one connection. All calls come from one thread at a time: the store thread."""

    def __init__(self, engine: Engine, lock: IO[str]) -> None:
        self._engine = engine
        self._connection = engine.connect()
        self._tx = Tx(self._connection)
        self._lock = lock
        self._broken = False

    @contextmanager
    def begin(self) -> Iterator[Tx]:
        """One transaction: committed and on disk when the block ends, or not at all.

        Raises StoreUnavailable. After an I/O error the store refuses everything until the program starts anew:
        a failed sync may not be tried again.
        """
        if self._broken:
            raise StoreUnavailable(Trouble.BROKEN)
        try:
            with self._connection.begin():
                yield self._tx
        except (IntegrityError, ProgrammingError):
            raise  # a bug: rolled back, and no reason to distrust the disk
        except DBAPIError as error:
            trouble = _trouble(error)
            self._broken = trouble not in _PASSING
            raise StoreUnavailable(trouble) from error

    def close(self) -> None:
        self._connection.close()
        self._engine.dispose()
        self._lock.close()


def open_store(path: Path, key: bytes) -> Store:
    """Open the store at `path`, making or migrating it. Raises StoreUnavailable."""
    path.parent.mkdir(parents=True, exist_ok=True)
    held = _own(path)
    try:
        engine = _engine(path, key)
        _prepare(engine, path)
        return Store(engine, held)
    except DBAPIError as error:
        held.close()
        raise StoreUnavailable(_trouble(error)) from error
    except OSError as error:
        held.close()
        raise StoreUnavailable(Trouble.DISK_FULL if error.errno == errno.ENOSPC else Trouble.BROKEN) from error
    except BaseException:
        held.close()
        raise


def _own(path: Path) -> IO[str]:
    try:
        return lock.own(path)
    except BlockingIOError:
        raise StoreUnavailable(Trouble.IN_USE) from None


def _engine(path: Path, key: bytes) -> Engine:
    if sqlcipher3.sqlite_version_info < OLDEST_SQLITE:
        raise StoreUnavailable(Trouble.BROKEN)
    engine = create_engine(
        "sqlite://",
        creator=lambda: _connect(path, key),
        module=sqlcipher3,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    engine.dialect.do_begin = _begin  # type: ignore[assignment, method-assign]  # a listener would cost every statement
    return engine


def _connect(path: Path, key: bytes) -> Any:
    connection = sqlcipher3.connect(
        str(path), isolation_level=None, check_same_thread=False, timeout=5, cached_statements=_STATEMENTS
    )
    _unlock(connection, key)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _unlock(connection: Any, key: bytes) -> None:
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_log_level = NONE")  # what fails is raised; nothing of it belongs on stderr


def _begin(connection: PoolProxiedConnection) -> None:
    """The write lock first: who has read here may write, and nothing it has read has changed."""
    connection.cursor().execute("BEGIN IMMEDIATE")


def _prepare(engine: Engine, path: Path) -> None:
    with engine.begin() as connection:
        found = _version(connection)
        readable_from = _readable_from(connection) if found else 0
    if readable_from > schema.HEAD:
        raise StoreUnavailable(Trouble.NEWER)
    if found < schema.HEAD:
        if found:
            _back_up(engine, path, found)
        from kiosk.db import migrate  # Alembic costs 50 ms: only when there is something to migrate

        migrate.upgrade(engine)


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


_READABLE_FROM = select(schema.meta.c.value).where(schema.meta.c.key == "readable_from")


def _readable_from(connection: Connection) -> int:
    return int(connection.execute(_READABLE_FROM).scalar() or 0)


def _back_up(engine: Engine, path: Path, version: int) -> None:
    """A copy beside the store before each upgrade. We own the store, so the file stands still after a checkpoint."""
    with engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    backup = path.with_name(f"{path.stem}-before-{version + 1}-{moment}.backup")
    try:
        shutil.copy2(path, backup)
    except OSError:
        backup.unlink(missing_ok=True)  # half a copy is none, and takes the room
        raise


def old_backups(path: Path, before: date) -> list[Path]:
    """The copies of the store at `path` that were made before upgrades, before a day (UTC)."""
    copies = path.parent.glob(f"{path.stem}-before-*.backup")
    return sorted(copy for copy in copies if copy.stem.rpartition("-")[2] < before.strftime("%Y%m%d"))


_PASSING = {Trouble.DISK_FULL, Trouble.BUSY}
_DISK_FULL = {"SQLITE_FULL"}
_WRONG_KEY = {"SQLITE_NOTADB"}


def _trouble(error: DBAPIError) -> Trouble:
    name = getattr(error.orig, "sqlite_errorname", "") or ""
    text = str(error.orig)
    if name in _DISK_FULL or "disk is full" in text:
        return Trouble.DISK_FULL
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")) or "is locked" in text:
        return Trouble.BUSY
    if name in _WRONG_KEY or "not a database" in text:
        return Trouble.WRONG_KEY
    return Trouble.BROKEN
