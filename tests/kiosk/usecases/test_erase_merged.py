"""Who is erased was merged with somebody of another household: that one stays whole, and nothing says with whom."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from central import deciding
from kiosk.domain.erasure import Because
from kiosk.domain.families import Kind, Value
from kiosk.domain.release import Bar, NotThisAdult, release
from kiosk.domain.workers import Entered, Role
from kiosk.field import audit
from kiosk.usecases.edit_family import Change, Edited, Protected, edit
from kiosk.usecases.erase_family import Erased, erase
from kiosk.usecases.find_family import find, minor
from kiosk.usecases.merge_people import Merged, merge_people
from kiosk.usecases.register_family import NewMember, NewTie, Registered
from tests import leftovers
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.families import CHILD, FATHER, MOTHER, registered
from tests.kiosk.sync.test_pull import back_up, restore
from tests.station import Station
from tests.workers import let_in

NAMES = ("Samira", "Haddad", "أمينة", "حداد")
GRANDMOTHER: dict[str, Value] = {"given": "Zahra", "family": "Rossi", "latin": "Zahra Rossi", "role": "adult"}


@dataclass
class Hub:
    """A door and a desk that know Amina by her mother's household, and by her father's."""

    central: CentralAt
    door: Station
    desk: Station
    by: Entered
    mothers: Registered
    fathers: Registered

    def merged(self, keep: str, drop: str) -> str:
        now = self.desk.clock.read()
        done = self.desk.do(lambda tx: merge_people(tx, self.by, keep, drop, now))
        assert isinstance(done, Merged)
        return done.event

    def erased(self, household: str, person: str = "", by: Entered | None = None) -> object:
        now = self.desk.clock.read()
        return self.desk.do(lambda tx: erase(tx, by or self.by, household, person, Because.ASKED, now))

    def said(self, id_: str, household: str, **values: Value) -> None:
        now = self.desk.clock.read()
        for name, value in values.items():
            change = Change(Kind.RELATION, id_, household, name, value)
            assert isinstance(self.desk.do(lambda tx, one=change: edit(tx, self.by, one, now)), Edited)  # type: ignore[misc]

    def synced(self) -> None:
        for _ in range(2):
            for station in (self.desk, self.door):
                assert station.sync().trouble == ""

    def left(self) -> list[str]:
        """Of the mother's household, anywhere."""
        ids = (self.mothers.household, *self.mothers.people)
        at_stations = [line for station in (self.desk, self.door) for line in leftovers.at(station, NAMES, ids)]
        return [*at_stations, *leftovers.at_central(self.central, NAMES, ids)]

    def may(self, child: str, adult: str) -> object:
        return release(self.desk.do(lambda tx: minor(tx, child)), adult, self.desk.clock.read().day())


@pytest.fixture
def hub(station: Station, desk: Station, central: CentralAt) -> Hub:
    by = let_in(desk, central, Role.COORDINATOR)
    tie = NewTie(0, 1, {"guardian": True})
    mothers = registered(desk, by, NewMember(MOTHER), NewMember(CHILD), ties=(tie,))
    again = NewMember({**CHILD, "given": "Amina", "family": "Nasr", "latin": "Amina Nasr"})
    fathers = registered(desk, by, NewMember(FATHER), again, ties=(tie,), label="Nasr")
    return Hub(central, station, desk, by, mothers, fathers)


@pytest.mark.parametrize("synced", [False, True], ids=["central never heard of it", "central knows it"])
def test_with_whom_they_were_merged_is_forgotten_everywhere(hub: Hub, *, synced: bool) -> None:
    hub.merged(hub.fathers.people[1], hub.mothers.people[1])
    if synced:
        hub.synced()
    assert isinstance(hub.erased(hub.mothers.household), Erased)
    ids = (hub.mothers.household, *hub.mothers.people)
    assert leftovers.at(hub.desk, NAMES, ids) == []
    hub.synced()
    assert hub.left() == []
    assert hub.desk.do(audit.verify).holds()
    assert hub.central.cases() == []
    with hub.central.writing() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM records WHERE kind = 'merge' AND state = 'live'").scalar() == 0


