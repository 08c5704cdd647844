"""Migrations of the station store: the head is the schema, data survives them, up then down is identity."""

from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, inspect
from sqlalchemy.pool import StaticPool

from kiosk.db import migrate, schema
from kiosk.db.copying import Copying, Prepared
from kiosk.db.digests import Digests
from kiosk.db.syncing import Syncing
from kiosk.domain.marks import Sum
from kiosk.domain.wire import Cursor


@pytest.fixture
def empty() -> Iterator[Engine]:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    yield engine
    engine.dispose()


def picture(engine: Engine) -> list[tuple[str, str]]:
    """The database as SQLite tells it."""
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE name != 'alembic_version'")
        return sorted((str(name), str(sql)) for name, sql in rows if "alembic" not in str(name))


def test_the_head_is_the_schema(empty: Engine) -> None:
    migrate.upgrade(empty)
    with empty.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, schema.metadata) == []


def test_the_number_of_the_schema_is_the_number_of_migrations() -> None:
    assert len(list(ScriptDirectory(str(migrate.SCRIPTS)).walk_revisions())) == schema.HEAD


def test_up_then_down_is_identity(empty: Engine) -> None:
    before = picture(empty)
    migrate.upgrade(empty)
    assert picture(empty) != before
    migrate.downgrade(empty, "base")
    assert picture(empty) == before


def test_up_and_down_step_by_step_with_data(empty: Engine) -> None:
    """Each revision is entered with rows in every table it finds, and left again."""
    script = ScriptDirectory(str(migrate.SCRIPTS))
    for revision in reversed(list(script.walk_revisions())):
        migrate.upgrade(empty, revision.revision)
        fill(empty)
        rows = counts(empty)
        migrate.downgrade(empty, str(revision.down_revision or "base"))
        migrate.upgrade(empty, revision.revision)
        assert set(counts(empty)) == set(rows)


def test_the_second_release_copies_everything_again_and_shows_what_it_has_meanwhile(empty: Engine) -> None:
    migrate.upgrade(empty, "0001")
    with empty.begin() as connection:
        connection.exec_driver_sql("INSERT INTO sync_state VALUES (1, 'e', 700, 650, 1, 2, '2026-11-01T00:00:00.000Z')")
        connection.exec_driver_sql("INSERT INTO records VALUES (1, 'activity', 'a', 7, 'live', 1, '{}')")
        connection.exec_driver_sql("INSERT INTO records VALUES (2, 'activity', 'b', 8, 'live', 1, '{}')")
        connection.exec_driver_sql("INSERT INTO records VALUES (3, 'session', 's', 9, 'gone', 1, '{}')")
    migrate.upgrade(empty)
    with empty.begin() as connection:
        state = Syncing(connection).get()
        assert (state.cursor, state.first_copy_complete) == (Cursor("e", 0, 0, None, 0), True)
        assert (state.copy, state.is_whole) == (1, False)
        assert Digests(connection).sums() == {"activity": Sum(2, 0)}
        Copying(connection).write([Prepared("activity", "a", 7, "live", 1, "{}", 5)], state.copy, "")
        assert Digests(connection).sums() == {"activity": Sum(2, 5)}
        assert Copying(connection).sweep(state.copy, 0) is not None
        assert Digests(connection).sums() == {"activity": Sum(1, 5)}


def fill(engine: Engine) -> None:
    """One row in each table that has none, foreign keys aside."""
    with engine.begin() as connection:
        for table in inspect(connection).get_table_names():
            columns = inspect(connection).get_columns(table)
            if connection.exec_driver_sql(f"SELECT 1 FROM {table}").first() is not None:
                continue
            values = ", ".join("x'00'" if "BLOB" in str(column["type"]) else "1" for column in columns)
            connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({values})")


def counts(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        return {table: connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() for table in tables}
