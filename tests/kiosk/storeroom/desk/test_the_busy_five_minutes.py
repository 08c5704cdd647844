"""The desk's part of a hub's busiest five minutes, with the network cut; then central counts what happened."""

import pytest

from central import registers
from kiosk.domain.attendance import Counts
from kiosk.domain.workers import Role
from kiosk.field import audit
from kiosk.ui.desk.today.arriving import ArriveFace
from kiosk.ui.desk.today.leaving import LeaveFace, Stop, StopFace
from kiosk.ui.desk.today.register import TodayFace
from kiosk.usecases.register_family import NewMember, NewTie
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.families import CHILD, FATHER, MOTHER, registered
from tests.kiosk.storeroom.desk.sitting import AtDesk
from tests.station import Station
from tests.workers import let_in


@pytest.fixture
def at(desk: Station, central: CentralAt) -> AtDesk:
    """The hub knows a family; the father must not collect."""
    here = AtDesk(desk, let_in(desk, central, Role.EDUCATOR))
    ties = (NewTie(0, 2, {"guardian": True, "may_collect": True}), NewTie(1, 2, {"must_not_collect": True}))
    registered(desk, here.by, *map(NewMember, (MOTHER, FATHER, CHILD)), ties=ties)
    assert desk.sync().trouble == ""
    central.cut()
    return here


def test_the_desk_works_through_it_without_network_and_central_counts_the_same(
    at: AtDesk, central: CentralAt, clock: ToldClock
) -> None:
    # a walk-in: found by two letters of her name, in with her mother
    hit = next(one for one in at.see("today/arrive?am", ArriveFace).hits if one.person.latin == "Amina Haddad")
    came = at.done(f"today/come/home/{hit.household}", people=[hit.person.id], adults=1)
    assert came.number == 2
    # a class with its teacher, whom nobody knows here; some whom nobody names; a guest of one day
    at.done("today/group", **{"6-10": 25, "adults": 1})
    twice = at.done("today/count", **{"0-5": 3, "adults": 2})
    at.undo(twice)
    at.done("today/count", **{"0-5": 2, "adults": 2})
    at.done("today/guest", name="Luca Ospite", band="11-13")
    # everybody is seen
    for row in at.see("today", TodayFace).rows:
        assert at.done(f"today/see/{row.id}").what == "seen"
    # the father, who may not
    amina = next(row for row in at.see("today", TodayFace).rows if row.latin == "Amina Haddad")
    (father,) = at.see(f"today/leave/{amina.id}", LeaveFace).kept_away
    stopped = at.done(f"today/let_go/{amina.id}", adult=father.person.id)
    assert at.see(stopped.to, StopFace).stop is Stop.MUST_NOT_COLLECT
    against = at.done(f"today/against/{amina.id}", adult=father.person.id, because="authority_asked")
    clock.pass_(60)
    at.undo(against)
    # the class leaves; the mother collects
    group = next(row for row in at.see("today", TodayFace).rows if row.kind == "group")
    at.done(f"today/together/{group.id}")
    mother = next(one for one in at.see(f"today/leave/{amina.id}", LeaveFace).adults if one.standing == "guardian")
    assert at.done(f"today/let_go/{amina.id}", adult=mother.person.id).what == "gone"

    numbers = at.see("today", TodayFace).numbers
    assert (numbers.inside, numbers.children, numbers.adults) == (6, 3, 3)
    assert at.station.do(audit.verify).holds()
    central.back()
    assert at.station.sync().trouble == ""
    with central.writing() as tx:
        held = registers.of_day(tx, "hub-1", clock.read().day())
    assert held.inside == Counts({"0-5": 2, "11-13": 1}, adults=3, guests=1)
    assert held.came.people == 33
    assert central.cases() == ["must_not_collect"]  # somebody looks at what was decided
