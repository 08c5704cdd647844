"""What needs a person of places and vouchers: a request past its day, a station that a copy stopped, an overspend."""

from datetime import timedelta

from kiosk.domain.cases import REDEMPTION, Case, Kind
from kiosk.domain.redeeming import Redeemed
from kiosk.domain.signups import ANSWER_DAYS
from kiosk.domain.workers import Entered
from kiosk.ui.desk import needs as face
from kiosk.usecases.needs_a_person import how_many, needs
from tests import sessions, value
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.sessions import signed
from tests.station import Station
from tests.workers import on_shift

DAYS = timedelta(days=ANSWER_DAYS).total_seconds()


def listed(station: Station, by: Entered, kind: Kind) -> list[Case]:
    now = station.clock.read()
    found = station.do(lambda tx: needs(tx, by, now, 0))
    assert isinstance(found, tuple)
    assert station.do(lambda tx: how_many(tx, by, now, 0)) == len(found)
    return [case for case in found if case.kind is kind]


def test_a_request_is_listed_once_its_day_is_past_and_until_it_is_answered(
    station: Station, desk: Station, central: CentralAt, clock: ToldClock
) -> None:
    sessions.all_set(central, station, places=0)
    by = on_shift(station, central)
    signed(station)
    clock.pass_(DAYS - 1)
    assert listed(station, by, Kind.REQUEST_LATE) == []
    clock.pass_(1)
    (case,) = listed(station, by, Kind.REQUEST_LATE)
    assert (case.what, case.person) == ("s1", "sara")
    (line,) = face.derive([case], {}, clock.read()).lines
    assert line.to == "sessions/open/s1"


def test_a_request_for_another_hub_is_that_hubs_to_answer(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    sessions.all_set(central, station, places=0, at="elsewhere")
    by = on_shift(station, central)
    signed(station)
    clock.pass_(2 * DAYS)
    assert listed(station, by, Kind.REQUEST_LATE) == []


def test_a_frozen_station_says_so_in_the_list(station: Station, central: CentralAt) -> None:
    value.all_set(central, station)
    by = on_shift(station, central)
    assert listed(station, by, Kind.FROZEN) == []
    station.do(lambda tx: tx.allotments._connection.exec_driver_sql("UPDATE lease SET frozen = 1"))
    (case,) = listed(station, by, Kind.FROZEN)
    (line,) = face.derive([case], {}, station.clock.read()).lines
    assert (line.to, line.look, line.close) == ("station", "", "")


def test_what_central_could_not_cover_leads_to_what_was_paid_here(desk: Station, central: CentralAt) -> None:
    value.all_set(central, desk)
    by = on_shift(desk, central)
    paid = value.paid(desk, value.swim(1_200), asker=value.at_desk(by))
    assert isinstance(paid, Redeemed)
    event = paid.given[0].event
    desk.sync()
    desk.sync()
    found = [case for case in listed(desk, by, Kind.CENTRALS) if case.what == "overspend"]
    assert [(case.number, case.record, case.record_id) for case in found] == [(1_200, REDEMPTION, event)]
    (line,) = face.derive(found, {}, desk.clock.read()).lines
    assert line.to == f"vouchers/done/{event}"
