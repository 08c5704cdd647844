"""What only central can give, at a whole desk and a real central, by keyboard alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kiosk.app import Kiosk
from kiosk.domain.accounts import Kind
from kiosk.usecases.register_family import Registered
from tests import sessions, value
from tests.central.value import balance, books_hold
from tests.central_at import CentralAt
from tests.families import mother_and_child
from tests.kiosk.app.conftest import DeskAt
from tests.kiosk.app.test_asked_of_central import PATIENT, central_hangs, voided
from tests.kiosk.app.test_desk_value import ALT, ENTER, OpenDesk, at, face, finds_swimming, said
from tests.station import Station
from tests.workers import let_in

pytestmark = pytest.mark.timeout(90)
ESCAPE = Qt.Key.Key_Escape


@pytest.fixture
def family(desk: Station, central: CentralAt) -> Registered:
    """Amina has a voucher of which this desk may give 3 euro; chess has places with central alone."""
    made = mother_and_child(desk, let_in(desk, central, name="Bruno Esempio"))
    central.publish("provider", "piscina", {"name": "Piscina Cardellino"})
    value.programme(central)
    value.offer(central)
    value.voucher(central, household=made.household, people=[made.people[1]])
    value.with_central(central, state=5_000)
    value.allot(central, desk, state=300)
    sessions.hub(central)
    sessions.activity(central)
    sessions.session(central)
    desk.settings = replace(desk.settings, ask_seconds=PATIENT)
    assert desk.sync().trouble == ""
    return made


@pytest.fixture
def opened(open_desk: OpenDesk, family: Registered, worker_card: str) -> DeskAt:
    desk = open_desk()
    desk.enter(worker_card)
    desk.until(lambda: desk.screen == "today")
    return desk


def asked(desk: DeskAt) -> bool:
    return desk.kiosk.desk.shown.waits is not None


def settled(desk: DeskAt, central: CentralAt) -> None:
    """Until this desk has said what came of it, and central has heard it."""
    desk.until(lambda: balance(central.own, Kind.PENDING) == 0 and outbox_is_empty(desk.kiosk))
    books_hold(central.own)


def outbox_is_empty(kiosk: Kiosk) -> bool:
    return bool(kiosk.desk.shown.frame["tram"]["aboard"] == 0)


def chooses_swimming(desk: DeskAt) -> None:
    finds_swimming(desk)
    desk.press(ENTER)
    at(desk, "vouchers-say")


def test_a_voucher_pays_by_centrals_word(opened: DeskAt, central: CentralAt) -> None:
    chooses_swimming(opened)
    opened.press(ENTER)
    at(opened, "vouchers-done")
    assert (said(opened), face(opened)["bars"]["pays"]) == ("paid", 2_000)
    settled(opened, central)
    assert balance(central.own, Kind.SPENT, at="piscina") == 2_000


def test_escape_ends_the_waiting_and_nothing_was_given(opened: DeskAt, central: CentralAt) -> None:
    chooses_swimming(opened)
    with central_hangs(central):
        opened.press(ENTER)
        opened.until(lambda: asked(opened))
        opened.press(ENTER)  # twice: nothing that lies below is pressed
        opened.press(Qt.Key.Key_5, ALT)
        assert asked(opened)
        opened.press(ESCAPE)
        opened.until(lambda: said(opened) == "called_off")
    assert (opened.screen, asked(opened)) == ("vouchers-say", False)
    settled(opened, central)
    assert (voided(central), balance(central.own, Kind.SPENT)) == (1, 0)
    opened.press(ENTER)  # the page has the keyboard again
    at(opened, "vouchers-done")


def test_a_desk_that_locks_has_called_it_off(opened: DeskAt, central: CentralAt) -> None:
    chooses_swimming(opened)
    with central_hangs(central):
        opened.press(ENTER)
        opened.until(lambda: asked(opened))
        opened.kiosk.desk.go("lock")
        assert not asked(opened)
    settled(opened, central)
    assert balance(central.own, Kind.SPENT) == 0


def test_somebody_is_signed_up_for_a_place_of_centrals(opened: DeskAt, central: CentralAt) -> None:
    opened.press(Qt.Key.Key_5, ALT)
    at(opened, "sessions")
    opened.press(ENTER)
    at(opened, "sessions-open")
    opened.type("n")
    at(opened, "sessions-add")
    opened.type("amina")
    opened.until(lambda: len(face(opened)["hits"]) == 1)
    opened.press(ENTER)
    at(opened, "sessions-open")
    opened.until(lambda: said(opened) == "confirmed")
    settled(opened, central)
    assert balance(central.own, Kind.TAKEN, "s1") == 1
