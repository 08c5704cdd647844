import random

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from central import feed
from central.db import Tx, digests, meta, records
from central.db.tables import OWN
from central.feed import Draft
from kiosk.domain import catalogue, marks
from kiosk.domain.marks import Sum
from tests.central.conftest import POSTGRESQL_ONLY, SQLITE_ONLY

INSERT = "INSERT INTO records (kind, id, scope, state, v, data) VALUES "
ANYWHERE = [
    "DELETE FROM records",
    "UPDATE records SET rev = 1 WHERE id = 'b'",
    "UPDATE records SET rev = 0",
    "UPDATE records SET rev = NULL",
    "UPDATE records SET rev = 99999 WHERE id = 'b'",
    "UPDATE records SET kind = 'other'",
    "UPDATE records SET id = 'c' WHERE id = 'b'",
    "INSERT INTO records (kind, id, rev, scope, state, v, data) VALUES ('n', 'c', 9, 's', 'live', 1, '')",
    INSERT + "('note', 'a', 's', 'live', 1, '')",
    INSERT + "('note', 'c', 'two scopes', 'live', 1, '')",
    INSERT + "('note', 'c', 's', 'dead', 1, '')",
    INSERT + "('place', 'c', 'hub:h1', 'live', 1, '{}')",
    INSERT + "('revocation', 'c', 'hub:h1', 'live', 1, '{}')",
    "UPDATE counters SET value = 0",
    "UPDATE counters SET name = 'other'",
    "DELETE FROM counters",
]
ON_SQLITE = [
    "UPDATE OR REPLACE records SET rev = (SELECT rev FROM records WHERE id = 'a') WHERE id = 'b'",
    "UPDATE OR REPLACE records SET id = 'a' WHERE id = 'b'",
    "INSERT OR REPLACE INTO records (kind, id, rev, scope, state, v, data) VALUES ('n', 'c', 1, 's', 'live', 1, 0)",
    INSERT.replace("INSERT", "INSERT OR REPLACE") + "('note', 'a', 's', 'live', 1, '')",
]
ON_POSTGRESQL = ["TRUNCATE records", "TRUNCATE counters"]


@pytest.fixture
def two(tx: Tx) -> Tx:
    feed.publish_all(tx, [Draft("note", "a", {}), Draft("note", "b", {})])
    return tx


@pytest.mark.parametrize("forbidden", ANYWHERE)
def test_no_writer_passes_the_feed(two: Tx, forbidden: str) -> None:
    with pytest.raises(IntegrityError):
        two.execute(text(forbidden))


@SQLITE_ONLY
@pytest.mark.parametrize("forbidden", ON_SQLITE)
def test_no_word_of_sqlites_passes_the_feed(two: Tx, forbidden: str) -> None:
    with pytest.raises(IntegrityError):
        two.execute(text(forbidden))


@POSTGRESQL_ONLY
@pytest.mark.parametrize("forbidden", ON_POSTGRESQL)
def test_no_word_of_postgresqls_passes_the_feed(two: Tx, forbidden: str) -> None:
    with pytest.raises(IntegrityError):
        two.execute(text(forbidden))


@POSTGRESQL_ONLY
def test_a_record_put_back_by_another_statement_takes_a_rev_each_time(tx: Tx) -> None:
    upsert = INSERT + "('note', 'a', 'public', 'live', 1, '{}') ON CONFLICT (kind, id) DO UPDATE SET v = records.v + 1"
    for _ in range(3):
        before = meta.highest_rev(tx)
        tx.execute(text(upsert))
        assert revs(tx) == [("a", meta.highest_rev(tx))]
        assert meta.highest_rev(tx) > before
    assert digests.sums(tx, ["public"])["note"] == Sum(1, marks.mark("note", "a", 3, "{}"))


def test_records_written_together_are_numbered_in_their_order(tx: Tx) -> None:
    before = meta.highest_rev(tx)
    rows = [records.Row("note", str(number), "public", "live", 1, "{}") for number in range(1000)]
    records.add(tx, rows)
    assert revs(tx) == [(row.id, before + place) for place, row in enumerate(rows, 1)]


