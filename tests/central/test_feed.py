from collections.abc import Callable

import pytest

from central import feed
from central.db import Tx, meta
from central.db.tables import CATALOGUE, OWN
from central.feed import Change, Draft
from kiosk.domain import catalogue, wire
from kiosk.domain.catalogue import Unreadable
from tests.central.reader import end, names, read


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


def test_what_is_the_same_for_all_is_never_of_a_narrower_scope(tx: Tx) -> None:
    whole: dict[str, dict[str, object]] = {"provider": {"name": "Library"}, wire.REVOCATION: {"serial": 7}}
    for kind, data in whole.items():
        assert feed.publish(tx, kind, "a", data, scope="hub:h1") == Unreadable("scope")
        assert feed.publish(tx, kind, "a", data) is Change.NEW


def test_the_kinds_that_are_no_readers_own_are_those_of_the_kernel() -> None:
    listed = str(OWN).removeprefix("kind NOT IN (").removesuffix(")").replace("'", "").split(", ")
    assert sorted(listed) == sorted([*catalogue.KINDS, wire.REVOCATION])
    public = str(CATALOGUE).removeprefix("kind || '' IN (").removesuffix(")").replace("'", "").split(", ")
    assert sorted(public) == sorted(catalogue.KINDS)


def test_a_record_too_long_to_travel_is_not_published(tx: Tx) -> None:
    assert feed.publish(tx, "note", "a", {"text": "è" * (wire.RECORD_LONGEST // 2)}) == Unreadable("text")
    assert feed.publish(tx, "note", "a", {"text": "è" * (wire.RECORD_LONGEST // 2 - 1000)}) is Change.NEW
    (item,) = (item for item in read(tx).items if isinstance(item, wire.Item) and item.id == "a")
    assert len(wire.dump_item(item)) < wire.RECORD_LONGEST
