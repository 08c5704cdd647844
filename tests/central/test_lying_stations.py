"""A station with valid keys whose bodies lie: taken in, shown to a person, and nobody else's records are changed."""

import uuid
from collections.abc import Mapping
from dataclasses import replace

import pytest
from starlette.types import ASGIApp

from central import feed
from central.db import cases, reading, writing
from central.opening import Central
from central.scope import of_desk, of_hub
from kiosk.domain.events import Event, Type, sealed
from kiosk.domain.families import Kind, Record, dump_record
from tests.central.station import Station, enrolled, verdicts

WORKER = {"name": "Ada Prova", "roles": ["educator"], "serial": 1, "verifier": "", "revoked": False}
MAY_COLLECT: dict[str, str | bool] = {
    "kind": "relation",
    "id": "tie",
    "household": "f1",
    "field": "may_collect",
    "was": False,
    "now": True,
}
CHILD = {"person": "child", "given": "Amina", "role": "child"}


@pytest.fixture
def desk(central: Central, app: ASGIApp) -> Station:
    """A desk of hub h1, with a worker, a household and a child of its own; hub h2 has a worker, too."""
    with writing(central.engine) as tx:
        for hub, id_ in (("h1", "ada"), ("h2", "zoe")):
            feed.publish(tx, "worker", id_, WORKER, scope=of_hub(hub))
        for kind, id_, fields in (
            (Kind.HOUSEHOLD, "f1", {"label": "Haddad"}),
            (Kind.MEMBER, "m1", CHILD),
            (Kind.RELATION, "tie", {"adult": "father", "child": "child"}),
        ):
            feed.publish(tx, kind, id_, dump_record(Record("f1", fields)), scope=of_desk("h1"))
        face = {"household": "f1", "first_name": "Amina", "creature": "", "band": "child", "way": "with_adult"}
        feed.publish(tx, "person", "child", face, scope=of_hub("h1"))
    return enrolled(central, app, role="desk")


def edited(station: Station, worker: str, **changes: str | bool) -> Event:
    return station.record(Type.EDITED, {**MAY_COLLECT, "settled": 0, "worker": worker, "entry": "e", **changes})


def open_cases(central: Central) -> list[str]:
    with reading(central.engine) as tx:
        return [case.kind for case in cases.still_open(tx)]


def held(central: Central, kind: str, id_: str) -> Mapping[str, object] | None:
    with reading(central.engine) as tx:
        return feed.get(tx, kind, id_)


def test_a_desk_of_the_hub_changes_its_families(central: Central, desk: Station) -> None:
    assert verdicts(desk.push(edited(desk, "ada"))) == [("accepted", "")]
    assert open_cases(central) == []
    assert "'may_collect': True" in repr(held(central, "relation", "tie"))


def test_a_worker_of_another_hub_is_nobody_here(central: Central, desk: Station) -> None:
    left = {"visit": str(uuid.uuid4()), "how": "with_adult", "adult": "a", "worker": "zoe", "entry": "e"}
    answers = desk.push(edited(desk, "zoe"), desk.record(Type.LEFT, left))
    assert verdicts(answers) == [("accepted", "worker_unknown")] * 2
    assert "worker_unknown" in open_cases(central)


@pytest.mark.parametrize("changes", [{}, {"id": "new"}], ids=["a record", "a record more"])
def test_another_hubs_families_stay_as_they_are(
    central: Central, desk: Station, app: ASGIApp, changes: Mapping[str, str]
) -> None:
    liar = enrolled(central, app, hub="h2", role="desk")
    before = held(central, "relation", "tie")
    liar.push(edited(liar, "zoe", **changes))
    assert open_cases(central) == ["other_hub"]
    assert held(central, "relation", "tie") == before
    assert held(central, "relation", "new") is None


def test_a_touchscreen_lets_no_child_be_collected(central: Central, desk: Station, station: Station) -> None:
    before = held(central, "relation", "tie")
    station.push(edited(station, "ada"), edited(station, "ada", id="new"))
    assert open_cases(central) == ["not_a_desk"] * 2
    assert held(central, "relation", "tie") == before
    assert held(central, "relation", "new") is None


def test_nobody_takes_a_child_off_the_screens_of_their_hub(central: Central, desk: Station, app: ASGIApp) -> None:
    liar = enrolled(central, app, hub="h2", role="desk")
    member = {"kind": "member", "id": "m9", "was": ""}
    liar.push(*(edited(liar, "zoe", **member, field=name, now=now) for name, now in {**CHILD, "given": "X"}.items()))
    assert '"Amina"' in desk.copy()["person", "child"].text


@pytest.mark.parametrize("at", ["2036-05-22T08:00:00.000Z", "2016-05-22T08:00:00.000Z", "zzz"])
def test_what_a_wrong_clock_says_is_kept_and_not_told_on_for_ten_years(
    central: Central, desk: Station, station: Station, at: str
) -> None:
    event = station.arrive()
    wrong = replace(event, header=sealed(replace(event.header, recorded_at=at)))
    assert verdicts(station.push(wrong)) == [("accepted", "")]
    assert [id_ for kind, id_ in desk.copy() if kind == "fact"] == []