def revs(tx: Tx) -> list[tuple[str, int]]:
    """By rev, of the notes."""
    rows = tx.execute(text("SELECT id, rev FROM records WHERE kind = 'note' ORDER BY rev"))
    return [(row.id, row.rev) for row in rows]


def test_rolled_back_numbers_are_given_again(tx: Tx) -> None:
    before = meta.highest_rev(tx)
    with tx.begin_nested() as point:
        feed.publish(tx, "note", "a", {})
        point.rollback()
    feed.publish(tx, "note", "b", {})
    assert revs(tx) == [("b", before + 1)]


def test_statements_that_change_nothing_take_no_number(tx: Tx) -> None:
    before = meta.highest_rev(tx)
    tx.execute(text("UPDATE records SET v = 9 WHERE kind = 'nothing'"))
    tx.execute(text(INSERT.replace("VALUES", "SELECT kind, id, scope, state, v, data FROM records WHERE kind = 'no'")))
    assert meta.highest_rev(tx) == before


def test_what_is_no_own_record_is_the_catalogue_or_a_revocation() -> None:
    assert OWN.text == f"kind NOT IN ({', '.join(repr(kind) for kind in (*catalogue.KINDS, 'revocation'))})"


# --- marks and digests ----------------------------------------------------------------------------------------------

TEXTS = ["{}", '{"name":"Zoë 🦊"}', '{"a":"\\u0000","b":"%s ? :x $1 \\\\ \'"}', '{"x":"' + "y" * 5000 + '"}']


@pytest.mark.parametrize("data", TEXTS)
@pytest.mark.parametrize("id_", ["a", "è/ü 漢", "a\nb", "\\x41"])
def test_the_database_marks_as_the_stations_do(tx: Tx, id_: str, data: str) -> None:
    records.add(tx, [records.Row("note", id_, "public", "live", 2**40, data)])
    assert tx.execute(text("SELECT mark FROM records WHERE kind = 'note'")).scalar() == marks.mark(
        "note", id_, 2**40, data
    )
    assert digests.sums(tx, ["public"])["note"] == Sum(1, marks.mark("note", id_, 2**40, data))


@pytest.mark.parametrize("seed", range(4))
def test_digests_are_what_counting_would_find(tx: Tx, seed: int) -> None:
    chance = random.Random(seed)
    scopes = ["public", "hub:h1", "hub:h2", "desk:h1"]
    for _ in range(60):
        _do_something(tx, chance, scopes)
    for few in (scopes, scopes[:2], scopes[2:], ["nobody"]):
        assert digests.sums(tx, few) == counted(tx, few)


def _do_something(tx: Tx, chance: random.Random, scopes: list[str]) -> None:
    ids = [str(chance.randrange(30)) for _ in range(chance.randrange(1, 8))]
    match chance.randrange(5):
        case 0 | 1:
            drafts = [Draft("note", id_, {"n": chance.random()}, chance.choice(scopes)) for id_ in {*ids}]
            feed.publish_all(tx, drafts)
        case 2:
            feed.withdraw(tx, "note", ids[0])
        case 3:
            moved = text("UPDATE records SET scope = :scope, mark = 7 WHERE kind = 'note' AND id <= :id")
            tx.execute(moved, {"scope": chance.choice(scopes), "id": ids[0]})
        case _:
            with tx.begin_nested() as point:
                feed.publish(tx, "person", ids[0], {"n": chance.random()}, scope=chance.choice(scopes))
                if chance.random() < 0.5:
                    point.rollback()


def counted(tx: Tx, scopes: list[str]) -> dict[str, Sum]:
    found: dict[str, Sum] = {}
    for row in tx.execute(text("SELECT scope, kind, id, v, data FROM records WHERE state = 'live'")):
        if row.scope in scopes:
            live, sum_ = found.get(row.kind, Sum(0, 0))
            added = marks.mark(row.kind, row.id, row.v, row.data)
            found[row.kind] = Sum(live + 1, (sum_ + added) % marks.MODULUS)
    return found
