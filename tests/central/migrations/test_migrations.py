import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine

from central import migrations
from central.db import open_engine, reading, writing
from central.db.tables import metadata


def engine_of(file: Path) -> Engine:
    return open_engine(f"sqlite:///{file}")


def schema(file: Path) -> dict[tuple[str, str], object]:
    """Tables by columns, keys and checks; indexes and triggers by their text."""
    database = sqlite3.connect(file)
    found: dict[tuple[str, str], object] = {}
    for type_, name, text in database.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"):
        if type_ == "table":
            found[type_, name] = (
                database.execute(f"PRAGMA table_info({name})").fetchall(),
                sorted(row[2:] for row in database.execute(f"PRAGMA foreign_key_list({name})")),
                sorted(line.strip(" ,\t") for line in text.splitlines() if "CHECK" in line),
                sorted(row[2:] for row in database.execute(f"PRAGMA index_list({name})")),
            )
        else:
            found[type_, name] = " ".join(text.split())
    database.close()
    found.pop(("table", "alembic_version"), None)
    return found


def test_the_head_is_the_schema_that_the_code_speaks(tmp_path: Path) -> None:
    migrated, created = engine_of(tmp_path / "migrated.db"), engine_of(tmp_path / "created.db")
    migrations.upgrade(migrated)
    with writing(created) as tx:
        metadata.create_all(tx)
    assert schema(tmp_path / "migrated.db") == schema(tmp_path / "created.db")


def test_up_then_down_is_identity(tmp_path: Path) -> None:
    engine = engine_of(tmp_path / "central.db")
    migrations.upgrade(engine)
    up = schema(tmp_path / "central.db")
    migrations.downgrade(engine, "base")
    assert schema(tmp_path / "central.db") == {}
    migrations.upgrade(engine)
    assert schema(tmp_path / "central.db") == up


def test_the_head_is_the_last_revision(tmp_path: Path) -> None:
    engine = engine_of(tmp_path / "central.db")
    migrations.upgrade(engine)
    with reading(engine) as tx:
        assert tx.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all() == [migrations.HEAD]
    migrations.upgrade(engine)


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    engine = engine_of(tmp_path / "central.db")
    with writing(engine) as tx:
        tx.exec_driver_sql("CREATE TABLE visits (unexpected TEXT)")
    before = schema(tmp_path / "central.db")
    with pytest.raises(Exception, match="visits"):
        migrations.upgrade(engine)
    assert schema(tmp_path / "central.db") == before
