"""Places and vouchers at a whole desk, by keyboard alone: signed up and taken back, paid, reversed."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from kiosk.usecases.register_family import Registered
from tests import sessions, value
from tests.central_at import CentralAt
from tests.families import mother_and_child
from tests.kiosk.app.conftest import DeskAt
from tests.station import Station
from tests.workers import let_in

pytestmark = pytest.mark.timeout(90)
OpenDesk = Callable[[], DeskAt]
ENTER, CTRL, ALT = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def family(desk: Station, central: CentralAt) -> Registered:
    """A mother and Amina, who has a voucher; chess has two places at this desk, and swimming costs 20 euro."""
    made = mother_and_child(desk, let_in(desk, central, name="Bruno Esempio"))
    central.publish("provider", "piscina", {"name": "Piscina Cardellino"})
    value.programme(central)
    value.offer(central)
    value.voucher(central, household=made.household, people=[made.people[1]])
    value.allot(central, desk, state=5_000)
    sessions.hub(central)
    sessions.activity(central)
    sessions.session(central)
    value.allot(central, desk, "s1", "session", places=2)
    assert desk.sync().trouble == ""
    return made


@pytest.fixture
def opened(open_desk: OpenDesk, family: Registered, worker_card: str) -> DeskAt:
    desk = open_desk()
    desk.enter(worker_card)
    desk.until(lambda: desk.screen == "today")
    return desk


def face(desk: DeskAt) -> dict[str, Any]:
    return desk.kiosk.desk.shown.face


def said(desk: DeskAt) -> str:
    return str((desk.kiosk.desk.shown.said or {}).get("what", ""))


def at(desk: DeskAt, screen: str) -> None:
    desk.until(lambda: desk.screen == screen)


def test_somebody_is_signed_up_by_name_and_called_off_and_back(opened: DeskAt) -> None:
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
    opened.until(lambda: face(opened)["session"]["places"]["taken"] == 1)
    assert said(opened) == "confirmed"
    opened.type("x")
    opened.until(lambda: face(opened)["session"]["places"]["taken"] == 0)
    opened.press(Qt.Key.Key_Z, CTRL)
    opened.until(lambda: face(opened)["session"]["places"]["taken"] == 1)


def finds_swimming(desk: DeskAt) -> None:
    """Amina's voucher is about to pay all of it."""
    desk.press(Qt.Key.Key_6, ALT)
    at(desk, "vouchers")
    desk.type("amina")
    desk.until(lambda: len(face(desk)["hits"]) == 1)
    desk.press(ENTER)
    at(desk, "vouchers-family")
    desk.type("1")
    at(desk, "vouchers-use")
    desk.type("nuoto")
    desk.until(lambda: len(face(desk)["activities"]) == 1)
    desk.press(ENTER)
    desk.until(lambda: (face(desk)["bars"] or {}).get("pays") == 2_000)


def test_a_voucher_pays_and_is_reversed(opened: DeskAt) -> None:
    finds_swimming(opened)
    opened.type("12,50")
    opened.until(lambda: (face(opened)["bars"] or {}).get("pays") == 1_250)
    opened.press(ENTER)
    at(opened, "vouchers-say")
    opened.press(ENTER)
    at(opened, "vouchers-done")
    assert (said(opened), face(opened)["bars"]["youPay"]) == ("paid", 750)
    opened.type("a")
    at(opened, "vouchers-reverse")
    opened.type("2")
    opened.press(ENTER)
    opened.until(lambda: said(opened) == "reversed")
    at(opened, "vouchers-done")
    opened.until(lambda: face(opened)["receipts"][0]["reversed"])
