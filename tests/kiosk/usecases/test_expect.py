"""Places of a turn: given out at the lead alone, never more than there are, each person once."""

import shutil
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from central import leads, registers
from central.db import stations
from kiosk.db.store import open_store, read_key
from kiosk.domain.attendance import State
from kiosk.domain.expecting import NoMore
from kiosk.domain.lead import AskTheLead
from kiosk.domain.overrides import Because, Rule
from kiosk.domain.visits import Reason, Refused, Welcomed
from kiosk.domain.workers import Entered, NotEntered, NotIn, Role
from kiosk.field import audit
from kiosk.settings import Settings
from kiosk.usecases import opening
from kiosk.usecases.count import Numbers, count_unnamed
from kiosk.usecases.expect import (
    AlreadyIn,
    HasPlace,
    NoPlace,
    NoSuchTurn,
    Party,
    PlaceGiven,
    all_of,
    call_off,
    expect,
    expect_against,
)
from kiosk.usecases.hours import shown_calendar
from kiosk.usecases.inside import register
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.families import mother_and_child
from tests.hubs import DROP_IN, open_hub, rome, turns
from tests.station import Station, enrolled
from tests.workers import on_shift

NOW, NEXT, TOMORROW = rome("10:00"), rome("11:30"), rome("10:00", 2)
AMINA, OMAR = Party(("amina",)), Party(("omar",))


@dataclass
class Desk:
    """The lead station of a hub, and a worker at it."""

    station: Station
    by: Entered

    def give(self, turn: datetime, party: Party) -> object:
        return self.station.do(lambda tx: expect(tx, self.by, turn, party, self.station.clock.read()))

    def given(self, turn: datetime, party: Party) -> PlaceGiven:
        said = self.give(turn, party)
        assert isinstance(said, PlaceGiven), said
        return said

    def against(self, turn: datetime, party: Party) -> object:
        why = Because.NOBODY_TURNED_AWAY
        return self.station.do(lambda tx: expect_against(tx, self.by, turn, party, why, self.station.clock.read()))

    def off(self, events: Collection[str], why: NoMore = NoMore.CANCELLED) -> object:
        return self.station.do(lambda tx: call_off(tx, self.by, events, why, self.station.clock.read()))

    def waiting(self, day: int = 1) -> list[tuple[str, int]]:
        """Who is expected on a day, and how many beside them."""
        on = rome("12:00", day).date()
        held = self.station.do(lambda tx: register(tx, self.station.clock.read(), on))
        return [(stay.person, stay.adults) for stay in held.stays if stay.state is State.EXPECTED]

    def taken(self, turn: datetime) -> int | None:
        now, station = self.station.clock.read(), self.station
        return station.do(lambda tx: opening.known_places(tx, shown_calendar(tx), now)(turn))

    def comes(self, code: str) -> None:
        assert isinstance(self.station.scan(code), Welcomed)


def at_work(station: Station, central: CentralAt, capacity: int = 3, *roles: Role) -> Desk:
    open_hub(central, turns(capacity))
    return Desk(station, on_shift(station, central, *roles))


# --- a place ----------------------------------------------------------------------------------------------------------


def test_who_is_given_a_place_is_expected_until_they_come_and_has_one_place(
    station: Station, central: CentralAt
) -> None:
    code = central.cards("amina")["amina"]
    desk = at_work(station, central)
    assert desk.given(NOW, AMINA).free == 2
    assert (desk.waiting(), desk.taken(NOW)) == ([("amina", 0)], 1)
    desk.comes(code)
    assert (desk.waiting(), desk.taken(NOW)) == ([], 1)
    assert station.do(audit.verify).holds()


def test_the_last_place_is_given_and_the_next_is_not_but_the_next_turn_is_named(
    station: Station, central: CentralAt
) -> None:
    desk = at_work(station, central)
    desk.given(NOW, Party(("a", "b")))
    desk.given(NEXT, Party(("c",)))
    assert desk.give(NOW, Party(("d", "e"))) == NoPlace(1, NEXT)
    assert desk.give(NOW, Party(("d", "e", "f"))) == NoPlace(1, rome("14:30"))
    assert desk.give(NOW, Party(numbers=Numbers((("0-5", 2),), adults=2))) == NoPlace(1, None)
    assert desk.given(NOW, Party(("d",))).free == 0


def test_who_walked_in_takes_a_place_that_cannot_be_given(station: Station, central: CentralAt) -> None:
    desk = at_work(station, central)
    now = station.clock.read()
    station.do(lambda tx: count_unnamed(tx, Numbers(adults=4), now))  # one more than there are: nobody is refused
    assert desk.give(NOW, AMINA) == NoPlace(0, NEXT)