def test_the_desk_that_said_it_forgets_whom_the_office_erases(hub: Hub, central: CentralAt) -> None:
    """The city's office erases; the desk that merged them hears of it."""
    hub.merged(hub.fathers.people[1], hub.mothers.people[1])
    hub.synced()
    with central.writing() as tx:
        deciding.erase(tx, central.own.journal, hub.mothers.household, "", "Ada", Because.ASKED, central.own.now())
    hub.synced()
    assert hub.left() == []
    assert hub.desk.do(audit.verify).holds()


def test_yesterdays_backup_brings_no_merge_back(hub: Hub, central: CentralAt, clock: ToldClock, tmp_path: Path) -> None:
    hub.merged(hub.fathers.people[1], hub.mothers.people[1])
    hub.synced()
    backup = back_up(central, tmp_path)
    clock.pass_(timedelta(days=1).total_seconds())
    hub.erased(hub.mothers.household)
    hub.synced()
    restore(central, backup)
    hub.synced()
    assert hub.left() == []


def test_the_other_household_stays_whole(hub: Hub) -> None:
    father, amina = hub.fathers.people
    hub.said("ban", hub.fathers.household, child=amina, adult="somebody", must_not_collect=True)
    hub.merged(hub.mothers.people[1], amina)
    hub.synced()
    assert isinstance(hub.erased(hub.mothers.household), Erased)
    for _ in range(2):
        assert len(hub.desk.do(lambda tx: find(tx, hub.by, "nasr", hub.desk.clock.read()))) == 2  # type: ignore[arg-type]
        assert hub.may(amina, father) != NotThisAdult(Bar.NOT_AUTHORISED)
        assert hub.may(amina, "somebody") == NotThisAdult(Bar.MUST_NOT_COLLECT)
        hub.synced()


def test_who_were_one_through_somebody_erased_stay_one(hub: Hub) -> None:
    amina, erased = hub.fathers.people[1], hub.mothers.people[1]
    third = registered(hub.desk, hub.by, NewMember({**CHILD, "given": "Amy"}), label="Nonni").people[0]
    hub.merged(erased, amina)
    hub.merged(erased, third)
    hub.synced()
    hub.erased(hub.mothers.household)
    for _ in range(2):
        assert hub.desk.do(lambda tx: tx.merges.ids(amina)) == {amina, third}
        hub.synced()
    assert hub.door.do(lambda tx: tx.merges.ids(amina)) == {amina, third}
    assert leftovers.at(hub.desk, (), hub.mothers.people) == []


@pytest.mark.parametrize("synced", [False, True], ids=["central never heard of it", "central knows it"])
def test_who_must_not_collect_must_not_by_their_other_name(hub: Hub, *, synced: bool) -> None:
    """The prohibition named her as the erased household knew her; it is the other family's, and stands."""
    mother, amina = hub.mothers.people[0], hub.fathers.people[1]
    zahra = registered(hub.desk, hub.by, NewMember(GRANDMOTHER), label="Rossi").people[0]
    hub.said("ban", hub.fathers.household, child=amina, adult=mother, must_not_collect=True)
    hub.merged(zahra, mother)
    if synced:
        hub.synced()
    assert hub.may(amina, zahra) == NotThisAdult(Bar.MUST_NOT_COLLECT)
    assert isinstance(hub.erased(hub.mothers.household), Erased)
    assert hub.may(amina, zahra) == NotThisAdult(Bar.MUST_NOT_COLLECT)
    if synced:
        hub.synced()
        assert hub.may(amina, zahra) == NotThisAdult(Bar.MUST_NOT_COLLECT)


def test_a_protection_of_the_same_child_by_another_id_is_not_erased_by_the_way(hub: Hub, central: CentralAt) -> None:
    hub.said("ban", hub.mothers.household, child=hub.mothers.people[1], adult="somebody", must_not_collect=True)
    assert hub.may(hub.fathers.people[1], "somebody") != NotThisAdult(Bar.MUST_NOT_COLLECT)
    hub.merged(hub.fathers.people[1], hub.mothers.people[1])
    assert hub.may(hub.fathers.people[1], "somebody") == NotThisAdult(Bar.MUST_NOT_COLLECT)
    assert hub.erased(hub.mothers.household) == Protected()
    guard = let_in(hub.desk, central, Role.SAFEGUARDING, name="Carla Prova")
    assert isinstance(hub.erased(hub.mothers.household, by=guard), Erased)
