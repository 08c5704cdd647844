"""What lies behind a card: a voucher that pays is chosen, a sign-up is minded."""

import pytest

from kiosk.domain.signups import State
from kiosk.ui.touch.errands import Choosing, Holding, Minding, Turn
from kiosk.ui.touch.errands.holding import step
from kiosk.ui.touch.held import Act, Payable, Spend
from kiosk.ui.touch.value_wishes import AskPayable, AskPrice, Move, OpenCard
from tests.kiosk.ui.touch.errands.card_of import HOLDER, held, offer, signup, voucher

SIGNUP = signup(State.OFFERED, Act.TAKE, Act.CANCEL)
HOLDING = Holding(HOLDER, held(voucher(), voucher("v2", 0, Spend.USED), signups=(SIGNUP,)))
MINDING = Minding(HOLDER, SIGNUP)


def test_a_voucher_that_pays_is_asked_what_for() -> None:
    assert step(HOLDING, "voucher/0").wish == AskPayable(HOLDER, "v1")


@pytest.mark.parametrize("spend", [one for one in Spend if one is not Spend.HERE])
def test_one_that_does_not_pay_here_is_only_looked_at(spend: Spend) -> None:
    holding = Holding(HOLDER, held(voucher(spend=spend)))
    assert step(holding, "voucher/0") == Turn(holding)


def test_what_it_shall_pay_for_is_one_of_what_was_offered() -> None:
    choosing = Choosing(HOLDER, Payable(voucher(), (offer(),)))
    assert step(choosing, "activity/swimming").wish == AskPrice(HOLDER, "swimming", "s1")
    assert step(choosing, "activity/chess") == Turn(choosing)


def test_a_sign_up_is_minded_and_only_what_may_be_done_is_done() -> None:
    assert step(HOLDING, "signup/0") == Turn(MINDING)
    assert step(MINDING, "take").wish == Move(HOLDER, "su1", SIGNUP.offer, Act.TAKE)
    assert step(MINDING, "cancel").wish == Move(HOLDER, "su1", SIGNUP.offer, Act.CANCEL)
    assert step(MINDING, "confirm") == step(MINDING, "pay") == Turn(MINDING)


def test_what_costs_something_is_paid_from_its_sign_up() -> None:
    minding = Minding(HOLDER, signup(payable=True))
    assert step(minding, "pay").wish == AskPrice(HOLDER, "swimming", "s1")


def test_the_way_back_is_to_the_card_as_it_is_now_and_from_the_card_it_is_over() -> None:
    assert step(MINDING, "back") == Turn(MINDING, OpenCard(HOLDER))
    assert step(HOLDING, "back") == Turn(None)


@pytest.mark.parametrize("path", ["", "voucher", "voucher/1", "voucher/9", "signup/9", "signup/x", "nonsense"])
def test_an_intent_that_means_nothing_changes_nothing(path: str) -> None:
    assert step(HOLDING, path) == Turn(HOLDING)
    assert step(MINDING, path) == Turn(MINDING)
