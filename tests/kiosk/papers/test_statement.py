"""A provider's statement says each amount, the totals by fund and its state; nothing of whom it was for."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot

from kiosk.clock import ROME
from kiosk.papers import paper, words
from kiosk.papers.statement import Line, Statement
from kiosk.papers.statement import paper as statement
from kiosk.ui.shell import add_fonts
from tests.kiosk.papers.reading import texts

DAY = date(2026, 12, 1)


@pytest.fixture(autouse=True, scope="module")
def _fonts(qapp: QtBot) -> None:
    add_fonts()


def of(*lines: Line) -> Statement:
    funds = (("Stato", sum(line.cents for line in lines)),)
    printed = datetime(2027, 1, 4, 9, 0, tzinfo=ROME)
    states = tuple((state, funds) for state in dict.fromkeys(line.state for line in lines))
    return Statement("Piscina di Prova", DAY, date(2026, 12, 31), "confirmed", lines, funds, states, printed)


def test_it_says_each_amount_the_totals_and_the_state() -> None:
    lines = (Line(DAY, "Nuoto", 7, 1250, "confirmed"), Line(DAY, "", 8, 2000, "confirmed", attended=False))
    (said,) = texts(paper.pdf(statement(of(*lines), words.load("it").statement)))
    expected = ("Piscina di Prova", "Nuoto", "0000000007", "12,50", "servizio riservato", "20,00", "32,50", "Stato")
    for text in (*expected, "confermato", "presenza non segnata", "01.12.2026", "31.12.2026"):
        assert text in said, text


def test_of_lines_that_have_come_so_far_and_others_further_it_sums_both() -> None:
    lines = (Line(DAY, "Nuoto", 7, 1250, "paid", date(2027, 1, 20)), Line(DAY, "Nuoto", 8, 700, "waiting"))
    sums = (("waiting", (("Stato", 700),)), ("paid", (("Stato", 1250),)))
    made = replace(of(*lines), state="waiting", states=sums, heard=datetime(2027, 1, 3, 18, 5, tzinfo=ROME))
    (said,) = texts(paper.pdf(statement(made, words.load("it").statement)))
    expected = ("pagato 20.01.2027", "Totale · in viaggio", "7,00", "Totale · pagato", "12,50", "19,50")
    for text in (*expected, "come sapeva la città: 03.01.2027 18:05"):
        assert text in said, text


def test_many_lines_go_on_over_pages_and_the_total_stands_on_the_last() -> None:
    pages = texts(
        paper.pdf(statement(of(*(Line(DAY, "Nuoto", n, 100, "paid") for n in range(90))), words.load("it").statement))
    )
    assert len(pages) > 2
    assert "90,00" in pages[-1]
    assert sum(page.count("Nuoto") for page in pages) == 90


def test_of_nothing_it_says_nothing_but_the_total() -> None:
    (said,) = texts(paper.pdf(statement(of(), words.load("ar").statement)))
    assert "0,00" in said
