"""The late half of the kiosk: what it does for the network thread."""

from datetime import timedelta

import pytest

from kiosk.clock import Clock
from kiosk.db.store import open_store, read_key
from kiosk.domain.allotments import What
from kiosk.domain.events import Type
from kiosk.domain.retention import PERIODS, Rule
from kiosk.domain.rounds import Progress
from kiosk.domain.workers import How
from kiosk.storeroom import Storeroom
from kiosk.sync.central import NoConnection
from kiosk.usecases.ask_online import asked
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.kiosk.sync.records import activity
from tests.machine import Machine
from tests.station import Station
from tests.workers import let_in


def test_whoever_hangs_up_waits_for_no_copy_to_end(station: Station, central: CentralAt) -> None:
    central.publish_all("activity", {f"a-{number}": activity("Palla") for number in range(2000)})
    station.store.close()
    room, heard = Storeroom(station.settings, station.clock), list[int]()

    def told(progress: Progress) -> None:
        heard.append(progress.records)
        if len(heard) == 2:
            room.hang_up()

    room.open()
    with pytest.raises(NoConnection):
        room.exchange(told)
    room.close()
    assert len(heard) == 2


def test_a_clock_that_somebody_set_ten_years_on_takes_no_trail_away(station: Station, central: CentralAt) -> None:
    by, day = let_in(station, central), station.clock.read().day().isoformat()
    assert station.sync().trouble == ""
    kept = station.clock.kept()
    assert kept is not None
    station.do(lambda tx: tx.clock.keep(kept))
    station.store.close()
    set_on = Clock(lambda: kept.floor + timedelta(days=3650), lambda: 5.0, lambda: "another start of the machine")
    room = Storeroom(station.settings, set_on)
    room.open()
    room.turn_the_day()
    room.close()
    store = open_store(station.settings.store, read_key(station.settings.key_file))
    with store.begin() as tx:
        assert tx.trail.entered_on(day, by.worker.id, How.CARD_AND_PIN)
    store.close()


def test_by_what_somebody_told_the_clock_a_day_turns_and_nothing_goes(station: Station, central: CentralAt) -> None:
    code = central.cards("amina")["amina"]
    assert station.sync().trouble == ""
    station.scan(code)
    assert station.sync().trouble == ""
    central.cut()
    station.store.close()
    machine = Machine(station.clock.read().at)
    machine.loses_the_time(station)
    room = Storeroom(station.settings, station.clock)
    room.open()
    assert station.clock.tell(machine.true + timedelta(days=40))
    room.turn_the_day()
    assert room.retain(dry_run=True)[Rule.BODIES.value] == 1
    station.clock.anchor(machine.true + timedelta(days=40), machine.up, machine.up)
    machine.runs(timedelta(days=1))
    room.turn_the_day()
    assert room.retain(dry_run=True)[Rule.BODIES.value] == 0
    room.close()


def test_what_was_asked_of_central_before_the_light_went_out_is_voided_at_the_start(
    station: Station, clock: ToldClock
) -> None:
    known, now = station.known, clock.read()
    station.do(lambda tx: asked(tx, known, What.VOUCHER, "v1", 1200, now))
    station.store.close()
    for _ in range(2):
        room = Storeroom(station.settings, clock)
        room.open()
        room.close()
    store = open_store(station.settings.store, read_key(station.settings.key_file))
    with store.begin() as tx:
        types = [event.header.type for _, events in tx.events.chain(known.id) for event in events]
    store.close()
    assert types == [Type.PENDING_ASKED, Type.PENDING_VOIDED]


def test_copies_of_before_an_upgrade_go_after_their_month(station: Station, clock: ToldClock) -> None:
    """They hold what was erased since."""
    station.store.close()
    now = clock.read().day()
    days = (PERIODS[Rule.COPIES] + 1, PERIODS[Rule.COPIES] - 1)
    names = [f"hub-before-5-{now - timedelta(days=ago):%Y%m%d}T120000.backup" for ago in days]
    old, recent = (station.settings.data / name for name in names)
    for copy in (old, recent):
        copy.touch()
    room = Storeroom(station.settings, clock)
    room.open()
    assert room.retain(dry_run=True)["copies"] == 1
    assert old.exists()
    assert room.retain(dry_run=False)["copies"] == 1
    room.close()
    assert not old.exists()
    assert recent.exists()
