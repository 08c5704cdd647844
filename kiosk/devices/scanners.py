"""Scanners: a keyboard wedge caught for the whole window whatever has the focus, and a fake.

What they read is never logged and never echoed.

The seam for cameras and serial readers is `Scanner`: three signals.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from kiosk.devices import framing
from kiosk.devices.framing import Burst, Fact, Reading, Scan, Typing

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_EDITS = (Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Backtab)
_CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Scanner(QObject):
    """`reading` at the first characters, then `scanned(bytes)`, or `abandoned` when it was none."""

    reading = Signal()
    scanned = Signal(bytes)
    abandoned = Signal()


class FakeScanner(Scanner):
    """For tests, the scripted visit and the bench."""

    def scan(self, text: str) -> None:
        self.reading.emit()
        self.scanned.emit(text.encode("utf-8", "replace"))


class WedgeScanner(Scanner):
    """Listens to the keys of one window before anybody else does. `steady` gives seconds.

    Where people type, `opening` is how a scan begins: no other key is held back.
    """

    def __init__(self, window: QObject, steady: Callable[[], float], opening: str = "") -> None:
        super().__init__(window)
        self._window = window
        self._steady = steady
        self._opening = opening
        self._burst: Burst = framing.EMPTY
        self._giving_back = False
        self._swallowed: set[int] = set()  # keys whose press went no further: their release must not either
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(round(framing.GAP_S * 1000) + 5)
        self._silence.timeout.connect(self._seems_silent)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if self._giving_back or event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            return False
        if not isinstance(event, QKeyEvent) or event.isAutoRepeat():  # a key held down is a hand's
            return False
        which = event.nativeScanCode() or event.key()
        if event.type() == QEvent.Type.KeyRelease:
            swallowed = which in self._swallowed
            self._swallowed.discard(which)
            return swallowed
        swallow = not event.modifiers() & _CHORDS and self._pressed(event)
        if swallow:
            self._swallowed.add(which)
        return swallow

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.key() in _ENDS:
            return self._end(self._struck(event))
        if event.key() in _EDITS:
            self._fell_silent()  # what was typed before comes before
            return False
        if not framing.may_be_scan(self._burst, event.text(), self._opening):
            self._fell_silent()
            return False
        return bool(event.text()) and self._key(event.text(), self._struck(event))

    def _struck(self, event: QKeyEvent) -> float:
        """When the key was struck, which is not when we come to it: a slow frame must not tear a scan apart."""
        return event.timestamp() / 1000 if event.timestamp() else self._steady()

    def _key(self, text: str, at: float) -> bool:
        self._burst, facts = framing.key(self._burst, text, at)
        self._tell(facts)
        self._silence.start()
        return True

    def _end(self, at: float) -> bool:
        self._silence.stop()
        self._burst, facts = framing.end(self._burst, at)
        self._tell(facts)
        return any(isinstance(fact, Scan) for fact in facts)

    def _seems_silent(self) -> None:
        """The time is over; keys that wait in the queue behind a slow frame are heard first."""
        burst = self._burst
        QTimer.singleShot(0, self, lambda: self._fell_silent() if self._burst is burst else None)

    def _fell_silent(self) -> None:
        self._silence.stop()
        burst, self._burst = self._burst, framing.EMPTY
        self._tell(framing.silence(burst))

    def _tell(self, facts: tuple[Fact, ...]) -> None:
        for fact in facts:
            match fact:
                case Reading():
                    self.reading.emit()
                case Scan(text):
                    self.scanned.emit(text.encode("utf-8", "replace"))
                case Typing(text):
                    self._give_back(text)

    def _give_back(self, text: str) -> None:
        if len(text) > 1:
            self.abandoned.emit()
        self._giving_back = True
        for character in text:
            key = Qt.Key.Key_Space if character == " " else Qt.Key.Key_unknown
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                again = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
                QCoreApplication.sendEvent(self._window, again)
        self._giving_back = False
