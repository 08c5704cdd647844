"""A statement is planned once for each connection: SQLite plans it anew for each other value of a parameter that its
plan hangs on, which costs more than most statements (docs/adr/0028)."""

import _sqlite3
import ctypes
import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
import sqlcipher3
from sqlcipher3 import _sqlite3 as of_stations

from central.db import reading
from tests.simulation import run
from tests.simulation.site import made
from tests.simulation.world import World

REPREPARED, RUN = 5, 6  # SQLITE_STMTSTATUS_*


class Library:
    """The SQLite inside a driver, asked about the statements that a connection keeps."""

    def __init__(self, driver: Any) -> None:
        self._sqlite = ctypes.CDLL(driver.__file__)  # and what it is linked with: the very one that is running
        self._sqlite.sqlite3_next_stmt.restype = ctypes.c_void_p
        self._sqlite.sqlite3_next_stmt.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
        self._sqlite.sqlite3_sql.restype = ctypes.c_char_p
        self._sqlite.sqlite3_sql.argtypes = (ctypes.c_void_p,)
        self._sqlite.sqlite3_stmt_status.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_int)

    def kept(self, connection: object) -> Iterator[tuple[str, int, int]]:
        """Each statement, how often it was run, and how often planned anew."""
        database = ctypes.c_void_p.from_address(id(connection) + object.__basicsize__).value
        statement = None
        while statement := self._sqlite.sqlite3_next_stmt(database, statement):
            run_, anew = (self._sqlite.sqlite3_stmt_status(statement, what, 0) for what in (RUN, REPREPARED))
            yield self._sqlite.sqlite3_sql(statement).decode(), run_, anew


def test_no_statement_of_a_seed_is_planned_each_time_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sqlite3.Connection.__base__ is object
    assert sqlcipher3.Connection.__base__ is object
    heal, kept = run._heal, list[tuple[str, int, int]]()

    def and_look(world: World) -> None:
        heal(world)
        with reading(world.central.own.engine) as tx:
            kept.extend(Library(_sqlite3).kept(tx.connection.driver_connection))
        for hub in world.hubs:
            kept.extend(Library(of_stations).kept(hub.node._driver))

    monkeypatch.setattr(run, "_heal", and_look)
    with made() as site:
        assert run.run_seed(site, 0, 60).violations == ()
    assert len(kept) > 300
    assert sum(times for _, times, _ in kept) > 1000
    assert not [sql for sql, times, anew in kept if anew > 1 + times // 10 and not sql.startswith("PRAGMA")]
