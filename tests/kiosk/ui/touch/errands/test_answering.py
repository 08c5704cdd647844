"""Three pictures of nine in order, or a PIN: laid anew each time, tried by the last touch."""

from random import Random

import pytest

from kiosk.domain.pictures import PICTURES, Means, Question
from kiosk.domain.visits import Family
from kiosk.ui.touch.derive_visits import pad, pictures
from kiosk.ui.touch.errands import Answering, Turn
from kiosk.ui.touch.errands.answering import asked, once_more, step
from kiosk.ui.touch.errands.coming import offered
from kiosk.ui.touch.visit_faces import PadFace
from kiosk.ui.touch.wishes import Identify

COMING = offered(b"WM1", Family(7, (), frozenset(), 0, frozenset(), "amina"))
NINE = asked(COMING, 7, Question(Means.PICTURES, 3), Random(1))
FOUR = asked(COMING, 7, Question(Means.PIN, 3), Random(1))


def after(answering: Answering, *paths: str) -> Turn:
    turn = Turn(answering)
    for path in paths:
        assert isinstance(turn.errand, Answering)
        turn = step(turn.errand, path)
    return turn


def test_the_third_picture_is_the_answer() -> None:
    two = after(NINE, "say/sun", "say/boat")
    assert two.wish is None
    assert after(NINE, "say/sun", "say/boat", "say/drum").wish == Identify(7, ("sun", "boat", "drum"))


def test_the_fourth_digit_is_the_answer() -> None:
    assert after(FOUR, "say/2", "say/7", "say/1").wish is None
    assert after(FOUR, "say/2", "say/7", "say/1", "say/8").wish == Identify(7, "2718")


def test_one_may_start_over_or_take_a_digit_back() -> None:
    over = after(NINE, "say/sun", "say/boat", "anew", "say/drum", "say/sun", "say/boat")
    assert over.wish == Identify(7, ("drum", "sun", "boat"))
    assert after(FOUR, "say/1", "say/9", "erase", "say/2", "say/3", "say/4").wish == Identify(7, "1234")


def test_a_picture_counts_once() -> None:
    assert after(NINE, "say/sun", "say/sun").errand == after(NINE, "say/sun").errand


def test_they_are_all_nine_and_lie_elsewhere_each_time() -> None:
    laid = {asked(COMING, 7, Question(Means.PICTURES, 3), Random(seed)).laid for seed in range(20)}
    assert all(sorted(one) == sorted(PICTURES) for one in laid)
    assert len(laid) > 15
    wrong = after(NINE, "say/sun", "say/boat", "say/drum").errand
    assert isinstance(wrong, Answering)
    again = once_more(wrong, Random(2))
    assert (again.said, again.again) == ((), True)
    assert again.laid != NINE.laid


def test_the_screen_is_told_how_many_and_never_which_digits_or_which_order() -> None:
    two = after(NINE, "say/sun", "say/boat").errand
    assert isinstance(two, Answering)
    face = pictures(two)
    assert (face.entered, {tile.name for tile in face.laid if tile.touched}) == (2, {"sun", "boat"})
    assert pictures(after(NINE, "say/boat", "say/sun").errand) == face  # type: ignore[arg-type]
    assert pad(after(FOUR, "say/2").errand) == PadFace(1, 4, again=False)  # type: ignore[arg-type]


def test_the_answer_is_never_written_down() -> None:
    assert "sun" not in repr(after(NINE, "say/sun").errand).replace(repr(NINE.laid), "")
    assert "boat" not in repr(after(NINE, "say/sun", "say/boat", "say/drum").wish)


def test_the_way_back_leads_to_the_family() -> None:
    assert step(NINE, "back") == Turn(COMING)


@pytest.mark.parametrize("path", ["", "say", "say/", "say/fox", "say/12", "say/٣", "nonsense"])
def test_an_intent_that_means_nothing_changes_nothing(path: str) -> None:
    assert step(NINE, path) == Turn(NINE)
    assert step(FOUR, path) == Turn(FOUR)
