"""What needs a person is listed until it is put right, or until somebody has seen it."""

import pytest

from central import feed
from kiosk.clock import Reading
from kiosk.db import schema
from kiosk.db.store import Store
from kiosk.domain.attendance import Kind as Came
from kiosk.domain.cases import Case, Kind
from kiosk.domain.casework import Why
from kiosk.domain.families import Kind as Record
from kiosk.domain.workers import Entered, NotIn, Role
from kiosk.field import audit
from kiosk.usecases.arrive_family import arrive_family
from kiosk.usecases.count import Numbers, count_unnamed
from kiosk.usecases.edit_family import Change, edit
from kiosk.usecases.needs_a_person import how_many, needs
from kiosk.usecases.night import night
from kiosk.usecases.register_family import NewMember, NewTie
from kiosk.usecases.see import see
from kiosk.usecases.settle_case import NoSuchCase, Settled, acknowledge, undo_acknowledge
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.families import CHILD, FATHER, mother_and_child, registered
from tests.station import Station
from tests.workers import let_in, read

FEW = 50


@pytest.fixture
def by(desk: Station, central: CentralAt) -> Entered:
    central.grant(desk.id, 60)
    return let_in(desk, central, Role.EDUCATOR)


def listed(at: Station, by: Entered) -> list[tuple[Kind, str]]:
    return [(case.kind, case.what) for case in cases(at, by)]


def cases(at: Station, by: Entered) -> tuple[Case, ...]:
    """The list; and that it is as long as the badge says."""
    found = at.do(lambda tx: needs(tx, by, now(at), FEW))
    assert not isinstance(found, NotIn)
    assert len(found) == at.do(lambda tx: how_many(tx, by, now(at), FEW))
    return found


def now(at: Station) -> Reading:
    return at.clock.read()


def test_a_field_of_two_values_is_listed_until_one_is_chosen(desk: Station, by: Entered, central: CentralAt) -> None:
    family = mother_and_child(desk, by)
    assert listed(desk, by) == []
    (child,) = desk.do(lambda tx: tx.families.of_person(family.people[1], Record.MEMBER))
    assert desk.sync().trouble == ""
    with central.writing() as tx:
        data = feed.get(tx, "member", child.id)
        assert data is not None
        feed.publish(tx, "member", child.id, {**data, "also": {"given": ["Emina"]}}, scope="desk:hub-1")
    assert desk.sync().trouble == ""
    (case,) = cases(desk, by)
    assert (case.kind, case.what, case.person, case.household) == (
        Kind.TWO_VALUES,
        "given",
        family.people[1],
        family.household,
    )
    settled = Change(Record.MEMBER, child.id, family.household, "given", "Emina", settled=1)
    desk.do(lambda tx: edit(tx, by, settled, now(desk)))
    assert desk.sync().trouble == ""
    assert desk.sync().trouble == ""
    assert listed(desk, by) == []


def test_a_relation_to_be_looked_at_again_is_listed_from_its_day(desk: Station, by: Entered, clock: ToldClock) -> None:
    tie = NewTie(0, 1, {"may_collect": True, "review": "2026-12-03"})
    registered(desk, by, NewMember(FATHER), NewMember(CHILD), ties=(tie,))
    assert listed(desk, by) == []
    clock.pass_(2 * 24 * 3600)
    assert listed(desk, by) == [(Kind.REVIEW_DUE, "review")]


def test_a_visit_that_the_night_closed_is_listed_until_somebody_saw_it(
    desk: Station, by: Entered, central: CentralAt, clock: ToldClock
) -> None:
    code = central.cards("amina")["amina"]
    assert desk.sync().trouble == ""
    shown = read(desk, code)
    desk.do(lambda tx: arrive_family(tx, shown, ["amina"], 0, now(desk)))
    clock.pass_(24 * 3600)
    desk.do(lambda tx: night(tx, now(desk)))
    (case,) = cases(desk, by)
    assert (case.kind, case.person) == (Kind.CLOSED_AT_NIGHT, "amina")
    seen = desk.do(lambda tx: acknowledge(tx, by, case.id, Why.SEEN, now(desk)))
    assert isinstance(seen, Settled)
    assert listed(desk, by) == []
    assert desk.do(lambda tx: acknowledge(tx, by, case.id, Why.SEEN, now(desk))) == NoSuchCase()
    assert isinstance(desk.do(lambda tx: undo_acknowledge(tx, by, seen.event, now(desk))), Settled)
    assert [one.id for one in cases(desk, by)] == [case.id]
    assert desk.do(lambda tx: undo_acknowledge(tx, by, seen.event, now(desk))) == NoSuchCase()
    assert desk.sync().trouble == ""
    assert desk.do(audit.verify).holds()


def test_a_count_at_the_touchscreen_is_listed_until_a_worker_agrees(desk: Station, by: Entered) -> None:
    numbers = Numbers(children=(("6-10", 9),), adults=3)
    came = desk.do(lambda tx: count_unnamed(tx, numbers, now(desk)))
    (case,) = cases(desk, by)
    assert (case.kind, case.what, case.number) == (Kind.CLAIMED, Came.COUNTED, 12)
    visit = case.subject
    assert visit == getattr(came, "visit", "")
    desk.do(lambda tx: see(tx, by, visit, now(desk)))
    assert listed(desk, by) == []


def test_a_drawer_that_runs_empty_is_said(desk: Station, by: Entered) -> None:
    found = desk.do(lambda tx: needs(tx, by, now(desk), 61))
    assert not isinstance(found, NotIn)
    assert [(case.kind, case.number) for case in found] == [(Kind.FEW_BLANKS, 60)]


def test_nothing_of_a_shielded_household_is_listed_but_for_safeguarding(
    desk: Station, by: Entered, central: CentralAt, clock: ToldClock
) -> None:
    tie = NewTie(0, 1, {"may_collect": True, "review": "2026-12-01"})
    family = registered(desk, by, NewMember(FATHER), NewMember(CHILD), ties=(tie,))
    assert listed(desk, by) == [(Kind.REVIEW_DUE, "review")]
    guard = let_in(desk, central, Role.SAFEGUARDING, name="Carla Finta")
    shield = Change(Record.HOUSEHOLD, family.household, family.household, "shielded", True)
    desk.do(lambda tx: edit(tx, guard, shield, now(desk)))
    assert listed(desk, by) == []
    assert listed(desk, guard) == [(Kind.REVIEW_DUE, "review")]


def test_a_technician_is_told_of_nobody(desk: Station, by: Entered, central: CentralAt) -> None:
    technician = let_in(desk, central, Role.TECHNICIAN, name="Dario Modello")
    assert isinstance(desk.do(lambda tx: needs(tx, technician, now(desk), FEW)), NotIn)


@pytest.mark.parametrize(
    ("table", "condition", "index"),
    [
        ("families", schema.TWO_VALUES, "families_with_two_values"),
        ("notes", schema.TWO_VALUES, "notes_with_two_values"),
        ("families", schema.REVIEWED, "relations_to_review"),
    ],
)
def test_what_needs_a_person_is_found_by_an_index(store: Store, table: str, condition: str, index: str) -> None:
    """The badge is counted after every event: thirty thousand people are not read for it."""
    with store._engine.begin() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN SELECT kind, id, data FROM {table} WHERE {condition}")
        assert [row[3] for row in plan] == [f"SCAN {table} USING INDEX {index}"]
