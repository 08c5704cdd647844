"""The view model with a card in hand: what is asked, what is shown, and that nothing of it is left behind."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.pictures import Identified, Means, Question
from kiosk.domain.programmes import Why
from kiosk.domain.redeeming import NotPaid
from kiosk.domain.signups import State
from kiosk.domain.visits import Reason, Refused, Undone
from kiosk.ui.touch.faces import ActivityCard, ActivityFace, Places
from kiosk.ui.touch.held import Fit, HolderAsked, Paid, SignedUp
from kiosk.ui.touch.value_wishes import AskHolder, AskJoin, AskPrice, OpenCard, Pay, SignUp, UndoSignUp
from kiosk.ui.touch.viewmodel import Touch
from kiosk.ui.touch.wishes import Show
from tests.conftest import ToldClock
from tests.kiosk.ui.touch.by_hand import ByHand, made
from tests.kiosk.ui.touch.errands.card_of import AMINA, HOLDER, RECEIPT, held, joinable, payer, price, signup, voucher

CARD = b"WM1-SECRET"
THREE = ("sun", "boat", "drum")
SWIMMING = ActivityCard(
    "swimming", "Nuoto", "", "", "", "", "", "", None, None, 6_000, Places.OPEN, None
)  # fmt: skip
ACTIVITY = ActivityFace(SWIMMING, (), "", "", "", "", "", (), (), voucher=True, sensitive=False, take_away=None)


@pytest.fixture
def hand() -> ByHand:
    return ByHand()


@pytest.fixture
def touch(hand: ByHand, clock: ToldClock, qtbot: QtBot) -> Touch:
    touch = made(hand, clock)
    touch.go("wake")
    touch.go("home")
    hand.show()
    return touch


def says_who(touch: Touch, hand: ByHand) -> None:
    """A card, and the three pictures."""
    touch.reading()
    touch.scanned(CARD)
    assert hand.wish() == AskHolder(CARD)
    hand.answer(HolderAsked(7, Question(Means.PICTURES, 3)))
    assert touch.shown.screen == "pictures"
    for name in THREE:
        touch.go(f"identify/say/{name}")
    hand.answer(Identified("sara", "h"))


def outcome(touch: Touch) -> str:
    return str((touch.shown.outcome or {}).get("outcome", ""))


@pytest.fixture
def at_card(touch: Touch, hand: ByHand) -> Touch:
    touch.go("my-card")
    assert touch.shown.screen == "prompt"
    says_who(touch, hand)
    assert hand.wish() == OpenCard(HOLDER)
    hand.answer(held(voucher(), signups=(signup(),)))
    assert touch.shown.screen == "mycard"
    return touch


@pytest.fixture
def paying(at_card: Touch, hand: ByHand) -> Touch:
    at_card.go("pay-for/swimming")
    hand.answer(price())
    assert at_card.shown.screen == "money"
    return at_card


def test_a_scan_alone_opens_no_card(touch: Touch, hand: ByHand) -> None:
    touch.scanned(CARD)
    assert hand.wish() == Show(CARD)


def test_nothing_is_paid_before_it_is_confirmed(paying: Touch, hand: ByHand) -> None:
    paying.go("pay/less")
    assert isinstance(hand.wish(), AskPrice)
    paying.go("pay/confirm")
    wish = hand.wish()
    assert isinstance(wish, Pay)
    assert (wish.person, wish.vouchers, wish.cents) == ("amina", ("v1",), 4_000)


def test_two_confirmations_at_once_pay_once(paying: Touch, hand: ByHand) -> None:
    asked = len(hand.asked)
    paying.go("pay/confirm")
    paying.go("pay/confirm")
    assert len(hand.asked) == asked + 1


def test_a_receipt_stays_for_as_long_as_a_phone_needs_and_money_has_no_undo(
    paying: Touch, hand: ByHand, clock: ToldClock
) -> None:
    paying.go("pay/confirm")
    hand.answer(Paid(4_500, 1_500, 15_500, False, ("WM1A",), RECEIPT))
    said = paying.shown.outcome
    assert said is not None
    assert (said["outcome"], said["undoSeconds"], len(said["keeps"])) == ("paid", 0, 1)
    clock.pass_(59)
    paying.tick()
    assert outcome(paying) == "paid"
    clock.pass_(2)
    paying.tick()
    assert outcome(paying) == ""
    assert (paying.shown.screen, "Sara" in repr(paying.shown)) == ("attract", False)


def test_from_an_answer_one_may_go_back_to_the_card(paying: Touch, hand: ByHand) -> None:
    paying.go("pay/confirm")
    hand.answer(Paid(4_500, 1_500, 15_500, False, ("WM1A",), RECEIPT))
    paying.go("outcome/more")
    assert hand.wish() == OpenCard(HOLDER)
    hand.answer(held())
    assert (paying.shown.outcome, paying.shown.screen) == (None, "mycard")


@pytest.mark.parametrize("no", [NotPaid(Why.EXPIRED), NotPaid(Why.NO_ALLOTMENT), Refused(Reason.NOT_NOW)], ids=str)
def test_every_no_looks_the_same_and_nothing_personal_stays(paying: Touch, hand: ByHand, no: object) -> None:
    paying.go("pay/confirm")
    hand.answer(no)
    said = paying.shown.outcome
    assert said is not None
    assert {name: value for name, value in said.items() if value} == {"outcome": "ask"}
    assert "Amina" not in repr(paying.shown)


def test_from_an_activity_one_signs_up_after_saying_who_one_is(touch: Touch, hand: ByHand) -> None:
    touch.go("activity/swimming")
    hand.show(ACTIVITY)
    touch.go("sign-up/s1")
    assert touch.shown.screen == "prompt"
    says_who(touch, hand)
    assert hand.wish() == AskJoin(HOLDER, "s1")
    hand.answer(joinable(Fit.ALREADY, Fit.FITS))
    assert touch.shown.screen == "join"
    touch.go("join/confirm")
    assert isinstance(hand.wish(), SignUp)


def test_a_sign_up_is_undone_within_ten_seconds(at_card: Touch, hand: ByHand, clock: ToldClock) -> None:
    at_card.go("sign-up/s1")
    hand.answer(joinable(Fit.ALREADY, Fit.FITS))
    at_card.go("join/confirm")
    hand.answer(SignedUp(("event",), State.CONFIRMED, AMINA))
    said = at_card.shown.outcome
    assert said is not None
    assert (said["outcome"], said["undoSeconds"]) == ("signed_up", 10)
    at_card.go("outcome/undo")
    assert hand.wish() == UndoSignUp(HOLDER, ("event",))
    hand.answer(Undone("su1"))
    assert at_card.shown.outcome is None


def test_what_is_left_to_pay_is_shown_only_to_who_has_said_who_they_are(at_card: Touch, hand: ByHand) -> None:
    at_card.go("activity/swimming")
    hand.show(ACTIVITY)
    assert hand.wish() == AskPrice(HOLDER, "swimming")
    hand.answer(price(payer(most=4_500)))
    assert (at_card.shown.screen, at_card.shown.face["toPay"]["youPay"]) == ("activity", 1_500)
    at_card.go("back")
    assert at_card.shown.screen == "mycard"


def test_nobody_s_price_is_asked_for_who_has_not(touch: Touch, hand: ByHand) -> None:
    touch.go("activity/swimming")
    asked = len(hand.asked)
    hand.show(ACTIVITY)
    assert len(hand.asked) == asked
    assert touch.shown.face["toPay"] is None


def test_going_home_forgets_who_they_are(at_card: Touch, hand: ByHand) -> None:
    at_card.go("home")
    hand.show()
    at_card.go("my-card")
    assert at_card.shown.screen == "prompt"


def test_the_way_back_from_the_prompt_is_where_they_came_from(touch: Touch, hand: ByHand) -> None:
    touch.go("my-card")
    touch.go("card/back")
    hand.show()
    assert touch.shown.screen == "home"


def test_from_the_pictures_the_way_back_is_to_the_prompt(touch: Touch, hand: ByHand) -> None:
    touch.go("my-card")
    touch.scanned(CARD)
    hand.answer(HolderAsked(7, Question(Means.PICTURES, 3)))
    touch.go("identify/back")
    assert touch.shown.screen == "prompt"


def test_a_card_left_alone_is_forgotten(at_card: Touch, clock: ToldClock) -> None:
    clock.pass_(61)
    at_card.tick()
    assert at_card.shown.idle["asking"]
    clock.pass_(30)
    at_card.tick()
    assert (at_card.shown.screen, "Sara" in repr(at_card.shown)) == ("attract", False)
