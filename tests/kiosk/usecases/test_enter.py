"""Workers enter by card and PIN, switch quickly, and wait when they are wrong."""

import pytest

from central.db import cases
from kiosk.db.store import open_store
from kiosk.domain.events import Type
from kiosk.domain.waits import FIRST_WAIT, FREE_TRIES
from kiosk.domain.workers import AskPin, Entered, Face, How, NotEntered, NotIn, Role, Wait, WrongPin
from kiosk.usecases.enter import colleagues, enter, pick, switch
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.station import Station
from tests.workers import PIN, dismiss, employ, let_in, read, shown, tried


def never(verifier: str, pin: str) -> bool:
    return False


def test_card_and_pin_let_a_worker_in_and_central_hears_of_it(station: Station, central: CentralAt) -> None:
    entered = let_in(station, central, Role.EDUCATOR)
    assert entered.worker.roles == {Role.EDUCATOR}
    assert station.sync().trouble == ""
    assert central.counts().by_type[("entered", "accepted")] == 1


def test_no_transaction_is_open_while_a_pin_is_tried(station: Station, central: CentralAt) -> None:
    card = employ(central)
    station.sync()
    asked = shown(station, card.code)
    assert isinstance(asked, AskPin)

    def holds(verifier: str, pin: str) -> bool:
        station.do(lambda tx: tx.visits.count())  # would wait for ever, or fail, inside another one
        return True

    assert isinstance(enter(station.do, asked, PIN, Face.DESK, station.clock, holds), Entered)


def test_wrong_pins_make_a_wait_and_a_right_one_ends_the_row(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    card = employ(central)
    station.sync()
    asked = shown(station, card.code)
    assert isinstance(asked, AskPin)
    waits = [enter(station.do, asked, "1", Face.DESK, clock, never) for _ in range(FREE_TRIES + 1)]
    assert waits == [WrongPin(0.0)] * FREE_TRIES + [WrongPin(FIRST_WAIT)]
    assert tried(station, card) == Wait(FIRST_WAIT)  # the right one, too soon: nobody looks at it
    clock.pass_(FIRST_WAIT)
    assert isinstance(tried(station, card), Entered)
    assert enter(station.do, asked, "1", Face.DESK, clock, never) == WrongPin(0.0)


def test_a_wait_survives_a_restart_of_the_program(station: Station, central: CentralAt, clock: ToldClock) -> None:
    card = employ(central)
    station.sync()
    asked = shown(station, card.code)
    assert isinstance(asked, AskPin)
    for _ in range(FREE_TRIES + 1):
        enter(station.do, asked, "1", Face.DESK, clock, never)
    station.store.close()
    station.store = open_store(station.settings.store, bytes.fromhex(station.settings.key_file.read_text()))
    clock.pass_(10)
    assert tried(station, card) == Wait(FIRST_WAIT - 10)
    station.store.close()


def test_pulling_the_plug_while_a_pin_is_tried_spares_nobody(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    card = employ(central)
    station.sync()
    asked = shown(station, card.code)
    assert isinstance(asked, AskPin)

    def pulled(verifier: str, pin: str) -> bool:
        raise SystemExit

    for _ in range(FREE_TRIES + 1):
        with pytest.raises(SystemExit):
            enter(station.do, asked, "1", Face.DESK, clock, pulled)
    assert tried(station, card) == Wait(FIRST_WAIT)


def test_a_revoked_worker_is_not_let_in_nor_while_their_pin_is_tried(station: Station, central: CentralAt) -> None:
    card = employ(central)
    station.sync()
    asked = shown(station, card.code)
    assert isinstance(asked, AskPin)
    dismiss(central, card.worker)

    def meanwhile(verifier: str, pin: str) -> bool:
        station.sync()
        return True

    assert enter(station.do, asked, PIN, Face.DESK, station.clock, meanwhile) == NotIn(NotEntered.REVOKED)
    assert shown(station, card.code) == NotIn(NotEntered.REVOKED)
    assert station.do(lambda tx: colleagues(tx, station.clock.read())) == []


def test_the_serial_alone_being_revoked_is_enough(station: Station, central: CentralAt) -> None:
    card = employ(central)
    station.sync()
    assert isinstance(tried(station, card), Entered)
    central.publish("revocation", str(card.serial), {"serial": card.serial})
    station.sync()
    now = station.clock.read()
    assert shown(station, card.code) == NotIn(NotEntered.REVOKED)
    assert station.do(lambda tx: pick(tx, card.worker, now)) == NotIn(NotEntered.REVOKED)


def test_who_entered_today_switches_by_pin_and_by_card(station: Station, central: CentralAt, clock: ToldClock) -> None:
    ada, bea = employ(central, name="Ada Prova"), employ(central, name="Bea Prova")
    station.sync()
    now = clock.read()
    assert station.do(lambda tx: pick(tx, bea.worker, now)) == NotIn(NotEntered.CARD_FIRST)
    assert isinstance(tried(station, ada), Entered)
    assert isinstance(tried(station, bea), Entered)
    assert [one.id for one in station.do(lambda tx: colleagues(tx, now))] == [ada.worker, bea.worker]
    asked = station.do(lambda tx: pick(tx, ada.worker, now))
    assert isinstance(asked, AskPin)
    assert asked.how is How.PIN
    assert isinstance(enter(station.do, asked, PIN, Face.DESK, clock), Entered)
    code = read(station, bea.code)
    assert isinstance(station.do(lambda tx: switch(tx, code, Face.DESK, now)), Entered)
    clock.pass_(24 * 3600)
    tomorrow = clock.read()
    assert station.do(lambda tx: switch(tx, code, Face.DESK, tomorrow)) == NotIn(NotEntered.CARD_FIRST)


def test_what_is_no_workers_card_of_this_hub_lets_nobody_in(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    elsewhere, family = employ(central, hub="hub-2"), central.cards("amina")["amina"]
    ours = employ(central)
    station.sync()
    assert shown(station, elsewhere.code) == NotIn(NotEntered.UNKNOWN)
    assert shown(station, family) == NotIn(NotEntered.WRONG_KIND)
    assert shown(station, "4006381333931") == NotIn(NotEntered.NOT_A_CODE)
    clock.pass_(5 * 366 * 24 * 3600)
    assert shown(station, ours.code) == NotIn(NotEntered.EXPIRED)


def test_a_touchscreen_knows_nobody_of_safeguarding(station: Station, central: CentralAt) -> None:
    card = employ(central, Role.SAFEGUARDING)
    station.sync()
    assert shown(station, card.code) == NotIn(NotEntered.UNKNOWN)


def test_a_worker_entered_before_central_told_of_the_revocation_is_shown_to_a_person(
    station: Station, central: CentralAt
) -> None:
    card = employ(central)
    station.sync()
    dismiss(central, card.worker)
    assert isinstance(tried(station, card), Entered)
    station.sync()
    assert central.counts().by_type[(Type.ENTERED, "accepted")] == 1
    with central.writing() as tx:
        assert [case.kind for case in cases.still_open(tx)] == ["worker_revoked"]
