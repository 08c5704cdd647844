"""What is read past SQLAlchemy is what it would have read, and what is written is what it would have written."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlalchemy.engine.result import IteratorResult

from tests.simulation import quick, run
from tests.simulation.site import Site, made


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with made() as ready:
        yield ready


WAYS = pytest.mark.parametrize("way", ["execute", "exec_driver_sql"])


@WAYS
def test_each_read_of_a_seed_gives_the_same_rows_by_the_same_names(
    site: Site, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    usual, short = getattr(Connection, way), getattr(quick, way)
    compared = []

    def both(self: Connection, statement: Any, parameters: Any = None, **options: Any) -> Any:
        read = short(self, statement, parameters, **options)
        if type(read) is not IteratorResult:
            return read
        found, again = read.freeze(), usual(self, statement, parameters, **options)
        assert list(found().keys()) == list(again.keys())
        assert repr([*found()]) == repr([*again])  # True is 1, and is not
        compared.append(statement)
        return found()

    monkeypatch.setattr(quick, way, both)
    assert run.run_seed(site, 0, 60).violations == ()
    assert len(compared) > 100


@WAYS
def test_each_write_of_a_seed_tells_the_database_the_same(
    site: Site, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    usual, short = getattr(Connection, way), getattr(quick, way)
    compared = []

    def both(self: Connection, statement: Any, parameters: Any = None, **options: Any) -> Any:
        driver: Any = self.connection.driver_connection
        driver.execute("SAVEPOINT before")
        told: list[str] = []
        driver.set_trace_callback(told.append)
        done = short(self, statement, parameters, **options)
        driver.set_trace_callback(None)
        if type(done) is not quick.Written:
            driver.execute("RELEASE before")
            return done
        again: list[str] = []
        driver.execute("ROLLBACK TO before")
        driver.set_trace_callback(again.append)
        result = usual(self, statement, parameters, **options)
        driver.set_trace_callback(None)
        driver.execute("RELEASE before")
        assert (told, done.rowcount) == (again, result.rowcount)
        compared.append(statement)
        return result

    monkeypatch.setattr(quick, way, both)
    assert run.run_seed(site, 0, 60).violations == ()
    assert len(compared) > 100
