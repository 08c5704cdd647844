"""The register of a day on paper: every stay one line, with when and how it ended."""

import re
from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot

from kiosk.clock import ROME
from kiosk.domain.attendance import How, Kind, Register, State, Stay, Who
from kiosk.papers import register, words
from kiosk.papers.paper import pdf
from kiosk.papers.register import Day, Entry, entries
from kiosk.ui.shell import add_fonts
from tests.kiosk.papers.reading import sizes, texts

NOW = datetime(2026, 12, 1, 18, 30, tzinfo=ROME)
WORDS = words.load("it")
CAME, WENT = "2026-12-01T08:05:00.000Z", "2026-12-01T11:30:00.000Z"


@pytest.fixture(autouse=True, scope="module")
def _fonts(qapp: QtBot) -> None:
    add_fonts()


def day(*stays: Stay, **names: str) -> Day:
    return Day("Casa di Prova", date(2026, 12, 1), NOW, Register(stays), names)


def listed(made: Day) -> list[Entry]:
    return entries(made, WORDS.register, WORDS.headcount)


def test_a_child_who_left_with_an_adult() -> None:
    stay = Stay(State.LEFT, person="p1", who=Who.CHILD, band="6-10", since=CAME, until=WENT, how=How.WITH_ADULT)
    (entry,) = listed(day(stay, p1="Amina"))
    assert (entry.number, entry.name, entry.arrived, entry.left) == ("1", "Amina", "09:05", "12:30")
    assert (entry.how, "6–10" in entry.who) == (WORDS.register.with_adult, True)


def test_who_is_still_here_has_no_hour_of_leaving() -> None:
    (entry,) = listed(day(Stay(State.PRESENT, person="p1", who=Who.ADULT, since=CAME)))
    assert (entry.left, entry.how, entry.who) == ("", WORDS.register.still_here, WORDS.headcount.adult)


def test_who_was_expected_and_did_not_come_has_no_number() -> None:
    came, missing = Stay(State.PRESENT, person="p1", since=CAME), Stay(State.EXPECTED, person="p2")
    assert [entry.number for entry in listed(day(came, missing, p2="Noor"))] == ["1", ""]
    assert listed(day(missing, p2="Noor"))[0].how == WORDS.register.expected


def test_a_guest_stands_under_the_name_of_their_visit() -> None:
    (entry,) = listed(day(Stay(State.PRESENT, Kind.GUEST, who=Who.CHILD, since=CAME, visits=("v1",)), v1="Tommaso"))
    assert entry.name == "Tommaso"


def test_every_way_of_leaving_is_said() -> None:
    stays = [Stay(State.LEFT, person="p", since=CAME, until=WENT, how=how) for how in How]
    assert len({entry.how for entry in listed(day(*stays))}) == len(How)


def test_a_long_day_has_all_its_lines_on_numbered_pages() -> None:
    stays = [Stay(State.PRESENT, person=f"p{n}", who=Who.CHILD, band="0-5", since=CAME) for n in range(100)]
    made = pdf(
        register.paper(day(*stays, **{f"p{n}": f"Nina{n:03}" for n in range(100)}), WORDS.register, WORDS.headcount)
    )
    said = texts(made)
    assert sorted(re.findall(r"Nina\d{3}", " ".join(said))) == [f"Nina{n:03}" for n in range(100)]
    assert all(f"pagina {number} di {len(said)}" in page for number, page in enumerate(said, start=1))
    assert all(WORDS.register.arrived in page for page in said)
    assert "100 persone" in said[0]
    assert sizes(made) == [pytest.approx((210, 297), abs=0.3)] * len(said)


def test_a_day_on_which_nobody_came_is_a_page() -> None:
    (said,) = texts(pdf(register.paper(day(), WORDS.register, WORDS.headcount)))
    assert "0 persone" in said
