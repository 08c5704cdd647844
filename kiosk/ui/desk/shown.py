"""What QML reads of the desk: the frame, one screen and its face, what was answered, and what is waited for."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal

from kiosk.ui import standing
from kiosk.ui.desk.asking import WaitFace
from kiosk.ui.desk.faces import DeskFrame, LockFace, Said
from kiosk.ui.faces import for_qml


@dataclass(frozen=True)
class Shown:
    """What QML reads at this moment, for Python's eyes: mypy does not see through Qt's properties."""

    frame: dict[str, Any]
    screen: str
    face: dict[str, Any]
    said: dict[str, Any] | None
    waits: dict[str, Any] | None


class Screens(QObject):
    frame_changed = Signal()
    changed = Signal()
    said_changed = Signal()
    waits_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._frame = DeskFrame((), standing.tram(False, False, 0), None, "", (), "")
        self._screen = "lock"
        self._face: dict[str, Any] = for_qml(LockFace(()))
        self._said: Said | None = None
        self._waits: WaitFace | None = None

    @Property("QVariantMap", notify=frame_changed)  # type: ignore[arg-type]
    def frame(self) -> dict[str, Any]:
        framed: dict[str, Any] = for_qml(self._frame)
        return framed

    @Property(str, notify=changed)
    def screen(self) -> str:
        return self._screen

    @Property("QVariantMap", notify=changed)  # type: ignore[arg-type]
    def face(self) -> dict[str, Any]:
        return self._face

    @Property("QVariant", notify=said_changed)  # type: ignore[arg-type]
    def said(self) -> dict[str, Any] | None:
        return self.shown.said

    @Property("QVariant", notify=waits_changed)  # type: ignore[arg-type]
    def waits(self) -> dict[str, Any] | None:
        return self.shown.waits

    @property
    def shown(self) -> Shown:
        said, waits = (for_qml(one) if one else None for one in (self._said, self._waits))
        return Shown(for_qml(self._frame), self._screen, self._face, said, waits)

    def _show(self, screen: str, face: Any) -> None:
        self._screen, self._face = screen, face or {}
        self.changed.emit()

    def _set_frame(self, **parts: Any) -> None:
        frame = replace(self._frame, **parts)
        if frame != self._frame:
            self._frame = frame
            self.frame_changed.emit()

    def _say(self, said: Said | None) -> None:
        if said != self._said:
            self._said = said
            self.said_changed.emit()

    def _show_wait(self, waits: WaitFace | None) -> None:
        if waits != self._waits:
            self._waits = waits
            self.waits_changed.emit()
