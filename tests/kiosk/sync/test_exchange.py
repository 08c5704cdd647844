"""One round with a real central: what people did goes up, the catalogue comes down, and trouble is a value."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

import pytest

from kiosk.clock import Clock, stamp
from kiosk.db.store import Store
from kiosk.db.tx import Tx
from kiosk.domain import wire
from kiosk.domain.events import JsonBody, Type
from kiosk.domain.rounds import Progress
from kiosk.domain.wire import Answers, BadItem, Batch, Cursor, Item, NotTheWire, Page
from kiosk.sync.central import Central, CentralUnreachable
from kiosk.sync.exchange import exchange_once
from tests.central_at import CentralAt
from tests.kiosk.sync.between import Between
from tests.kiosk.sync.records import activity, session
from tests.station import Station

T = TypeVar("T")


def test_the_first_copy_says_when_it_is_complete(station: Station, central: CentralAt) -> None:
    for number in range(250):
        central.publish("activity", f"a-{number}", activity(f"Attività {number}"))
    seen: list[Progress] = []
    before = station.do(lambda tx: tx.syncing.get())
    done = exchange_once(station.do, station.central, station.clock, seen.append)
    assert not before.first_copy_complete
    assert done.first_copy_complete
    assert [progress.first_copy_complete for progress in seen] == [False] * (len(seen) - 1) + [True]
    assert seen[-1].records == seen[-1].total >= 250


def test_a_quiet_round_is_one_request_one_look_and_one_note(station: Station, central: CentralAt) -> None:
    central.publish("activity", "a", activity("Palla"))
    station.sync()
    done: list[object] = []

    def store(work: Callable[[Tx], T]) -> T:
        done.append(work)
        return station.do(work)

    again = exchange_once(store, station.central, station.clock)
    assert (again.requests, again.pulled, again.pushed, again.trouble) == (1, 0, 0, "")
    assert len(done) == 2


def test_a_round_over_what_is_others_is_as_quiet(station: Station, central: CentralAt) -> None:
    """Central's highest rev moved, and nothing of it is ours."""
    station.sync()
    central.cards("sara", hub="hub-2")
    done: list[object] = []

    def store(work: Callable[[Tx], T]) -> T:
        done.append(work)
        return station.do(work)

    again = exchange_once(store, station.central, station.clock)
    assert (again.requests, again.pulled, again.trouble, len(done)) == (1, 0, "", 2)
    assert station.do(lambda tx: tx.syncing.get().cursor.rev) >= 2


def test_a_good_round_is_noted_with_its_time_and_a_bad_one_with_its_trouble(
    station: Station, central: CentralAt
) -> None:
    station.sync()
    good = station.do(lambda tx: tx.syncing.get())
    assert (good.last_good_at, good.last_trouble) == (stamp(station.clock.read().at), "")
    central.cut()
    station.sync()
    bad = station.do(lambda tx: tx.syncing.get())
    assert bad.last_good_at == good.last_good_at
    assert bad.last_trouble.startswith("NoConnection")


def test_the_clock_s_anchor_is_written_down(station: Station) -> None:
    station.do(lambda tx: tx.clock._connection.exec_driver_sql("DELETE FROM clock"))
    station.sync()
    kept = station.do(lambda tx: tx.clock.get())
    assert kept is not None
    assert kept == station.clock.kept()


def test_a_machine_that_is_no_station_exchanges_nothing(store: Store, clock: Clock) -> None:
    def nobody(work: Callable[[Tx], T]) -> T:
        with store.begin() as tx:
            return work(tx)

    central: Central = None  # type: ignore[assignment]  # it is not asked
    assert exchange_once(nobody, central, clock).trouble.startswith("NotEnrolled")


def test_what_changes_and_what_goes_comes_down(station: Station, central: CentralAt) -> None:
    central.publish("activity", "a", activity("Palla"))
    station.sync()
    central.publish("activity", "a", activity("Pallone"))
    station.sync()
    record = station.do(lambda tx: tx.catalogue.record("activity", "a"))
    assert record is not None
    assert record["title"]["it"] == "Pallone"
    central.withdraw("activity", "a")
    station.sync()
    assert station.do(lambda tx: tx.catalogue.record("activity", "a")) is None


