"""The families of the demonstration: their records can be read, and show what a desk has to deal with."""

from datetime import date

from central import demo, feed
from central.db import Tx
from central.demo import families
from central.opening import Central
from kiosk.domain.families import Kind, Record, Role, read_edit, read_record
from kiosk.domain.people import read_person
from kiosk.domain.pictures import read_secret, three
from kiosk.domain.verifiers import holds
from tests.central.conftest import BOTH

MONDAY = date(2026, 11, 23)
DATABASES = ("sqlite",)  # what is in the city is worked out without one


def held(tx: Tx, kind: Kind) -> dict[str, Record]:
    read = {id_: read_record(kind, data) for id_, data in feed.live(tx, kind.value)}
    assert None not in read.values()
    return {id_: record for id_, record in read.items() if record is not None}


def test_every_record_can_be_read_and_has_no_field_that_is_not_known(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    for kind in (Kind.HOUSEHOLD, Kind.MEMBER, Kind.RELATION, Kind.CONSENT, Kind.NOTE):
        assert held(tx, kind)
    for draft in families.records():
        for name, value in draft.data["fields"].items():
            nothing = False if isinstance(value, bool) else ""
            edit = {"kind": draft.kind, "id": draft.id, "household": draft.data["household"], "field": name}
            assert read_edit({**edit, "was": nothing, "now": value}), (draft.id, name)


def test_one_child_lives_in_two_households_and_one_adult_must_not_collect_her(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    homes = [record.household for record in held(tx, Kind.MEMBER).values() if record.text("person") == "demo.person-03"]
    assert sorted(homes) == ["demo.household-1", "demo.household-7"]
    assert any(record.flag("must_not_collect") for record in held(tx, Kind.RELATION).values())
    assert any(record.text("role") == Role.FOSTER_PARENT for record in held(tx, Kind.MEMBER).values())


def test_touchscreens_are_told_bands_and_ways(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    read = {id_: read_person(id_, data) for id_, data in feed.live(tx, "person")}
    told = {id_: (person.band, person.way) for id_, person in read.items() if person}
    assert told["demo.person-01"] == ("adult", "on_their_own")
    assert told["demo.person-03"] == ("6-10", "with_adult")
    assert told["demo.person-07"] == ("14-17", "on_their_own")
    assert told["demo.person-12"] == ("11-13", "alone")
    assert told["demo.person-14"] == ("child", "with_adult")


@BOTH
def test_one_household_has_its_three_pictures_and_keeps_them_when_loaded_again(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    (before,) = feed.live(tx, "secret")
    secret = read_secret(*before)
    assert secret is not None
    assert holds(secret.verifier, three(demo.three_pictures("demo.household-1")) or "")
    assert demo.three_pictures("demo.household-2") == []
    demo.load(tx, central.keys, MONDAY)
    assert list(feed.live(tx, "secret")) == [before]
