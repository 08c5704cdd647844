"""Whoever asks for a paper is answered once, in time, whatever the printer does."""

import logging

import pytest

from kiosk.devices.printers import NoPrinter, NotPrinted, Outcome, Printed, Printer, Why
from kiosk.devices.printing import PATIENCE_S, Printing
from kiosk.jobs import ByHand
from kiosk.papers.paper import Paper
from tests.kiosk.devices.alarms import HandAlarm

PAPER = Paper(48.0, 20.0, ())


class Tray:
    """A printer that keeps what it is given, and answers as the test says."""

    def __init__(self, *answers: Outcome) -> None:
        self.answers, self.papers = list(answers), list[Paper]()

    def print(self, paper: Paper) -> Outcome:
        self.papers.append(paper)
        return self.answers.pop(0)


class Burning:
    def print(self, paper: Paper) -> Outcome:
        raise RuntimeError("Amina Haddad")


class Office:
    """A printer in its room, a worker and an alarm driven by hand, and the answers that came."""

    def __init__(self, printer: Printer) -> None:
        self.worker, self.alarm, self.answers = ByHand(), HandAlarm(), list[Outcome]()
        self.printing = Printing(printer, self.worker, self.alarm)

    def ask(self) -> None:
        self.printing.print(lambda: PAPER, self.answers.append)


def test_a_paper_that_came_out_is_said_once() -> None:
    tray = Tray(Printed())
    office = Office(tray)
    office.ask()
    assert office.answers == []
    office.worker.run()
    assert (office.answers, tray.papers) == ([Printed()], [PAPER])
    assert office.alarm.seconds is None


def test_why_one_did_not_come_out_is_said() -> None:
    office = Office(Tray(NotPrinted(Why.EMPTY)))
    office.ask()
    office.worker.run()
    assert office.answers == [NotPrinted(Why.EMPTY)]


def test_where_no_printer_is_set_the_answer_says_so() -> None:
    office = Office(NoPrinter())
    office.ask()
    office.worker.run()
    assert office.answers == [NotPrinted(Why.NO_PRINTER)]


def test_a_second_paper_does_not_wait_for_the_first() -> None:
    office = Office(Tray(Printed()))
    office.ask()
    office.ask()
    assert office.answers == [NotPrinted(Why.BUSY)]
    office.worker.run()
    assert office.answers == [NotPrinted(Why.BUSY), Printed()]


def test_the_same_paper_can_be_printed_again() -> None:
    office = Office(Tray(NotPrinted(Why.EMPTY), Printed()))
    for _ in range(2):
        office.ask()
        office.worker.run()
    assert office.answers == [NotPrinted(Why.EMPTY), Printed()]


def test_a_printer_that_hangs_is_answered_for_and_stays_busy_until_it_is_back() -> None:
    office = Office(Tray(Printed(), Printed()))
    office.ask()
    assert office.alarm.seconds == PATIENCE_S
    office.alarm.ring()
    assert office.answers == [NotPrinted(Why.NO_ANSWER)]
    office.ask()
    assert office.answers[1:] == [NotPrinted(Why.BUSY)]
    office.worker.run()
    assert len(office.answers) == 2
    office.ask()
    office.worker.run()
    assert office.answers[2:] == [Printed()]


def test_nobody_is_answered_who_has_gone() -> None:
    office = Office(Tray(Printed(), Printed()))
    office.ask()
    office.printing.forget()
    office.worker.run()
    assert (office.answers, office.alarm.seconds) == ([], None)
    office.ask()
    office.worker.run()
    assert office.answers == [Printed()]


def test_a_bug_is_an_answer_and_its_words_are_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    office = Office(Burning())
    office.ask()
    office.worker.run()
    assert office.answers == [NotPrinted(Why.BROKEN)]
    assert "RuntimeError" in caplog.text
    assert "Amina" not in caplog.text