def test_who_has_a_place_is_not_given_another(station: Station, central: CentralAt) -> None:
    code = central.cards("omar")["omar"]
    desk = at_work(station, central)
    desk.comes(code)
    desk.given(NOW, AMINA)
    assert desk.give(NOW, Party(("amina", "omar"))) == AlreadyIn()
    both = desk.given(NOW, Party(("amina", "lia", "omar", "lia")))
    assert (len(both.events), both.free, desk.taken(NOW)) == (1, 0, 3)
    assert desk.given(NEXT, OMAR).free == 2  # in another turn


def test_people_without_a_name_come_with_the_first_who_has_one(station: Station, central: CentralAt) -> None:
    code = central.cards("amina")["amina"]
    desk = at_work(station, central, 6)
    desk.given(NOW, Party(("amina", "omar"), Numbers(adults=2)))
    assert (desk.waiting(), desk.taken(NOW)) == ([("amina", 2), ("omar", 0)], 4)
    desk.comes(code)
    assert (desk.waiting(), desk.taken(NOW)) == ([("omar", 0)], 2)


def test_people_whom_nobody_named_are_taken_back_as_they_come(station: Station, central: CentralAt) -> None:
    desk = at_work(station, central)
    place = desk.given(NOW, Party(numbers=Numbers(adults=3)))
    now = station.clock.read()
    station.do(lambda tx: count_unnamed(tx, Numbers(adults=3), now, desk.by))
    assert isinstance(desk.off(place.events, NoMore.CAME), tuple)
    assert (desk.waiting(), desk.taken(NOW)) == ([], 3)


def test_a_household_is_expected_by_those_who_live_there(desk: Station, central: CentralAt) -> None:
    here = at_work(desk, central)
    family = mother_and_child(desk, here.by)
    party = desk.do(lambda tx: all_of(tx, here.by, family.household))
    assert isinstance(party, Party)
    assert len(here.given(NOW, party).events) == len(party.people) == 2


def test_hours_without_a_capacity_have_a_place_for_a_class(station: Station, central: CentralAt) -> None:
    desk = at_work(station, central)
    open_hub(central, DROP_IN)
    assert station.sync().trouble == ""
    assert desk.given(rome("14:00"), Party(("teacher",), Numbers((("6-10", 25),)))).free is None


def test_a_place_is_of_a_turn_that_there_is(station: Station, central: CentralAt) -> None:
    desk = at_work(station, central)
    for turn in (rome("10:15"), rome("10:00", 4), NEXT.replace(tzinfo=None)):
        assert desk.give(turn, AMINA) == NoSuchTurn()


def test_a_turn_that_is_over_has_no_places(station: Station, central: CentralAt, clock: ToldClock) -> None:
    desk = at_work(station, central)
    clock.pass_(75 * 60)
    assert desk.give(NOW, AMINA) == NoSuchTurn()


def test_nobody_is_expected_by_a_slip_of_the_hand(station: Station, central: CentralAt) -> None:
    desk = at_work(station, central)
    for party in (Party(), Party(("",)), Party(("x" * 65,)), Party(numbers=Numbers(adults=-1))):
        assert desk.give(NOW, party) == Refused(Reason.NOBODY)


def test_a_technician_gives_no_places(station: Station, central: CentralAt) -> None:
    desk = at_work(station, central, 3, Role.TECHNICIAN)
    assert desk.give(NOW, AMINA) == NotIn(NotEntered.NOT_ALLOWED)
    assert desk.off(["x"]) == NotIn(NotEntered.NOT_ALLOWED)


def test_however_many_ask_at_once_no_more_places_are_given_than_there_are(station: Station, central: CentralAt) -> None:
    desk = at_work(station, central)
    with ThreadPoolExecutor(1) as store_thread, ThreadPoolExecutor(8) as windows:  # all store work is on one thread
        asks = [windows.submit(lambda n: store_thread.submit(desk.give, NOW, Party((f"p{n}",))), n) for n in range(24)]
        said = [ask.result().result() for ask in asks]
    assert sum(isinstance(one, PlaceGiven) for one in said) == 3
    assert (desk.taken(NOW), len(desk.waiting())) == (3, 3)


# --- taking back, and against the rule --------------------------------------------------------------------------------


def test_who_cancels_gives_the_place_to_the_next(station: Station, central: CentralAt) -> None:
    desk = at_work(station, central, 1)
    place = desk.given(TOMORROW, AMINA)
    assert desk.off(place.events)
    assert desk.off(place.events) == Refused(Reason.NOT_HERE)
    assert desk.off([]) == Refused(Reason.NOT_HERE)
    desk.given(TOMORROW, OMAR)
    assert desk.waiting(2) == [("omar", 0)]
    assert station.do(audit.verify).holds()


