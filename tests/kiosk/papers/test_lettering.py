"""Text is measured and cut into lines without losing a letter, in whatever script."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from kiosk.papers.lettering import Style, fitting, height, in_two, lines, readable, width, writes
from kiosk.ui.shell import add_fonts

STYLE = Style(4.0)
EVERY_SCRIPT = ["Zoë Đặng", "Олександра", "أمينة", "عبد الرحمٰن", "گلناز", "欧阳娜娜", "赟镕祎", "রহিমা খাতুন", "සමන් කුමාර"]


@pytest.fixture(autouse=True, scope="module")
def _fonts(qapp: QtBot) -> None:
    add_fonts()


@pytest.mark.parametrize("name", EVERY_SCRIPT)
def test_the_names_of_the_city_are_written_in_their_own_script(name: str) -> None:
    assert writes(name)
    assert readable(name, "Latin") == name


def test_a_name_that_no_font_writes_stands_in_its_latin_form() -> None:
    assert readable("ኣብርሃም", "Abraham") == "Abraham"
    assert readable("ኣብርሃም", "") == "ኣብርሃም"


def test_a_text_is_cut_between_words() -> None:
    wide = width("uno due tre", STYLE)
    assert lines("uno due tre quattro cinque", wide, STYLE) == ["uno due tre", "quattro", "cinque"]


def test_a_new_line_stays_one() -> None:
    assert lines("uno\ndue", 100, STYLE) == ["uno", "due"]


def test_a_text_is_as_high_as_its_lines() -> None:
    assert height("uno\ndue", 100, STYLE) == 2 * height("uno", 100, STYLE)


@given(st.text(alphabet="abcàß أب李সம", max_size=60), st.floats(2, 60))
@settings(max_examples=100, deadline=None)
def test_no_line_is_too_long_and_no_letter_is_lost(text: str, wide: float) -> None:
    cut = lines(text, wide, STYLE)
    assert "".join("".join(cut).split()) == "".join(text.split())
    assert all(width(line, STYLE) <= wide + 0.01 or len(line) == 1 for line in cut)


def test_a_text_that_fits_is_as_large_as_it_should_be() -> None:
    assert fitting("uno due", 60, 5.0, STYLE) == STYLE


def test_a_text_that_does_not_fit_is_smaller_and_breaks_no_word() -> None:
    long = "Castiglioni-Montefiori Wilhelmina"
    small = fitting(long, 30, 8.6, STYLE)
    assert small.size < STYLE.size
    assert height(long, 30, small) <= 8.6
    assert lines(long, 30, small) == long.split()


def test_a_long_name_is_cut_as_evenly_as_its_words_allow() -> None:
    assert in_two("Maria Antonietta Wilhelmina", 20, STYLE) == ["Maria Antonietta", "Wilhelmina"]
    assert in_two("Wilhelmina", 5, STYLE) == ["Wilhelmina"]
