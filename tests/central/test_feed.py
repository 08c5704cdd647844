from collections.abc import Callable

import pytest
from sqlalchemy import Select
from sqlalchemy.exc import IntegrityError

from central import feed
from central.db import Tx, meta
from central.feed import Change, Draft
from kiosk.domain import wire
from kiosk.domain.catalogue import Unreadable
from kiosk.domain.wire import Cursor, Page

NOW = "2026-05-22T12:00:00.000Z"
PUBLIC = ("public",)


def cursor(tx: Tx, rev: int = 0, revoked: int = 0) -> Cursor:
    return Cursor(meta.get(tx, "epoch"), rev, revoked)


def end(tx: Tx) -> Cursor:
    return cursor(tx, meta.highest_rev(tx), meta.highest_rev(tx))


def read(tx: Tx, after: Cursor, scopes: tuple[str, ...] = PUBLIC, limit: int = 100) -> Page:
    page = feed.page(tx, scopes, after, limit, NOW)
    assert page is not None
    return page


def names(page: Page) -> list[tuple[str, str]]:
    return [(item.id, item.state) for item in page.items if isinstance(item, wire.Item)]


def raw(statement: str) -> Callable[[Tx], object]:
    return lambda tx: tx.exec_driver_sql(statement)


WRITERS = {
    "publish": lambda tx: feed.publish(tx, "note", "a", {"text": "new"}),
    "publish many": lambda tx: feed.publish_all(tx, [Draft("note", "a", {"text": "new"})]),
    "withdraw": lambda tx: feed.withdraw(tx, "note", "a"),
    "move to another scope": lambda tx: feed.publish(tx, "note", "a", {"text": "old"}, scope="hub:h1"),
    "raw update": raw("UPDATE records SET data = '{\"text\":\"new\"}' WHERE id = 'a'"),
    "raw update that changes nothing": raw("UPDATE records SET data = data WHERE id = 'a'"),
}


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS.keys())
def test_whoever_writes_a_record_is_found_in_the_feed(tx: Tx, write: Callable[[Tx], object]) -> None:
    feed.publish(tx, "note", "a", {"text": "old"})
    before = end(tx)
    write(tx)
    page = read(tx, before)
    assert [item.rev for item in page.items if isinstance(item, wire.Item)] == [before.rev + 1]
    assert page.to.rev == before.rev + 1


def test_a_raw_insert_takes_a_rev(tx: Tx) -> None:
    before = end(tx)
    tx.exec_driver_sql(
        "INSERT INTO records (kind, id, scope, state, v, data) VALUES ('note', 'x', 'public', 'live', 1, '{}')"
    )
    assert names(read(tx, before)) == [("x", "live")]


@pytest.mark.parametrize(
    "forbidden",
    [
        "DELETE FROM records",
        "UPDATE records SET rev = 1 WHERE id = 'b'",
        "UPDATE records SET rev = 0",
        "UPDATE records SET rev = 99999 WHERE id = 'b'",
        "UPDATE OR REPLACE records SET rev = (SELECT rev FROM records WHERE id = 'a') WHERE id = 'b'",
        "UPDATE OR REPLACE records SET id = 'a' WHERE id = 'b'",
        "UPDATE records SET kind = 'other'",
        "INSERT OR REPLACE INTO records (kind, id, rev, scope, state, v, data) VALUES ('n', 'c', 1, 's', 'live', 1, 0)",
        "INSERT OR REPLACE INTO records (kind, id, scope, state, v, data) VALUES ('note', 'a', 's', 'live', 1, '')",
        "INSERT INTO records (kind, id, scope, state, v, data) VALUES ('note', 'c', 'two scopes', 'live', 1, '')",
        "INSERT INTO records (kind, id, scope, state, v, data) VALUES ('note', 'c', 's', 'dead', 1, '')",
        "UPDATE counters SET value = 0",
        "UPDATE counters SET name = 'other'",
        "DELETE FROM counters",
    ],
)
def test_no_writer_passes_the_counter(tx: Tx, forbidden: str) -> None:
    feed.publish_all(tx, [Draft("note", "a", {}), Draft("note", "b", {})])
    with pytest.raises(IntegrityError):
        tx.exec_driver_sql(forbidden)


