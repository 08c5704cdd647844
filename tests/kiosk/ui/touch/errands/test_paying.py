"""Vouchers pay: for whom, how much, and nothing before it is confirmed."""

import pytest

from kiosk.ui.touch.errands import Paying, Turn
from kiosk.ui.touch.errands.paying import begun, shares, step
from kiosk.ui.touch.value_wishes import OpenCard, Pay
from tests.kiosk.ui.touch.errands.card_of import AMINA, HOLDER, OMAR, payer, price


def after(paying: Paying, *paths: str) -> Turn:
    turn = Turn(paying)
    for path in paths:
        assert isinstance(turn.errand, Paying)
        turn = step(turn.errand, path)
    return turn


def test_where_only_one_comes_into_question_nobody_is_asked_for_whom() -> None:
    assert begun(HOLDER, price()).whom is not None
    assert begun(HOLDER, price(people=(AMINA, OMAR))).whom is None


def test_it_begins_with_as_much_as_the_voucher_can() -> None:
    assert begun(HOLDER, price(payer(most=4_500))).cents == 4_500
    assert begun(HOLDER, price(payer(most=20_000))).cents == 6_000
    assert begun(HOLDER, price(payer(most=20_000), before=1_500)).cents == 4_500


def test_several_vouchers_add_up_in_their_order() -> None:
    paying = begun(HOLDER, price(payer("v1", 4_000), payer("v2", 9_000), payer("v3", 9_000)))
    assert [(one.voucher, cents) for one, cents in shares(paying)] == [("v1", 4_000), ("v2", 2_000)]
    wish = after(paying, "confirm").wish
    assert isinstance(wish, Pay)
    assert (wish.person, wish.vouchers, wish.cents) == ("amina", ("v1", "v2"), 6_000)


@pytest.mark.parametrize(
    ("whole", "paths", "cents"),
    [
        (1_250, ["less"], 1_200),
        (1_250, ["less", "less", "more"], 1_200),
        (1_250, ["less"] * 40, 100),
        (1_250, ["less", "more", "more"], 1_250),
        (6_000, ["less"], 5_500),
        (6_000, ["less"] * 40, 500),
        (60, ["less"], 60),
    ],
)
def test_it_may_be_less_by_steps_and_never_nothing_or_more_than_there_is(
    whole: int, paths: list[str], cents: int
) -> None:
    paying = after(begun(HOLDER, price(payer(most=9_000), cents=whole)), *paths).errand
    assert isinstance(paying, Paying)
    assert paying.cents == cents


def test_the_way_back_asks_again_for_whom_and_then_leads_to_the_card() -> None:
    several = begun(HOLDER, price(people=(AMINA, OMAR)))
    chosen = after(several, "person/1")
    assert isinstance(chosen.errand, Paying)
    assert chosen.errand.whom is not None
    assert chosen.errand.whom.person == OMAR
    assert after(several, "person/1", "back") == Turn(several)
    assert after(several, "back").wish == OpenCard(HOLDER)
    assert after(begun(HOLDER, price()), "back").wish == OpenCard(HOLDER)


@pytest.mark.parametrize("path", ["", "person", "person/9", "person/x", "person/-1", "nonsense"])
def test_an_intent_that_means_nothing_changes_nothing(path: str) -> None:
    paying = begun(HOLDER, price(people=(AMINA, OMAR)))
    assert step(paying, path) == Turn(paying)


def test_nothing_is_confirmed_before_it_is_known_for_whom() -> None:
    assert after(begun(HOLDER, price(people=(AMINA, OMAR))), "confirm", "more", "less", "confirm").wish is None
