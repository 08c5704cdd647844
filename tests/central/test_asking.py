"""Stations ask for more than they hold, and what they are told is a total."""

from datetime import timedelta
from typing import Any

import pytest

from central import feed, leads, nightly
from central.db import reading, stations, writing
from central.opening import Central
from kiosk.domain import allotments
from kiosk.domain.accounts import Kind
from kiosk.domain.allotments import Granted, What
from kiosk.domain.parts import Part
from kiosk.domain.wire import No, Wanted
from tests.central import value
from tests.central.conftest import Hands
from tests.central.station import Station, enrolled
from tests.central.value import ask, balance, of_voucher

ENDS = "2026-06-01T16:00:00+02:00"
HUB = {"name": {"it": "Hub"}, "badge": ["HUB"], "place": "pl", "language": "it"}


@pytest.fixture
def voucher(central: Central) -> str:
    return value.city(central)


def told(station: Station, of: str) -> Granted | None:
    item = station.copy().get(("allotment", f"{of}@{station.id}"))
    return allotments.read(item.data) if item is not None and item.state == "live" else None


def test_what_is_granted_is_told_as_all_that_ever_was(central: Central, station: Station, voucher: str) -> None:
    ask(station, of_voucher(voucher, 4000))
    assert ask(station, of_voucher(voucher, 8000)).granted == 8000
    assert told(station, voucher) == Granted(
        voucher, What.VOUCHER, (Part("state", 10_000), Part("city", 2000)), station.incarnation
    )
    assert balance(central, Kind.ALLOTTED, voucher, station.id) == 12_000
    value.books_hold(central)


def test_the_same_request_is_granted_once(central: Central, station: Station, voucher: str) -> None:
    for _ in range(3):
        assert ask(station, of_voucher(voucher, 4000), request="r").granted == 4000
    assert balance(central, Kind.ALLOTTED, voucher) == 4000
    assert ask(station, Wanted(What.VOUCHER, "other", 1), request="r").why is No.ANOTHER


def test_another_stations_request_of_the_same_name_is_not_answered_with_its_money(
    central: Central, station: Station, voucher: str
) -> None:
    ask(station, of_voucher(voucher, 4000), request="r")
    assert ask(enrolled(central, station.app), of_voucher(voucher, 4000), request="r").why is No.ANOTHER


def test_what_another_holds_is_asked_back_of_it(central: Central, station: Station, voucher: str) -> None:
    ask(station, of_voucher(voucher, 15_000))
    other = enrolled(central, station.app, "h2", name="two")
    answer = ask(other, of_voucher(voucher, 500))
    assert (answer.granted, answer.why) == (0, No.NOT_ENOUGH)
    ask(other, of_voucher(voucher, 500))
    held = told(station, voucher)
    assert held is not None
    assert held.back == 500


def test_another_incarnation_begins_with_nothing(central: Central, station: Station, voucher: str) -> None:
    ask(station, of_voucher(voucher, 4000))
    station.incarnation = "0" * 16
    assert ask(station, of_voucher(voucher, 1000)).granted == 1000
    held = told(station, voucher)
    assert held is not None
    assert (held.parts, held.incarnation) == ((Part("state", 1000),), "0" * 16)
    assert balance(central, Kind.ALLOTTED, voucher) == 5000


def test_who_has_not_said_what_it_holds_is_granted_nothing(central: Central, station: Station, voucher: str) -> None:
    assert ask(station, of_voucher(voucher, 4000), whole=False).why is No.UNREPORTED


@pytest.mark.parametrize(
    ("changes", "why"),
    [({"active": False}, No.MODULE_OFF), ({"until": "2026-03-01"}, No.SUSPENDED)],
)
def test_what_pays_nothing_is_not_granted(
    central: Central, station: Station, voucher: str, changes: dict[str, Any], why: No
) -> None:
    with writing(central.engine) as tx:
        value.programme(tx, **changes)
    assert ask(station, of_voucher(voucher, 100)).why is why
    assert ask(station, of_voucher("none", 100)).why is No.UNKNOWN


def test_what_a_station_says_that_it_holds_is_not_believed_unless_central_was_restored(
    central: Central, station: Station, voucher: str
) -> None:
    boast = Granted(voucher, What.VOUCHER, (Part("state", 9000),), station.incarnation)
    ask(station, holdings=(boast,))
    assert balance(central, Kind.ALLOTTED, voucher) == 0
    assert told(station, voucher) is None


