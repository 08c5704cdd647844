"""Engines and transactions, on SQLite and on PostgreSQL.

A reader sees one snapshot and waits for nobody. What a writer has read must stay true until it commits:

- On SQLite a writer takes the one write lock when it begins; the threads of a process queue for it (central.db.turns).
- On PostgreSQL several write at once (READ COMMITTED), and **whoever reads in order to write locks first what it
  reads** (central.db.locks): the station, the feed, enrolment, the opening. Locks are taken in that module's order and
  held until the commit. What needs no reading is one statement: ON CONFLICT, UPDATE ... RETURNING.

A database that cannot be had now (locked for too long, shut down, full of clients, a deadlock) is `Busy`: nothing was
written, and asking again is right.
"""

import random
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.pool import ConnectionPoolEntry

from central.db.turns import NoTurn, Turns
from kiosk.domain import marks

Tx = Connection

SQLITE = "sqlite:///"
POSTGRESQL = ("postgresql://", "postgresql+psycopg://")
_WAIT = 10  # seconds that a writer waits for another
_ASK_AGAIN = (0.002, 0.02)  # seconds: how soon a writer asks for SQLite's lock again, at least and at most

_PRAGMAS = (
    f"busy_timeout={_WAIT * 1000}",  # milliseconds; first, for the next one may have to wait
    "synchronous=FULL",
    "foreign_keys=ON",
    "recursive_triggers=OFF",
    "secure_delete=ON",  # what is erased is not left in the file (central.db.compacting)
)
_SESSION = (
    f"SET lock_timeout = '{_WAIT}s'",
    "SET idle_in_transaction_session_timeout = '5min'",  # a frozen process must not hold the others for ever
    "SET jit = off",  # it costs more than any of our statements
    # a commit that was acknowledged survives a power cut, whatever the server does for others
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'",
)
_BUSY_STATES = ("08", "40", "53", "55", "57")  # connection, rollback, resources, locks, the operator's hand
_STATEMENTS = 1000  # that SQLite keeps prepared for each connection: all that central asks
_AT_ONCE = 16  # connections of one process: several share a server that takes 100


class Busy(OSError):
    """The database cannot be had now; nothing was written."""


def open_engine(url: str) -> Engine:
    """An engine for a database URL; nothing is connected yet. Raises ValueError for what central does not speak."""
    if url.startswith(SQLITE):
        turns = {"turns": Turns()}
        engine = create_engine(
            url,
            pool_size=8,
            max_overflow=40,
            pool_use_lifo=True,  # the connection that was used last has the pages; what another one writes drops them
            hide_parameters=True,
            execution_options=turns,
            connect_args={"cached_statements": _STATEMENTS},
        )
        event.listen(engine, "connect", _configure)
        return engine
    if url.startswith(POSTGRESQL):
        return _postgresql(url)
    raise ValueError("central speaks SQLite files and PostgreSQL: sqlite:///path/to/central.db, postgresql://host/name")


def _postgresql(url: str) -> Engine:
    try:
        there = make_url(url).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError):
        raise ValueError("not a database URL; write it like postgresql://user@host/name") from None
    engine = create_engine(there, pool_size=_AT_ONCE, max_overflow=0, pool_timeout=_WAIT, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    return engine


def _configure(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # or the driver begins transactions of its own, when and how it likes
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()
    _write_ahead(connection)
    connection.create_function("mark_of", 4, marks.mark, deterministic=True)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn to WAL. Of several that turn a new file at once all but one are told, without waiting, that it is locked."""
    until = time.monotonic() + _WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL").close()
        except sqlite3.OperationalError as problem:
            if problem.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
                raise
            time.sleep(random.uniform(*_ASK_AGAIN))  # noqa: S311 - no secret
        else:
            return


def _begin_writing(connection: Connection) -> None:
    """Take the write lock from other processes, by chance: SQLite asks ever more seldom, and some never get it."""
    until = time.monotonic() + _WAIT
    _wait_inside_sqlite(connection, 0)
    try:
        while not _has_begun(connection, last=time.monotonic() >= until):
            time.sleep(random.uniform(*_ASK_AGAIN))  # noqa: S311 - no secret
    finally:
        _wait_inside_sqlite(connection, _WAIT)


def _has_begun(connection: Connection, *, last: bool) -> bool:
    try:
        _driver(connection).execute("BEGIN IMMEDIATE").close()
    except sqlite3.OperationalError as problem:
        if last or not _is_busy(problem):
            raise
        return False
    return True


def _wait_inside_sqlite(connection: Connection, seconds: int) -> None:
    _driver(connection).execute(f"PRAGMA busy_timeout={seconds * 1000}").close()


def _driver(connection: Connection) -> sqlite3.Connection:
    """Beside SQLAlchemy, whose care costs more than such a statement."""
    database = connection.connection.driver_connection
    assert isinstance(database, sqlite3.Connection)
    return database


def _prepare(connection: "psycopg.Connection[tuple[object, ...]]", _: ConnectionPoolEntry) -> None:
    if connection.info.parameter_status("server_encoding") != "UTF8":
        raise ValueError("central needs a PostgreSQL database whose encoding is UTF8")
    for statement in _SESSION:
        connection.execute(statement)
    connection.commit()


_WRITES: dict[str, Any] = {"isolation_level": "READ COMMITTED"}  # on PostgreSQL
_READS: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


@contextmanager
def writing(engine: Engine) -> Iterator[Tx]:
    """A transaction that may write: committed at the end, rolled back when the block raises. Raises Busy."""
    with _had(), turn(engine), _connected(engine, _WRITES) as connection, connection.begin():
        if engine.dialect.name == "sqlite":
            _begin_writing(connection)
        yield connection


def turn(engine: Engine) -> AbstractContextManager[None]:
    """On SQLite one of this process writes at a time."""
    turns = engine.get_execution_options().get("turns")
    return turns.turn(_WAIT) if isinstance(turns, Turns) else nullcontext()


@contextmanager
def reading(engine: Engine) -> Iterator[Tx]:
    """One snapshot; nothing is to be written through it. Raises Busy."""
    with _had(), _connected(engine, _READS) as connection, connection.begin():
        if engine.dialect.name == "sqlite":
            _driver(connection).execute("BEGIN").close()
        yield connection


def _connected(engine: Engine, options: Mapping[str, Any]) -> Connection:
    connection = engine.connect()
    return connection.execution_options(**options) if engine.dialect.name == "postgresql" else connection


@contextmanager
def _had() -> Iterator[None]:
    try:
        yield
    except (DBAPIError, sqlite3.OperationalError) as problem:
        told = problem.orig if isinstance(problem, DBAPIError) else problem
        if _is_busy(told):
            raise Busy(f"the database is not to be had now: {_said(told)}") from problem
        raise
    except NoConnection as problem:
        raise Busy("the database is not to be had now: all connections are in use") from problem
    except NoTurn as problem:
        raise Busy("the database is not to be had now: too many write") from problem


def _is_busy(told: BaseException | None) -> bool:
    match told:
        case sqlite3.OperationalError() as locked:
            return locked.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        case psycopg.OperationalError(sqlstate=None):
            return True  # no server there, or it has gone
        case psycopg.Error(sqlstate=str() as state):
            return state.startswith(_BUSY_STATES)
    return False


def _said(told: BaseException | None) -> str:
    """The first line of what the database said: it names no data."""
    return str(told).partition("\n")[0]
