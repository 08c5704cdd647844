"""The list of those inside: everybody stands on it once, and it never looks complete when it may not be."""

import re
import time
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.clock import ROME, stamp
from kiosk.domain import attendance
from kiosk.domain.attendance import Bands, Kind, State, Stay, Who
from kiosk.domain.people import CREATURES, Person
from kiosk.papers import evacuation, words
from kiosk.papers.headcount import Evacuation, Section, rows
from kiosk.papers.paper import pdf
from kiosk.ui.shell import add_fonts
from kiosk.usecases.inside import SILENT_AFTER, Heard, Inside, Line, silent
from tests.kiosk.papers.reading import pages, plain, sizes, texts

NOW = datetime(2026, 12, 1, 10, 42, tzinfo=ROME)
WORDS = words.load("it").headcount
OWN = Heard("s1", "Banco", NOW, own=True)


@pytest.fixture(autouse=True, scope="module")
def _fonts(qapp: QtBot) -> None:
    add_fonts()


def stay(person: str = "", kind: Kind = Kind.PERSON, who: Who = Who.CHILD, band: str = "6-10", **more: object) -> Stay:
    came = stamp(datetime(2026, 12, 1, 9, 5, tzinfo=ROME))
    made = Stay(State.ARRIVED, kind, person, 0, who, band if who is Who.CHILD else "", since=came, visits=(person,))
    return replace(made, **more)  # type: ignore[arg-type]


def child(name: str, creature: str = "fox", **more: object) -> Line:
    return Line(stay(name, **more), Person(name, "h", name, creature))  # type: ignore[arg-type]


def adult(name: str) -> Line:
    return Line(stay(name, who=Who.ADULT), Person(name, "h", name, "owl"))


def group(leader: str, children: Bands, adults: int = 0, educators: int = 0) -> Line:
    made = stay(leader, Kind.GROUP, Who.EDUCATOR, children=children, adults=adults, educators=educators)
    return Line(made, Person(leader, "h", leader, "owl"))


def inside(*lines: Line, stations: tuple[Heard, ...] = (OWN,)) -> Evacuation:
    counts = attendance.count(line.stay for line in lines)
    return Evacuation("Casa di Prova", NOW, Inside(lines, counts, stations))


def printed(list_: Evacuation, language: str = "it") -> bytes:
    return pdf(evacuation.paper(list_, words.load(language).headcount))


# --- who stands on it -------------------------------------------------------------------------------------------------


def test_children_come_first_and_everybody_by_name() -> None:
    made = rows(inside(adult("Zita"), child("Noor"), child("Amina"), adult("Berta")), WORDS)
    assert [(row.section, row.name) for row in made] == [
        (Section.CHILDREN, "Amina"),
        (Section.CHILDREN, "Noor"),
        (Section.ADULTS, "Berta"),
        (Section.ADULTS, "Zita"),
    ]


def test_a_group_is_one_line_that_says_how_many_they_are() -> None:
    (row,) = rows(inside(group("Lucia", (("6-10", 23), ("11-13", 1)), adults=1, educators=2)), WORDS)
    assert (row.section, row.name, row.people) == (Section.OTHERS, "Gruppo · Lucia", 27)
    assert plain(row.detail) == "6–10: 23, 11–13: 1, Adulti: 1, Educatori: 2"


def test_people_nobody_named_and_cards_nobody_knows_stand_on_it() -> None:
    counted = Line(stay(kind=Kind.COUNTED, who=Who.UNKNOWN, children=(("0-5", 2),), adults=1), None)
    unknown = Line(stay(who=Who.UNKNOWN), None)
    made = rows(inside(counted, unknown), WORDS)
    assert [(row.section, row.name, row.people) for row in made] == [
        (Section.UNKNOWN, WORDS.unknown_card, 1),
        (Section.OTHERS, WORDS.counted, 3),
    ]


def test_a_guest_stands_under_the_name_they_gave() -> None:
    (row,) = rows(inside(Line(stay(kind=Kind.GUEST), None, "Tommaso")), WORDS)
    assert (row.name, row.section) == ("Tommaso", Section.CHILDREN)
    assert WORDS.guest in row.detail


