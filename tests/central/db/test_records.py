import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from central import feed
from central.db import Tx, meta, records, tables
from central.feed import Draft
from kiosk.domain.wire import REVOCATION

NEVER, ALWAYS = "2000-01-01T00:00:00.000Z", "9999-01-01T00:00:00.000Z"


@pytest.fixture
def gone(tx: Tx) -> Tx:
    """A note that lives, a note that is gone, and the gone revocation of a card."""
    feed.publish_all(tx, [Draft("note", "a", {}), Draft("note", "b", {}), Draft(REVOCATION, "7", {"serial": 7})])
    feed.withdraw(tx, "note", "b")
    feed.withdraw(tx, REVOCATION, "7")
    return tx


def there(tx: Tx) -> set[tuple[str, str]]:
    rows = tx.execute(text("SELECT kind, id FROM records WHERE kind <> 'key_list'"))
    return {(row.kind, row.id) for row in rows}


def rev_of(tx: Tx, id_: str) -> int:
    return int(tx.execute(text("SELECT rev FROM records WHERE id = :id"), {"id": id_}).scalar_one())


def test_old_tombstones_are_purged_and_everybody_can_know(gone: Tx) -> None:
    last = rev_of(gone, "b")
    assert records.purge(gone, ALWAYS) == 1
    assert there(gone) == {("note", "a"), (REVOCATION, "7")}
    assert meta.get(gone, "purged_rev") == str(last)


def test_what_is_not_old_enough_stays(gone: Tx) -> None:
    assert records.purge(gone, NEVER) == 0
    assert len(there(gone)) == 3
    assert meta.get(gone, "purged_rev") == ""


def test_purged_rev_never_goes_back(gone: Tx) -> None:
    records.purge(gone, ALWAYS)
    first = int(meta.get(gone, "purged_rev"))
    feed.publish(gone, "note", "c", {})
    feed.withdraw(gone, "note", "c")
    records.purge(gone, ALWAYS)
    second = int(meta.get(gone, "purged_rev"))
    assert second > first
    meta.put_highest(gone, "purged_rev", first)
    assert int(meta.get(gone, "purged_rev")) == second


def test_a_purged_record_may_be_published_again(gone: Tx) -> None:
    records.purge(gone, ALWAYS)
    assert feed.publish(gone, "note", "b", {}) is feed.Change.NEW
    assert rev_of(gone, "b") == meta.highest_rev(gone)


def test_a_tombstone_beyond_purged_rev_cannot_be_deleted(gone: Tx) -> None:
    meta.put(gone, "purged_rev", str(rev_of(gone, "b") - 1))
    with pytest.raises(IntegrityError):
        gone.execute(text("DELETE FROM records WHERE id = 'b'"))


@pytest.mark.parametrize("stays", ["a", "7"])
def test_neither_the_living_nor_a_revocation_can_be_deleted(gone: Tx, stays: str) -> None:
    meta.put(gone, "purged_rev", str(meta.highest_rev(gone)))
    with pytest.raises(IntegrityError):
        gone.execute(text("DELETE FROM records WHERE id = :id"), {"id": stays})


def test_a_scope_that_was_left_is_found_letter_by_letter(tx: Tx) -> None:
    for id_, scope in (("a", "hub:h1"), ("b", "hub:H1"), ("c", "hub:h_"), ("d", "hub:h12")):
        feed.publish(tx, "note", id_, {}, scope=scope)
        feed.publish(tx, "note", id_, {}, scope="hub:other")

    def ids(scope: str) -> list[str]:
        return list(tx.execute(select(tables.records.c.id).where(records.left(scope))).scalars())

    assert [ids(scope) for scope in ("hub:h1", "hub:H1", "hub:h_", "hub:h", "hub:%")] == [["a"], ["b"], ["c"], [], []]
