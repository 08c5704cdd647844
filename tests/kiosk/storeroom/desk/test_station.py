"""The desk's station: a coordinator says what time it is where nobody knows, and that leaves a name."""

from datetime import timedelta

import pytest

from kiosk.clock import ROME, stamp
from kiosk.domain.events import Type
from kiosk.domain.redeeming import Redeemed
from kiosk.domain.workers import Entered, NotEntered, NotIn, Role
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.station import DeskStationFace, TimeFace
from tests import value
from tests.central_at import CentralAt
from tests.kiosk.storeroom.desk.sitting import AtDesk
from tests.machine import Machine
from tests.station import Station
from tests.value import paid, swim
from tests.workers import on_shift

TOLD = Said(Tone.DONE, "told", to="station")


@pytest.fixture
def coordinator(station: Station, central: CentralAt) -> Entered:
    value.all_set(central, station)
    return on_shift(station, central, Role.COORDINATOR)


@pytest.fixture
def educator(station: Station, central: CentralAt) -> Entered:
    return on_shift(station, central, Role.EDUCATOR)


@pytest.fixture
def machine(station: Station, coordinator: Entered, educator: Entered) -> Machine:
    """It was switched off for 20 days, and its battery is flat."""
    machine = Machine(station.clock.read().at)
    machine.loses_the_time(station)
    return machine


@pytest.fixture
def at(station: Station, coordinator: Entered, machine: Machine) -> AtDesk:
    return AtDesk(station, coordinator)


def watch(machine: Machine, ahead: timedelta = timedelta()) -> dict[str, str]:
    """What somebody reads off a watch, to the minute."""
    now = (machine.true + ahead).astimezone(ROME)
    return {"day": f"{now:%d.%m.%Y}", "time": f"{now:%H.%M}"}


def test_a_coordinator_says_what_time_it_is_and_value_goes_on(at: AtDesk, station: Station, machine: Machine) -> None:
    assert not at.see("station", DeskStationFace).anchored
    assert at.see("station/time", TimeFace).by_hand
    assert not isinstance(paid(station, swim(100)), Redeemed)
    assert at.done("station/time", **watch(machine)) == TOLD
    face = at.see("station", DeskStationFace)
    assert (face.anchored, face.by_hand) == (True, True)
    assert isinstance(paid(station, swim(100)), Redeemed)


def test_it_stands_in_the_chain_with_a_name_and_central_takes_it(
    at: AtDesk, station: Station, machine: Machine, central: CentralAt
) -> None:
    at.done("station/time", **watch(machine))
    (told,) = station.do(
        lambda tx: [one for one in tx.events.outbox(station.id, 50) if one.header.type == Type.TIME_TOLD]
    )
    assert told.body is not None
    assert told.body.content["worker"] == at.by.worker.id
    assert told.body.content["way"] == "by_hand"
    assert told.body.content["at"] == stamp(machine.true.replace(second=0, microsecond=0))
    assert told.header.recorded_at < str(told.body.content["at"])
    assert station.sync().trouble == ""
    assert station.do(lambda tx: tx.events.waiting()) == 0
    assert central.cases() == []


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ({"day": "31.2.2027", "time": "9.00"}, "no_time"),
        ({"day": "28.3.2027", "time": "2.30"}, "no_time"),  # the hour that summer time leaves out
        ({"day": "ieri", "time": "9.00"}, "no_time"),
        ({"day": "1.1.2027", "time": "24.00"}, "no_time"),
        ({"day": 5, "time": None}, "no_time"),
        ({"day": "1.1.2020", "time": "9.00"}, "back"),
        ({"day": "1.1.2050", "time": "9.00"}, "back"),
    ],
)
def test_a_moment_that_cannot_be_changes_nothing(form: dict[str, object], why: str, at: AtDesk) -> None:
    assert at.done("station/time", **form) == Said(Tone.NO, why)
    assert not at.see("station", DeskStationFace).anchored


def test_an_educator_may_bring_a_phone_and_may_not_say_it(
    educator: Entered, station: Station, machine: Machine
) -> None:
    at = AtDesk(station, educator)
    assert not at.see("station/time", TimeFace).by_hand
    assert at.act("station/time", watch(machine)) == NotIn(NotEntered.NOT_ALLOWED)


def test_what_is_known_is_not_said_again(at: AtDesk, machine: Machine) -> None:
    assert at.done("station/time", **watch(machine)) == TOLD
    assert at.done("station/time", **watch(machine, timedelta(days=1))) == Said(Tone.NO, "known")
    assert at.see("station/time", TimeFace).known


def test_a_family_card_tells_no_time(at: AtDesk, central: CentralAt) -> None:
    code = central.cards("nico")["nico"]
    assert at.scan("station/time", code) == Said(Tone.NO, "old")
    assert at.scan("station/time", "9 788804 668237") == NOTHING
