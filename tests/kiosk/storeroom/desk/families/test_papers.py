"""What leaves the desk on paper and as a file: cards, sheets, a family's own data."""

import json
import re
import stat
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.domain import shortcode
from kiosk.domain.overrides import Sight
from kiosk.domain.workers import NotEntered, NotIn
from kiosk.papers import paper
from kiosk.papers.paper import ToPrint
from kiosk.ui import shell
from kiosk.ui.desk.faces import Said, Tone
from kiosk.usecases.register_family import NewMember, Registered
from tests.deskroom import DeskDay
from tests.families import CHILD, FATHER, mother_and_child, registered


@pytest.fixture(autouse=True)
def fonts(qapp: QGuiApplication) -> None:
    shell.add_fonts()


@pytest.fixture
def family(day: DeskDay) -> Registered:
    """Both have a card."""
    made = mother_and_child(day.station, day.by)
    for person, (_, code) in zip(made.people, day.station.do(lambda tx: tx.cards.blanks(2)), strict=True):
        day.scan(f"families/cards/{made.household}/{person}", code)
    return made


def words(printed: ToPrint) -> str:
    """All that stands on a paper."""
    read = pypdfium2.PdfDocument(paper.pdf(printed.draw()))
    return "\n".join(page.get_textpage().get_text_bounded() for page in read)


def test_one_card_is_printed_again_with_the_same_code(day: DeskDay, family: Registered) -> None:
    (serial, *_) = (one.serial for one in day.station.do(lambda tx: tx.cards.of_household(family.household)))
    first, again = (day.print(f"families/print_card/{family.household}/{serial}") for _ in range(2))
    assert (round(first.draw().wide), round(first.draw().high), len(first.draw().pages)) == (86, 54, 1)
    assert shortcode.write(serial) in words(first)
    assert words(first) == words(again)
    assert day.act(f"families/print_card/{family.household}/999") == Said(Tone.NO, "no_card")


def test_a_household_and_ten_blanks_are_a_sheet_each(day: DeskDay, family: Registered) -> None:
    cards = words(day.print(f"families/print_cards/{family.household}"))
    assert "Samira" in cards
    blanks = day.print("families/print_blanks")
    assert len(blanks.draw().pages) == 1
    assert "Samira" not in words(blanks)
    assert len(re.findall(r"\w{4}-\w{4}", words(blanks))) == 10
    assert not set(re.findall(r"\w{4}-\w{4}", words(blanks))) & set(re.findall(r"\w{4}-\w{4}", cards))


def test_a_household_without_cards_has_none_to_print(day: DeskDay) -> None:
    other = registered(day.station, day.by, NewMember(FATHER), label="Nasr")
    assert day.act(f"families/print_cards/{other.household}") == Said(Tone.NO, "no_cards")


def test_who_gives_no_cards_prints_none(guard: DeskDay, family: Registered) -> None:
    for wish in (f"print_cards/{family.household}", "print_blanks"):
        assert guard.act(f"families/{wish}") == NotIn(NotEntered.NOT_ALLOWED)


def test_a_family_takes_its_data_along_and_that_it_did_is_on_record(day: DeskDay, family: Registered) -> None:
    said = day.act(f"families/export/{family.household}")
    assert isinstance(said, Said)
    assert (said.tone, said.what) == (Tone.DONE, "exported")
    file = Path(said.name)
    assert file.parent == day.station.settings.exports
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    held = json.loads(file.read_text("utf-8"))
    assert {one["given"] for one in held["member"]} == {"Samira", "أمينة"}
    looks = day.station.do(lambda tx: tx.trail.looks_at(family.household))
    assert Sight.EXPORT in [one.what for one in looks]


def test_it_takes_them_along_as_a_pdf_and_on_paper_too(day: DeskDay, family: Registered) -> None:
    said = day.act(f"families/export/{family.household}", {"pdf": True})
    assert isinstance(said, Said)
    assert Path(said.name).read_bytes().startswith(b"%PDF")
    assert "Samira" in words(day.print(f"families/print_household/{family.household}"))


def test_a_file_of_one_household_holds_nothing_of_the_other(day: DeskDay, family: Registered) -> None:
    registered(day.station, day.by, NewMember(FATHER), NewMember(CHILD, family.people[1]), label="Nasr")
    said = day.act(f"families/export/{family.household}")
    assert isinstance(said, Said)
    assert "Nasr" not in Path(said.name).read_text("utf-8")
    assert "Karim" not in words(day.print(f"families/print_household/{family.household}"))


def test_a_folder_that_cannot_be_written_is_said(day: DeskDay, family: Registered) -> None:
    day.station.settings.exports.write_text("a file in its place")
    assert day.act(f"families/export/{family.household}") == Said(Tone.NO, "no_room")
