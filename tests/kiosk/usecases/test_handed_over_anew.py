"""Nobody gets past a prohibition by being written anew: who may have a child from now on is safeguarding's to say where
somebody must not."""

import pytest

from central import agreeing, prohibiting
from kiosk.domain.families import Kind, Value
from kiosk.domain.release import Standing, standing
from kiosk.domain.workers import Entered, NotEntered, NotIn, Role
from kiosk.usecases.edit_family import Asked, Change, Edited, NotFit, Protected, edit
from kiosk.usecases.find_family import minor
from kiosk.usecases.register_family import Known, NewMember, NewTie, Registered, add_member, register_family
from kiosk.usecases.tie import ask_to_hand_over, between, set_tie
from tests.central_at import CentralAt
from tests.families import CHILD, FATHER, MOTHER, registered
from tests.station import Station
from tests.workers import let_in

AUNT: dict[str, Value] = {"given": "Huda", "family": "Nasr", "latin": "Huda Nasr", "role": "adult"}


@pytest.fixture
def by(desk: Station, central: CentralAt) -> Entered:
    return let_in(desk, central, Role.COORDINATOR)


def family_at(desk: Station, by: Entered, *ties: NewTie) -> Registered:
    """A mother, an aunt of whom nothing was said, and their child."""
    return registered(desk, by, NewMember(MOTHER), NewMember(AUNT), NewMember(CHILD), ties=ties)


def says(
    desk: Station, by: Entered, home: str, adult: str, child: str, name: str = "may_collect"
) -> tuple[object, ...]:
    now = desk.clock.read()
    return desk.do(lambda tx: set_tie(tx, by, home, adult, child, name, True, now))


def stands(desk: Station, child: str, adult: str) -> Standing:
    return desk.do(lambda tx: standing(minor(tx, child), adult, desk.clock.read().day()))


def forbidden_elsewhere(central: CentralAt, child: str) -> None:
    """A household of another hub says that somebody must not collect them, whom nobody knows here."""
    tie = {"adult": "somebody", "child": child, "must_not_collect": True}
    record = {"household": "theirs", "fields": tie, "also": {}, "in": {}}
    central.publish("relation", "their-tie", record, scope="desk:hub-2")


def told_of_somebody(desk: Station, central: CentralAt, child: str) -> None:
    assert desk.sync().trouble == ""
    forbidden_elsewhere(central, child)
    with central.writing() as tx:
        prohibiting.tell(tx, {child})
    assert desk.sync().trouble == ""


def test_a_parents_word_is_enough_and_it_is_written_that_it_was_that(desk: Station, by: Entered) -> None:
    home = family_at(desk, by)
    _, aunt, child = home.people
    done = says(desk, by, home.household, aunt, child)
    assert [type(one) for one in done] == [Edited, Edited]
    (record,) = desk.do(lambda tx: between(tx, home.household, aunt, child))
    held = desk.do(lambda tx: tx.families.get(Kind.RELATION, record))
    assert (held.flag("may_collect"), held.text("basis")) == (True, "delegation")


def test_what_somebody_said_of_the_basis_stays(desk: Station, by: Entered) -> None:
    home = family_at(desk, by, NewTie(1, 2, {"basis": "court order"}))
    _, aunt, child = home.people
    assert [type(one) for one in says(desk, by, home.household, aunt, child)] == [Edited]
    (record,) = desk.do(lambda tx: between(tx, home.household, aunt, child))
    assert desk.do(lambda tx: tx.families.get(Kind.RELATION, record)).text("basis") == "court order"


@pytest.mark.parametrize("until", ["", "2027-01-01"])
def test_who_must_not_collect_in_one_household_is_not_let_in_by_another(desk: Station, by: Entered, until: str) -> None:
    home = registered(
        desk,
        by,
        NewMember(MOTHER),
        NewMember(FATHER),
        NewMember(CHILD),
        ties=(NewTie(1, 2, {"must_not_collect": True, "since": "2026-12-24" if until else "", "until": until}),),
    )
    _, father, child = home.people
    assert says(desk, by, home.household, father, child) == (Protected(),)
    members = [NewMember(FATHER, father), NewMember(CHILD, child)]
    now, tie = desk.clock.read(), NewTie(0, 1, {"may_collect": True})
    made = desk.do(lambda tx: register_family(tx, by, "Nasr", members, [tie], now))
    assert made == Protected()
    theirs = registered(desk, by, *members, label="Nasr")
    assert says(desk, by, theirs.household, father, child) == (Protected(),)
    assert [type(one) for one in says(desk, by, theirs.household, father, child, "guardian")] == [Edited]
    assert desk.do(lambda tx: minor(tx, child)).ties  # a guardian who must not collect, as courts have it


