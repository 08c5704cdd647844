"""Central erases a family: what is left are names, which the journal keeps and every station is told."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.types import ASGIApp

from central import deciding, erasing, feed, registers
from central.db import Tx, cases, decisions, reading, writing
from central.db.decisions import What
from central.deciding import NotDecided
from central.journal import CardRevoked, Erased, Journal
from central.opening import Central, opened
from central.scope import of_desk, of_hub
from central.settings import Settings
from kiosk.domain import erasure
from kiosk.domain.erasure import Because, Erasure
from kiosk.domain.events import Event, Type
from kiosk.domain.families import Kind, Record, dump_record
from tests.central.conftest import NOON, SQLITE_ONLY
from tests.central.station import Station, arrival, enrolled, verdicts
from tests.serving import app_of

ACCEPTED, OF_SOMEBODY_ERASED = ("accepted", ""), ("accepted", "erased")
NOW = "2026-05-22T12:00:00.000Z"
HOME = {("household", "f1")}


def family(tx: Tx, household: str = "f1", child: str = "p1", adult: str = "p2", hub: str = "h1") -> None:
    """A child and an adult, with everything that central keeps of such."""
    fields: Mapping[tuple[Kind, str], Mapping[str, Any]] = {
        (Kind.HOUSEHOLD, household): {"label": "Haddad"},
        (Kind.MEMBER, f"{household}-m1"): {"person": child, "given": "Amina", "role": "child"},
        (Kind.MEMBER, f"{household}-m2"): {"person": adult, "given": "Samira", "role": "adult"},
        (Kind.RELATION, f"{household}-r"): {"adult": adult, "child": child, "guardian": True},
        (Kind.CONTACT, f"{household}-c"): {"person": adult, "what": "phone", "value": "02 5550 99"},
        (Kind.CONSENT, f"{household}-s"): {"person": child, "giver": adult, "text": "1"},
        (Kind.NOTE, f"{household}-n"): {"person": child, "what": "allergy", "text": "noci"},
    }
    for (kind, id_), values in fields.items():
        feed.publish(tx, kind.value, id_, dump_record(Record(household, values)), scope=of_desk(hub))
    for person, name in ((child, "Amina"), (adult, "Samira")):
        face = {"household": household, "first_name": name, "creature": "cat"}
        if feed.get(tx, "person", person) is None:
            feed.publish(tx, "person", person, face, scope=of_hub(hub))
    serial = 900 + sum(1 for _ in feed.live(tx, "card"))
    card = {"serial": serial, "person": child, "household": household, "live": True}
    feed.publish(tx, "card", str(serial), card, scope=of_hub(hub))
    secret = {"household": household, "person": "", "means": "pictures", "verifier": "x"}
    feed.publish(tx, "secret", household, secret, scope=of_hub(hub))


def erase(central: Central, household: str = "f1", person: str = "") -> Erasure | NotDecided:
    with writing(central.engine) as tx:
        return deciding.erase(tx, central.journal, household, person, "Ada", Because.ASKED, central.now())


def left(central: Central) -> set[tuple[str, str]]:
    """The live records that are of somebody."""
    kinds = (*(kind.value for kind in Kind), "person", "card", "secret")
    with reading(central.engine) as tx:
        return {(kind, id_) for kind in kinds for id_, _ in feed.live(tx, kind)}


def rows(central: Central, statement: str) -> list[tuple[Any, ...]]:
    with reading(central.engine) as tx:
        return [tuple(row) for row in tx.exec_driver_sql(statement)]


def kinds_of_cases(central: Central) -> list[str]:
    with reading(central.engine) as tx:
        return [case.kind for case in cases.still_open(tx)]


@pytest.fixture
def station(central: Central, app: ASGIApp) -> Station:
    """A desk."""
    return enrolled(central, app, role="desk")


@pytest.fixture
def known(central: Central) -> Central:
    with writing(central.engine) as tx:
        family(tx)
        family(tx, "f2", "p1", "p3", hub="h2")  # the child's other home
    return central


def came(station: Station, person: str = "p2", household: str = "f1", **more: str | int) -> Event:
    return station.record(Type.ARRIVED, {**arrival(station.hub), "person": person, "household": household, **more})


# --- records --------------------------------------------------------------------------------------------------------


def test_a_household_is_withdrawn_and_the_other_home_of_a_child_stays(known: Central) -> None:
    before = left(known)
    done = erase(known)
    assert isinstance(done, Erasure)
    assert done.names == {*HOME, ("person", "p2"), ("card", "900")}
    theirs = {(kind, id_) for kind, id_ in before if id_.startswith("f1") or (kind, id_) == ("card", "900")}
    assert left(known) == before - theirs - {("person", "p2")}
    assert (
        rows(known, "SELECT data FROM records WHERE substr(id, 1, 2) = 'f1' AND kind <> 'erasure' AND data <> '{}'")
        == []
    )
    with reading(known.engine) as tx:
        shown = feed.get(tx, "person", "p1")
    assert shown is not None
    assert shown["household"] == "f2"


@SQLITE_ONLY
def test_stations_of_the_other_hub_are_told_of_whom_they_had_not_been(known: Central, app: ASGIApp) -> None:
    """The child was shown by the first home's hub; now it is by the other's."""
    there = enrolled(known, app, "h2")
    assert ("person", "p1") not in there.copy()
    erase(known)
    assert there.copy()["person", "p1"].data["first_name"] == "Amina"


@SQLITE_ONLY
def test_one_person_is_withdrawn_with_what_is_about_them(known: Central) -> None:
    done = erase(known, person="p2")
    assert isinstance(done, Erasure)
    assert {name for name in left(known) if name[1].startswith("f1")} == {
        ("household", "f1"),
        ("member", "f1-m1"),
        ("consent", "f1-s"),
        ("note", "f1-n"),
        ("secret", "f1"),
    }
    assert ("resident", "f1/p2") in done.names
    assert ("person", "p2") in done.names


@SQLITE_ONLY
def test_the_last_person_of_a_household_is_all_of_it(known: Central) -> None:
    erase(known, person="p2")
    done = erase(known, person="p1")
    assert isinstance(done, Erasure)
    assert done.person == ""
    assert not [name for name in left(known) if name[1].startswith("f1")]


@SQLITE_ONLY
def test_their_cards_are_revoked_in_the_journal_too(known: Central, station: Station) -> None:
    erase(known)
    assert station.copy()["revocation", "900"].state == "live"
    assert CardRevoked(900) in known.journal.entries()


@SQLITE_ONLY
def test_every_station_is_told_by_ids_alone(known: Central, app: ASGIApp) -> None:
    done = erase(known)
    told = enrolled(known, app, "h9").copy()["erasure", "f1"]
    assert erasure.read(told.data) == done
    assert not any(name in told.text for name in ("Haddad", "Amina", "Samira", "noci"))


@SQLITE_ONLY
def test_nobody_is_erased_whom_central_does_not_know(known: Central) -> None:
    assert erase(known, "nobody") is NotDecided.NO_FAMILY
    assert erase(known, "f1", "p3") is NotDecided.NO_FAMILY
    with reading(known.engine) as tx:
        assert erasing.every(tx) == []
        assert decisions.every(tx) == []


@SQLITE_ONLY
def test_who_erased_whom_and_why_is_in_the_trail_without_a_name_of_theirs(known: Central) -> None:
    erase(known)
    with reading(known.engine) as tx:
        (decision,) = decisions.every(tx)
    assert (decision.who, decision.what, decision.subject, decision.why) == ("Ada", What.ERASED, "f1", "asked")


# --- what stations said ---------------------------------------------------------------------------------------------


def test_visits_become_numbers_and_what_was_said_of_them_is_shredded(known: Central, station: Station) -> None:
    theirs = [came(station), came(station, person="", household="", serial=900)]
    looked = station.record(Type.LOOKED, {"worker": "w", "entry": "e", "what": "household", "subject": "f1"})
    other = came(station, "p3", "f2")
    station.push(*theirs, looked, other)
    with reading(known.engine) as tx:
        before = registers.of_day(tx, "h1", NOON.date()).came
    erase(known)
    visits = "SELECT person, household, serial FROM visits ORDER BY household"
    assert rows(known, visits) == [("", "", 0), ("", "", 0), ("p3", "f2", 7)]
    assert rows(known, "SELECT seq FROM bodies") == [(4,)]
    assert sorted(rows(known, "SELECT person, serial FROM facts")) == [("", 0), ("", 0), ("p3", 7)]
    with reading(known.engine) as tx:
        assert registers.of_day(tx, "h1", NOON.date()).came == before


@SQLITE_ONLY
def test_what_is_told_again_is_answered_as_before(known: Central, station: Station) -> None:
    batch = [came(station), came(station)]
    station.push(*batch)
    erase(known)
    assert verdicts(station.push(*batch)) == [("duplicate", "")] * 2
    assert rows(known, "SELECT count(*) FROM bodies") == [(0,)]
    assert rows(known, "SELECT count(*) FROM visits WHERE person = ''") == [(2,)]
    assert station.push(came(station, "p3", "f2")).high_water == 3


def test_who_was_seen_at_two_stations_is_one_afterwards_too(known: Central, station: Station, app: ASGIApp) -> None:
    other = enrolled(known, app, name="two")
    for one in (station, other):
        one.push(came(one), came(one, "p3", "f2"))
    with reading(known.engine) as tx:
        before = registers.of_day(tx, "h1", NOON.date()).came
    assert before.people == 2
    erase(known)
    with reading(known.engine) as tx:
        assert registers.of_day(tx, "h1", NOON.date()).came == before
    told = [item.data for (kind, _), item in station.copy().items() if kind == "fact"]
    assert "p2" not in json.dumps(told)


def test_with_whom_somebody_elses_child_left_is_forgotten(known: Central, station: Station) -> None:
    arrived = came(station, "p9", "f9", serial=9)
    visit = arrived.body.content["visit"] if arrived.body else ""
    left_with = {"visit": visit, "how": "with_adult", "adult": "p2", "worker": "", "entry": "", "override": ""}
    station.push(arrived, station.record(Type.LEFT, left_with))
    erase(known)
    assert rows(known, "SELECT adult FROM facts WHERE what = 'left'") == [("",)]
    assert rows(known, "SELECT person FROM visits") == [("p9",)]
    assert rows(known, "SELECT seq FROM bodies") == [(1,)]


@SQLITE_ONLY
def test_an_edit_that_comes_afterwards_brings_nobody_back(known: Central, station: Station) -> None:
    erase(known)
    body: Mapping[str, Any] = {
        "kind": "member",
        "id": "late",
        "household": "f1",
        "was": "",
        "settled": 0,
        "worker": "w",
        "entry": "e",
    }
    edits = [
        station.record(Type.EDITED, {**body, "field": "person", "now": "p8"}),
        station.record(Type.EDITED, {**body, "field": "given", "now": "Zoe"}),
    ]
    assert verdicts(station.push(*edits)) == [OF_SOMEBODY_ERASED] * 2
    assert ("member", "late") not in left(known)
    assert rows(known, "SELECT count(*) FROM bodies") == [(0,)]
    with reading(known.engine) as tx:
        (done,) = erasing.every(tx)
    assert ("person", "p8") in done.names
    group = station.record(Type.GROUP_ARRIVED, {**GROUP, "person": "p8"})
    assert verdicts(station.push(group)) == [OF_SOMEBODY_ERASED]
    assert rows(known, "SELECT person, adults FROM facts") == [("", 2)]


@SQLITE_ONLY
def test_nobody_elses_record_goes_by_an_edit_that_says_it_is_of_whom_was_erased(
    known: Central, station: Station
) -> None:
    erase(known)
    before = left(known)
    body: Mapping[str, Any] = {
        "kind": "member",
        "id": "f2-m2",
        "household": "f1",
        "field": "given",
        "was": "",
        "now": "Zoe",
        "settled": 0,
    }
    station.push(station.record(Type.EDITED, {**body, "worker": "w", "entry": "e"}))
    assert left(known) == before
    with reading(known.engine) as tx:
        (done,) = erasing.every(tx)
    assert ("member", "f2-m2") not in done.names


GROUP: Mapping[str, Any] = {
    "visit": "01900000-0000-7000-8000-000000000001",
    "hub": "h1",
    "serial": 0,
    "party": "",
    "children": "",
    "adults": 2,
    "educators": 0,
    "worker": "",
    "entry": "",
}


def test_who_was_thought_to_be_gone_and_lives_in_a_home_of_which_central_hears_later_lives_on(
    known: Central, station: Station, worker: str
) -> None:
    erase(known)
    edit = {"kind": "member", "id": "m9", "household": "f9", "field": "person", "was": "", "now": "p2"}
    station.push(station.record(Type.EDITED, {**edit, "settled": 0, "worker": worker, "entry": "e"}))
    with reading(known.engine) as tx:
        (done,) = erasing.every(tx)
    assert ("person", "p2") not in done.names
    station.push(station.record(Type.GROUP_ARRIVED, {**GROUP, "person": "p2"}))
    assert rows(known, "SELECT person FROM facts") == [("p2",)]


# --- what a station erases ------------------------------------------------------------------------------------------


@pytest.fixture
def worker(central: Central) -> str:
    account = {"name": "Ada", "roles": ["coordinator"], "serial": 1, "revoked": False, "verifier": ""}
    with writing(central.engine) as tx:
        feed.publish(tx, "worker", "w", account, scope=of_hub("h1"))
    return "w"


def order(station: Station, worker: str, cards: str = "", household: str = "f1") -> Event:
    said = {"household": household, "person": "", "because": "asked", "cards": cards, "worker": worker, "entry": "e"}
    return station.record(Type.ERASED, said)


def shredded(station: Station) -> Event:
    return replace(came(station), body=None)


@SQLITE_ONLY
def test_what_a_worker_erased_at_a_desk_is_erased_everywhere(known: Central, station: Station, worker: str) -> None:
    assert verdicts(station.push(came(station), order(station, worker))) == [ACCEPTED, ACCEPTED]
    assert not [name for name in left(known) if name[1].startswith("f1")]
    assert rows(known, "SELECT person FROM visits") == [("",)]
    again = [order(station, worker)]
    assert verdicts(station.push(*again)) == [ACCEPTED]
    assert verdicts(station.push(*again)) == [("duplicate", "")]
    with reading(known.engine) as tx:
        assert len(erasing.every(tx)) == 1


@SQLITE_ONLY
def test_of_a_family_that_central_never_heard_of_it_keeps_the_names(
    central: Central, station: Station, worker: str
) -> None:
    station.push(order(station, worker))
    assert verdicts(station.push(came(station))) == [OF_SOMEBODY_ERASED]
    assert rows(central, "SELECT person, household FROM visits") == [("", "")]


@SQLITE_ONLY
def test_an_erasure_by_whom_nobody_allowed_it_waits_for_a_person(known: Central, station: Station, worker: str) -> None:
    account = {"name": "Ada", "roles": ["educator"], "serial": 1, "revoked": False, "verifier": ""}
    with writing(known.engine) as tx:
        feed.publish(tx, "worker", worker, account, scope=of_hub("h1"))
    before = left(known)
    assert verdicts(station.push(order(station, worker))) == [ACCEPTED]
    assert left(known) == before
    assert kinds_of_cases(known) == ["erasure_not_allowed"]


@SQLITE_ONLY
def test_a_family_of_another_hub_is_not_erased_from_here(known: Central, app: ASGIApp, worker: str) -> None:
    elsewhere = enrolled(known, app, "h2", role="desk")
    account = {"name": "Berta", "roles": ["coordinator"], "serial": 2, "revoked": False, "verifier": ""}
    with writing(known.engine) as tx:
        feed.publish(tx, "worker", worker, account, scope=of_hub("h2"))
    before = left(known)
    elsewhere.push(order(elsewhere, worker))
    assert left(known) == before
    assert kinds_of_cases(known) == ["erasure_of_another_hub"]


def test_holes_that_are_explained_are_nobodys_case_and_others_are(central: Central, station: Station) -> None:
    station.push(shredded(station), shredded(station), shredded(station))
    assert kinds_of_cases(central) == ["shredded"] * 3
    station.push(station.record(Type.FORGOTTEN, {"holes": f"{station.incarnation}:1,3 {'f' * 16}:2"}))
    assert kinds_of_cases(central) == ["shredded"]


# --- restored -------------------------------------------------------------------------------------------------------


@SQLITE_ONLY
def test_a_database_from_before_is_erased_again_before_anybody_is_fed(settings: Settings, tmp_path: Path) -> None:
    with opened(settings) as central:
        with writing(central.engine) as tx:
            family(tx)
        station = enrolled(central, app_of(central))
        arrived = came(station)
        station.push(arrived)
    shutil.copy(settings.file(), tmp_path / "backup.db")
    with opened(settings) as central:
        erase(central)
        lines = len(central.journal.entries())
    for _ in range(2):
        shutil.copy(tmp_path / "backup.db", settings.file())
        with opened(settings) as central:
            assert {kind for kind, _ in left(central)} == set()
            assert rows(central, "SELECT person, household, serial FROM visits") == [("", "", 0)]
            assert rows(central, "SELECT count(*) FROM bodies") == [(0,)]
            station.app = app_of(central)
            assert verdicts(station.push(arrived)) == [("duplicate", "")]
    with opened(settings) as central:
        assert len(central.journal.entries()) <= lines + 2  # each restore may say it once more


@SQLITE_ONLY
def test_what_the_journal_lacks_is_added_and_nothing_twice(settings: Settings) -> None:
    with opened(settings) as central:
        with writing(central.engine) as tx:
            family(tx)
        erase(central)
    central.journal.file.unlink()
    for _ in range(2):
        with opened(settings) as central:
            (entry,) = [entry for entry in central.journal.entries() if isinstance(entry, Erased)]
            assert (entry.household, set(entry.names)) == ("f1", {*HOME, ("person", "p1"), ("person", "p2"), CARD})


CARD = ("card", "900")


def test_the_journal_keeps_no_name_and_reads_what_it_wrote(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.ndjson", "here")
    entry = Erased("f1", "p1", NOW, (("card", "7"), ("resident", "f1/p1")))
    journal.append([entry])
    assert journal.entries() == [entry]
    with journal.file.open("a") as file:
        file.write('{"database": "here", "what": "erased", "household": "", "person": "", "at": "", "names": []}\n')
    assert journal.entries() == [entry]


@SQLITE_ONLY
def test_an_erasure_that_cannot_be_written_down_is_not_made(known: Central) -> None:
    before = left(known)
    known.journal.file.unlink(missing_ok=True)
    known.journal.file.mkdir()
    with pytest.raises(OSError, match="directory"):
        erase(known)
    assert left(known) == before
    known.journal.file.rmdir()
