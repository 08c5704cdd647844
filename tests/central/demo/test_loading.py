from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from central import demo, feed
from central.db import Tx, meta
from central.demo import Loaded
from central.opening import Central
from central.scope import of_hub
from kiosk.domain import catalogue, codes, people
from kiosk.domain.catalogue import CATEGORIES, PILLARS, Activity, Hub, Session, Unreadable
from kiosk.domain.codes import Code
from kiosk.domain.keys import KeyState
from tests.central.conftest import BOTH

MONDAY = date(2026, 11, 23)
DATABASES = ("sqlite",)  # what is in the city is worked out without one
DEMO_HUB = "hub-baggio"
ROME = ZoneInfo("Europe/Rome")
CATALOGUE = ("hub", "area", "provider", "place", "activity", "session")


def sessions(tx: Tx) -> dict[str, Session]:
    return {
        id_: read
        for id_, data in feed.live(tx, "session")
        if isinstance(read := catalogue.read("session", data), Session)
    }


def activities(tx: Tx) -> dict[str, Activity]:
    found = ((id_, catalogue.read("activity", data)) for id_, data in feed.live(tx, "activity"))
    return {id_: activity for id_, activity in found if isinstance(activity, Activity)}


def starts_at_the_demo_hub(tx: Tx, day: date) -> set[time]:
    offered = activities(tx)
    return {
        session.starts.astimezone(ROME).time()
        for session in sessions(tx).values()
        if offered[session.activity].place == "demo.place-baggio" and session.starts.astimezone(ROME).date() == day
    }


