"""Engines and transactions.

A writer takes SQLite's write lock when it begins, so that what it reads stays true until it commits; a reader sees one
snapshot and waits for nobody.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import Connection as SQLiteConnection

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

Tx = Connection

_PRAGMAS = (
    "busy_timeout=10000",  # milliseconds; first, for the next one may have to wait
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "recursive_triggers=OFF",
)


def open_engine(url: str) -> Engine:
    """An engine for a SQLAlchemy URL. Raises ValueError for a database that central does not speak yet."""
    if not url.startswith("sqlite:///"):
        raise ValueError("central speaks SQLite files only: sqlite:///path/to/central.db")
    engine = create_engine(url, pool_size=8, max_overflow=40, hide_parameters=True)
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def _configure(connection: SQLiteConnection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # or the driver begins transactions of its own, when and how it likes
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Tx]:
    """A transaction that may write: committed at the end, rolled back when the block raises."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Tx]:
    """One snapshot; nothing is to be written through it."""
    with engine.connect() as connection, connection.begin():
        yield connection
