"""One field of a family's record at a desk, and at two desks that hear nothing of each other."""

from collections.abc import Mapping

import pytest

from kiosk.db.store import Store
from kiosk.domain.families import Kind, Record, Value
from kiosk.domain.release import Bar, NotThisAdult, Released, release
from kiosk.domain.ties import Way
from kiosk.domain.workers import Entered, NotIn, Role
from kiosk.settings import Settings
from kiosk.usecases.edit_family import Asked, Change, Edited, NotFit, Protected, Same, ask_to_weaken, edit
from kiosk.usecases.find_family import minor
from kiosk.usecases.register_family import NewMember, NewTie, Registered
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.families import CHILD, FATHER, registered
from tests.station import Station, enrolled
from tests.workers import employ, let_in, tried

BARRED = NotThisAdult(Bar.MUST_NOT_COLLECT)
MAY: Mapping[str, Value] = {"may_collect": True}
MUST_NOT: Mapping[str, Value] = {"must_not_collect": True, "until": "2027-06-30"}


@pytest.fixture
def station(store: Store, central: CentralAt, settings: Settings, clock: ToldClock) -> Station:
    """A desk, too."""
    return enrolled(store, central, settings, clock, role="desk")


@pytest.fixture
def by(station: Station, desk: Station, central: CentralAt) -> Entered:
    entered = let_in(station, central)
    desk.sync()
    return entered


def father_and_child(station: Station, by: Entered, values: dict[str, Value]) -> Registered:
    return registered(station, by, NewMember(FATHER), NewMember(CHILD), ties=(NewTie(0, 1, values),))


def tie_of(station: Station, family: Registered) -> str:
    held = station.do(lambda tx: tx.families.of_household(family.household))
    return next(one.id for one in held if one.kind is Kind.RELATION)


def change(
    at: Station, by: Entered, kind: Kind, id_: str, family: Registered, name: str, now: Value
) -> Edited | Same | NotFit | Protected | NotIn:
    today = at.clock.read()
    return at.do(lambda tx: edit(tx, by, Change(kind, id_, family.household, name, now), today))


def shown(at: Station, kind: Kind, id_: str) -> Record:
    return at.do(lambda tx: tx.families.get(kind, id_))


def let_go(at: Station, family: Registered) -> object:
    said = at.do(lambda tx: minor(tx, family.people[1]))
    return release(said, family.people[0], at.clock.read().day())


def joined(*stations: Station) -> None:
    for _ in range(2):
        for one in stations:
            assert one.sync().trouble == ""


def test_a_prohibition_is_not_ended_by_its_days(station: Station, by: Entered) -> None:
    family = father_and_child(station, by, dict(MUST_NOT))
    tie = tie_of(station, family)
    for name, now in (("until", "2026-11-30"), ("since", "2027-01-01")):
        assert change(station, by, Kind.RELATION, tie, family, name, now) == Protected()
    assert let_go(station, family) == BARRED
    assert isinstance(change(station, by, Kind.RELATION, tie, family, "until", "2027-12-31"), Edited)


def test_who_asks_to_end_a_prohibition_sooner_asks_a_second_person(
    station: Station, central: CentralAt, by: Entered
) -> None:
    family = father_and_child(station, by, dict(MUST_NOT))
    card = employ(central, Role.SAFEGUARDING, name="Carla Prova")
    station.sync()
    guard = tried(station, card)
    assert isinstance(guard, Entered)
    sooner = Change(Kind.RELATION, tie_of(station, family), family.household, "until", "2026-11-30")
    now = station.clock.read()
    assert isinstance(station.do(lambda tx: ask_to_weaken(tx, guard, sooner, now)), Asked)
    station.sync()
    assert "weakening_asked" in central.cases()
    assert let_go(station, family) == BARRED


@pytest.mark.parametrize("forbids_first", [True, False])
def test_who_forbids_it_is_not_undone_by_a_desk_that_ends_the_tie_meanwhile(
    station: Station, desk: Station, central: CentralAt, by: Entered, *, forbids_first: bool
) -> None:
    family = father_and_child(station, by, dict(MAY))
    joined(station, desk)
    tie = tie_of(desk, family)
    assert isinstance(change(station, by, Kind.RELATION, tie, family, "until", "2026-11-30"), Edited)
    assert isinstance(change(desk, by, Kind.RELATION, tie, family, "must_not_collect", now=True), Edited)
    joined(*((desk, station) if forbids_first else (station, desk)))
    assert "conflict" in central.cases()
    for at in (station, desk):
        assert let_go(at, family) == BARRED
        assert shown(at, Kind.RELATION, tie).also["until"] == ("2026-11-30",)


def test_a_tie_that_nobody_forbids_ends_on_its_day(station: Station, by: Entered) -> None:
    family = father_and_child(station, by, dict(MAY))
    assert let_go(station, family) == Released(Way.WITH_ADULT)
    change(station, by, Kind.RELATION, tie_of(station, family), family, "until", "2026-11-30")
    assert let_go(station, family) == NotThisAdult(Bar.NOT_AUTHORISED)


def test_a_record_is_not_made_one_of_somebody_else(station: Station, by: Entered) -> None:
    family = father_and_child(station, by, dict(MUST_NOT))
    for name in ("adult", "child"):
        assert change(station, by, Kind.RELATION, tie_of(station, family), family, name, "somebody-else") == NotFit()
    assert let_go(station, family) == BARRED


def test_a_day_is_written_as_a_day(station: Station, by: Entered) -> None:
    family = father_and_child(station, by, dict(MAY))
    for written in ("31/12/2026", "20261231", "2026-W50-1", "presto"):
        assert change(station, by, Kind.RELATION, tie_of(station, family), family, "until", written) == NotFit()


def test_long_notes_of_two_desks_stand_together_and_hold_nothing_up(
    station: Station, desk: Station, by: Entered
) -> None:
    family = father_and_child(station, by, {})
    change(station, by, Kind.NOTE, "note", family, "person", family.people[1])
    joined(station, desk)
    first, second = ("noci " + letter * 400 for letter in "ab")
    for at, text in ((station, first), (desk, second)):
        assert isinstance(change(at, by, Kind.NOTE, "note", family, "text", text), Edited)
    joined(station, desk)
    for at in (station, desk):
        assert set(shown(at, Kind.NOTE, "note").text("text").split("\n")) == {first, second}
        assert isinstance(change(at, by, Kind.NOTE, "note", family, "what", f"allergy {at.id}"), Edited)
    joined(station, desk)
    assert station.do(lambda tx: tx.events.waiting()) == 0


def test_what_does_not_fit_into_one_note_stands_beside_it(
    station: Station, desk: Station, central: CentralAt, by: Entered
) -> None:
    family = father_and_child(station, by, {})
    change(station, by, Kind.NOTE, "note", family, "person", family.people[1])
    joined(station, desk)
    for at, letter in ((station, "a"), (desk, "b")):
        assert isinstance(change(at, by, Kind.NOTE, "note", family, "text", letter * 3000), Edited)
    joined(station, desk)
    held = shown(station, Kind.NOTE, "note")
    assert {held.text("text"), *held.also["text"]} == {"a" * 3000, "b" * 3000}
    assert "conflict" in central.cases()