def test_every_record_can_be_read_and_says_that_it_is_a_demonstration(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    for kind in CATALOGUE:
        records = dict(feed.live(tx, kind))
        assert records
        for data in records.values():
            assert not isinstance(catalogue.read(kind, data), Unreadable)
            assert data["demo"] is True


def test_what_records_name_is_there(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    held = {kind: dict(feed.live(tx, kind)) for kind in CATALOGUE}
    for kind, field, named in (
        ("activity", "place", "place"),
        ("activity", "provider", "provider"),
        ("session", "activity", "activity"),
        ("place", "area", "area"),
        ("hub", "place", "place"),
    ):
        assert {data[field] for data in held[kind].values()} <= held[named].keys()


@pytest.mark.parametrize("weekday", [0, 6, *(pytest.param(day, marks=pytest.mark.long) for day in range(1, 6))])
def test_whatever_the_day_every_one_of_three_weeks_has_something_late_at_the_demo_hub(
    central: Central, tx: Tx, weekday: int
) -> None:
    day = MONDAY + timedelta(days=weekday)
    demo.load(tx, central.keys, day)
    for later in range(21):
        hours = starts_at_the_demo_hub(tx, day + timedelta(days=later))
        assert {time(15), time(16, 30), time(17), time(18, 30)} <= hours


def test_sessions_lie_within_the_hours_of_their_hub(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    hubs = {hub.place: hub for _, data in feed.live(tx, "hub") if isinstance(hub := catalogue.read("hub", data), Hub)}
    offered = activities(tx)
    for id_, session in sessions(tx).items():
        host = hubs.get(offered[session.activity].place)
        if host is None:
            continue
        begins, ends = (at.astimezone(ROME).strftime("%H:%M") for at in (session.starts, session.ends))
        weekday = session.starts.astimezone(ROME).isoweekday()
        week = [row.hours for row in host.calendar.weekly if row.weekday == weekday]
        assert any(hours.opens <= begins and ends <= hours.closes for hours in week), id_


def test_all_pillars_categories_prices_and_kinds_of_places_are_shown(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    offered = activities(tx).values()
    assert 20 <= len(offered) <= 30
    assert {pillar for activity in offered for pillar in activity.pillars} == set(PILLARS)
    assert {activity.category for activity in offered} == set(CATEGORIES)
    assert any(activity.standing and activity.sensitive for activity in offered)
    paid = [activity for activity in offered if activity.price_cents]
    assert paid
    assert all(1500 <= (activity.price_cents or 0) <= 6000 and activity.voucher for activity in paid)
    assert sum(activity.price_cents == 0 for activity in offered) > len(offered) / 2
    free = {session.free for session in sessions(tx).values()}
    assert {None, 0, 2} <= free
    assert any(number > 5 for number in free if number is not None)
    assert all(session.capacity is None or (session.free or 0) <= session.capacity for session in sessions(tx).values())


@BOTH
def test_loading_again_on_the_same_day_changes_nothing(central: Central, tx: Tx) -> None:
    first = demo.load(tx, central.keys, MONDAY)
    before = meta.highest_rev(tx)
    again = demo.load(tx, central.keys, MONDAY)
    assert (first.changed, first.same, first.withdrawn) == (0, 0, 0)
    assert (again.new, again.changed, again.withdrawn) == (0, 0, 0)
    assert meta.highest_rev(tx) == before


@BOTH
def test_loading_on_another_day_moves_the_sessions_and_nothing_else(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    before = sessions(tx)
    moved = demo.load(tx, central.keys, MONDAY + timedelta(days=1))
    after = sessions(tx)
    monday = {id_ for id_, session in before.items() if session.starts.date() == MONDAY}
    assert before.keys() - after.keys() == monday
    assert all(after[id_] == before[id_] for id_ in before.keys() & after.keys())
    assert moved == Loaded(len(after.keys() - before.keys()), 0, moved.same, len(monday))


def test_hours_are_those_of_rome_also_when_the_clocks_change(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, date(2026, 10, 20))
    starts = {session.starts for session in sessions(tx).values()}
    assert datetime(2026, 10, 24, 13, 0, tzinfo=UTC) in starts
    assert datetime(2026, 10, 25, 14, 0, tzinfo=UTC) in starts


def test_what_is_not_of_the_demonstration_stays(central: Central, tx: Tx) -> None:
    real = {"title": {"it": "Festa"}, "standing": True}
    feed.publish(tx, "activity", "festa", real)
    demo.load(tx, central.keys, MONDAY)
    assert feed.get(tx, "activity", "festa") == real


def test_the_families_are_those_of_the_demo_hub_and_each_person_has_a_card(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    persons = {id_: people.read_person(id_, data) for id_, data in feed.live(tx, "person")}
    bindings = [people.read_binding(data) for _, data in feed.live(tx, "card")]
    assert len(persons) == 15
    assert len({person.household for person in persons.values() if person}) == 7
    assert all(person and person.creature in people.CREATURES for person in persons.values())
    assert {binding.person for binding in bindings if binding and binding.live} == persons.keys()
    scopes = set(tx.exec_driver_sql("SELECT scope FROM records WHERE kind IN ('person', 'card')").scalars())
    assert scopes == {of_hub(DEMO_HUB)}


def test_the_cards_can_be_scanned_and_are_always_the_same(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    signed = demo.cards(central.keys)
    assert signed == demo.cards(central.keys)
    assert len({code for _, code, _ in signed}) == 15
    for serial, code, person in signed:
        read = codes.read(code, central.keys.listed())
        assert isinstance(read, Code)
        assert (read.kind, read.serial, read.key_state) == (codes.Kind.CARD, serial, KeyState.CURRENT)
        data = feed.get(tx, "card", str(serial))
        assert data is not None
        assert (data["person"], data["serial"]) == (person, serial)


def test_a_card_that_died_does_not_come_back_to_life(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    serial, _, _ = demo.cards(central.keys)[0]
    data = feed.get(tx, "card", str(serial)) or {}
    feed.publish(tx, "card", str(serial), {**data, "live": False}, scope=of_hub(DEMO_HUB))
    demo.load(tx, central.keys, MONDAY)
    assert feed.get(tx, "card", str(serial)) == {**data, "live": False}


def test_a_hubs_calendar_that_was_edited_since_stays(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    data = feed.get(tx, "hub", "hub-isola") or {}
    edited = {"hours": [[1, "10:00", "11:00"]], "days": {"2026-12-08": {"hours": []}}, "in": {"a": 3}}
    feed.publish(tx, "hub", "hub-isola", {**data, **edited, "badge": ["Old"]})
    demo.load(tx, central.keys, MONDAY)
    assert feed.get(tx, "hub", "hub-isola") == {**data, **edited}


def test_one_hub_has_timed_turns_and_one_is_open_on_tuesdays_and_thursdays(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    read = {id_: catalogue.read("hub", data) for id_, data in feed.live(tx, "hub")}
    weekly = {id_: hub.calendar.weekly for id_, hub in read.items() if isinstance(hub, Hub)}
    begin = {row.hours.opens for row in weekly["hub-corvetto"]}
    assert begin == {"10:00", "11:30", "14:30", "16:00"}
    assert {row.hours.capacity for row in weekly["hub-corvetto"]} == {20}
    assert {row.weekday for row in weekly["hub-isola"]} == {2, 4}


def test_the_serials_of_the_demonstration_are_never_given_to_real_cards(tx: Tx) -> None:
    assert max(meta.take_serials(tx, 1000)) < demo.families.FIRST_SERIAL