def test_visits_arrive_exactly_once_whatever_is_sent_again(station: Station, central: CentralAt) -> None:
    cards = central.cards(*"abcdef")
    station.sync()
    for code in cards.values():
        station.scan(code)
    between = Between(station.central)
    station.central = between
    station.sync()
    assert station.central.push(between.batches[0]).answers  # the same batch once more, by the network's own doing
    counts = central.counts()
    assert (counts.total, counts.distinct, counts.visits) == (6, 6, 6)
    assert station.do(lambda tx: tx.events.waiting()) == 0


def test_an_answer_that_got_lost_costs_only_a_repetition(station: Station, central: CentralAt) -> None:
    class Deaf(Between):
        def push(self, batch: Batch) -> Answers:
            super().push(batch)
            raise CentralUnreachable("the answer got lost")

    code = central.cards("amina")["amina"]
    station.sync()
    station.scan(code)
    real, station.central = station.central, Deaf(station.central)
    assert station.sync().waiting == 1
    station.central = real
    assert station.sync().waiting == 0
    assert central.counts().visits == 1


def test_while_central_is_gone_everything_waits_and_nothing_is_lost(station: Station, central: CentralAt) -> None:
    code = central.cards("amina")["amina"]
    station.sync()
    central.cut()
    station.scan(code)
    away = station.sync()
    assert away.trouble.startswith("NoConnection")
    assert away.waiting == 1
    central.back()
    assert station.sync().waiting == 0


def test_a_failed_push_does_not_hold_back_the_catalogue(station: Station, central: CentralAt) -> None:
    class Full(Between):
        def push(self, batch: Batch) -> Answers:
            raise CentralUnreachable("500", retry_after=7)

    code = central.cards("amina")["amina"]
    station.sync()
    station.scan(code)
    central.publish("activity", "a", activity("Palla"))
    station.central = Full(station.central)
    done = station.sync()
    assert (done.pulled, done.waiting, done.retry_after) == (1, 1, 7)
    assert "500" in done.trouble


def test_a_page_that_is_not_centrals_changes_nothing(station: Station, central: CentralAt) -> None:
    class Portal(Between):
        def feed(self, cursor: Cursor, kinds: Sequence[str] = ()) -> Page:
            raise NotTheWire("a web page")

    central.publish("activity", "a", activity("Palla"))
    before = station.do(lambda tx: tx.syncing.get().cursor)
    station.central = Portal(station.central)
    assert station.sync().trouble == "NotTheWire: a web page"
    assert station.do(lambda tx: tx.syncing.get().cursor) == before


@pytest.mark.parametrize("turned", [False, True])
def test_items_twice_and_out_of_order_come_to_the_same(station: Station, central: CentralAt, turned: bool) -> None:
    class Muddled(Between):
        def change(self, page: Page) -> Page:
            items = page.items[::-1] if turned else page.items
            return replace(page, items=(*items, *page.items))

    for number in range(150):
        central.publish("activity", f"a-{number}", activity(f"Attività {number}"))
    station.central = Muddled(station.central)
    assert station.sync().first_copy_complete
    assert len(station.do(lambda tx: tx.catalogue.records("activity", [f"a-{n}" for n in range(150)]))) == 150


def test_a_bad_record_is_put_aside_and_everything_else_flows(station: Station, central: CentralAt) -> None:
    class Poisoned(Between):
        def change(self, page: Page) -> Page:
            items = [
                wire.item(item.kind, item.id, item.rev, {"title": 7}) if item.id == "b" else item
                for item in page.items
                if isinstance(item, Item)
            ]
            return replace(page, items=(BadItem("}{", "not an item"), *items))

    station.sync()
    for name in "abc":
        central.publish("activity", name, activity(f"Attività {name}"))
    real, station.central = station.central, Poisoned(station.central)
    assert station.sync().trouble == ""
    aside = station.do(lambda tx: tx.syncing.set_aside())
    assert sorted((row["kind"], row["why"]) for row in aside) == [("?", "not an item"), ("activity", "title")]
    listed = station.do(lambda tx: tx.catalogue.all("2026-12-01T00:00:00.000Z", 10))
    assert {line.activity for line in listed.lines} == {"a", "c"}
    station.central = real
    central.publish("activity", "b", activity("Riparata"))
    station.sync()
    assert [row["kind"] for row in station.do(lambda tx: tx.syncing.set_aside())] == ["?"]


