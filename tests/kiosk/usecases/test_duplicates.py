"""Who may have been registered twice is shown to who may merge them, the surest first."""

import pytest

from kiosk.db.families import _TWINS
from kiosk.domain.families import Kind
from kiosk.domain.likeness import Alike
from kiosk.domain.workers import Entered, NotEntered, NotIn, Role
from kiosk.field import audit
from kiosk.usecases.duplicates import duplicates
from kiosk.usecases.edit_family import Change, edit
from kiosk.usecases.merge_people import Merged, merge_people
from kiosk.usecases.register_family import NewMember
from kiosk.usecases.tell_apart import Apart, NoSuchPair, tell_apart, undo_apart
from tests.central_at import CentralAt
from tests.families import CHILD, FATHER, MOTHER, mother_and_child, registered
from tests.station import Station
from tests.workers import employ, let_in, tried


@pytest.fixture
def by(desk: Station, central: CentralAt) -> Entered:
    return let_in(desk, central, Role.COORDINATOR)


def seen(desk: Station, by: Entered) -> list[tuple[str, str, Alike]]:
    now = desk.clock.read()
    said = desk.do(lambda tx: duplicates(tx, by, now))
    assert isinstance(said, tuple)
    return [(likely.one.person, likely.other.person, likely.alike) for likely in said]


def test_who_was_registered_twice_is_shown_until_they_are_one(desk: Station, by: Entered) -> None:
    first, second = (mother_and_child(desk, by) for _ in range(2))
    registered(desk, by, NewMember(FATHER), NewMember({**CHILD, "born": "2016-01-01"}))
    child, mother = ((first.people[n], second.people[n]) for n in (1, 0))
    expected = [(*child, Alike.NAMES_AND_BIRTH), (*mother, Alike.NAMES)]
    assert seen(desk, by) == expected
    desk.sync()
    assert seen(desk, by) == expected  # as central told it, too
    now = desk.clock.read()
    assert isinstance(desk.do(lambda tx: merge_people(tx, by, *child, now)), Merged)
    assert seen(desk, by) == expected[1:]


def test_a_name_put_right_is_no_longer_like_another(desk: Station, by: Entered) -> None:
    mother_and_child(desk, by)
    again = registered(desk, by, NewMember(MOTHER))
    desk.sync()
    assert len(seen(desk, by)) == 1
    (member,) = desk.do(lambda tx: tx.families.of_person(again.people[0], Kind.MEMBER))
    now = desk.clock.read()
    for name, value in {"given": "Sara", "latin": "Sara Haddad"}.items():
        change = Change(Kind.MEMBER, member.id, again.household, name, value)
        desk.do(lambda tx, one=change: edit(tx, by, one, now))  # type: ignore[misc]
    assert seen(desk, by) == []
    desk.sync()
    assert seen(desk, by) == []


def test_one_person_of_two_households_and_a_parent_and_child_of_one_name_are_no_duplicates(
    desk: Station, by: Entered
) -> None:
    family = mother_and_child(desk, by)
    registered(desk, by, NewMember(FATHER), NewMember(CHILD, family.people[1]))
    registered(desk, by, NewMember({**MOTHER, "role": "child"}))
    assert seen(desk, by) == []


def test_nobody_of_a_shielded_household_is_shown_but_to_safeguarding(
    desk: Station, central: CentralAt, by: Entered
) -> None:
    family = mother_and_child(desk, by)
    registered(desk, by, NewMember(MOTHER))
    home, now = family.household, desk.clock.read()
    desk.do(lambda tx: edit(tx, by, Change(Kind.HOUSEHOLD, home, home, "shielded", now=True), now))
    assert seen(desk, by) == []
    card = employ(central, Role.SAFEGUARDING)
    desk.sync()
    guard = tried(desk, card)
    assert isinstance(guard, Entered)
    assert len(seen(desk, guard)) == 1


def test_an_educator_is_shown_nobody(desk: Station, central: CentralAt) -> None:
    by, now = let_in(desk, central), desk.clock.read()
    assert desk.do(lambda tx: duplicates(tx, by, now)) == NotIn(NotEntered.NOT_ALLOWED)


def test_a_town_is_looked_through_by_one_index(desk: Station) -> None:
    """30,000 people: what is read is what their names are kept in order by, never the people."""
    plan = desk.do(lambda tx: tx.families._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {_TWINS}", (1,)).all())
    steps = [row[3] for row in plan if "name_forms" in row[3]]
    assert len(steps) == 3
    assert all("COVERING INDEX name_forms_in_order" in step for step in steps)


def test_two_who_were_told_apart_are_suggested_no_more_until_it_is_taken_back(desk: Station, by: Entered) -> None:
    first, second = (mother_and_child(desk, by) for _ in range(2))
    (child, mother), now = [(first.people[n], second.people[n]) for n in (1, 0)], desk.clock.read()
    said = desk.do(lambda tx: tell_apart(tx, by, child[1], child[0], now))
    assert isinstance(said, Apart)
    assert seen(desk, by) == [(*mother, Alike.NAMES)]
    assert desk.do(lambda tx: tell_apart(tx, by, *child, now)) == NoSuchPair()
    assert desk.sync().trouble == ""
    assert seen(desk, by) == [(*mother, Alike.NAMES)]
    (kept,) = [one for one in desk.do(lambda tx: list(tx.events.chain(desk.id)))[0][1] if one.header.id == said.event]
    assert kept.body is not None
    assert not set(child) & set(map(str, kept.body.content.values()))  # it outlives an erasure, and says nobody's id
    assert isinstance(desk.do(lambda tx: undo_apart(tx, by, said.event, now)), str)
    assert desk.do(lambda tx: undo_apart(tx, by, said.event, now)) == NoSuchPair()
    assert len(seen(desk, by)) == 2
    assert desk.do(audit.verify).holds()


def test_who_may_not_merge_tells_nobody_apart(desk: Station, central: CentralAt, by: Entered) -> None:
    first, second = (mother_and_child(desk, by) for _ in range(2))
    educator, now = let_in(desk, central, name="Bea Prova"), desk.clock.read()
    pair = (first.people[1], second.people[1])
    assert desk.do(lambda tx: tell_apart(tx, educator, *pair, now)) == NotIn(NotEntered.NOT_ALLOWED)
    assert desk.do(lambda tx: tell_apart(tx, by, pair[0], first.people[0], now)) == NoSuchPair()