def test_who_is_new_where_somebody_must_not_whom_nobody_knows_is_for_two_of_safeguarding(
    desk: Station, central: CentralAt, by: Entered
) -> None:
    home = family_at(desk, by, NewTie(0, 2, {"guardian": True}))
    mother, aunt, child = home.people
    told_of_somebody(desk, central, child)
    for name in ("may_collect", "guardian"):
        assert says(desk, by, home.household, aunt, child, name) == (Protected(),)
    now, uncle = desk.clock.read(), NewMember({**FATHER, "given": "Tariq"})
    known = [Known(child, {"may_collect": True})]
    assert desk.do(lambda tx: add_member(tx, by, home.household, uncle, known, "", now)) == Protected()
    assert [type(one) for one in says(desk, by, home.household, mother, child)] == [Edited]  # she may already
    refused = desk.do(lambda tx: ask_to_hand_over(tx, by, home.household, aunt, child, "may_collect", now))
    assert refused == NotIn(NotEntered.NOT_ALLOWED)
    guard = let_in(desk, central, Role.SAFEGUARDING, name="Gea Prova")
    assert says(desk, guard, home.household, aunt, child) == (Protected(),)
    asked = desk.do(lambda tx: ask_to_hand_over(tx, guard, home.household, aunt, child, "may_collect", now))
    assert isinstance(asked, Asked)
    assert desk.sync().trouble == ""
    assert stands(desk, child, aunt) is Standing.NOBODY
    second = let_in(desk, central, Role.SAFEGUARDING, name="Ida Prova")
    with central.writing() as tx:
        (number,) = tx.exec_driver_sql("SELECT id FROM cases WHERE kind = 'weakening_asked'").scalars().all()
        agreeing.agree(tx, number, second.worker.id, "seen with the court's paper", "2026-12-01T10:00:00.000Z")
    assert desk.sync().trouble == ""
    assert stands(desk, child, aunt) is Standing.MAY_COLLECT


def test_there_is_nothing_to_ask_where_nobody_is_kept_away(desk: Station, central: CentralAt) -> None:
    guard = let_in(desk, central, Role.COORDINATOR, Role.SAFEGUARDING)
    home, now = family_at(desk, guard), desk.clock.read()
    _, aunt, child = home.people
    said = desk.do(lambda tx: ask_to_hand_over(tx, guard, home.household, aunt, child, "may_collect", now))
    assert said == NotFit()


def test_what_a_desk_did_not_know_when_it_said_so_is_seen_by_safeguarding(
    desk: Station, central: CentralAt, by: Entered
) -> None:
    home = family_at(desk, by)
    _, aunt, child = home.people
    assert desk.sync().trouble == ""
    forbidden_elsewhere(central, child)
    says(desk, by, home.household, aunt, child)  # nobody has told this desk yet
    assert desk.sync().trouble == ""
    assert central.cases() == ["may_collect_despite"]


def test_a_prohibition_that_is_over_keeps_nobody_away(desk: Station, by: Entered) -> None:
    home = family_at(desk, by, NewTie(1, 2, {"must_not_collect": True, "until": "2026-11-01"}))
    _, aunt, child = home.people
    done = says(desk, by, home.household, aunt, child)
    assert isinstance(done[0], Edited)
    off = desk.do(lambda tx: set_tie(tx, by, home.household, aunt, child, "may_collect", False, desk.clock.read()))
    assert all(isinstance(one, Edited) for one in off)
    label = Change(Kind.HOUSEHOLD, home.household, home.household, "label", "Nasr")
    assert isinstance(desk.do(lambda tx: edit(tx, by, label, desk.clock.read())), Edited)
