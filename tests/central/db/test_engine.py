import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event, make_url, text

from central import feed
from central.db import Busy, Engine, Tx, locks, meta, open_engine, reading, writing
from central.opening import Central, opened
from central.settings import Settings
from tests.central.conftest import POSTGRESQL_ONLY, SQLITE_ONLY
from tests.postgres import Postgres


@SQLITE_ONLY
@pytest.mark.parametrize(("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)])
def test_an_acknowledged_commit_survives_a_power_cut(tx: Tx, pragma: str, value: object) -> None:
    assert tx.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


@POSTGRESQL_ONLY
def test_an_acknowledged_commit_survives_a_power_cut_on_a_careless_server(settings: Settings, server: Postgres) -> None:
    name = make_url(settings.database).database
    server.run(f"ALTER DATABASE {name} SET synchronous_commit = off")
    engine = open_engine(settings.database)
    with reading(engine) as tx:
        assert tx.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"
    engine.dispose()


@SQLITE_ONLY
def test_a_writer_takes_the_lock_when_it_begins(central: Central) -> None:
    said: list[str] = []
    event.listen(central.engine, "checkout", lambda database, *_: database.set_trace_callback(said.append))
    with writing(central.engine):
        pass
    with reading(central.engine):
        pass
    assert [one for one in said if one.startswith("BEGIN")] == ["BEGIN IMMEDIATE", "BEGIN"]


def test_a_reader_sees_one_moment(central: Central) -> None:
    with reading(central.engine) as tx:
        before = meta.highest_rev(tx)
        with writing(central.engine) as other:
            feed.publish(other, "note", "a", {})
        assert feed.get(tx, "note", "a") is None
        assert meta.highest_rev(tx) == before
    with reading(central.engine) as tx:
        assert meta.highest_rev(tx) == before + 1


def test_a_block_that_raises_writes_nothing(central: Central) -> None:
    def write() -> None:
        with writing(central.engine) as tx:
            tx.exec_driver_sql("INSERT INTO meta VALUES ('a', 'b')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()
    with reading(central.engine) as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM meta WHERE name = 'a'").scalar() == 0


@pytest.mark.parametrize("url", ["mysql://host/central", "sqlite://", "central.db", "postgresql://host:port/x"])
def test_another_database_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="postgresql"):
        open_engine(url)


def test_the_folder_of_the_database_is_made(tmp_path: Path) -> None:
    with opened(Settings(database=f"sqlite:///{tmp_path}/new/folder/central.db")):
        assert (tmp_path / "new" / "folder" / "central.db").exists()


@POSTGRESQL_ONLY
def test_texts_compare_by_bytes_whatever_the_servers_language(tx: Tx) -> None:
    other = text(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
        " AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'"
    )
    assert tx.execute(other).all() == []


def test_postgresql_is_reached_over_the_network_too(server: Postgres) -> None:
    with server.database() as name:
        engine = open_engine(server.loopback(name))
        with reading(engine) as tx:
            assert tx.exec_driver_sql("SELECT 1").scalar() == 1
        engine.dispose()


def test_a_database_in_another_encoding_is_refused(server: Postgres) -> None:
    server.run("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
    engine = open_engine(server.url("latin"))
    with pytest.raises(ValueError, match="UTF8"), reading(engine):
        pass
    engine.dispose()


# --- not to be had now ----------------------------------------------------------------------------------------------


@pytest.fixture
def hurried(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """An engine that waits for nobody."""
    monkeypatch.setattr("central.db.engine._WAIT", 0)
    engine = open_engine(settings.database)
    if engine.dialect.name == "postgresql":
        event.listen(engine, "connect", _hurry)
    yield engine
    engine.dispose()


def _hurry(connection: "psycopg.Connection[object]", _: object) -> None:
    connection.execute("SET lock_timeout = '1ms'")
    connection.commit()


def test_a_writer_that_waits_too_long_for_another_is_told_busy(central: Central, hurried: Engine) -> None:
    with writing(central.engine) as tx:
        feed.publish(tx, "note", "a", {})
        with pytest.raises(Busy), writing(hurried) as other:
            feed.publish(other, "note", "b", {})
    with writing(hurried) as other:
        assert feed.publish(other, "note", "b", {}) is feed.Change.NEW


def test_a_writer_waits_for_another_that_is_soon_done(central: Central) -> None:
    begun = threading.Event()

    def write() -> None:
        with writing(central.engine) as tx:
            feed.publish(tx, "note", "a", {"by": "the first"})
            begun.set()
            feed.publish_all(tx, [feed.Draft("note", str(number), {}) for number in range(500)])

    first = threading.Thread(target=write)
    first.start()
    begun.wait()
    with writing(central.engine) as tx:
        assert feed.publish(tx, "note", "a", {"by": "the first"}) is feed.Change.SAME
    first.join()


@POSTGRESQL_ONLY
def test_of_two_that_wait_for_one_another_one_is_told_busy(central: Central) -> None:
    ready = threading.Barrier(2)
    outcomes: list[str] = []

    def lock(*names: str) -> None:
        try:
            with writing(central.engine) as tx:
                for name in names:
                    tx.exec_driver_sql("UPDATE counters SET value = value + 1 WHERE name = %s", (name,))
                    if name == names[0]:
                        ready.wait()
            outcomes.append("written")
        except Busy:
            outcomes.append("busy")

    run_at_once(lambda: lock("rev", "serial"), lambda: lock("serial", "rev"))
    assert sorted(outcomes) == ["busy", "written"]


def run_at_once(*jobs: object) -> None:
    threads = [threading.Thread(target=job) for job in jobs]  # type: ignore[arg-type]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_a_server_that_is_not_there_is_busy() -> None:
    engine = open_engine("postgresql://wishmi@127.0.0.1:1/central")
    with pytest.raises(Busy, match="not to be had now"), reading(engine):
        pass


@POSTGRESQL_ONLY
def test_a_server_that_goes_away_is_busy_and_taken_up_again(central: Central, server: Postgres) -> None:
    with reading(central.engine):
        pass
    ended = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database()"
    with pytest.raises(Busy), writing(central.engine) as tx:
        meta.put(tx, "a", "b")
        server.run(ended.replace("current_database()", f"'{central.engine.url.database}'"))
        meta.put(tx, "c", "d")
    with reading(central.engine) as tx:
        assert meta.get(tx, "a") == ""


@POSTGRESQL_ONLY
def test_more_readers_than_connections_are_told_busy(settings: Settings) -> None:
    engine = open_engine(settings.database)
    engine.pool._timeout = 0.01  # type: ignore[attr-defined]
    every = [engine.connect() for _ in range(16)]
    with pytest.raises(Busy), reading(engine):
        pass
    for connection in every:
        connection.close()
    engine.dispose()


def test_locks_are_free_again_after_the_commit(central: Central) -> None:
    for _ in range(2):
        with writing(central.engine) as tx:
            locks.opening(tx)
            locks.enrolment(tx)
            locks.station(tx, "nobody")
            locks.feed(tx)
