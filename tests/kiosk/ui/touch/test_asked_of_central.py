"""The view model while somebody waits for central: one wait, ended by its answer or by whoever goes."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.programmes import Why
from kiosk.domain.redeeming import NotPaid
from kiosk.domain.signups import State
from kiosk.domain.wire import PendingAsk, Phase
from kiosk.ui.touch.held import Act, CalledOff, NotGiven, Paid, SignedUp
from kiosk.ui.touch.value_wishes import Await, CallOff, Pay
from kiosk.ui.touch.viewmodel import Touch
from kiosk.ui.touch.wishes import Show
from tests.conftest import ToldClock
from tests.kiosk.ui.touch.by_hand import ByHand, made
from tests.kiosk.ui.touch.errands.card_of import AMINA, RECEIPT, held, payer, price, signup
from tests.kiosk.ui.touch.test_my_card import CARD, outcome, says_who

ASKED = PendingAsk(Phase.ASK, "r", "i")
GIVEN = Paid(2_000, 0, 500, True, ("WM1-R",), RECEIPT)


@pytest.fixture
def hand() -> ByHand:
    return ByHand()


@pytest.fixture
def waiting(hand: ByHand, clock: ToldClock, qtbot: QtBot) -> Touch:
    touch = made(hand, clock)
    touch.go("wake")
    touch.go("home")
    hand.show()
    touch.go("pay-for/swimming")
    says_who(touch, hand)
    more = price()
    hand.answer(replace(more, people=(replace(more.people[0], here=(payer(most=300),)),)))
    touch.go("pay/confirm")
    assert isinstance(hand.wish(), Pay)
    hand.answer(ASKED)
    assert isinstance(hand.wish(), Await)
    assert touch.shown.screen == "wait"
    return touch


def awaited(hand: ByHand) -> tuple[Await, Callable[[object], None]]:
    """What is asked of central, and its answer."""
    wish, answer = hand.asked[-1]
    assert isinstance(wish, Await)
    return wish, answer


def test_what_was_given_is_said(waiting: Touch, hand: ByHand) -> None:
    hand.answer(GIVEN)
    assert outcome(waiting) == "paid"


def test_whoever_does_not_wait_is_back_where_they_were_once_it_is_called_off(waiting: Touch, hand: ByHand) -> None:
    wish, answer = awaited(hand)
    waiting.go("wait/back")
    waiting.go("wait/back")
    assert hand.wish() == CallOff(Await(wish.of, ASKED))
    assert len([wish for wish, _ in hand.asked if isinstance(wish, CallOff)]) == 1
    answer(GIVEN)  # too late to be shown: what came of it the other answer says
    assert (waiting.shown.screen, outcome(waiting)) == ("wait", "")
    hand.answer(CalledOff())
    assert (waiting.shown.screen, waiting.shown.face["pays"]) == ("money", 4_500)


def test_whoever_ends_it_too_late_is_told_what_they_have(waiting: Touch, hand: ByHand) -> None:
    waiting.go("wait/back")
    hand.answer(GIVEN)
    assert outcome(waiting) == "paid"


def test_where_central_has_it_not_they_go_on_with_what_is_here(waiting: Touch, hand: ByHand) -> None:
    hand.answer(NotGiven())
    face = waiting.shown.face
    assert (waiting.shown.screen, face["pays"], face["inVain"], face["more"]) == ("money", 300, True, False)
    waiting.go("pay/confirm")
    wish = hand.wish()
    assert isinstance(wish, Pay)
    assert wish.cents == 300


def test_where_nothing_is_here_they_are_asked_to_the_desk(waiting: Touch, hand: ByHand) -> None:
    """As whatever else says no."""
    hand.answer(NotPaid(Why.SUSPENDED))
    assert outcome(waiting) == "ask"


@pytest.mark.parametrize("path", ["finished", "home"])
def test_whoever_goes_has_called_it_off(waiting: Touch, hand: ByHand, path: str) -> None:
    wish, answer = awaited(hand)
    waiting.go(path)
    assert [one for one, _ in hand.asked if isinstance(one, CallOff)] == [CallOff(wish)]
    answer(GIVEN)
    assert outcome(waiting) == ""


def test_a_card_that_is_shown_meanwhile_is_somebody_elses(waiting: Touch, hand: ByHand) -> None:
    waiting.reading()
    waiting.scanned(CARD)
    assert [type(wish) for wish, _ in hand.asked[-2:]] == [CallOff, Show]


def test_noise_that_is_no_card_leaves_nobody_waiting_for_ever(waiting: Touch, hand: ByHand) -> None:
    waiting.reading()
    waiting.abandoned()
    assert isinstance(hand.wish(), CallOff)
    assert waiting.shown.screen == "money"


def test_a_parent_who_says_yes_waits_for_the_place_and_may_go_back_to_the_wish(
    hand: ByHand, clock: ToldClock, qtbot: QtBot
) -> None:
    touch = made(hand, clock)
    for path in ("wake", "home"):
        touch.go(path)
    hand.show()
    touch.go("my-card")
    says_who(touch, hand)
    hand.answer(held(signups=(signup(State.WISHED, Act.CONFIRM),)))
    touch.go("card/signup/0")
    touch.go("card/confirm")
    hand.answer(ASKED)
    assert (touch.shown.screen, touch.shown.face["cents"]) == ("wait", 0)
    touch.go("wait/back")
    hand.answer(CalledOff())
    assert touch.shown.screen == "signup"
    touch.go("card/confirm")
    hand.answer(ASKED)
    hand.answer(SignedUp((), State.CONFIRMED, AMINA))
    assert outcome(touch) == "signed_up"


def test_another_language_meanwhile_ends_nothing(waiting: Touch, hand: ByHand) -> None:
    waiting.go("language")
    waiting.go("language/en")
    assert isinstance(hand.wish(), Await)
    hand.answer(GIVEN)
    assert outcome(waiting) == "paid"
