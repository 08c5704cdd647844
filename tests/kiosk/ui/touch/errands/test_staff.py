"""The staff way in: a card or a first name, six digits, a wait that is said, and the list by itself again."""

from dataclasses import replace
from random import Random

import pytest

from kiosk.domain.workers import AskPin, Entered, How, Role, Wait, Worker, WrongPin
from kiosk.ui.faces import Moment
from kiosk.ui.touch.derive_visits import door as shown
from kiosk.ui.touch.errands import AtTheDoor, Errand, Inside, Turn, answered, step
from kiosk.ui.touch.errands.staff import tried
from kiosk.ui.touch.staff_faces import CountsFace, DoorFace, InsideFace
from kiosk.ui.touch.visit_faces import PadFace
from kiosk.ui.touch.wishes import Enter, LookInside, Pick, Show, WhoIsIn

ADA = Worker("w1", "Ada Prova", frozenset({Role.EDUCATOR}), 9)
ASKED = AskPin(ADA, How.CARD_AND_PIN)
DOOR = AtTheDoor(asked=ASKED)
FACE = InsideFace(Moment("2026-12-01", "today", "10.00"), CountsFace(0, 0, 0, 0, 0, 0), (), (), whole=True)
NOW = 100.0


def after(errand: Errand, *paths: str, now: float = NOW) -> Turn:
    turn = Turn(errand)
    for path in paths:
        assert turn.errand is not None
        turn = step(turn.errand, path, (), now)
    return turn


def digits(text: str) -> list[str]:
    return [f"staff/say/{digit}" for digit in text]


def test_a_worker_s_card_asks_for_the_pin() -> None:
    assert answered(None, Show(b"WM1"), ASKED, Random(1), NOW) == Turn(DOOR)


def test_two_corners_offer_who_entered_today_by_first_name() -> None:
    turn = answered(AtTheDoor(), WhoIsIn(), (ADA,), Random(1), NOW)
    assert turn is not None
    door = turn.errand
    assert isinstance(door, AtTheDoor)
    assert shown(door, NOW) == DoorFace(("Ada",), "", None)
    assert after(door, "staff/pick/0").wish == Pick("w1")
    picked = answered(door, Pick("w1"), AskPin(ADA, How.PIN), Random(1), NOW)
    assert picked is not None
    assert isinstance(picked.errand, AtTheDoor)
    assert picked.errand.asked == AskPin(ADA, How.PIN)


def test_the_sixth_digit_tries_the_pin() -> None:
    assert after(DOOR, *digits("27182")).wish is None
    assert after(DOOR, *digits("271828")).wish == Enter(ASKED, "271828")
    assert after(DOOR, *digits("27"), "staff/erase", *digits("71828")).wish == Enter(ASKED, "271828")


def test_who_entered_sees_who_is_inside_and_may_look_again() -> None:
    entered = Entered(ADA, "event")
    assert answered(DOOR, Enter(ASKED, "271828"), entered, Random(1), NOW) == Turn(DOOR, LookInside(entered))
    turn = answered(DOOR, LookInside(entered), FACE, Random(1), NOW)
    assert turn == Turn(Inside(entered, FACE))
    assert after(Inside(entered, FACE), "staff/anew").wish == LookInside(entered)
    assert after(Inside(entered, FACE), "staff/back") == Turn(None)


def test_a_wrong_pin_is_tried_again_and_a_wait_is_said_and_kept() -> None:
    wrong = tried(replace(DOOR, digits="271828"), WrongPin(0.0), NOW)
    assert shown(wrong, NOW) == DoorFace((), "Ada", PadFace(0, 6, again=True))
    waits = tried(wrong, Wait(30.0), NOW)
    assert shown(waits, NOW + 0.5).pad == PadFace(0, 6, again=False, wait_seconds=30)
    assert after(waits, *digits("2"), now=NOW + 29.9) == Turn(waits)
    typed = after(waits, *digits("2"), now=NOW + 30).errand
    assert isinstance(typed, AtTheDoor)
    assert typed.digits == "2"


def test_digits_without_anybody_s_name_go_nowhere() -> None:
    assert after(AtTheDoor(), *digits("1")) == Turn(AtTheDoor())


def test_neither_the_pin_nor_a_name_is_written_down() -> None:
    door = after(DOOR, *digits("271828"))
    assert "2718" not in repr(door)
    assert "Ada" not in repr(door)


@pytest.mark.parametrize("path", ["", "staff", "staff/pick/0", "staff/pick/x", "staff/say/12", "family/confirm", "x/y"])
def test_an_intent_that_means_nothing_changes_nothing(path: str) -> None:
    assert after(DOOR, path) == Turn(DOOR)
