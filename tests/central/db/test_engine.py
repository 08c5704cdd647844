from pathlib import Path

import pytest
from sqlalchemy import event

from central.db import Tx, open_engine, reading, writing
from central.opening import Central, opened
from central.settings import Settings


@pytest.mark.parametrize(("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)])
def test_an_acknowledged_commit_survives_a_power_cut(tx: Tx, pragma: str, value: object) -> None:
    assert tx.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_a_writer_takes_the_lock_when_it_begins(central: Central) -> None:
    said: list[str] = []
    event.listen(central.engine, "before_cursor_execute", lambda *args: said.append(args[2]))
    with writing(central.engine):
        pass
    with reading(central.engine):
        pass
    assert said == ["BEGIN IMMEDIATE", "BEGIN"]


def test_a_block_that_raises_writes_nothing(central: Central) -> None:
    def write() -> None:
        with writing(central.engine) as tx:
            tx.exec_driver_sql("INSERT INTO meta VALUES ('a', 'b')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()
    with reading(central.engine) as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM meta WHERE name = 'a'").scalar() == 0


@pytest.mark.parametrize("url", ["postgresql://host/central", "sqlite://", "central.db"])
def test_another_database_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="SQLite"):
        open_engine(url)


def test_the_folder_of_the_database_is_made(tmp_path: Path) -> None:
    with opened(Settings(database=f"sqlite:///{tmp_path}/new/folder/central.db")):
        assert (tmp_path / "new" / "folder" / "central.db").exists()
