"""A coordinator changes the hub's calendar at its lead: at once there, then everywhere, and nothing is passed over."""

from dataclasses import dataclass
from datetime import date

from central import feed, leads
from central.db import stations
from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.calendar import Closed, Closure, Early, Hours, Late, Open, Weekly
from kiosk.domain.lead import AskTheLead
from kiosk.domain.workers import Entered, NotEntered, NotIn, Role
from kiosk.field import audit
from kiosk.usecases import edit_calendar, opening
from kiosk.usecases.edit_calendar import (
    CalendarEdited,
    NotFit,
    Said,
    Same,
    close_on,
    leave_to_central,
    like_every_week,
    put_day,
    put_week,
)
from kiosk.usecases.expect import Party, PlaceGiven, expect
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.hubs import DROP_IN, HUB, open_hub, rome, turns
from tests.station import Station
from tests.workers import on_shift

TODAY, THURSDAY = date(2026, 12, 1), date(2026, 12, 3)
SHORT = (Hours("15:00", "16:00"),)


@dataclass
class Desk:
    station: Station
    by: Entered

    @property
    def now(self) -> Reading:
        return self.station.clock.read()

    def closes(self, day: date, why: Closure = Closure.STAFF) -> Said:
        return self.station.do(lambda tx: close_on(tx, self.by, day, why, self.now))

    def opens(self, day: date, *hours: Hours) -> Said:
        return self.station.do(lambda tx: put_day(tx, self.by, day, hours, self.now))

    def is_as_ever(self, day: date) -> Said:
        return self.station.do(lambda tx: like_every_week(tx, self.by, day, self.now))

    def week(self, *weekly: Weekly) -> Said:
        return self.station.do(lambda tx: put_week(tx, self.by, weekly, self.now))


def at_work(station: Station, central: CentralAt, *roles: Role) -> Desk:
    return Desk(station, on_shift(station, central, *(roles or (Role.COORDINATOR,))))


def what(station: Station) -> object:
    return station.do(lambda tx: opening.opening(tx, station.clock.read()))


def together(*them: Station) -> None:
    for one in (*them, *them):
        assert one.sync().trouble == ""


def record(central: CentralAt) -> dict[str, object]:
    with central.writing() as tx:
        return feed.get(tx, "hub", "hub-1") or {}


def edits(tx: Tx) -> int:
    return len(tx.calendar_edits.own())


def test_a_closure_counts_at_once_reaches_the_door_and_is_taken_away_by_editing_back(
    station: Station, desk: Station, central: CentralAt
) -> None:
    open_hub(central, DROP_IN)
    here = at_work(desk, central)
    station.sync()
    assert isinstance(here.closes(TODAY, Closure.WORKS), CalendarEdited)
    assert (what(desk), what(station)) == (Closed(rome("09:30", 3), Closure.WORKS), Open(rome("12:30")))
    together(desk, station)
    assert what(desk) == what(station) == Closed(rome("09:30", 3), Closure.WORKS)
    assert isinstance(here.is_as_ever(TODAY), CalendarEdited)
    assert what(desk) == Open(rome("12:30"))
    together(desk, station)
    assert what(desk) == what(station) == Open(rome("12:30"))
    assert record(central)["days"] == {}
    assert {name: record(central)[name] for name in HUB} == HUB
    assert (central.cases(), desk.do(audit.verify).holds()) == ([], True)


def test_the_week_and_a_day_that_differs_are_put_and_the_night_forgets_what_central_has(
    desk: Station, central: CentralAt
) -> None:
    open_hub(central, DROP_IN)
    here = at_work(desk, central)
    assert isinstance(here.week(Weekly(2, Hours("14:00", "18:00", 12)), Weekly(4, *SHORT)), CalendarEdited)
    assert isinstance(here.opens(TODAY, *SHORT), CalendarEdited)
    assert what(desk) == Early(rome("15:00"))
    assert (desk.do(leave_to_central), desk.do(edits)) == (0, 2)
    together(desk)
    assert (desk.do(leave_to_central), desk.do(edits)) == (2, 0)
    assert what(desk) == Early(rome("15:00"))
    assert record(central)["hours"] == [
        {"weekday": 2, "opens": "14:00", "closes": "18:00", "capacity": 12},
        [4, "15:00", "16:00"],
    ]
    assert record(central)["days"] == {"2026-12-01": {"hours": [{"opens": "15:00", "closes": "16:00"}]}}