def test_beyond_the_capacity_a_name_and_a_reason_are_left_and_a_way_back(station: Station, central: CentralAt) -> None:
    desk = at_work(station, central, 1)
    assert desk.against(NOW, AMINA) == HasPlace()
    desk.given(NOW, AMINA)
    place = desk.against(NOW, Party(("omar", "lia")))
    assert isinstance(place, PlaceGiven)
    (held,) = station.do(lambda tx: tx.trail.overrides_of("2026-12-01T09:00:00.000Z"))
    assert (held.event, held.worker, held.rule, held.because) == (
        place.override,
        desk.by.worker.id,
        Rule.CAPACITY,
        Because.NOBODY_TURNED_AWAY,
    )
    assert (desk.taken(NOW), place.free) == (3, 0)
    for events, undone in ((place.events[:1], False), (place.events[1:], True)):
        assert isinstance(desk.off(events), tuple)
        (held,) = station.do(lambda tx: tx.trail.overrides_of("2026-12-01T09:00:00.000Z"))
        assert (held.undone_by is not None) is undone
    assert station.do(audit.verify).holds()


# --- two stations -----------------------------------------------------------------------------------------------------


def together(*them: Station) -> None:
    for one in (*them, *them):
        assert one.sync().trouble == ""


def test_only_the_lead_gives_places_and_the_others_hear_of_them(
    station: Station, desk: Station, central: CentralAt
) -> None:
    door = at_work(station, central)
    assert door.give(NOW, AMINA) == AskTheLead(desk.id)
    lead = Desk(desk, on_shift(desk, central))
    place = lead.given(TOMORROW, AMINA)
    together(desk, station)
    assert door.waiting(2) == lead.waiting(2) == [("amina", 0)]
    now, day = desk.clock.read(), TOMORROW.date()
    with central.writing() as tx:
        there = registers.of_day(tx, "hub-1", day)
    assert there == desk.do(lambda tx: register(tx, now, day)) == station.do(lambda tx: register(tx, now, day))
    assert isinstance(door.off(place.events), tuple)  # whoever hears that they will not come may say so
    together(station, desk)
    assert lead.waiting(2) == door.waiting(2) == []
    assert lead.given(TOMORROW, Party(("a", "b", "c"))).free == 0
    assert central.cases() == []


def test_who_is_expected_is_told_until_the_turn_is_over_however_long_before_it_was_said(
    station: Station, desk: Station, central: CentralAt, clock: ToldClock
) -> None:
    lead = at_work(desk, central)
    lead.given(rome("10:00", 15), AMINA)
    clock.pass_(5 * 86400)  # without network
    for days, told in ((0, 1), (9, 1), (5, 0)):
        clock.pass_(days * 86400)
        with central.writing() as tx:
            registers.withdraw_old(tx, clock.at)
        together(desk, station)
        assert len(station.do(lambda tx: tx.attendance.told())) == told
    assert lead.waiting(15) == [("amina", 0)]


def test_a_station_that_has_heard_of_no_lead_asks_for_it(station: Station, central: CentralAt) -> None:
    desk = at_work(station, central)
    central.withdraw("lead", "hub-1")
    station.sync()
    assert desk.give(NOW, AMINA) == AskTheLead("")


@pytest.fixture
def joined(tmp_path: Path, made_store: Path, central: CentralAt, clock: ToldClock) -> Iterator[Callable[[], Station]]:
    """Enrols a desk when it is called, and not in the morning."""
    own = Settings(data=Path(shutil.copytree(made_store, tmp_path / "late")), full_screen=False)
    store = open_store(own.store, read_key(own.key_file))
    yield lambda: enrolled(store, central, own, clock, role="desk")
    store.close()


def test_a_lead_that_moved_knows_what_the_one_before_promised_for_next_week(
    station: Station, central: CentralAt, clock: ToldClock, joined: Callable[[], Station]
) -> None:
    first = at_work(station, central, 2)
    next_week = rome("10:00", 15)
    first.given(next_week, AMINA)
    together(station)  # alone in its hub: nobody else is told
    clock.pass_(5 * 86400)
    second = joined()
    lead = Desk(second, on_shift(second, central))
    assert lead.waiting(15) == [("amina", 0)]
    assert lead.given(next_week, OMAR).free == 0
    together(station)
    assert first.give(next_week, OMAR) == AskTheLead(second.id)


def test_two_who_both_took_themselves_for_the_lead_are_both_believed_and_a_person_looks(
    station: Station, desk: Station, central: CentralAt, clock: ToldClock
) -> None:
    door = at_work(station, central, 1)
    lead = Desk(desk, on_shift(desk, central))
    lead.given(NEXT, AMINA)  # before it moved: nothing to look at
    clock.pass_(60)
    with central.writing() as tx:
        there = stations.by_id(tx, station.id)
        assert there is not None
        assert leads.name(tx, there, central.own.now())
    station.sync()
    clock.pass_(60)
    lead.given(NOW, AMINA)  # it has not heard
    door.given(NOW, OMAR)
    together(desk, station)
    assert door.taken(NOW) == 2
    assert door.give(NOW, Party(("lia",))) == NoPlace(0, rome("14:30"))
    assert lead.give(NOW, Party(("lia",))) == AskTheLead(station.id)
    assert central.cases() == ["not_the_lead"]
