"""Somebody no longer lives in a household: what it said of them ends, what protects a child stays, and it has a way
back."""

from datetime import date

from kiosk.domain.families import Kind, Record
from kiosk.domain.living import Ended, is_left_alone, lives_there
from kiosk.domain.release import Standing, standing
from kiosk.domain.workers import Entered, NotEntered, NotIn, Role
from kiosk.usecases.edit_family import Change, Edited, NotFit, edit, put_back
from kiosk.usecases.expect import Party, all_of
from kiosk.usecases.find_family import find, minor
from kiosk.usecases.move_out import LastAdult, Moved, move_back, move_out, who_is_gone
from kiosk.usecases.register_family import NewMember, NewTie, Registered
from kiosk.usecases.walk_in import Home, home_of
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.families import CHILD, FATHER, MOTHER, registered
from tests.station import Station
from tests.workers import let_in, on_shift

DAY = date(2026, 12, 1)


def both_parents(desk: Station, by: Entered) -> Registered:
    """A mother, a father who must not collect, and their child."""
    ties = (
        NewTie(0, 2, {"guardian": True, "may_collect": True}),
        NewTie(1, 2, {"guardian": True, "must_not_collect": True, "until": "2027-06-30"}),
    )
    return registered(desk, by, NewMember(MOTHER), NewMember(FATHER), NewMember(CHILD), ties=ties)


def out(desk: Station, by: Entered, household: str, person: str, why: Ended = Ended.MOVED_AWAY) -> object:
    now = desk.clock.read()
    return desk.do(lambda tx: move_out(tx, by, household, person, why, now))


def at_home(desk: Station, by: Entered, household: str) -> set[str]:
    party = desk.do(lambda tx: all_of(tx, by, household))
    assert isinstance(party, Party)
    return set(party.people)


def member(desk: Station, household: str, person: str) -> Record:
    held = desk.do(lambda tx: tx.families.of_household(household))
    return next(one.record for one in held if one.kind is Kind.MEMBER and one.record.text("person") == person)


def test_who_moves_out_is_offered_no_more_and_may_not_collect_from_tomorrow(
    desk: Station, central: CentralAt, clock: ToldClock
) -> None:
    by = on_shift(desk, central)
    grandmother = {**MOTHER, "given": "Huda", "latin": "Huda Haddad"}
    ties = tuple(NewTie(one, 2, {"may_collect": True}) for one in (0, 1))
    home = registered(desk, by, NewMember(MOTHER), NewMember(grandmother), NewMember(CHILD), ties=ties)
    mother, huda, amina = home.people
    assert isinstance(out(desk, by, home.household, huda), Moved)
    offered = desk.do(lambda tx: home_of(tx, by, home.household, desk.clock.read()))
    assert isinstance(offered, Home)
    assert {one.person for one in offered.people} == at_home(desk, by, home.household) == {mother, amina}
    assert member(desk, home.household, huda).text("until") == "2026-12-01"
    found = desk.do(lambda tx: find(tx, by, "huda", desk.clock.read()))
    assert not isinstance(found, NotIn)
    assert [hit.gone for hit in found] == [True]
    clock.pass_(86400)
    tomorrow = clock.read()
    child = desk.do(lambda tx: minor(tx, amina))
    assert standing(child, huda, tomorrow.day()) is Standing.NOBODY
    assert standing(child, mother, tomorrow.day()) is Standing.MAY_COLLECT


def test_that_somebody_must_not_collect_stays_when_they_move_out(desk: Station, central: CentralAt) -> None:
    by = on_shift(desk, central)
    home = both_parents(desk, by)
    mother, father, amina = home.people
    assert isinstance(out(desk, by, home.household, father), Moved)
    child = desk.do(lambda tx: minor(tx, amina))
    assert standing(child, father, DAY) is Standing.MUST_NOT_COLLECT
    assert [one.until for one in child.ties if one.adult == father] == ["2027-06-30"]
    assert at_home(desk, by, home.household) == {mother, amina}


def test_a_child_of_two_households_stays_in_the_other(desk: Station, central: CentralAt) -> None:
    by = on_shift(desk, central)
    home = registered(desk, by, NewMember(MOTHER), NewMember(CHILD), ties=(NewTie(0, 1, {"may_collect": True}),))
    mother, amina = home.people
    tie = NewTie(0, 1, {"may_collect": True})
    other = registered(desk, by, NewMember(FATHER), NewMember({**CHILD, "alone": True}, amina), ties=(tie,), label="N")
    assert isinstance(out(desk, by, home.household, amina, Ended.OTHER_HOME), Moved)
    assert (at_home(desk, by, home.household), at_home(desk, by, other.household)) == ({mother}, {*other.people})
    child = desk.do(lambda tx: minor(tx, amina))
    assert child.leaving.alone
    assert [one.until for one in child.ties if one.adult == other.people[0]] == [""]
    assert isinstance(out(desk, by, other.household, amina), Moved)
    assert not desk.do(lambda tx: minor(tx, amina)).leaving.alone  # a parent wrote it for who lived with them


