"""People count themselves by fewer and more; a group has a leader, who is one of its adults."""

import pytest

from kiosk.domain.attendance import MOST
from kiosk.ui.touch.errands import Counting, Leading, Turn
from kiosk.ui.touch.errands.counting import step
from kiosk.ui.touch.wishes import Count, Lead

BANDS = ("0-5", "6-10")
CARD = b"WM1"


def after(counting: Counting, *paths: str) -> Counting:
    for path in paths:
        turn = step(counting, path, BANDS)
        assert isinstance(turn.errand, Counting)
        counting = turn.errand
    return counting


def confirmed(counting: Counting) -> object:
    return step(counting, "confirm", BANDS).wish


def test_a_family_without_a_card_is_counted_by_age() -> None:
    counting = after(Counting(), "more/0-5", "more/0-5", "more/6-10", "more/adults", "less/0-5")
    assert counting.people == 3
    assert confirmed(counting) == Count((("0-5", 1), ("6-10", 1)), 1)


def test_a_class_of_25_with_its_teacher_is_ten_touches_at_most() -> None:
    touches = ["five-more/6-10"] * 5 + ["more/adults", "more/educators"]
    counting = after(Counting.of_group(CARD), *touches)
    assert confirmed(counting) == Lead(CARD, (("6-10", 25),), 2, 1)
    assert len(touches) + 1 <= 10


def test_the_leader_is_one_of_the_adults_and_cannot_be_taken_away() -> None:
    counting = Counting.of_group(CARD)
    assert counting.people == 1
    assert after(counting, "less/adults") == counting


def test_there_are_never_fewer_than_none_nor_more_than_can_be() -> None:
    assert after(Counting(), "less/0-5").people == 0
    assert after(Counting(), *["five-more/0-5"] * 250).number("0-5") == MOST


def test_nobody_is_not_counted() -> None:
    assert step(Counting(), "confirm", BANDS) == Turn(Counting())


def test_educators_come_only_with_a_group() -> None:
    assert after(Counting(), "more/educators") == Counting()


def test_a_group_says_first_whose_card_leads_it_and_may_go_back() -> None:
    assert step(Counting(), "group", BANDS) == Turn(Leading())
    assert step(Leading(), "back", BANDS) == Turn(None)
    assert step(Counting(), "back", BANDS) == Turn(None)


@pytest.mark.parametrize("path", ["", "more", "more/", "more/11-13", "less/leader", "five-less/0-5", "nonsense"])
def test_an_intent_that_means_nothing_changes_nothing(path: str) -> None:
    counting = after(Counting(), "more/0-5")
    assert step(counting, path, BANDS) == Turn(counting)
    assert step(Leading(), path, BANDS) == Turn(Leading())
