"""Ten children and twelve adults by their families, a class of 25, people nobody named and the educators, all at once
and without network: afterwards central counts what happened. Two stations of one hub, the door and the desk."""

from collections.abc import Collection
from dataclasses import replace

import pytest

from central import registers
from kiosk.domain.attendance import CountedAs, Counts, Stay, Who, Why
from kiosk.domain.overrides import Because
from kiosk.domain.release import Bar, NotThisAdult
from kiosk.domain.ties import Minor, Tie
from kiosk.domain.visits import AskAtTheDesk, Family, FamilyArrived, MayLeave, Welcomed
from kiosk.domain.workers import Entered
from kiosk.field import audit
from kiosk.usecases.arrive import arrive
from kiosk.usecases.arrive_family import arrive_family, family_of
from kiosk.usecases.count import Numbers, admit_guest, check_in_group, count_unnamed
from kiosk.usecases.inside import inside, register
from kiosk.usecases.leave import Gone, close_the_day, leave, leave_together, let_go, let_go_against
from kiosk.usecases.see import see
from kiosk.usecases.take_back import take_back
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.station import Station
from tests.workers import let_in, read

FAMILIES = 5  # of two children each; two families come with three adults, three with two: 10 children, 12 adults
BANDS = ("0-5", "6-10")
MINOR = Minor(
    "child-0-0",
    "2021-05-01",
    ties=(Tie("mother", "child-0-0", guardian=True), Tie("father", "child-0-0", must_not_collect=True)),
)
WHEN_ALL_ARE_IN = Counts({"0-5": 8, "6-10": 31}, adults=16, educators=2, unknown=1, groups=1, guests=1)


def counted(person: str) -> CountedAs:
    if person.startswith("child"):
        return CountedAs(Who.CHILD, BANDS[int(person[-1])])
    return CountedAs(Who.EDUCATOR) if person.startswith("educator") else CountedAs()


@pytest.fixture
def codes(station: Station, desk: Station, central: CentralAt, clock: ToldClock) -> dict[str, str]:
    """Everybody's cards. The day before, a worker checked in each family, so that its card knows them."""
    people = [f"child-{family}-{number}" for family in range(FAMILIES) for number in range(2)]
    codes = central.cards(*people, "teacher", "educator-1", "educator-2")
    codes |= central.cards("stranger", hub="hub-2")
    by = let_in(station, central)
    assert desk.sync().trouble == ""
    for family in range(FAMILIES):
        chosen = [f"child-{family}-{number}" for number in range(2)]
        come_as_a_family(station, codes[chosen[0]], chosen, 3 if family < 2 else 2, by)
    clock.pass_(24 * 3600)
    station.do(lambda tx: close_the_day(tx, clock.read()))
    assert station.sync().trouble == desk.sync().trouble == ""
    return codes


def all_come(door: Station, desk: Station, by: Entered, codes: dict[str, str], clock: ToldClock) -> dict[str, str]:
    """Within five minutes, at both stations; the visits by person."""
    visits: dict[str, str] = {}
    for family in range(FAMILIES):
        came = come_as_last_time(door, codes[f"child-{family}-0"])
        visits |= {one.person.id: one.visit for one in came.arrived if one.person}
        clock.pass_(12)
    now = door.clock.read()
    teacher = read(desk, codes["teacher"])
    group = desk.do(lambda tx: check_in_group(tx, teacher, Numbers((("6-10", 25),), adults=1), now, by))
    unnamed = door.do(lambda tx: count_unnamed(tx, Numbers((("0-5", 3), ("6-10", 1)), adults=2), now))
    guest = desk.do(lambda tx: admit_guest(tx, by, "Una Prova", CountedAs(Who.ADULT), now, 30))
    for name in ("educator-1", "educator-2", "stranger"):
        assert isinstance(comes(door, codes[name]), Welcomed)
    for name, said in (("group", group), ("unnamed", unnamed), ("guest", guest)):
        assert isinstance(said, Welcomed)
        visits[name] = said.visit
    assert isinstance(comes(desk, codes["child-0-1"]), Welcomed)  # the desk saw one of them too
    return visits


def come_as_a_family(station: Station, code: str, chosen: Collection[str], adults: int, by: Entered | None) -> object:
    scanned, now = read(station, code), station.clock.read()
    return station.do(lambda tx: arrive_family(tx, scanned, chosen, adults, now, counted, by))


