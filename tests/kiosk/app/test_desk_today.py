"""The day at a whole desk, by keyboard alone: a family in and out, a group, who must not collect, every step undone."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.families import Value
from kiosk.usecases.register_family import NewMember, NewTie, Registered
from tests.central_at import CentralAt
from tests.families import CHILD, FATHER, MOTHER, registered
from tests.kiosk.app.conftest import DeskAt
from tests.station import Station
from tests.workers import let_in

pytestmark = pytest.mark.timeout(60)
OpenDesk = Callable[[], DeskAt]
ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
COLLECTS: dict[str, Value] = {"guardian": True, "may_collect": True}
NEVER: dict[str, Value] = {"must_not_collect": True}


@pytest.fixture
def family(desk: Station, central: CentralAt) -> Registered:
    """A mother, a father who must not collect, and Amina."""
    by = let_in(desk, central, name="Bruno Esempio")
    ties = (NewTie(0, 2, COLLECTS), NewTie(1, 2, NEVER))
    return registered(desk, by, *map(NewMember, (MOTHER, FATHER, CHILD)), ties=ties)


@pytest.fixture
def today(open_desk: OpenDesk, family: Registered, worker_card: str) -> DeskAt:
    desk = open_desk()
    desk.enter(worker_card)
    desk.until(lambda: desk.screen == "today")
    return desk


def face(desk: DeskAt) -> dict[str, Any]:
    return desk.kiosk.desk.shown.face


def inside(desk: DeskAt) -> int:
    return int(face(desk)["numbers"]["inside"])


def said(desk: DeskAt) -> str:
    return str((desk.kiosk.desk.shown.said or {}).get("what", ""))


def at(desk: DeskAt, screen: str) -> None:
    desk.until(lambda: desk.screen == screen)


def state(desk: DeskAt) -> list[str]:
    return [row["state"] for row in face(desk)["rows"]]


def chosen(desk: DeskAt) -> str:
    """Whom the keys are about: the line that is chosen, as it is drawn."""
    return str(desk.item("chosen-name").property("text")) if face(desk)["rows"] else ""


def amina_comes(desk: DeskAt) -> None:
    desk.type("n")
    at(desk, "today-arrive")
    desk.type("ami had")
    desk.until(lambda: face(desk)["text"] == "ami had" and len(face(desk)["hits"]) == 1)
    desk.press(ENTER)
    at(desk, "today-family")
    desk.press(ENTER)
    at(desk, "today")
    desk.until(lambda: inside(desk) == 1)


def test_a_child_comes_is_seen_and_leaves_with_her_mother(today: DeskAt) -> None:
    amina_comes(today)
    assert said(today) == "arrived"
    today.type("v")
    today.until(lambda: state(today) == ["present"])
    today.type("u")
    at(today, "today-leave")
    today.type("1")
    today.press(ENTER)
    at(today, "today")
    today.until(lambda: state(today) == ["left"])
    today.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    today.until(lambda: state(today) == ["present"])


def test_who_must_not_collect_is_blocked_and_the_override_is_taken_back(today: DeskAt, family: Registered) -> None:
    amina_comes(today)
    today.type("u")
    at(today, "today-leave")
    today.until(lambda: len(face(today)["keptAway"]) == 1)
    today.click(f"adult-{family.people[1]}")
    today.press(ENTER)
    at(today, "today-stop")
    assert today.item("stop").property("text") == "Karim Nasr non deve ritirare Amina Haddad."
    today.type("2")
    today.press(ENTER, Qt.KeyboardModifier.ControlModifier)
    at(today, "today")
    today.until(lambda: said(today) == "gone_against" and inside(today) == 0)
    today.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    today.until(lambda: inside(today) == 1)


def test_a_group_is_counted_in_and_goes_with_one_key(today: DeskAt) -> None:
    today.type("g")
    at(today, "today-group")
    for _ in range(2):  # from who leads it to the second number
        today.press(TAB)
    today.type("25")
    today.press(ENTER)
    at(today, "today")
    today.until(lambda: inside(today) == 26)
    today.type("u")
    today.until(lambda: state(today) == ["left"])


def test_a_guest_is_what_is_left_when_nobody_is_found(today: DeskAt) -> None:
    today.type("n")
    at(today, "today-arrive")
    today.type("luca")
    today.until(lambda: face(today)["text"] == "luca")
    today.press(ENTER)
    at(today, "today-guest")
    today.until(lambda: face(today)["name"] == "luca")
    today.press(ENTER)
    today.type("3")
    today.press(ENTER)
    at(today, "today")
    today.until(lambda: [row["name"] for row in face(today)["rows"]] == ["luca"])


def test_the_register_is_searched_and_escape_shows_everybody_again(today: DeskAt) -> None:
    amina_comes(today)
    today.type("/zzz")
    today.until(lambda: face(today)["rows"] == [])
    today.press(ESCAPE)
    today.until(lambda: chosen(today) == "أمينة حداد")
    today.type("c")
    at(today, "today-mend")
    today.type("1")
    today.press(ENTER)
    at(today, "today")
    today.until(lambda: face(today)["rows"] == [] and said(today) == "taken_back")


def test_what_is_being_typed_stays_while_somebody_else_arrives(today: DeskAt) -> None:
    today.type("n")
    at(today, "today-arrive")
    today.type("ami")
    today.until(lambda: face(today)["text"] == "ami")
    today.kiosk.desk.refresh()
    today.type("n")
    today.until(lambda: face(today)["text"] == "amin")
    assert today.screen == "today-arrive"
