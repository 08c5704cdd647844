"""Value and time: hubs that are switched off at night, clocks that are wrong, days that end in Rome."""

from datetime import datetime, time, timedelta

import pytest

from kiosk.clock import ROME, Clock
from kiosk.db.store import Store
from kiosk.domain.programmes import Why
from kiosk.domain.redeeming import NotPaid, Redeemed
from kiosk.domain.signingup import Age
from kiosk.settings import Settings
from kiosk.usecases.register_family import NewMember
from kiosk.usecases.sign_up import age_of
from tests import value
from tests.central_at import CentralAt
from tests.conftest import MORNING, ToldClock
from tests.families import CHILD, registered
from tests.machine import Machine
from tests.station import Station, enrolled
from tests.value import paid, programme, swim
from tests.workers import on_shift

NIGHT, DAY = timedelta(hours=14), timedelta(hours=10)


@pytest.fixture
def machine() -> Machine:
    return Machine(MORNING)


@pytest.fixture
def moment(request: pytest.FixtureRequest, clock: ToldClock) -> datetime:
    """The test begins there."""
    clock.at = datetime.fromisoformat(request.param)
    return clock.at


@pytest.fixture
def late(moment: datetime, store: Store, central: CentralAt, settings: Settings, clock: ToldClock) -> Station:
    """A station that is enrolled then."""
    assert clock.at == moment
    return enrolled(store, central, settings, clock)


def test_a_hub_that_is_switched_off_each_night_for_21_days_without_network_still_redeems(
    station: Station, central: CentralAt, machine: Machine
) -> None:
    value.all_set(central, station)
    machine.anchors(station)
    central.cut()
    for _ in range(21):
        machine.runs(DAY)
        station.clock.read()
        machine.off(NIGHT)
        machine.starts(station)
        assert isinstance(paid(station, swim(100)), Redeemed)
    machine.runs(timedelta(days=14))
    assert paid(station, swim(100)) == NotPaid(Why.LEASE_OVER)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (timedelta(days=-3653), Why.NO_TIME),
        (timedelta(days=3653), Why.NO_TIME),
        (timedelta(days=-3), Why.NO_TIME),
        (timedelta(hours=-1), Why.NO_TIME),
        (timedelta(days=3), None),
        (timedelta(hours=1), None),
    ],
)
def test_a_wrong_hardware_clock_stops_early_and_never_goes_on_late(
    station: Station, central: CentralAt, machine: Machine, wrong: timedelta, why: Why | None
) -> None:
    value.all_set(central, station)
    machine.anchors(station)
    machine.off(timedelta(), wrong)
    machine.starts(station)
    said = paid(station, swim(100))
    assert said == NotPaid(why) if why else isinstance(said, Redeemed)
    machine.runs(timedelta(days=35, minutes=1))
    assert isinstance(paid(station, swim(100)), NotPaid)


def test_a_clock_that_central_sets_again_goes_on(station: Station, central: CentralAt, machine: Machine) -> None:
    value.all_set(central, station)
    machine.anchors(station)
    machine.off(NIGHT, timedelta(days=3653))
    machine.starts(station)
    assert paid(station, swim(100)) == NotPaid(Why.NO_TIME)
    station.clock.anchor(machine.true, machine.up, machine.up)
    assert isinstance(paid(station, swim(100)), Redeemed)


@pytest.mark.parametrize(
    ("moment", "why"),
    [("2027-07-31T23:59:59+02:00", None), ("2027-08-01T00:00:01+02:00", Why.EXPIRED)],
    indirect=["moment"],
)
@pytest.mark.usefixtures("moment")
def test_the_last_day_ends_at_midnight_in_rome(why: Why | None, central: CentralAt, late: Station) -> None:
    value.all_set(central, late)
    said = paid(late, swim(100))
    assert said == NotPaid(why, "v1") if why else isinstance(said, Redeemed)


@pytest.mark.parametrize("moment", ["2027-07-31T23:59:59+02:00"], indirect=True)
@pytest.mark.usefixtures("moment")
def test_two_seconds_over_the_last_midnight_nothing_is_paid_any_more(
    central: CentralAt, clock: ToldClock, late: Station
) -> None:
    """At a station that has been running all evening, and is cut off."""
    value.all_set(central, late)
    central.cut()
    assert isinstance(paid(late, swim(100)), Redeemed)
    clock.pass_(2)
    assert clock.at.isoformat() == "2027-08-01T00:00:01+02:00"
    assert paid(late, swim(100)) == NotPaid(Why.EXPIRED, "v1")


@pytest.mark.parametrize("moment", ["2027-03-28T00:30:00+00:00", "2027-10-31T00:30:00+00:00"], indirect=True)
@pytest.mark.usefixtures("moment")
def test_what_a_day_allows_is_counted_by_the_day_in_rome_though_it_has_23_or_25_hours(
    central: CentralAt, clock: ToldClock, late: Station
) -> None:
    """From half past one (or two) in the morning, over the change of the hour, to midnight in Rome."""
    value.all_set(central, late)
    programme(central, per_day=1_000, until="2028-07-31")
    late.sync()
    midnight = datetime.combine(late.clock.read().day() + timedelta(days=1), time(), ROME)
    assert isinstance(paid(late, swim(1_000)), Redeemed)
    clock.pass_((midnight - clock.at).total_seconds() - 1)
    assert paid(late, swim(1)) == NotPaid(Why.ABOVE_DAY, "v1")
    clock.pass_(2)
    assert isinstance(paid(late, swim(1_000)), Redeemed)


@pytest.mark.parametrize("moment", ["2027-03-27T22:00:00+00:00", "2027-10-30T22:00:00+00:00"], indirect=True)
def test_a_lease_counts_hours_and_not_what_a_clock_on_a_wall_shows(
    moment: datetime, central: CentralAt, clock: ToldClock, late: Station
) -> None:
    """Over both changes of the hour (01:00 UTC)."""
    value.all_set(central, late)
    programme(central, until="2028-07-31")
    late.sync()
    over = late.do(lambda tx: tx.allotments.lease())
    assert over is not None
    assert datetime.fromisoformat(over.until) - moment == timedelta(days=35)
    clock.pass_(35 * 86_400 - 1)
    assert isinstance(paid(late, swim(100)), Redeemed)
    clock.pass_(1)
    assert paid(late, swim(100)) == NotPaid(Why.LEASE_OVER)


@pytest.mark.parametrize(("day", "age"), [("2026-02-28", Age.CHILD), ("2026-03-01", Age.TEEN)])
def test_who_is_born_on_29_february_is_14_on_1_march(
    desk: Station, central: CentralAt, clock: ToldClock, day: str, age: Age
) -> None:
    by = on_shift(desk, central)
    done = registered(desk, by, NewMember({**CHILD, "born": "2012-02-29"}))
    clock.at = datetime.fromisoformat(f"{day}T12:00:00+01:00")
    person, now = done.people[0], Clock(lambda: clock.at).read()
    assert desk.do(lambda tx: age_of(tx, person, now)) is age
