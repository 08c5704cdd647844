"""The outbox: in order, in batches, and never stopped by one event."""

from dataclasses import replace

import pytest

from kiosk.clock import Reading
from kiosk.db import events as module
from kiosk.db.station import Station
from kiosk.db.store import Store
from kiosk.db.tx import Tx
from kiosk.domain import events as domain
from kiosk.domain.events import Break, Event, Link, Type, Verdict
from kiosk.domain.wire import Answer
from kiosk.field import audit
from tests.conftest import MORNING

ONE = Station("st", "hub-1", "touch", "public", "http://c", bytes(32), bytes(32), b"", "one", "")
TWO = replace(ONE, incarnation="two")


def record(tx: Tx, count: int = 1, station: Station = ONE, text: str = "") -> list[str]:
    now = Reading(MORNING, None)
    return [tx.events.record(station, Type.ARRIVED, {"n": number, "t": text}, now) for number in range(count)]


def spoil(tx: Tx, event: str, column: str, value: object) -> None:
    table = "bodies" if column in ("content", "salt") else "events"
    name = "event" if table == "bodies" else "id"
    tx.events._connection.exec_driver_sql(f"UPDATE {table} SET {column} = ? WHERE {name} = ?", (value, event))


def ids(events: list[Event]) -> list[str]:
    return [event.header.id for event in events]


def accept(tx: Tx, *events: str) -> None:
    tx.events.answered([Answer(id_, Verdict.ACCEPTED) for id_ in events])


@pytest.fixture(autouse=True)
def enrolled(store: Store) -> None:
    with store.begin() as tx:
        tx.station.enrol(ONE)


def test_the_oldest_come_first_and_only_of_one_incarnation(store: Store) -> None:
    with store.begin() as tx:
        first, other = record(tx, 3), record(tx, 2, TWO)
        assert ids(tx.events.outbox("st", 500)) == first
        assert ids(tx.events.outbox("st", 2)) == first[:2]
        assert ids(tx.events.outbox("st", 500, first[-1])) == other
        assert tx.events.outbox("st", 500, other[-1]) == []


def test_a_batch_is_no_larger_than_a_push_may_be(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BATCH_BYTES", 1000)
    with store.begin() as tx:
        small = record(tx, 3, text="x" * 300)
        large = record(tx, 1, text="x" * 5000)
        assert ids(tx.events.outbox("st", 500)) == small
        assert ids(tx.events.outbox("st", 500, small[-1])) == large


DAMAGED = [
    ("content", "{"),
    ("content", "[1]"),
    ("content", b"\xff\xfe{}"),
    ("content", '{"t":"\\ud800"}'),
    ("content", "[" * 100_000),
    ("content", 7),
]


@pytest.mark.parametrize(("column", "value"), DAMAGED)
def test_a_body_that_cannot_be_read_goes_as_a_header_and_then_needs_a_person(
    store: Store, column: str, value: object
) -> None:
    with store.begin() as tx:
        first, spoilt, last = record(tx, 3)
        spoil(tx, spoilt, column, value)
        events = tx.events.outbox("st", 500)
        assert ids(events) == [first, spoilt, last]
        assert [event.body is None for event in events] == [False, True, False]
        assert isinstance(domain.verify(events), Link)
        accept(tx, first, spoilt, last)
        assert tx.events.aside() == [(spoilt, "arrived", module.BODY_DAMAGED)]
        assert tx.events.waiting() == 0
        assert tx.events.need_a_person() == 1


@pytest.mark.parametrize(("column", "value"), [("body_hash", "text"), ("seq", "x"), ("prev_hash", 7)])
def test_a_header_that_cannot_be_read_is_set_aside_and_the_others_go(store: Store, column: str, value: object) -> None:
    with store.begin() as tx:
        spoilt, last = record(tx, 2)
        spoil(tx, spoilt, column, value)
        assert ids(tx.events.outbox("st", 500)) == [last]
        assert tx.events.aside() == [(spoilt, "arrived", module.HEADER_DAMAGED)]


def test_with_nothing_readable_left_the_outbox_is_empty(store: Store) -> None:
    with store.begin() as tx:
        for event in record(tx, 3):
            spoil(tx, event, "hash", "text")
        assert tx.events.outbox("st", 2) == []


@pytest.mark.parametrize(("column", "value"), DAMAGED)
def test_an_audit_comes_to_its_end_and_says_where_a_chain_breaks(store: Store, column: str, value: object) -> None:
    with store.begin() as tx:
        spoil(tx, record(tx, 3)[1], column, value)
        assert audit.verify(tx).broken == Break(2, "body")


def test_what_is_answered_later_stays_with_its_reason(store: Store) -> None:
    with store.begin() as tx:
        (event,) = record(tx)
        tx.events.answered([Answer(event, Verdict.LATER, "gap")])
        assert ids(tx.events.outbox("st", 500)) == [event]


def test_an_answer_is_written_once(store: Store) -> None:
    with store.begin() as tx:
        (event,) = record(tx)
        accept(tx, event)
        tx.events.answered([Answer(event, Verdict.REFUSED, "no")])
        assert tx.events.refused() == []


def test_what_central_lost_is_unanswered_again_in_its_order_and_the_last_that_it_says_it_holds(store: Store) -> None:
    with store.begin() as tx:
        first, other = record(tx, 700), record(tx, 3, TWO)
        accept(tx, *first[:699], *other)
        tx.events.set_aside(first[699], "400")
        assert tx.events.acknowledged("one") == 699
        steps = 0
        while tx.events.put_back("one", 50):
            steps += 1
            waiting = tx.events.outbox("st", 1)
            assert waiting[0].header.seq == 50
        assert steps == 3
        assert tx.events.waiting() == 651
        assert tx.events.acknowledged("one") == 49
        assert tx.events.acknowledged("two") == 3


def test_what_was_set_aside_is_not_looked_at_again(store: Store) -> None:
    with store.begin() as tx:
        accepted, set_aside = record(tx, 2)
        accept(tx, accepted)
        tx.events.set_aside(set_aside, "400")
        assert tx.events.put_back("one", 2) == 0
        assert [event.header.id for event in tx.events.outbox("st", 9)] == [accepted]


def test_an_incarnation_without_answers_has_none_acknowledged(store: Store) -> None:
    with store.begin() as tx:
        record(tx, 2)
        assert tx.events.acknowledged("one") == 0
        assert tx.events.put_back("one", 0) == 0


def test_failures_of_one_event_are_counted(store: Store) -> None:
    with store.begin() as tx:
        (event,) = record(tx)
        assert [tx.events.failed_alone(event) for _ in range(3)] == [1, 2, 3]
        tx.events.answered([Answer(event, Verdict.LATER, "gap")])
        assert tx.events.failed_alone(event) == 1
