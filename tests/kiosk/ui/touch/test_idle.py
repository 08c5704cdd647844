"""A sitting ends by itself, and asks before it does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.ui.touch import idle
from kiosk.ui.touch.errands import AtTheDoor, Counting
from kiosk.ui.touch.faces import IdleFace
from kiosk.ui.touch.idle import NOBODY, Rules

RULES = Rules(browsing=120, question=30, personal=60, staff=60)


@pytest.mark.parametrize(
    ("quiet", "face", "over"),
    [
        (0, NOBODY, False),
        (119.99, NOBODY, False),
        (120, IdleFace(True, 30), False),
        (120.01, IdleFace(True, 30), False),
        (121, IdleFace(True, 29), False),
        (149, IdleFace(True, 1), False),
        (149.99, IdleFace(True, 1), False),
        (150, IdleFace(True, 0), True),
        (151, IdleFace(True, 0), True),
        (10**9, IdleFace(True, 0), True),
        (-1, NOBODY, False),
    ],
)
def test_the_question_comes_and_the_sitting_ends_on_the_second(quiet: float, face: IdleFace, over: bool) -> None:
    assert (idle.face(quiet, RULES), idle.over(quiet, RULES)) == (face, over)


def test_without_a_question_the_sitting_ends_at_once() -> None:
    rules = Rules(browsing=10, question=0, personal=10, staff=10)
    assert (idle.face(9.9, rules), idle.over(9.9, rules)) == (NOBODY, False)
    assert idle.over(10, rules)


@given(st.floats(0, 1000), st.builds(Rules, st.integers(0, 600), st.integers(0, 60), st.just(60), st.just(60)))
@settings(max_examples=200, deadline=None)
def test_what_is_left_is_counted_down_and_nobody_is_sent_away_before_nought(quiet: float, rules: Rules) -> None:
    face = idle.face(quiet, rules)
    assert 0 <= face.seconds_left <= rules.question
    assert face.asking == (quiet >= rules.browsing)
    if face.seconds_left:
        assert not idle.over(quiet, rules)
    if idle.over(quiet, rules):
        assert face.asking


def test_where_somebody_may_be_named_the_question_comes_sooner() -> None:
    assert idle.face(59.9, RULES, Counting()) == NOBODY
    assert idle.face(60, RULES, Counting()) == IdleFace(True, 30)
    assert not idle.over(89.9, RULES, Counting())
    assert idle.over(90, RULES, Counting())


def test_a_worker_s_way_in_closes_without_a_question() -> None:
    assert idle.face(59.9, RULES, AtTheDoor()) == NOBODY
    assert not idle.over(59.9, RULES, AtTheDoor())
    assert idle.over(60, RULES, AtTheDoor())
