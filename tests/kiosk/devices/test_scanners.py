"""A keyboard scanner is heard in a real window whatever has the focus, and a hand's keys still reach their place."""

import logging
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.devices.scanners import FakeScanner, WedgeScanner

pytestmark = pytest.mark.timeout(20)
CODE = "WM1B3CRET"
PAGE = b"""
import QtQuick
import QtQuick.Controls.Basic
Window {
    width: 200; height: 200; visible: true
    property var seen: []
    property int clicks: 0
    TextInput { objectName: "field"; width: 200; height: 50 }
    Button { objectName: "button"; y: 60; onClicked: clicks += 1 }
    Item {
        objectName: "ear"
        Keys.onPressed: event => { seen.push("+" + event.text.trim() + event.key.toString(16)); event.accepted = true }
        Keys.onReleased: event => { seen.push("-" + event.text.trim() + event.key.toString(16)); event.accepted = true }
    }
}
"""
Keys = Qt.Key
PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease


class Desk:
    """A window, what is in it, a scanner that listens, a clock that stands still, and what was heard."""

    def __init__(self, opening: str = "") -> None:
        self.engine = QQmlApplicationEngine()
        self.engine.loadData(PAGE)
        (window,) = self.engine.rootObjects()
        assert isinstance(window, QQuickWindow)
        self.window, self.now = window, 100.0
        self.scanner = WedgeScanner(window, lambda: self.now, opening)
        self.heard: list[str] = []
        self.scanner.reading.connect(lambda: self.heard.append("reading"))
        self.scanner.scanned.connect(lambda data: self.heard.append(bytes(data).decode()))
        self.scanner.abandoned.connect(lambda: self.heard.append("abandoned"))

    def focus(self, name: str) -> QObject:
        item = self.window.findChild(QObject, name)
        assert isinstance(item, QQuickItem)
        item.forceActiveFocus()
        return item

    def press(self, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier | None = None) -> None:
        self._send(PRESS, key, text, modifiers)

    def release(self, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier | None = None) -> None:
        self._send(RELEASE, key, text, modifiers)

    def _send(self, kind: QEvent.Type, key: Qt.Key, text: str, modifiers: Qt.KeyboardModifier | None) -> None:
        event = QKeyEvent(kind, key, modifiers or Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.sendEvent(self.window, event)

    def strike(self, key: Qt.Key, text: str, after: float) -> None:
        self.now += after
        self.press(key, text)
        self.release(key, text)

    def scan(self, text: str = CODE, end: bool = True) -> None:
        for character in text:
            self.strike(Qt.Key(ord(character.upper())), character, 0.004)
        if end:
            self.strike(Keys.Key_Return, "\r", 0.004)

    def type(self, text: str) -> None:
        """At the speed of a hand: the next key comes after the gap, by the clock."""
        for character in text:
            self.strike(Qt.Key(ord(character.upper())), character, 0.2)

    @property
    def seen(self) -> list[str]:
        """What reached the ear: "+" a press or "-" a release, its text, its key."""
        return [str(what) for what in self.window.property("seen").toVariant()]

    def close(self) -> None:
        self.window.close()
        self.engine.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def desk(qapp: QGuiApplication) -> Iterator[Desk]:
    here = Desk()
    yield here
    here.close()


@pytest.fixture
def typed_at(qapp: QGuiApplication) -> Iterator[Desk]:
    """Where people type: a scan is known by how it begins."""
    here = Desk(opening="WM1")
    yield here
    here.close()


def text_of(field: QObject) -> str:
    return str(field.property("text"))


# --- scans ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["field", "button", "ear"])
def test_a_scan_is_heard_whatever_has_the_focus_and_reaches_nothing_else(desk: Desk, name: str) -> None:
    field = desk.window.findChild(QObject, "field")
    assert field is not None
    desk.focus(name)
    desk.scan()
    assert desk.heard == ["reading", CODE]
    assert (text_of(field), desk.window.property("clicks"), desk.seen) == ("", 0, [])


def test_a_scan_is_heard_when_nothing_has_the_focus(desk: Desk) -> None:
    desk.scan()
    assert desk.heard == ["reading", CODE]


def test_a_plain_window_will_do(qapp: QGuiApplication) -> None:
    window, heard = QWindow(), []
    scanner = WedgeScanner(window, lambda: 1.0)
    scanner.scanned.connect(lambda data: heard.append(bytes(data)))
    for character in CODE:
        QTest.keyClick(window, Qt.Key(ord(character)))
    QTest.keyClick(window, Keys.Key_Enter)
    assert heard == [CODE.lower().encode()]


def test_a_scan_without_enter_ends_by_silence(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.scanner.scanned):
        desk.scan(end=False)
    assert desk.heard == ["reading", CODE]


def test_tab_ends_a_scan_and_moves_no_focus(desk: Desk) -> None:
    field = desk.focus("field")
    desk.scan(end=False)
    desk.strike(Keys.Key_Tab, "\t", 0.004)
    assert desk.heard == ["reading", CODE]
    assert field.property("activeFocus")


def test_two_scans_are_two(desk: Desk) -> None:
    desk.scan()
    desk.scan("SECOND1")
    assert desk.heard == ["reading", CODE, "reading", "SECOND1"]


def test_a_scanner_that_holds_shift_for_its_capitals_is_heard(desk: Desk) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    for character in CODE:
        desk.now += 0.004
        desk.press(Keys.Key_Shift, "", shift)
        desk.press(Qt.Key(ord(character)), character, shift)
        desk.release(Qt.Key(ord(character)), character, shift)
        desk.release(Keys.Key_Shift)
    desk.strike(Keys.Key_Return, "\r", 0.004)
    assert desk.heard == ["reading", CODE]


def test_a_reader_pulled_out_in_the_middle_of_a_scan_and_plugged_again_is_heard(desk: Desk) -> None:
    desk.press(Keys.Key_W, "W")
    desk.strike(Keys.Key_M, "M", 0.004)
    desk.strike(Keys.Key_1, "1", 0.004)
    desk.now += 5.0
    desk.scan()
    desk.scan()
    assert desk.heard == ["reading", "abandoned", "reading", CODE, "reading", CODE]


def test_letters_beyond_ascii_travel_as_utf_8(desk: Desk) -> None:
    for character in "è🦊eeee":
        desk.strike(Keys.Key_unknown, character, 0.004)
    desk.strike(Keys.Key_Return, "\r", 0.004)
    assert desk.heard == ["reading", "è🦊eeee"]


def test_nothing_scanned_or_typed_is_ever_logged(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        desk.focus("field")
        desk.type("Amina")
        desk.scan()
        desk.scan("ab")
    assert caplog.records == []


# --- hands ----------------------------------------------------------------------------------------------------------


def test_typing_reaches_the_focused_field(desk: Desk, qtbot: QtBot) -> None:
    field = desk.focus("field")
    with qtbot.waitSignal(field.textChanged, check_params_cb=lambda: text_of(field) == "ciao a te"):  # type: ignore[attr-defined]
        desk.type("ciao a te")
    assert desk.heard == []


def test_a_fast_double_letter_is_given_back_and_the_reading_abandoned(desk: Desk) -> None:
    field = desk.focus("field")
    desk.scan("ll")
    assert desk.heard == ["reading", "abandoned"]
    assert text_of(field) == "ll"


def test_enter_after_typing_belongs_to_the_hand(desk: Desk) -> None:
    desk.focus("ear")
    desk.type("a")
    desk.strike(Keys.Key_Return, "\r", 0.2)
    assert [what[:2] for what in desk.seen] == ["+a", "-a", "+1", "-1"]
    assert desk.seen[2:] == ["+1000004", "-1000004"]


def test_each_key_typed_arrives_once_pressed_and_once_released(desk: Desk) -> None:
    desk.focus("ear")
    desk.now += 0.2
    desk.press(Keys.Key_A, "a")
    desk.now += 0.2
    desk.press(Keys.Key_B, "b")  # rolling from one key to the next
    desk.release(Keys.Key_A, "a")
    desk.release(Keys.Key_B, "b")
    desk.strike(Keys.Key_Return, "\r", 0.2)
    assert [what[:2] for what in desk.seen[:4]] == ["+a", "-a", "+b", "-b"]
    assert len(desk.seen) == 6


def test_one_stroke_of_the_space_bar_clicks_a_button_once(desk: Desk, qtbot: QtBot) -> None:
    button = desk.focus("button")
    desk.now += 0.2
    with qtbot.waitSignal(button.clicked):  # type: ignore[attr-defined]
        desk.press(Keys.Key_Space, " ")
    desk.release(Keys.Key_Space, " ")  # the finger leaves the key when the key has long been given back
    assert desk.window.property("clicks") == 1


def test_what_was_typed_before_a_correction_comes_before_it(desk: Desk) -> None:
    field = desk.focus("field")
    desk.strike(Keys.Key_A, "a", 0.2)
    desk.strike(Keys.Key_Backspace, "\b", 0.02)
    desk.strike(Keys.Key_B, "b", 0.2)
    desk.strike(Keys.Key_Escape, "\x1b", 0.02)
    assert text_of(field) == "b"
    assert desk.heard == []


def test_a_key_held_down_is_not_a_scan(desk: Desk) -> None:
    field = desk.focus("field")
    for _ in range(20):
        desk.now += 0.03
        event = QKeyEvent(PRESS, Keys.Key_A, Qt.KeyboardModifier.NoModifier, "a", True)
        QCoreApplication.sendEvent(desk.window, event)
    assert text_of(field) == "a" * 20
    assert desk.heard == []


@pytest.mark.parametrize(
    "modifier",
    [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier],
)
def test_a_chord_passes_untouched(desk: Desk, modifier: Qt.KeyboardModifier) -> None:
    desk.focus("ear")
    for _ in range(8):
        desk.press(Keys.Key_V, "v", modifier)
        desk.release(Keys.Key_V, "v", modifier)
    assert desk.seen == ["+v56", "-v56"] * 8
    assert desk.heard == []


def test_keys_without_a_letter_pass_untouched(desk: Desk) -> None:
    desk.focus("ear")
    for key in (Keys.Key_Left, Keys.Key_Shift, Keys.Key_CapsLock, Keys.Key_F5, Keys.Key_Home, Keys.Key_Delete):
        desk.press(key)
        desk.release(key)
    assert len(desk.seen) == 12
    assert desk.heard == []


def test_other_events_of_the_window_pass_untouched(desk: Desk) -> None:
    assert not desk.scanner.eventFilter(desk.window, QEvent(QEvent.Type.FocusIn))


# --- the fake -------------------------------------------------------------------------------------------------------


def test_the_fake_tells_the_same_as_a_scanner() -> None:
    scanner, heard = FakeScanner(), []
    scanner.reading.connect(lambda: heard.append("reading"))
    scanner.scanned.connect(lambda data: heard.append(bytes(data).decode()))
    scanner.scan("è" + CODE)
    assert heard == ["reading", "è" + CODE]


def test_a_slow_frame_in_the_middle_does_not_tear_a_scan_apart(qapp: QGuiApplication) -> None:
    """The keys were struck 4 ms apart and wait in the queue; we come to each 100 ms later than to the one before."""
    desk = Desk()
    for number, character in enumerate(CODE + "\r"):
        desk.now += 0.1
        key = Keys.Key_Return if character == "\r" else Qt.Key(ord(character))
        event = QKeyEvent(PRESS, key, Qt.KeyboardModifier.NoModifier, character)
        event.setTimestamp(5000 + 4 * number)
        QCoreApplication.sendEvent(desk.window, event)
    assert desk.heard == ["reading", CODE]


# --- where people type ----------------------------------------------------------------------------------------------


def test_a_fast_hand_is_not_held_back_where_people_type(typed_at: Desk) -> None:
    field = typed_at.focus("field")
    typed_at.scan("novella", end=False)
    assert (text_of(field), typed_at.heard) == ("novella", [])


def test_a_scan_is_heard_there_too_and_a_name_that_begins_like_one_is_typed(typed_at: Desk) -> None:
    field = typed_at.focus("field")
    typed_at.scan()
    assert (text_of(field), typed_at.heard) == ("", ["reading", CODE])
    typed_at.scan("wmaria", end=False)
    assert text_of(field) == "wmaria"


def test_the_letters_of_a_scan_reach_no_key_that_saves_a_hand(typed_at: Desk) -> None:
    typed_at.focus("ear")
    typed_at.scan()
    assert typed_at.seen == []
    typed_at.type("n")
    assert typed_at.seen == ["+n4e", "-n4e"]
