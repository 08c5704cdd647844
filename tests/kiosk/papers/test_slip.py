"""A slip is read back at the first try, says a first name at most, and fits the roll."""

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from kiosk.clock import ROME
from kiosk.papers import paper, qr, slip, words
from kiosk.papers.pen import QUIET
from kiosk.papers.slip import DOTS_PER_MM, Roll, Slip, module_of
from kiosk.ui.shell import add_fonts
from tests.kiosk.papers.reading import codes, texts

CODE = "WM1" + "0123456789ABCDEFGHJKMNPQRSTVWXYZ" * 4 + "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[:28]
AT = datetime(2026, 12, 1, 10, 42, tzinfo=ROME)
AMINA = Slip("Casa di Prova", AT, CODE, "4A7K-2M9P", "Amina", "Amina")
WORDS = words.load("it").slip


@pytest.fixture(autouse=True, scope="module")
def _fonts(qapp: QtBot) -> None:
    add_fonts()


@pytest.mark.parametrize("roll", Roll)
@pytest.mark.parametrize("code", ["WM1A", CODE])
def test_its_code_is_read_back_as_the_printer_s_dots_show_it(roll: Roll, code: str) -> None:
    made = slip.paper(Slip("Casa di Prova", AT, code, first_name="Amina"), WORDS, roll)
    assert codes(paper.picture(made, DOTS_PER_MM)) == [code]


@pytest.mark.parametrize("roll", Roll)
def test_modules_are_whole_dots_and_the_code_fits_the_paper(roll: Roll) -> None:
    code = qr.draw(CODE)
    module = module_of(code, roll.value)
    assert (module * DOTS_PER_MM).is_integer()
    assert (code.size + 2 * QUIET) * module <= roll.value


def test_it_says_the_first_name_the_code_the_hub_and_the_hour_and_nothing_else() -> None:
    (said,) = texts(paper.pdf(slip.paper(AMINA, WORDS, Roll.MM_80)))
    expected = f"Casa di Prova {WORDS.welcome} Amina 4A7K-2M9P {WORDS.keep} 01.12.2026 10:42"
    assert sorted(said.split()) == sorted(expected.split())


def test_without_a_name_nobody_is_greeted() -> None:
    (said,) = texts(paper.pdf(slip.paper(Slip("Casa di Prova", AT, CODE), WORDS, Roll.MM_58)))
    assert WORDS.welcome not in said


def test_a_slip_is_as_long_as_its_words_need() -> None:
    short, long = (slip.paper(Slip(hub, AT, CODE), WORDS, Roll.MM_58) for hub in ("Hub", "Casa " * 12))
    assert long.high > short.high