def test_children_are_not_left_without_an_adult(desk: Station, central: CentralAt) -> None:
    by = on_shift(desk, central)
    home = both_parents(desk, by)
    mother, father, amina = home.people
    assert isinstance(out(desk, by, home.household, father), Moved)
    assert out(desk, by, home.household, mother) == LastAdult()
    assert isinstance(out(desk, by, home.household, amina), Moved)
    assert isinstance(out(desk, by, home.household, mother), Moved)
    assert at_home(desk, by, home.household) == set()
    assert out(desk, by, home.household, mother) == NotFit()


def test_who_comes_for_the_social_services_is_no_adult_of_the_home() -> None:
    child, worker = Record("h", {"role": "child"}), Record("h", {"role": "case_worker"})
    assert is_left_alone([child, worker], DAY)
    assert not is_left_alone([child, Record("h", {"role": "foster_parent"})], DAY)
    assert not is_left_alone([worker], DAY)


def test_moving_out_is_undone_as_if_it_had_not_been(desk: Station, central: CentralAt) -> None:
    by = on_shift(desk, central)
    home = both_parents(desk, by)
    before = desk.do(lambda tx: [one.record.fields for one in tx.families.of_household(home.household)])
    moved, now = out(desk, by, home.household, home.people[2]), desk.clock.read()
    assert isinstance(moved, Moved)
    assert len(moved.events) == 3  # their mother's tie; since when, and why
    undone = desk.do(lambda tx: [put_back(tx, by, event, now) for event in moved.events])
    assert all(isinstance(one, Edited) for one in undone)
    after = desk.do(lambda tx: [one.record for one in tx.families.of_household(home.household)])
    assert [{**one, "until": one.get("until", ""), "ended": ""} for one in before] == [
        {**one.fields, "until": one.text("until"), "ended": ""} for one in after
    ]


def test_who_comes_back_lives_there_again(desk: Station, central: CentralAt) -> None:
    by = on_shift(desk, central)
    home, now = both_parents(desk, by), desk.clock.read()
    father = home.people[1]
    assert desk.do(lambda tx: move_back(tx, by, home.household, father, now)) == NotFit()
    out(desk, by, home.household, father)
    assert isinstance(desk.do(lambda tx: move_back(tx, by, home.household, father, now)), Moved)
    assert at_home(desk, by, home.household) == {*home.people}


def test_of_a_shielded_household_safeguarding_alone_says_so(desk: Station, central: CentralAt) -> None:
    by, guard = on_shift(desk, central), on_shift(desk, central, Role.SAFEGUARDING)
    home, now = both_parents(desk, by), desk.clock.read()
    shield = Change(Kind.HOUSEHOLD, home.household, home.household, "shielded", now=True)
    desk.do(lambda tx: edit(tx, by, shield, now))
    assert out(desk, by, home.household, home.people[1]) == NotIn(NotEntered.NOT_ALLOWED)
    assert isinstance(out(desk, guard, home.household, home.people[1]), Moved)


def test_two_desks_that_each_let_an_adult_go_agree_and_a_person_looks(
    station: Station, desk: Station, central: CentralAt
) -> None:
    """`station` stands for the hub's other desk."""
    with central.writing() as tx:
        tx.exec_driver_sql(f"UPDATE stations SET role = 'desk' WHERE id = '{station.id}'")
    here, there = let_in(desk, central), let_in(station, central, name="Bea Prova")
    home = both_parents(desk, here)
    mother, father, amina = home.people
    for one in (desk, station, desk):
        assert one.sync().trouble == ""
    assert isinstance(out(desk, here, home.household, father), Moved)
    rename = Change(Kind.MEMBER, member_id(station, home.household, father), home.household, "latin", "Karim N")
    station.do(lambda tx: edit(tx, there, rename, station.clock.read()))
    assert isinstance(out(station, there, home.household, mother), Moved)
    for one in (desk, station, desk, station):
        assert one.sync().trouble == ""
    held = [one.do(lambda tx: tx.families.of_household(home.household)) for one in (desk, station)]
    assert held[0] == held[1]
    assert at_home(desk, here, home.household) == {amina}
    assert member(desk, home.household, father).text("latin") == "Karim N"
    assert central.cases() == ["no_adult_left"]


def member_id(desk: Station, household: str, person: str) -> str:
    held = desk.do(lambda tx: tx.families.of_household(household))
    return next(one.id for one in held if one.kind is Kind.MEMBER and one.record.text("person") == person)


def test_a_touchscreen_is_told_no_more_of_who_lives_nowhere(
    station: Station, desk: Station, central: CentralAt
) -> None:
    by = let_in(desk, central)
    home = both_parents(desk, by)
    amina = home.people[2]
    for one in (desk, station):
        assert one.sync().trouble == ""
    assert station.do(lambda tx: tx.people.get(amina)) is not None
    out(desk, by, home.household, amina)
    for one in (desk, station):
        assert one.sync().trouble == ""
    assert station.do(lambda tx: tx.people.get(amina)) is None
    assert desk.do(lambda tx: who_is_gone(tx, home.household)) == {amina}
    assert not lives_there(member(desk, home.household, amina))