def test_an_unknown_kind_is_kept_as_it_came(station: Station, central: CentralAt) -> None:
    central.publish("weather", "today", {"sun": True, "deep": {"list": [1, None, "è"]}})
    station.sync()
    assert station.do(lambda tx: tx.catalogue.record("weather", "today")) == {
        "sun": True,
        "deep": {"list": [1, None, "è"]},
    }


def test_unknown_fields_are_kept(station: Station, central: CentralAt) -> None:
    central.publish("activity", "a", {**activity("Palla"), "colour": "green"})
    station.sync()
    record = station.do(lambda tx: tx.catalogue.record("activity", "a"))
    assert record is not None
    assert record["colour"] == "green"


def test_a_key_list_that_the_root_did_not_sign_changes_nothing(station: Station, central: CentralAt) -> None:
    station.sync()
    before = station.do(lambda tx: tx.station.get())
    central.publish("key_list", "keys", {"signed": "00ff"})
    station.sync()
    assert station.do(lambda tx: tx.station.get()) == before
    assert [row["kind"] for row in station.do(lambda tx: tx.syncing.set_aside())] == ["key_list"]


def test_what_another_hub_holds_never_comes_here(station: Station, central: CentralAt) -> None:
    central.cards("sara", hub="hub-2")
    station.sync()
    assert station.do(lambda tx: tx.people.all()) == []
    assert station.do(lambda tx: tx.catalogue.records("person", ["sara"])) == {}


@pytest.mark.parametrize("serial", [10**30, -1, True, 1.5, "7", None, 2**32])
def test_a_serial_that_cannot_be_one_is_put_aside(station: Station, central: CentralAt, serial: object) -> None:
    central.publish("revocation", "r", {"serial": serial})
    central.publish("grant", "g", {"what": "blanks", "codes": [[serial, "WM1"], [77, "WM1"]]})
    central.publish("card", "c", {"serial": serial, "person": "p", "household": "h", "live": True})
    central.publish("card", "9" * 30, {})
    central.withdraw("card", "9" * 30)
    assert station.sync().trouble == ""
    aside = station.do(lambda tx: tx.syncing.set_aside())
    assert {row["kind"] for row in aside} == {"revocation", "grant", "card"}
    assert station.do(lambda tx: tx.cards.about(77).in_stock)


def test_a_refused_event_stays_for_a_person_to_see(station: Station, central: CentralAt) -> None:
    station.sync()
    known = station.do(lambda tx: tx.station.get())
    assert known is not None
    content: JsonBody = {"serial": 4_000_000, "person": "amina", "household": "h"}
    event = station.do(lambda tx: tx.events.record(known, Type.CARD_BOUND, content, station.clock.read()))
    assert station.sync().refused == 1
    assert station.do(lambda tx: tx.events.refused()) == [(event, "card_bound", "not_your_blank")]
    assert station.sync().trouble == ""


def test_sessions_follow_their_record(station: Station, central: CentralAt) -> None:
    central.publish("activity", "a", activity("Palla"))
    central.publish("session", "s", session("a", "2026-12-01T15:00:00+01:00"))
    station.sync()
    now = "2026-12-01T08:00:00.000Z"
    assert station.do(lambda tx: tx.catalogue.next_sessions("a", now, 5)) == ["s"]
    central.publish("session", "s", {**session("a", "2026-12-01T15:00:00+01:00"), "cancelled": True})
    station.sync()
    assert station.do(lambda tx: tx.catalogue.next_sessions("a", now, 5)) == []