# --- leases ---------------------------------------------------------------------------------------------------------


def lease(station: Station) -> allotments.Lease | None:
    item = station.copy().get(("lease", station.id))
    return allotments.read_lease(item.data) if item else None


def test_a_lease_runs_for_35_days_and_an_exchange_renews_it_once_a_day_is_gone(
    central: Central, station: Station, clock: Hands
) -> None:
    assert lease(station) is None
    ask(station)
    first = lease(station)
    assert first == allotments.Lease("2026-06-26T12:00:00.000Z")
    clock.advance(timedelta(hours=23))
    assert lease(station) == first
    clock.advance(timedelta(hours=2))
    assert lease(station) == allotments.Lease("2026-06-27T13:00:00.000Z")


# --- the night ------------------------------------------------------------------------------------------------------


def test_a_night_brings_each_voucher_to_what_its_hubs_stations_should_hold(
    central: Central, station: Station, voucher: str
) -> None:
    desk = enrolled(central, station.app, role="desk", name="desk")
    for one in (station, desk):
        ask(one)
    with writing(central.engine) as tx:
        there = stations.by_id(tx, desk.id)
        assert there is not None
        leads.name(tx, there, central.now())
    assert nightly.grant_all(central) == nightly.Given(vouchers=2, purses=2)
    assert balance(central, Kind.ALLOTTED, voucher, desk.id) == 8400  # 70 % of 80 %
    assert balance(central, Kind.ALLOTTED, voucher, station.id) == 3600
    assert balance(central, Kind.POOL, voucher) == 3000
    assert balance(central, Kind.PURSE, at=desk.id) == 10_000
    assert nightly.grant_all(central) == nightly.Given()
    value.books_hold(central)


def test_with_the_module_off_nothing_is_granted(central: Central, station: Station, voucher: str) -> None:
    ask(station)
    with writing(central.engine) as tx:
        value.programme(tx, active=False)
    assert nightly.grant_all(central) == nightly.Given()
    assert ("voucher", voucher) in station.copy()


def session(central: Central, capacity: int | None = 8, starts: str = "2026-06-01T15:00:00+02:00") -> None:
    with writing(central.engine) as tx:
        for kind, id_, data in (
            ("hub", "h1", HUB),
            ("place", "pl", {"name": "Casa"}),
            ("activity", "a", {"title": {"it": "Danza"}, "place": "pl", "provider": "pr", "standing": False}),
            ("session", "x", {"activity": "a", "starts": starts, "ends": ENDS, "capacity": capacity}),
        ):
            said = feed.publish(tx, kind, id_, data)
            assert said in tuple(feed.Change), (kind, said)


def test_a_night_gives_the_lead_three_of_four_free_places(central: Central, station: Station) -> None:
    session(central)
    ask(station)
    assert nightly.grant_all(central).sessions == 1
    assert balance(central, Kind.ALLOTTED, "x", station.id) == 6
    assert balance(central, Kind.SEATS, "x") == 2
    assert told(station, "x") == Granted("x", What.SESSION, (Part("", 6),), station.incarnation)
    other = enrolled(central, station.app, "h2", name="two")
    assert ask(other, Wanted(What.SESSION, "x", 1)).granted == 1


def test_fewer_places_close_those_that_are_free_and_more_are_opened(central: Central, station: Station) -> None:
    session(central)
    ask(station)
    nightly.grant_all(central)
    session(central, capacity=5)
    nightly.grant_all(central)
    assert (balance(central, Kind.SEATS, "x"), balance(central, Kind.ALLOTTED, "x")) == (0, 6)
    session(central, capacity=20)
    nightly.grant_all(central)
    assert balance(central, Kind.SEATS, "x") + balance(central, Kind.ALLOTTED, "x") == 20


def test_of_a_session_that_has_begun_or_was_never_counted_nothing_is_given(central: Central, station: Station) -> None:
    ask(station)
    session(central, starts="2026-05-01T15:00:00+02:00")
    assert ask(station, Wanted(What.SESSION, "x", 1)).why is No.SUSPENDED
    session(central, capacity=None)
    assert ask(station, Wanted(What.SESSION, "x", 1)).why is No.UNKNOWN
    with reading(central.engine) as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM transfers").scalar() == 0
