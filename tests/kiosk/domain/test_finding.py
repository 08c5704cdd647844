"""A name is found however it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import finding


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Niccolò D'Angelo", "nicco ange"),
        ("Șerban Müller", "serb mul"),
        ("Анна-Марія", "мар"),
        ("أمينة حدّاد", "حدا"),
        ("李雷", "李"),
        ("STRAßE", "strasse"),
        ("රුවන්", "රු"),
    ],
)
def test_the_beginnings_of_words_find_it_without_accents_and_capitals(name: str, typed: str) -> None:
    assert all(any(key.startswith(word) for key in finding.keys(name)) for word in finding.words(typed))
    assert finding.words(typed)


@pytest.mark.parametrize("typed", ["", " ", "a", "-", "'"])
def test_too_little_finds_nobody(typed: str) -> None:
    assert finding.words(typed) == ()


@given(st.text(max_size=80))
def test_whatever_is_typed_never_raises(text: str) -> None:
    assert all(word == finding.folded(word) for word in finding.words(text))


def test_a_name_is_found_with_and_without_the_characters_that_only_join() -> None:
    assert finding.keys("ශ්‍රී") == finding.keys("ශ්රී")
