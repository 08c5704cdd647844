"""An adult collects a child (PRODUCT.md): who is less than 18, or the child itself, is nobody's guardian."""

import pytest

from kiosk.domain.families import Kind, Value
from kiosk.domain.release import Standing, standing
from kiosk.domain.workers import Entered, Role
from kiosk.usecases.edit_family import Change, Edited, NotFit, edit
from kiosk.usecases.find_family import minor
from kiosk.usecases.register_family import Known, NewMember, NewTie, add_member, register_family
from kiosk.usecases.tie import set_tie
from tests.central_at import CentralAt
from tests.families import CHILD, MOTHER, registered
from tests.station import Station
from tests.workers import let_in

BROTHER: dict[str, Value] = {"given": "Omar", "family": "Haddad", "latin": "Omar Haddad", "role": "child"}
BORN = {"of nobody knows what age": "", "of ten": "2016-05-05", "of seventeen": "2009-01-01"}


@pytest.fixture
def by(desk: Station, central: CentralAt) -> Entered:
    return let_in(desk, central, Role.COORDINATOR)


def told(desk: Station, by: Entered, household: str, pair: tuple[str, str], name: str) -> tuple[object, ...]:
    adult, child = pair
    now = desk.clock.read()
    return desk.do(lambda tx: set_tie(tx, by, household, adult, child, name, True, now))


@pytest.mark.parametrize("born", BORN.values(), ids=BORN)
@pytest.mark.parametrize("name", ["guardian", "may_collect"])
def test_a_brother_collects_nobody(desk: Station, by: Entered, born: str, name: str) -> None:
    family = registered(desk, by, NewMember({**BROTHER, "born": born}), NewMember(CHILD))
    assert told(desk, by, family.household, family.people, name) == (NotFit(),)  # type: ignore[arg-type]


def test_a_birth_date_says_more_than_a_role_and_from_18_a_brother_may(desk: Station, by: Entered) -> None:
    young = registered(desk, by, NewMember({**BROTHER, "role": "adult", "born": "2010-01-01"}), NewMember(CHILD))
    assert told(desk, by, young.household, young.people, "may_collect") == (NotFit(),)  # type: ignore[arg-type]
    grown = registered(desk, by, NewMember({**BROTHER, "born": "2008-01-01"}), NewMember(CHILD))
    done, _basis = told(desk, by, grown.household, grown.people, "may_collect")  # type: ignore[arg-type]
    assert isinstance(done, Edited)


def test_no_child_is_handed_to_itself(desk: Station, by: Entered) -> None:
    family = registered(desk, by, NewMember(MOTHER), NewMember(CHILD))
    child = family.people[1]
    assert told(desk, by, family.household, (child, child), "may_collect") == (NotFit(),)


def test_who_is_kept_away_may_be_of_any_age(desk: Station, by: Entered) -> None:
    family = registered(desk, by, NewMember({**BROTHER, "born": "2010-01-01"}), NewMember(CHILD))
    (done,) = told(desk, by, family.household, family.people, "must_not_collect")  # type: ignore[arg-type]
    assert isinstance(done, Edited)


def test_a_family_is_not_registered_with_a_child_for_a_guardian(desk: Station, by: Entered) -> None:
    now, tie = desk.clock.read(), NewTie(0, 1, {"guardian": True})
    members = (NewMember({**BROTHER, "born": "2010-01-01"}), NewMember(CHILD))
    before = desk.do(lambda tx: tx.events.waiting())
    assert desk.do(lambda tx: register_family(tx, by, "Haddad", members, (tie,), now)) == NotFit()
    family = registered(desk, by, members[0])
    ties = (Known(family.people[0], {"may_collect": True}),)
    assert desk.do(lambda tx: add_member(tx, by, family.household, NewMember(CHILD), ties, "", now)) == NotFit()
    assert desk.do(lambda tx: tx.events.waiting()) > before


def test_what_a_desk_said_that_knew_less_stands_and_a_person_looks(
    desk: Station, by: Entered, central: CentralAt
) -> None:
    """A child by another hub's word, whom this desk had never heard of."""
    family = registered(desk, by, NewMember(MOTHER), NewMember(CHILD))
    other = {"person": "omar", "role": "child", "born": "2010-01-01"}
    record = {"household": "elsewhere", "fields": other, "also": {}, "in": {}}
    central.publish("member", "m-omar", record, scope="desk:hub-2")
    done, _basis = told(desk, by, family.household, ("omar", family.people[1]), "may_collect")
    assert isinstance(done, Edited)
    assert desk.sync().trouble == ""
    assert central.cases() == ["not_an_adult"]
    (tie,) = desk.do(lambda tx: tx.families.of_person(family.people[1], Kind.RELATION))
    assert tie.record.flag("may_collect")
    change = Change(Kind.RELATION, tie.id, family.household, "may_collect", now=False)
    now = desk.clock.read()
    assert isinstance(desk.do(lambda tx: edit(tx, by, change, now)), Edited)


def test_whose_birth_date_is_put_right_to_less_than_18_is_not_offered_any_more(desk: Station, by: Entered) -> None:
    family = registered(desk, by, NewMember({**BROTHER, "role": "adult"}), NewMember(CHILD))
    brother, child = family.people
    told(desk, by, family.household, (brother, child), "may_collect")
    now = desk.clock.read()
    assert desk.do(lambda tx: standing(minor(tx, child), brother, now.day())) is Standing.MAY_COLLECT
    (member,) = desk.do(lambda tx: tx.families.of_person(brother, Kind.MEMBER))
    born = Change(Kind.MEMBER, member.id, family.household, "born", now="2010-01-01")
    assert isinstance(desk.do(lambda tx: edit(tx, by, born, now)), Edited)
    assert desk.do(lambda tx: standing(minor(tx, child), brother, now.day())) is Standing.NOBODY