def test_a_fuller_name_is_used_where_it_is_known() -> None:
    list_ = inside(child("p1"))
    named = Evacuation(list_.hub, list_.at, list_.inside, {"p1": "Amina Haddad"})
    assert [row.name for row in rows(named, WORDS)] == ["Amina Haddad"]


def test_hours_are_rome_s() -> None:
    (row,) = rows(inside(child("Amina", since="2026-12-01T08:05:00.000Z")), WORDS)
    assert row.since == "09:05"


# --- whether it is complete -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "late"),
    [(NOW, False), (NOW - SILENT_AFTER, False), (NOW - SILENT_AFTER - timedelta(seconds=1), True), (None, True)],
)
def test_a_station_that_was_not_heard_for_a_while_is_said(at: datetime | None, late: bool) -> None:
    door = Heard("s2", "Ingresso", at, own=False)
    assert silent((OWN, door), NOW) == ((door,) if late else ())
    said = texts(printed(inside(child("Amina"), stations=(OWN, door))))
    assert [WORDS.incomplete in page for page in said] == [late]
    assert "Ingresso" in said[0]


def test_this_station_s_own_word_is_never_late() -> None:
    assert silent((Heard("s1", "Banco", None, own=True),), NOW) == ()


def test_every_page_says_that_it_may_not_be_complete() -> None:
    door = Heard("s2", "Ingresso", NOW - timedelta(minutes=48), own=False)
    said = texts(printed(inside(*(child(f"Amina {n}") for n in range(120)), stations=(OWN, door))))
    assert len(said) > 1
    assert all(WORDS.incomplete in page for page in said)
    assert "09:54" in said[0]


def test_a_list_that_is_complete_names_the_stations_and_when() -> None:
    door = Heard("s2", "Ingresso", NOW - timedelta(minutes=1), own=False)
    (said,) = texts(printed(inside(child("Amina"), stations=(OWN, door))))
    assert "Ingresso 10:41" in said


# --- on paper ---------------------------------------------------------------------------------------------------------


def test_the_first_page_says_how_many_there_are_of_each() -> None:
    counted = (child("Amina"), child("Noor", band="0-5"), adult("Zita"), group("Lucia", (("6-10", 23),), educators=2))
    (said,) = texts(printed(inside(*counted)))
    for words_ in ("28 persone", "24 6–10 anni", "1 0–5 anni", "1 Adulti", "2 Educatori", "1 Gruppi"):
        assert words_ in said


def test_everybody_of_three_hundred_stands_on_it_once_and_pages_are_numbered() -> None:
    people = [child(f"Nina{n:03}", CREATURES[n % 8]) for n in range(300)]
    made = printed(inside(*people))
    said = texts(made)
    assert sorted(re.findall(r"Nina\d{3}", " ".join(said))) == [f"Nina{n:03}" for n in range(300)]
    assert all(f"pagina {number} di {len(said)}" in page for number, page in enumerate(said, start=1))
    assert sizes(made) == [pytest.approx((210, 297), abs=0.3)] * len(said)


@pytest.mark.long
def test_three_hundred_people_are_drawn_in_a_second() -> None:
    list_ = inside(*(child(f"Nina{n:03}", CREATURES[n % 8]) for n in range(300)))
    began = time.process_time()
    printed(list_)
    assert time.process_time() - began < 1.0


def test_nobody_inside_is_a_page_too() -> None:
    (said,) = texts(printed(inside()))
    assert "0 persone" in said


@pytest.mark.parametrize("language", ["it", "en", "ar"])
def test_no_ink_comes_near_the_edge_of_the_paper(language: str) -> None:
    long = "Maria Antonietta Wilhelmina Castiglioni-Montefiori della Torre"
    door = Heard("s2", "Ingresso", None, own=False)
    lines = (child(long), child("欧阳娜娜"), child("عبد الرحمن"), group(long, (("6-10", 23),), 1, 2))
    (page,) = pages(printed(inside(*lines, stations=(OWN, door)), language))
    edge = round(8 * 300 / 25.4)
    assert not dark(page, QRect(0, 0, edge, page.height()))
    assert not dark(page, QRect(page.width() - edge, 0, edge, page.height()))


def dark(page: QImage, box: QRect) -> bool:
    part = page.copy(box)
    held, stride = bytes(part.constBits()), part.bytesPerLine()
    return any(min(held[row * stride : row * stride + part.width()]) < 128 for row in range(part.height()))
