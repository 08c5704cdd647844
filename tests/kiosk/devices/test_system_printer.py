"""A paper goes through a pipe to the commands of CUPS, here programs of the test, and what came of it is found out."""

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from kiosk.devices.printers import NotPrinted, Outcome, Printed, Why
from kiosk.devices.system_printer import DEFAULT, SystemPrinter, hindrance
from kiosk.papers.paper import A4_HIGH, A4_WIDE, Paper
from tests.kiosk.papers.reading import sizes

IDLE = "printer Desk is idle.  enabled since Tue 01 Dec 2026 09:00:00\n\tAlerts: none\n"
LP = """#!/bin/sh
echo "lp $*" >>asked
cat >received
[ -e refuses ] && { echo "lp: Error - not accepted" >&2; exit 1; }
[ -e stuck ] && echo "Desk-7 kiosk 1024 Tue 01 Dec 2026 09:00:00" >queue
echo "request id is Desk-7 (0 file(s))"
"""
LPSTAT = """#!/bin/sh
case "$*" in
    -d) [ -e default ] && cat default || echo "no system default destination" ;;
    "-p Desk" | "-l -p Desk") [ -e printer ] && cat printer || { echo "lpstat: Invalid destination" >&2; exit 1; } ;;
    "-W not-completed -o Desk") [ -e queue ] && cat queue; exit 0 ;;
    "-l -W completed -o Desk") [ -e history ] && cat history; exit 0 ;;
    *) exit 1 ;;
esac
"""
CANCEL = """#!/bin/sh
echo "cancel $*" >>asked
rm -f queue
"""


def _page(painter: QPainter) -> None:
    painter.fillRect(QRectF(10, 10, 50, 50), Qt.GlobalColor.black)


PAPER = Paper(A4_WIDE, A4_HIGH, (_page, _page))


class Cups:
    """The commands, each state a file in a folder of its own. Time passes as the printer waits."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.now = folder, 0.0
        (folder / "printer").write_text(IDLE)

    def print(self, name: str = "Desk") -> Outcome:
        return SystemPrinter(name, limit=5.0, steady=lambda: self.now, wait=self._wait).print(PAPER)

    def _wait(self, seconds: float) -> None:
        self.now += seconds

    def is_(self, state: str, said: str = "") -> None:
        (self.folder / state).write_text(said)

    @property
    def asked(self) -> list[str]:
        path = self.folder / "asked"
        return path.read_text().splitlines() if path.exists() else []


@pytest.fixture
def cups(qapp: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cups:
    programs, folder = tmp_path / "bin", tmp_path / "cups"
    programs.mkdir()
    folder.mkdir()
    for name, text in (("lp", LP), ("lpstat", LPSTAT), ("cancel", CANCEL)):
        (programs / name).write_text(text)
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.chdir(folder)
    return Cups(folder)


def test_a_paper_reaches_the_printer_as_a_pdf_in_its_own_size(cups: Cups) -> None:
    assert cups.print() == Printed()
    assert sizes((cups.folder / "received").read_bytes()) == [pytest.approx((210, 297), abs=0.3)] * 2
    assert cups.asked[0] == "lp -d Desk -o print-scaling=none -"


def test_nothing_is_written_to_the_folder_for_temporary_files(
    cups: Cups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    before = (tmp_path / "temporary").stat().st_mtime_ns
    assert cups.print() == Printed()
    assert (tmp_path / "temporary").stat().st_mtime_ns == before


def test_the_default_printer_is_asked_for(cups: Cups) -> None:
    assert cups.print(DEFAULT) == NotPrinted(Why.NO_PRINTER)
    cups.is_("default", "system default destination: Desk\n")
    assert cups.print(DEFAULT) == Printed()


def test_a_machine_without_a_printing_system_has_no_printer(cups: Cups, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(cups.folder))
    assert cups.print() == NotPrinted(Why.NO_PRINTER)


def test_a_printer_that_is_not_there(cups: Cups) -> None:
    (cups.folder / "printer").unlink()
    assert cups.print() == NotPrinted(Why.NO_PRINTER)
    assert cups.asked == []


def test_a_printer_that_was_switched_off_for_all_is_not_sent_anything(cups: Cups) -> None:
    cups.is_("printer", "printer Desk disabled since Tue 01 Dec 2026 -\n\tPaused\n")
    assert cups.print() == NotPrinted(Why.OFFLINE)
    assert cups.asked == []


def test_a_paper_that_an_empty_printer_keeps_is_taken_back_before_the_time_is_over(cups: Cups) -> None:
    cups.is_("stuck")
    cups.is_("printer", IDLE.replace("none", "media-empty-error"))
    assert cups.print() == NotPrinted(Why.EMPTY)
    assert cups.asked[-1] == "cancel -x Desk-7"
    assert 4.0 <= cups.now < 4.5


def test_what_was_said_of_the_paper_before_does_not_hinder_this_one(cups: Cups) -> None:
    cups.is_("printer", IDLE.replace("none", "media-empty-error"))
    assert cups.print() == Printed()


def test_a_paper_that_does_not_come_out_in_time_is_taken_back(cups: Cups) -> None:
    cups.is_("stuck")
    assert cups.print() == NotPrinted(Why.NO_ANSWER)
    assert cups.asked[-1] == "cancel -x Desk-7"
    assert not (cups.folder / "queue").exists()
    assert 5.0 <= cups.now < 6.0


def test_a_paper_that_the_service_refuses_or_somebody_ends_was_stopped(cups: Cups) -> None:
    cups.is_("history", "Desk-7 kiosk 1024 Tue 01 Dec\n\tStatus: \n\tAlerts: job-canceled-by-user\n")
    assert cups.print() == NotPrinted(Why.STOPPED)
    cups.is_("refuses")
    assert cups.print() == NotPrinted(Why.STOPPED)


def test_nothing_of_it_is_logged(cups: Cups, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    cups.is_("refuses")
    cups.print()
    assert caplog.records == []


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (IDLE, None),
        ("printer Desk now printing Desk-6.  enabled since Tue\n\tAlerts: none\n", None),
        ("printer Desk is idle.  enabled since Tue\n\tAlerts: toner-low-warning\n", None),
        ("printer Desk is idle.  enabled since Tue\n\tAlerts: media-needed-error cover-open\n", Why.EMPTY),
        ("printer Desk is idle.  enabled since Tue\n\tAlerts: offline-report\n", Why.OFFLINE),
        ("printer Desk disabled since Tue 01 Dec -\n\tUnplugged or turned off\n", Why.OFFLINE),
    ],
)
def test_why_a_printer_prints_nothing_is_understood(said: str, why: Why | None) -> None:
    assert hindrance(said) == why
