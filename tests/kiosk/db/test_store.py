"""The store: encrypted, owned by one process, durable, and honest about every way it can fail."""

import errno
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3

from kiosk.db import migrate, schema
from kiosk.db import store as store_module
from kiosk.db.store import Store, StoreUnavailable, Trouble, new_key, open_store, read_key
from kiosk.domain.people import Person
from kiosk.settings import Settings
from tests.kiosk.db.rows import know

AMINA = Person("p-1", "h-1", "Amina", "fox")


def pragma(opened: Store, name: str) -> object:
    with opened.begin() as tx:
        return tx.people._connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def test_what_is_committed_is_there_after_opening_again(store: Store, settings: Settings) -> None:
    with store.begin() as tx:
        know(tx, AMINA)
    store.close()
    again = open_store(settings.store, read_key(settings.key_file))
    with again.begin() as tx:
        assert tx.people.get("p-1") == AMINA
    again.close()


def test_a_commit_survives_a_power_cut_by_its_settings(store: Store) -> None:
    assert pragma(store, "journal_mode") == "wal"
    assert pragma(store, "synchronous") == 2  # FULL
    assert pragma(store, "foreign_keys") == 1


def test_the_bundled_sqlite_has_no_wal_reset_bug() -> None:
    assert sqlcipher3.sqlite_version_info >= (3, 51, 3)


def test_no_name_can_be_read_from_the_disk(store: Store, settings: Settings) -> None:
    with store.begin() as tx:
        know(tx, AMINA)
    store.close()
    written = b"".join(path.read_bytes() for path in settings.data.iterdir())
    assert b"Amina" not in written
    assert b"SQLite format 3" not in written
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(settings.store).execute("SELECT * FROM people")


def test_the_key_file_is_the_service_users_alone(tmp_path: Path) -> None:
    new_key(tmp_path / "key")
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


def test_a_wrong_key_file_opens_nothing(store: Store, settings: Settings) -> None:
    store.close()
    with pytest.raises(StoreUnavailable) as told:
        open_store(settings.store, bytes(32))
    assert told.value.trouble is Trouble.WRONG_KEY


@pytest.mark.parametrize("content", ["", "zz", "00" * 31, "00" * 33, "\x00\xff"])
def test_a_damaged_key_file_is_no_key(tmp_path: Path, content: str) -> None:
    (tmp_path / "key").write_text(content)
    with pytest.raises(StoreUnavailable) as told:
        read_key(tmp_path / "key")
    assert told.value.trouble is Trouble.WRONG_KEY


def test_a_second_owner_is_turned_away(store: Store, settings: Settings) -> None:
    with pytest.raises(StoreUnavailable) as told:
        open_store(settings.store, read_key(settings.key_file))
    assert told.value.trouble is Trouble.IN_USE


def test_a_second_process_is_turned_away_with_status_3(store: Store, settings: Settings) -> None:
    command = [sys.executable, "-m", "kiosk", "--data", str(settings.data), "status"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 3
    assert "owns the store" in done.stderr


def test_a_store_of_a_newer_release_is_left_alone(store: Store, settings: Settings) -> None:
    with store.begin() as tx:
        connection = tx.people._connection
        connection.exec_driver_sql(f"PRAGMA user_version = {schema.HEAD + 5}")
        connection.execute(schema.meta.update().values(value=str(schema.HEAD + 1)))
    store.close()
    before = settings.store.read_bytes()
    with pytest.raises(StoreUnavailable) as told:
        open_store(settings.store, read_key(settings.key_file))
    assert told.value.trouble is Trouble.NEWER
    assert settings.store.read_bytes() == before


def test_a_newer_store_that_says_it_is_readable_is_opened(store: Store, settings: Settings) -> None:
    with store.begin() as tx:
        know(tx, AMINA)
        tx.people._connection.exec_driver_sql(f"PRAGMA user_version = {schema.HEAD + 1}")
    store.close()
    again = open_store(settings.store, read_key(settings.key_file))
    with again.begin() as tx:
        assert tx.people.get("p-1") == AMINA
    again.close()


def test_a_block_that_fails_leaves_nothing(store: Store) -> None:
    with pytest.raises(RuntimeError), store.begin() as tx:
        know(tx, AMINA)
        raise RuntimeError
    with store.begin() as tx:
        assert tx.people.all() == []


def test_a_full_disk_is_not_now_and_heals(store: Store) -> None:
    with store.begin() as tx:
        pages = tx.people._connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        tx.people._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreUnavailable) as told, store.begin() as tx:
        know(tx, *(Person(f"p-{number}", "h" * 200, "Name", "fox") for number in range(5000)))
    assert told.value.trouble is Trouble.DISK_FULL
    with store.begin() as tx:
        assert tx.people.all() == []
        tx.people._connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    with store.begin() as tx:
        know(tx, AMINA)
        assert tx.people.all() == [AMINA]


def test_a_damaged_file_closes_the_store_for_good(store: Store, settings: Settings) -> None:
    with store.begin() as tx:
        know(tx, *(Person(f"p-{number}", "h" * 50, "Name", "fox") for number in range(3000)))
    store.close()
    with settings.store.open("r+b") as file:
        file.seek(-4096 * 30, 2)  # the rows that came last
        file.write(b"\x00" * 4096 * 30)
    damaged = open_store(settings.store, read_key(settings.key_file))
    with pytest.raises(StoreUnavailable), damaged.begin() as tx:
        tx.people.all()
    with pytest.raises(StoreUnavailable) as told, damaged.begin():
        pass
    assert told.value.trouble is Trouble.BROKEN
    damaged.close()


def test_a_backup_is_made_before_an_upgrade(store: Store, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.begin() as tx:
        know(tx, AMINA)
    store.close()
    monkeypatch.setattr(schema, "HEAD", schema.HEAD + 1)
    monkeypatch.setattr(migrate, "upgrade", lambda engine: None)
    open_store(settings.store, read_key(settings.key_file)).close()
    (backup,) = settings.data.glob("*.backup")
    monkeypatch.undo()
    folder = settings.data / "restored"
    folder.mkdir()
    shutil.copy(backup, folder / "hub.db")
    restored = open_store(folder / "hub.db", read_key(settings.key_file))
    with restored.begin() as tx:
        assert tx.people.get("p-1") == AMINA
    restored.close()


def test_an_old_sqlite_is_refused(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(StoreUnavailable):
        open_store(settings.store, read_key(settings.key_file))


def test_no_room_for_the_backup_is_a_full_disk_and_leaves_no_half_copy(
    store: Store, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()

    def full(source: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(schema, "HEAD", schema.HEAD + 1)
    monkeypatch.setattr(shutil, "copy2", full)
    with pytest.raises(StoreUnavailable) as told:
        open_store(settings.store, read_key(settings.key_file))
    assert told.value.trouble is Trouble.DISK_FULL
    assert not list(settings.data.glob("*.backup"))
