from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text

from central import migrations
from central.db import Tx, digests, open_engine, reading, writing
from central.db.tables import metadata
from kiosk.domain import marks
from kiosk.domain.marks import Sum
from tests.central.conftest import SQLITE_ONLY

Schema = dict[tuple[str, str], object]


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    engine = open_engine(url)
    yield engine
    engine.dispose()


def schema(engine: Engine) -> Schema:
    """Tables by columns, keys and checks; indexes, triggers and functions by their text."""
    with reading(engine) as tx:
        found = _on_sqlite(tx) if engine.dialect.name == "sqlite" else _on_postgresql(tx)
    return {name: what for name, what in found.items() if "alembic_version" not in name[1]}


def _on_sqlite(tx: Tx) -> Schema:
    found: Schema = {}
    for type_, name, said in tx.execute(text("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")).all():
        if type_ == "table":
            found[type_, name] = (
                [tuple(row) for row in tx.exec_driver_sql(f"PRAGMA table_info({name})")],
                sorted(row[2:] for row in tx.exec_driver_sql(f"PRAGMA foreign_key_list({name})")),
                sorted(line.strip(" ,\t") for line in said.splitlines() if "CHECK" in line),
                sorted(row[2:] for row in tx.exec_driver_sql(f"PRAGMA index_list({name})")),
            )
        else:
            found[type_, name] = " ".join(said.split())
    return found


_CATALOG = """
SELECT 'column' AS type, c.table_name || '.' || c.column_name AS name,
    concat_ws(' ', c.data_type, c.is_nullable, c.column_default, c.collation_name) AS said
    FROM information_schema.columns AS c WHERE c.table_schema = 'public'
UNION ALL SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT 'trigger', tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT 'function', proname, pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
UNION ALL SELECT 'sequence', sequencename, increment_by || ' ' || cache_size
    FROM pg_sequences WHERE schemaname = 'public'
"""


def _on_postgresql(tx: Tx) -> Schema:
    rows = tx.exec_driver_sql(_CATALOG)
    return {(row.type, row.name): " ".join(row.said.split()) for row in rows}


def test_the_head_is_the_schema_that_the_code_speaks(engine: Engine) -> None:
    migrations.upgrade(engine)
    migrated = schema(engine)
    migrations.downgrade(engine, "base")
    with writing(engine) as tx:
        metadata.create_all(tx)
    assert migrated == schema(engine)


def test_up_then_down_is_identity(engine: Engine) -> None:
    migrations.upgrade(engine, "0001")
    first = schema(engine)
    migrations.upgrade(engine)
    head = schema(engine)
    migrations.downgrade(engine, "0001")
    assert schema(engine) == first
    migrations.downgrade(engine, "base")
    assert schema(engine) == {}
    migrations.upgrade(engine)
    assert schema(engine) == head


def test_the_head_is_the_last_revision(engine: Engine) -> None:
    migrations.upgrade(engine)
    with reading(engine) as tx:
        assert tx.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all() == [migrations.HEAD]
    migrations.upgrade(engine)


def test_a_migration_that_fails_leaves_nothing_behind(engine: Engine) -> None:
    with writing(engine) as tx:
        tx.exec_driver_sql("CREATE TABLE visits (unexpected TEXT)")
    before = schema(engine)
    with pytest.raises(Exception, match="visits"):
        migrations.upgrade(engine)
    assert schema(engine) == before


# --- what the first release left ------------------------------------------------------------------------------------

RECORD = text("INSERT INTO records (kind, id, scope, state, v, data) VALUES (:kind, :id, :scope, :state, 1, :data)")
ROWS = [
    ("place", "a", "public", "live", '{"name":"è"}'),
    ("place", "b", "public", "gone", "{}"),
    ("person", "p", "hub:h1", "live", "{}"),
    ("card", "7", "hub:h1", "live", '{"person":"p"}'),
    ("place", "odd", "hub:h1", "live", "{}"),  # nobody could publish it so, but nothing forbade it
]


@pytest.fixture
def first(engine: Engine) -> Engine:
    """A database of the first release, with records and a station."""
    migrations.upgrade(engine, "0001")
    with writing(engine) as tx:
        for row in ROWS:
            tx.execute(RECORD, dict(zip(("kind", "id", "scope", "state", "data"), row, strict=True)))
        tx.exec_driver_sql("UPDATE records SET scope = 'hub:h2' WHERE kind = 'person'")
        tx.exec_driver_sql("INSERT INTO stations VALUES ('s', 'h1', 'touch', 'one', x'00', 'then', NULL)")
    return engine


def held(engine: Engine) -> list[tuple[object, ...]]:
    with reading(engine) as tx:
        rows = tx.exec_driver_sql("SELECT kind, id, former, rev, state, v, data, changed_at FROM records ORDER BY rev")
        return [tuple(row) for row in rows]


@SQLITE_ONLY
def test_records_of_the_first_release_are_marked_and_summed_up(first: Engine) -> None:
    before = held(first)
    migrations.upgrade(first)
    assert held(first) == before
    with reading(first) as tx:
        places = [marks.mark("place", "a", 1, '{"name":"è"}'), marks.mark("place", "odd", 1, "{}")]
        assert digests.sums(tx, ["public"]) == {"place": Sum(2, sum(places) % marks.MODULUS)}
        assert set(digests.sums(tx, ["hub:h1", "hub:h2"])) == {"person", "card"}


@SQLITE_ONLY
def test_the_digests_go_on_from_there(first: Engine) -> None:
    migrations.upgrade(first)
    with writing(first) as tx:
        tx.exec_driver_sql("UPDATE records SET state = 'gone', data = '{}' WHERE kind = 'place'")
        assert digests.sums(tx, ["public"]) == {}
        revs = tx.exec_driver_sql("SELECT rev FROM records WHERE kind = 'place'").scalars().all()
        assert min(revs) > len(ROWS)


@SQLITE_ONLY
def test_a_station_of_the_first_release_has_no_certificate_that_could_have_run_out(first: Engine) -> None:
    migrations.upgrade(first)
    with reading(first) as tx:
        row = tx.exec_driver_sql("SELECT revoked_at, next_public, expires_at, forgiven FROM stations").one()
    assert tuple(row) == (None, None, "", 0)


@SQLITE_ONLY
def test_down_again_keeps_every_record(first: Engine) -> None:
    before = held(first)
    migrations.upgrade(first)
    migrations.downgrade(first, "0001")
    assert held(first) == before
    with writing(first) as tx:
        tx.exec_driver_sql("UPDATE records SET v = 2 WHERE kind = 'card'")
    assert held(first)[-1][:4] == ("card", "7", " ", len(ROWS) + 2)
