"""A family arrives by one card: the same as last time is one touch away, and all come in or nobody."""

from dataclasses import dataclass

import pytest

from kiosk.domain.attendance import CountedAs, Counts, Who
from kiosk.domain.pictures import Identified
from kiosk.domain.visits import Family, FamilyArrived, Reason, Refused, Undone
from kiosk.field import audit
from kiosk.usecases.arrive_family import arrive_family, family_of, undo_family
from kiosk.usecases.inside import register
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.station import Station
from tests.workers import let_in, read

HOUSEHOLD = Identified("mother", "household-1")
AGES = {"amina": CountedAs(Who.CHILD, "6-10"), "omar": CountedAs(Who.CHILD, "0-5"), "mother": CountedAs(Who.ADULT)}


@dataclass
class Door:
    station: Station
    code: str

    def offered(self) -> Family:
        scanned, now = read(self.station, self.code), self.station.clock.read()
        said = self.station.do(lambda tx: family_of(tx, scanned, now))
        assert isinstance(said, Family)
        return said

    def confirmed(self, *chosen: str, adults: int = 0, vouched: object = None) -> object:
        scanned, now = read(self.station, self.code), self.station.clock.read()
        return self.station.do(
            lambda tx: arrive_family(
                tx,
                scanned,
                chosen,
                adults,
                now,
                lambda person: AGES.get(person, CountedAs()),
                vouched,  # type: ignore[arg-type]
            )
        )

    def counts(self) -> Counts:
        now = self.station.clock.read()
        return self.station.do(lambda tx: register(tx, now)).inside


@pytest.fixture
def door(station: Station, central: CentralAt) -> Door:
    """A station that knows a mother and her two children; each has a card, the mother shows hers."""
    codes = central.cards("mother", "amina", "omar")
    station.sync()
    return Door(station, codes["mother"])


def names(family: Family) -> list[str]:
    return [person.id for person in family.people]


def test_a_card_alone_shows_nobody_but_its_holder(door: Door) -> None:
    offered = door.offered()
    assert (names(offered), sorted(offered.chosen), offered.adults) == (["mother"], ["mother"], 0)
    assert door.confirmed("mother", "amina") == Refused(Reason.NOT_THIS_CARDS)
    assert door.station.do(lambda tx: tx.visits.count()) == 0


def test_who_knows_the_pictures_brings_the_household_and_the_card_remembers_them(door: Door, clock: ToldClock) -> None:
    came = door.confirmed("amina", "omar", adults=2, vouched=HOUSEHOLD)
    assert isinstance(came, FamilyArrived)
    assert len(came.arrived) == 2
    assert door.counts() == Counts({"6-10": 1, "0-5": 1}, adults=2)
    clock.pass_(24 * 3600)
    offered = door.offered()
    assert names(offered) == ["mother", "amina", "omar"]
    assert (sorted(offered.chosen), offered.adults, sorted(offered.here)) == (["amina", "omar"], 2, [])
    assert isinstance(door.confirmed(*offered.chosen, adults=offered.adults), FamilyArrived)
    assert door.counts() == Counts({"6-10": 1, "0-5": 1}, adults=2)


def test_the_last_choice_is_remembered_and_not_an_older_one(door: Door, clock: ToldClock) -> None:
    door.confirmed("amina", "omar", adults=2, vouched=HOUSEHOLD)
    clock.pass_(24 * 3600)
    door.confirmed("omar", adults=1)
    clock.pass_(24 * 3600)
    offered = door.offered()
    assert (sorted(offered.chosen), offered.adults) == (["omar"], 1)


def test_the_pictures_of_another_household_open_nothing(door: Door) -> None:
    other = Identified("mother", "household-2")
    assert door.confirmed("amina", vouched=other) == Refused(Reason.NOT_THIS_CARDS)


def test_a_worker_brings_anybody(door: Door, central: CentralAt) -> None:
    by = let_in(door.station, central)
    came = door.confirmed("amina", "cousin", vouched=by)
    assert isinstance(came, FamilyArrived)
    assert door.counts() == Counts({"6-10": 1}, unknown=1)


def test_a_finger_that_comes_twice_counts_nobody_twice(door: Door, clock: ToldClock) -> None:
    door.confirmed("mother", adults=2)
    clock.pass_(3)
    again = door.confirmed("mother", adults=2)
    assert isinstance(again, FamilyArrived)
    assert (again.party, again.arrived, len(again.here)) == ("", (), 1)
    clock.pass_(60)
    door.confirmed("mother", adults=2)
    assert door.counts() == Counts(adults=3)


def test_adults_who_come_without_a_name_are_counted_once_by_a_finger_that_comes_twice(
    door: Door, clock: ToldClock
) -> None:
    door.confirmed(adults=2)
    clock.pass_(9)
    door.confirmed(adults=2)
    assert door.counts() == Counts(adults=2)
    clock.pass_(600)
    door.confirmed(adults=1)  # the grandmother, later
    assert door.counts() == Counts(adults=3)


def test_who_is_here_is_greeted_and_the_others_come_in(door: Door, clock: ToldClock) -> None:
    door.confirmed("amina", vouched=HOUSEHOLD)
    clock.pass_(600)
    assert door.offered().here == {"amina"}
    came = door.confirmed("amina", "omar", adults=1, vouched=HOUSEHOLD)
    assert isinstance(came, FamilyArrived)
    assert (len(came.arrived), len(came.here), came.adults) == (1, 1, 1)
    assert door.counts() == Counts({"6-10": 1, "0-5": 1}, adults=1)


def test_an_undo_takes_the_whole_family_back(door: Door, clock: ToldClock) -> None:
    came = door.confirmed("amina", "omar", adults=2, vouched=HOUSEHOLD)
    assert isinstance(came, FamilyArrived)
    now = clock.read()
    undone = door.station.do(lambda tx: undo_family(tx, came.party, now))
    assert isinstance(undone, tuple)
    assert {type(one) for one in undone} == {Undone}
    assert len(undone) == 3
    assert door.counts() == Counts()
    assert door.station.do(lambda tx: undo_family(tx, came.party, now)) == Refused(Reason.TOO_LATE)
    assert door.station.do(lambda tx: undo_family(tx, "", now)) == Refused(Reason.TOO_LATE)
    assert door.station.do(audit.verify).holds()


def test_nobody_and_too_many_are_no_family(door: Door) -> None:
    assert door.confirmed() == door.confirmed(adults=-1) == Refused(Reason.NOBODY)
    assert door.confirmed("mother", adults=1000) == Refused(Reason.NOBODY)


def test_all_come_in_or_nobody(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the last row")

    monkeypatch.setattr("kiosk.usecases.arrive_family.record_count", broken)
    with pytest.raises(RuntimeError):
        door.confirmed("amina", "omar", adults=2, vouched=HOUSEHOLD)
    assert door.station.do(lambda tx: (tx.visits.count(), tx.events.waiting())) == (0, 0)


def test_the_card_of_one_child_is_not_taken_for_a_sibling(door: Door, clock: ToldClock) -> None:
    """Siblings come in by one card: the card itself is not here because they are."""
    door.confirmed("amina", vouched=HOUSEHOLD)
    clock.pass_(60)
    assert door.station.do(lambda tx: tx.visits.count()) == 1
    door.station.scan(door.code)
    assert door.station.do(lambda tx: tx.visits.count()) == 2