def come_as_last_time(station: Station, code: str) -> FamilyArrived:
    """One touch: what is offered is confirmed as it is."""
    scanned, now = read(station, code), station.clock.read()
    offered = station.do(lambda tx: family_of(tx, scanned, now))
    assert isinstance(offered, Family)
    came = come_as_a_family(station, code, offered.chosen, offered.adults, None)
    assert isinstance(came, FamilyArrived)
    return came


def comes(station: Station, code: str) -> object:
    scanned, now = read(station, code), station.clock.read()
    return station.do(lambda tx: arrive(tx, scanned, now, counted))


def test_central_counts_what_happened_while_the_network_was_cut(
    station: Station, desk: Station, central: CentralAt, clock: ToldClock, codes: dict[str, str]
) -> None:
    by = let_in(desk, central, name="Elio Prova")
    station.sync()
    central.cut()

    visits = all_come(station, desk, by, codes, clock)
    door_alone = station.do(lambda tx: register(tx, clock.read())).inside
    assert door_alone == Counts({"0-5": 8, "6-10": 6}, adults=14, educators=2, unknown=1)

    central.back()
    for one in (station, desk, station):
        assert one.sync().trouble == ""
    assert of_day(central, clock) == WHEN_ALL_ARE_IN
    for one in (station, desk):
        held = one.do(lambda tx: inside(tx, clock.read()))
        assert held.counts == WHEN_ALL_ARE_IN
        assert {heard.own for heard in held.stations} == {True, False}
        assert all(heard.at is not None for heard in held.stations)
        both = [line.stay for line in held.lines if line.stay.person == "child-0-1"]
        assert [len(stay.visits) for stay in both] == [2]

    they_leave(station, desk, by, visits, codes, clock)
    central.cut()
    central.back()
    for one in (desk, station, desk):
        assert one.sync().trouble == ""
    left = replace(WHEN_ALL_ARE_IN, children={"0-5": 4, "6-10": 5}, adults=13, groups=0)
    assert of_day(central, clock, still_in=True) == left
    assert of_day(central, clock) == WHEN_ALL_ARE_IN
    for one in (station, desk):
        assert one.do(lambda tx: register(tx, clock.read())).inside == left
        assert one.do(audit.verify).holds()
        assert one.do(lambda tx: tx.events.need_a_person()) == 0


def they_leave(
    door: Station, desk: Station, by: Entered, visits: dict[str, str], codes: dict[str, str], clock: ToldClock
) -> None:
    """The father may not; the desk decides otherwise and takes it back; the mother may. The others go as they may."""
    now, visit = clock.read(), visits["child-0-0"]
    assert door.do(lambda tx: leave(tx, visit, MINOR, now)) == AskAtTheDesk()
    barred = NotThisAdult(Bar.MUST_NOT_COLLECT)
    assert desk.do(lambda tx: let_go(tx, by, visit, MINOR, "father", now)) == barred
    because = Because.AUTHORITY_ASKED
    forced = desk.do(lambda tx: let_go_against(tx, by, visit, MINOR, "father", because, now))
    assert isinstance(forced, Gone)
    assert desk.do(lambda tx: stay_of(register(tx, now).stays, visit).inside) is False
    desk.do(lambda tx: take_back(tx, by, visit, forced.event, Why.STILL_HERE, now))
    assert desk.do(lambda tx: stay_of(register(tx, now).stays, visit).inside) is True
    desk.do(lambda tx: see(tx, by, visit, now))
    collected = desk.do(lambda tx: let_go(tx, by, visit, MINOR, "mother", now))
    assert isinstance(collected, Gone)
    group, unnamed = visits["group"], visits["unnamed"]
    assert isinstance(desk.do(lambda tx: leave_together(tx, by, group, now)), Gone)
    assert isinstance(desk.do(lambda tx: leave_together(tx, by, unnamed, now)), Gone)
    clock.pass_(3600)
    assert isinstance(door.scan(codes["stranger"]), MayLeave)


def stay_of(stays: tuple[Stay, ...], visit: str) -> Stay:
    return next(stay for stay in stays if visit in stay.visits)


def of_day(central: CentralAt, clock: ToldClock, still_in: bool = False) -> Counts:
    with central.writing() as tx:
        held = registers.of_day(tx, "hub-1", clock.read().day())
    return held.inside if still_in else held.came