def test_many_rows_changed_at_once_take_different_revs(tx: Tx) -> None:
    feed.publish_all(tx, [Draft("note", str(number), {}) for number in range(10)])
    tx.exec_driver_sql("UPDATE records SET v = 2 WHERE kind = 'note'")
    revs = tx.exec_driver_sql("SELECT rev FROM records WHERE kind = 'note' ORDER BY rev").scalars().all()
    assert len(set(revs)) == 10
    assert revs[-1] == meta.highest_rev(tx)


def test_publishing_says_what_changed(tx: Tx) -> None:
    assert feed.publish(tx, "note", "a", {"x": 1, "y": [2]}) is Change.NEW
    assert feed.publish(tx, "note", "a", {"x": 2, "y": [2]}) is Change.CHANGED
    assert feed.publish(tx, "note", "a", {"x": 2, "y": [2]}, v=2) is Change.CHANGED


def test_unchanged_data_takes_no_rev(tx: Tx) -> None:
    feed.publish(tx, "note", "a", {"x": 1, "y": "è"})
    before = end(tx)
    assert feed.publish(tx, "note", "a", {"y": "è", "x": 1}) is Change.SAME
    assert end(tx) == before


def test_many_are_published_as_one_by_one(tx: Tx) -> None:
    feed.publish(tx, "note", "0", {"n": 0})
    feed.publish(tx, "note", "1", {"n": -1})
    outcomes = feed.publish_all(tx, [Draft("note", str(number), {"n": number}) for number in range(1000)])
    assert outcomes == [Change.SAME, Change.CHANGED] + [Change.NEW] * 998
    assert feed.get(tx, "note", "999") == {"n": 999}


def test_a_withdrawn_record_leaves_a_tombstone(tx: Tx) -> None:
    feed.publish(tx, "note", "a", {"text": "secret"})
    before = end(tx)
    assert feed.withdraw(tx, "note", "a") is Change.CHANGED
    assert feed.withdraw(tx, "note", "a") is Change.SAME
    assert feed.withdraw(tx, "note", "never") is Change.SAME
    (item,) = read(tx, before).items
    assert isinstance(item, wire.Item)
    assert (item.id, item.state, item.data) == ("a", "gone", {})
    assert feed.get(tx, "note", "a") is None


def test_a_withdrawn_record_can_come_back(tx: Tx) -> None:
    feed.publish(tx, "note", "a", {})
    feed.withdraw(tx, "note", "a")
    assert feed.publish(tx, "note", "a", {}) is Change.CHANGED
    assert list(feed.live(tx, "note")) == [("a", {})]


@pytest.mark.parametrize(
    ("kind", "data"), [("activity", {"title": {}}), ("session", {}), ("hub", {"name": "x"}), ("note", {"x": "\ud800"})]
)
def test_a_record_that_cannot_be_read_is_not_published(tx: Tx, kind: str, data: dict[str, object]) -> None:
    before = end(tx)
    assert isinstance(feed.publish(tx, kind, "a", data), Unreadable)
    assert end(tx) == before


def test_one_unreadable_record_stops_no_other(tx: Tx) -> None:
    drafts = [Draft("provider", "a", {"name": ""}), Draft("provider", "b", {"name": "Library"})]
    assert feed.publish_all(tx, drafts) == [Unreadable("name"), Change.NEW]


# --- pages ----------------------------------------------------------------------------------------------------------


def test_a_reader_walks_the_whole_feed_in_pages(tx: Tx) -> None:
    feed.publish_all(tx, [Draft("note", str(number), {}) for number in range(25)])
    after, seen, pages, more = Cursor("", 0, 0), list[str](), 0, True
    while more:
        page = read(tx, after, limit=7)
        assert len(page.items) <= 7
        seen += [id_ for id_, _ in names(page)]
        after, more, pages = page.to, page.more, pages + 1
    assert sorted(set(seen)) == sorted(seen)
    assert len(seen) == 26  # the key list too
    assert (pages, after) == (4, end(tx))


def test_a_full_last_page_says_that_it_is_the_last(tx: Tx) -> None:
    feed.publish_all(tx, [Draft("note", str(number), {}) for number in range(6)])
    page = read(tx, Cursor("", 0, 0), limit=7)
    assert (len(page.items), page.more, page.to) == (7, False, end(tx))