def test_what_cannot_be_is_not_put(desk: Station, central: CentralAt) -> None:
    open_hub(central, DROP_IN)
    here = at_work(desk, central)
    assert here.opens(TODAY, Hours("15:00", "25:00")) == NotFit()
    assert here.opens(date(2026, 11, 30), *SHORT) == NotFit()
    assert here.week(Weekly(0, *SHORT)) == NotFit()
    assert here.is_as_ever(TODAY) == Same()
    assert desk.do(edits) == 0


def test_only_a_coordinator_edits_and_only_at_the_lead(station: Station, desk: Station, central: CentralAt) -> None:
    open_hub(central, DROP_IN)
    assert at_work(desk, central, Role.EDUCATOR).closes(TODAY) == NotIn(NotEntered.NOT_ALLOWED)
    assert at_work(station, central).closes(TODAY) == AskTheLead(desk.id)


def test_whoever_is_expected_in_a_turn_that_is_no_more_is_named_and_keeps_the_promise(
    desk: Station, central: CentralAt
) -> None:
    open_hub(central, turns(5))
    here = at_work(desk, central)
    place = desk.do(lambda tx: expect(tx, here.by, rome("16:00"), Party(("amina",)), here.now))
    assert isinstance(place, PlaceGiven)
    said = here.closes(TODAY, Closure.WEATHER)
    assert isinstance(said, CalendarEdited)
    assert [(stay.person, stay.events) for stay in said.stranded] == [("amina", place.events)]
    here.is_as_ever(TODAY)
    assert desk.do(lambda tx: edit_calendar.stranded(tx, here.now)) == ()


def test_an_edit_waits_at_the_station_while_central_has_no_record_of_the_hub(desk: Station, central: CentralAt) -> None:
    here = at_work(desk, central)
    assert isinstance(here.week(Weekly(2, Hours("09:00", "09:30"))), CalendarEdited)
    together(desk)
    assert central.cases() == ["hub_unknown"]
    assert what(desk) == Late(rome("09:00", 8))
    open_hub(central, [])
    together(desk)
    assert record(central)["hours"] == [[2, "09:00", "09:30"]]
    assert desk.do(leave_to_central) == 1


def test_where_the_office_has_said_something_else_the_lead_counts_and_a_person_looks(
    desk: Station, central: CentralAt
) -> None:
    open_hub(central, DROP_IN)
    here = at_work(desk, central)
    here.closes(THURSDAY)
    open_hub(central, DROP_IN, {"2026-12-03": [{"opens": "10:00", "closes": "11:00"}]})
    together(desk)
    assert record(central)["days"] == {"2026-12-03": {"hours": [], "why": "staff"}}
    assert central.cases() == ["calendar_conflict"]


def test_the_former_leads_edit_counts_only_where_nobody_has_changed_the_same(
    station: Station, desk: Station, central: CentralAt, clock: ToldClock
) -> None:
    open_hub(central, DROP_IN)
    here, door = at_work(desk, central), at_work(station, central)
    clock.pass_(60)
    with central.writing() as tx:
        there = stations.by_id(tx, station.id)
        assert there is not None
        assert leads.name(tx, there, central.own.now())
    station.sync()
    clock.pass_(60)
    assert isinstance(door.opens(TODAY, *SHORT), CalendarEdited)
    station.sync()
    here.closes(TODAY)  # it has not heard that it leads no more
    here.closes(THURSDAY)
    assert what(desk) == Closed(rome("09:30", 8), Closure.STAFF)
    together(desk, station)
    assert what(desk) == what(station) == Early(rome("15:00"))
    assert record(central)["days"] == {
        "2026-12-01": {"hours": [{"opens": "15:00", "closes": "16:00"}]},
        "2026-12-03": {"hours": [], "why": "staff"},
    }
    assert sorted(central.cases()) == ["calendar_conflict", "not_the_lead", "not_the_lead"]
    assert here.closes(THURSDAY) == AskTheLead(station.id)
