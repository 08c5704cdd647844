"""What the stations of a hub are told of merges, and what central judges them by."""

import json

import pytest
from starlette.types import ASGIApp

from central import feed, merging, workers
from central.db import writing
from central.opening import Central
from kiosk.domain.events import Event, JsonBody, Type
from kiosk.domain.families import Record, dump_record
from kiosk.domain.merges import Humans
from kiosk.domain.workers import Role
from tests.central.conftest import SQLITE_ONLY
from tests.central.station import Station, enrolled, verdicts
from tests.central.test_events import bind, stocked

ACCEPTED = ("accepted", "")


@pytest.fixture
def station(central: Central, app: ASGIApp) -> Station:
    """A desk."""
    return enrolled(central, app, role="desk")


def employed(central: Central, *roles: Role) -> str:
    with writing(central.engine) as tx:
        card = workers.add(tx, central.keys, "Ada Prova", "h1", roles, "271828", central.clock().date())
    assert isinstance(card, workers.Card)
    return card.worker


def merged(station: Station, worker: str, kept: str = "a", dropped: str = "b") -> Event:
    return station.record(Type.MERGED, {"kept": kept, "dropped": dropped, "worker": worker, "entry": "e"})


def undone(station: Station, worker: str, event: str) -> Event:
    return station.record(Type.MERGE_UNDONE, {"merge": event, "worker": worker, "entry": "e"})


def known(central: Central, *people: tuple[str, str], shielded: bool = False) -> None:
    """People of one household each, with their roles."""
    with writing(central.engine) as tx:
        for person, role in people:
            member = dump_record(Record(f"h-{person}", {"person": person, "role": role}))
            feed.publish(tx, "member", f"m-{person}", member, scope="desk:h1")
            household = dump_record(Record(f"h-{person}", {"shielded": shielded}))
            feed.publish(tx, "household", f"h-{person}", household, scope="desk:h1")


def humans(central: Central, hub: str = "h1") -> Humans:
    with writing(central.engine) as tx:
        return merging.humans(tx, hub)


def test_all_stations_of_the_hub_are_told_and_no_other(central: Central, app: ASGIApp, station: Station) -> None:
    known(central, ("a", "child"), ("b", "child"))
    worker = employed(central, Role.COORDINATOR)
    one = merged(station, worker)
    assert verdicts(station.push(one)) == [ACCEPTED]
    assert humans(central).keeps == {"b": "a"}
    assert humans(central, "h2").keeps == {}
    name = ("merge", one.header.id)
    told = station.copy()[name]
    assert set(json.loads(told.text)) == {"kept", "dropped", "worker", "at", "undone_by"}
    assert name not in enrolled(central, app, hub="h2", name="two").copy()
    assert verdicts(station.push(undone(station, worker, one.header.id))) == [ACCEPTED]
    assert humans(central).keeps == {}
    assert json.loads(station.copy()[name].text)["undone_by"]


def test_a_family_that_is_registered_and_merged_in_one_batch_is_judged_by_what_it_says(
    central: Central, station: Station
) -> None:
    known(central, ("a", "child"))
    worker = employed(central, Role.COORDINATOR)

    def edited(id_: str, field: str, now: str) -> Event:
        record: JsonBody = {"kind": "member", "id": id_, "household": "h-a", "field": field, "was": "", "now": now}
        return station.record(Type.EDITED, {**record, "worker": worker, "entry": "e"})

    said = [edited("m-b", "person", "b"), edited("m-b", "role", "adult"), merged(station, worker)]
    assert verdicts(station.push(*said)) == [ACCEPTED, ACCEPTED, ("refused", "child_with_adult")]
    assert humans(central).keeps == {}


def test_who_is_shielded_is_merged_by_who_may_see_them(central: Central, station: Station) -> None:
    known(central, ("a", "child"), ("b", "child"), shielded=True)
    coordinator, guard = employed(central, Role.COORDINATOR), employed(central, Role.SAFEGUARDING)
    assert verdicts(station.push(merged(station, coordinator))) == [("refused", "shielded")]
    assert verdicts(station.push(merged(station, guard))) == [ACCEPTED]


@SQLITE_ONLY
def test_another_hub_takes_nothing_back(central: Central, app: ASGIApp, station: Station) -> None:
    known(central, ("a", "child"), ("b", "child"))
    worker, elsewhere = employed(central, Role.COORDINATOR), enrolled(central, app, "h2", "desk", "two")
    one = merged(station, worker)
    station.push(one)
    elsewhere.push(undone(elsewhere, worker, one.header.id))
    assert humans(central).keeps == {"b": "a"}
    assert verdicts(elsewhere.push(merged(elsewhere, worker, "b", "a"))) == [("refused", "other_hub")]


@SQLITE_ONLY
def test_a_touchscreen_merges_nobody_and_parts_nobody(central: Central, app: ASGIApp, station: Station) -> None:
    """Whoever opens its machine knows ids, and could let a child be collected."""
    known(central, ("a", "child"), ("b", "child"), ("c", "child"))
    worker, touch = employed(central, Role.COORDINATOR), enrolled(central, app, name="two")
    one = merged(station, worker)
    station.push(one)
    said = touch.push(undone(touch, worker, one.header.id), merged(touch, worker, "a", "c"))
    assert verdicts(said) == [("refused", "not_a_desk")] * 2
    assert humans(central).keeps == {"b": "a"}


@SQLITE_ONLY
def test_taken_back_before_it_is_told_it_stays_taken_back(central: Central, app: ASGIApp, station: Station) -> None:
    known(central, ("a", "child"), ("b", "child"))
    worker, other = employed(central, Role.COORDINATOR), enrolled(central, app, role="desk", name="two")
    one = merged(station, worker)
    assert verdicts(other.push(undone(other, worker, one.header.id))) == [ACCEPTED]
    assert verdicts(station.push(one)) == [ACCEPTED]
    assert humans(central).keeps == {}


@SQLITE_ONLY
def test_a_card_that_replaces_those_of_another_id_ends_them_within_the_household(
    central: Central, station: Station
) -> None:
    older, elsewhere, new = stocked(central, station)
    body: JsonBody = {"serial": new, "person": "a", "household": "f1", "replaces": f"{older} {elsewhere} x {'9' * 30}"}
    cards = [bind(station, older, "b"), bind(station, elsewhere, "b", "f2"), station.record(Type.CARD_BOUND, body)]
    assert verdicts(station.push(*cards)) == [ACCEPTED] * 3
    live = {serial: json.loads(station.copy()["card", str(serial)].text)["live"] for serial in (older, elsewhere, new)}
    assert live == {older: False, elsewhere: True, new: True}