def test_revocations_come_first_by_their_own_cursor(tx: Tx) -> None:
    feed.publish(tx, "note", "a", {})
    for serial in range(3):
        feed.publish(tx, wire.REVOCATION, str(serial), {"serial": serial})
    first = read(tx, Cursor("", 0, 0), limit=2)
    assert names(first) == [("0", "live"), ("1", "live")]
    assert (first.more, first.to.rev) == (True, 0)
    second = read(tx, first.to, limit=2)
    assert names(second) == [("2", "live"), ("keys", "live")]
    third = read(tx, second.to, limit=2)
    assert names(third) == [("a", "live")]
    assert (third.more, third.to) == (False, end(tx))


def test_what_others_are_sent_does_not_hold_the_cursor_back(tx: Tx) -> None:
    before = end(tx)
    feed.publish_all(tx, [Draft("person", str(number), {}, scope="hub:h2") for number in range(50)])
    page = read(tx, before, limit=7)
    assert (page.items, page.more, page.to) == ((), False, end(tx))


def test_nothing_new_is_one_small_answer(tx: Tx) -> None:
    feed.publish_all(tx, [Draft("note", str(number), {}) for number in range(500)])
    page = read(tx, end(tx))
    assert (page.items, page.more, page.to) == ((), False, end(tx))
    assert len(wire.dump_page(page)) < 400


def test_the_total_counts_the_live_records_of_the_scope(tx: Tx) -> None:
    for number in range(4):
        feed.publish(tx, "note", str(number), {})
    feed.publish(tx, "person", "x", {}, scope="hub:h2")
    feed.withdraw(tx, "note", "0")
    assert read(tx, Cursor("", 0, 0), limit=1).total == 4  # three notes, the key list


def test_a_record_of_another_scope_is_never_fed(tx: Tx) -> None:
    feed.publish(tx, "person", "p1", {"first_name": "Aa"}, scope="hub:h1")
    feed.publish(tx, "person", "p2", {"first_name": "Bb"}, scope="hub:h2")
    feed.publish(tx, "person", "p3", {"first_name": "Cc"}, scope="hub:h11")
    feed.withdraw(tx, "person", "p2")
    assert names(read(tx, Cursor("", 0, 0), ("public", "hub:h1"))) == [("keys", "live"), ("p1", "live")]


def test_leaving_a_scope_is_a_tombstone_there(tx: Tx) -> None:
    feed.publish(tx, "person", "p1", {"first_name": "Aa"}, scope="hub:h1")
    before = end(tx)
    feed.publish(tx, "person", "p1", {"first_name": "Bb"}, scope="hub:h2")
    feed.publish(tx, "person", "p1", {"first_name": "Cc"}, scope="hub:h3")
    (left,) = read(tx, before, ("public", "hub:h1")).items
    assert isinstance(left, wire.Item)
    assert (left.id, left.state, left.data) == ("p1", "gone", {})
    assert names(read(tx, before, ("public", "hub:h3"))) == [("p1", "live")]
    assert names(read(tx, before, ("public", "hub:h4"))) == []
    feed.publish(tx, "person", "p1", {"first_name": "Dd"}, scope="hub:h1")
    assert names(read(tx, before, ("public", "hub:h1"))) == [("p1", "live")]


@pytest.mark.parametrize("epoch", ["", "another"])
def test_a_cursor_of_another_epoch_has_to_begin_again(tx: Tx, epoch: str) -> None:
    assert feed.page(tx, PUBLIC, Cursor(epoch, 1, 0), 10, NOW) is None


def test_a_cursor_ahead_of_central_has_to_begin_again(tx: Tx) -> None:
    ahead = meta.highest_rev(tx) + 1
    assert feed.page(tx, PUBLIC, cursor(tx, ahead), 10, NOW) is None
    assert feed.page(tx, PUBLIC, cursor(tx, 0, ahead), 10, NOW) is None


@pytest.mark.parametrize(
    ("statement", "index"),
    [(feed.changes_after, "records_rev (rev>?)"), (feed.revocations_after, "records_of_kind (kind=? AND rev>?)")],
)
def test_a_page_is_sought_and_never_sorted(
    tx: Tx, statement: Callable[[tuple[str, ...], int], Select[*tuple[object, ...]]], index: str
) -> None:
    seek = statement(("public", "hub:h1", "station:s1"), 5).limit(1001)
    compiled = seek.compile(tx.engine, compile_kwargs={"literal_binds": True})
    plan = [row[3] for row in tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}")]
    assert plan == [f"SEARCH records USING INDEX {index}"]
