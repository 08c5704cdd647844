"""Families at a real desk window, by keyboard alone."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.domain.workers import Face
from kiosk.settings import Settings
from kiosk.ui import shell
from tests.conftest import ToldClock
from tests.kiosk.app.conftest import DeskAt
from tests.kiosk.conftest import Made

pytestmark = pytest.mark.timeout(60)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
A_MINUTE = 120  # keys that somebody types in a minute who does not type all day: two a second


@dataclass
class Typist:
    """Somebody at the keyboard, who counts."""

    desk: DeskAt
    keys: int = 0

    def type(self, text: str) -> None:
        self.keys += len(text)
        self.desk.type(text)

    def press(self, key: Qt.Key, chord: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.keys += 1
        self.desk.press(key, chord)

    def tab(self) -> None:
        self.press(Qt.Key.Key_Tab)

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)

    def go_to(self, section: str) -> None:
        tabs = [tab["section"] for tab in self.desk.kiosk.desk.shown.frame["tabs"]]
        self.press(Qt.Key(Qt.Key.Key_1.value + tabs.index(section)), ALT)
        self.until(lambda: self.desk.screen == section)

    def until(self, holds: Callable[[], bool]) -> None:
        self.desk.until(holds)

    @property
    def face(self) -> dict[str, Any]:
        return self.desk.kiosk.desk.shown.face


@pytest.fixture
def at(qapp: QGuiApplication, qtbot: QtBot, made_desk: Made, tmp_path: Path, clock: ToldClock) -> Iterator[Typist]:
    """At the families of a desk with blanks in its drawer, and without network."""
    shell.add_fonts()
    shutil.copytree(made_desk.folder, tmp_path / "desk")
    kiosk = Kiosk(Settings(data=tmp_path / "desk", full_screen=False), qapp, clock, faces=(Face.DESK,))
    qtbot.waitUntil(lambda: kiosk.sync is not None)
    sitting = DeskAt(kiosk, qtbot)
    sitting.enter(made_desk.card)
    typist = Typist(sitting)
    typist.go_to("families")
    yield typist
    kiosk.close()


def blanks(at: Typist, count: int) -> list[str]:
    kiosk = at.desk.kiosk
    held = kiosk._asking.of_store(lambda: kiosk._room._in_one(lambda tx: tx.cards.blanks(count)))
    return [code for _, code in held]


def give(at: Typist, code: str) -> None:
    """Scan a blank, and wait until the next of the family is asked for, or all have one."""
    chosen = at.face["at"]
    at.desk.scan(code)
    at.until(lambda: at.desk.screen == "families-open" or at.face.get("at") != chosen)


def test_a_mother_and_two_children_are_registered_in_a_minute_by_keyboard_alone(at: Typist) -> None:
    first, second, third = blanks(at, 3)
    at.keys = 0
    at.press(Qt.Key.Key_N, CTRL)
    at.until(lambda: at.desk.screen == "families-new")
    at.type("samira")
    at.tab()
    at.type("haddad")
    at.enter()
    at.type("amina")
    at.tab()
    at.tab()
    at.type("04032018")
    at.enter()
    at.type("youssef")
    at.tab()
    at.tab()
    at.type("11.4.2014")
    at.press(Qt.Key.Key_Return, CTRL)
    at.type("c")
    at.enter()
    at.until(lambda: at.desk.screen == "families-cards")
    assert at.keys <= A_MINUTE / 2
    assert [one["who"]["given"] for one in at.face["people"]] == ["samira", "youssef", "amina"]
    for code in (first, second, third):
        give(at, code)
    at.until(lambda: at.desk.screen == "families-open")
    assert all(len(one["cards"]) == 1 for one in at.face["members"])
    assert [one["own"] for one in at.face["consents"]].count(True) == 1
    assert len(at.face["consents"]) == 3
    assert all(row["pairs"][0]["guardian"] for row in at.face["children"])


def test_somebody_is_found_and_opened_with_the_arrows_and_enter(at: Typist) -> None:
    for name in ("amina", "amira"):
        at.press(Qt.Key.Key_N, CTRL)
        at.until(lambda: at.desk.screen == "families-new")
        at.type(name)
        at.press(Qt.Key.Key_Return, CTRL)
        at.type("n")
        at.press(Qt.Key.Key_Return, CTRL)  # no button at one place twice in a moment, which all of this is
        at.until(lambda: at.desk.screen == "families-cards")
        at.press(Qt.Key.Key_Escape)
        at.until(lambda: at.desk.screen == "families-open")
        at.press(Qt.Key.Key_Escape)
        at.until(lambda: at.desk.screen == "families")
    at.type("ami")
    at.until(lambda: at.face.get("asked") == "ami")
    assert [hit["who"]["given"] for hit in at.face["hits"]] == ["amina", "amira"]
    at.press(Qt.Key.Key_Down)
    at.enter()
    at.until(lambda: at.desk.screen == "families-open")
    assert at.face["label"] == "amira"


def test_nobody_is_found_and_enter_begins_a_family_of_that_name(at: Typist) -> None:
    at.type("haddad")
    at.until(lambda: at.face.get("asked") == "haddad")
    at.enter()
    at.until(lambda: at.desk.screen == "families-new")
    at.type("samira")
    at.press(Qt.Key.Key_Return, CTRL)
    at.type("c")
    at.enter()
    at.until(lambda: at.desk.screen == "families-cards")
    assert at.face["label"] == "haddad"


def register(at: Typist) -> None:
    """Samira and her daughter Amina, and back at their page."""
    at.press(Qt.Key.Key_N, CTRL)
    at.until(lambda: at.desk.screen == "families-new")
    at.type("samira")
    at.tab()
    at.type("haddad")
    at.enter()
    at.type("amina")
    at.tab()
    at.tab()
    at.type("04032018")
    at.press(Qt.Key.Key_Return, CTRL)
    at.type("c")
    at.enter()
    at.until(lambda: at.desk.screen == "families-cards")
    at.press(Qt.Key.Key_Escape)
    at.until(lambda: at.desk.screen == "families-open")


def test_a_day_that_cannot_be_read_is_said_and_nothing_typed_is_lost(at: Typist) -> None:
    at.press(Qt.Key.Key_N, CTRL)
    at.until(lambda: at.desk.screen == "families-new")
    at.type("samira")
    at.enter()
    at.type("amina")
    at.tab()
    at.tab()
    at.type("31022018")
    at.until(lambda: at.face["born"]["meant"] == "no")
    at.press(Qt.Key.Key_Return, CTRL)
    at.type("n")
    at.enter()
    at.until(lambda: (at.desk.kiosk.desk.shown.said or {}).get("what") == "no_day")
    assert at.desk.screen == "families-new"
    assert at.desk.item("given-0").property("text") == "samira"
    assert at.desk.item("born-1").property("text") == "31022018"
    assert at.desk.item("born-1").property("wrong") != ""


def test_a_name_is_written_anew_in_place_and_taken_back(at: Typist) -> None:
    register(at)
    at.type("2")
    at.until(lambda: at.desk.screen == "families-person")
    at.desk.item("edit-given").forceActiveFocus()
    at.press(Qt.Key.Key_End)
    at.type("h")
    at.enter()
    at.until(lambda: at.face["fields"]["given"]["value"] == "aminah")
    at.desk.click("undo")
    at.until(lambda: at.face["fields"]["given"]["value"] == "amina")
    assert at.desk.item("edit-given").property("text") == "amina"


def test_what_is_being_typed_survives_that_the_page_is_drawn_again(at: Typist) -> None:
    register(at)
    at.type("2")
    at.until(lambda: at.desk.screen == "families-person")
    at.desk.item("edit-latin").forceActiveFocus()
    at.type("amina had")
    shown: list[object] = []
    at.desk.kiosk.desk.changed.connect(lambda: shown.append(1))
    at.desk.kiosk.desk.refresh()
    at.until(lambda: bool(shown))
    assert at.desk.item("edit-latin").property("text") == "amina had"
    assert at.desk.item("edit-latin").property("activeFocus")
    at.press(Qt.Key.Key_Escape)
    assert at.desk.item("edit-latin").property("text") == ""
    assert at.desk.screen == "families-person"
    at.press(Qt.Key.Key_Escape)
    at.until(lambda: at.desk.screen == "families-open")


def test_a_ban_takes_two_keys_and_stays(at: Typist) -> None:
    register(at)
    at.desk.click("pair-1")
    at.until(lambda: at.desk.screen == "families-tie")
    at.type("n")
    assert not at.face["pair"]["mustNotCollect"]
    at.type("s")
    at.until(lambda: at.face["pair"]["mustNotCollect"])
    at.type("n")
    at.press(Qt.Key.Key_Escape)
    assert at.face["pair"]["mustNotCollect"]
    at.press(Qt.Key.Key_Escape)
    at.until(lambda: at.desk.screen == "families-open")


def test_three_pictures_are_chosen_with_three_keys(at: Typist) -> None:
    register(at)
    at.type("f")
    at.until(lambda: at.desk.screen == "families-pictures")
    at.type("159")
    at.enter()
    at.until(lambda: at.desk.screen == "families-open")
    at.type("f")
    at.until(lambda: at.desk.screen == "families-pictures")
    assert at.face["set"]


def test_a_lock_forgets_the_family_that_was_open(at: Typist) -> None:
    register(at)
    at.press(Qt.Key.Key_L, CTRL)
    at.until(lambda: at.desk.screen == "lock")
    assert "amina" not in str(at.desk.kiosk.desk.shown)
