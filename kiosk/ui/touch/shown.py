"""What QML reads of the touch face: one frame, one screen with its face, an answer over it, the question over all."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, SignalInstance

from kiosk.ui.faces import for_qml
from kiosk.ui.touch.faces import FrameFace, IdleFace
from kiosk.ui.touch.visit_faces import OutcomeFace


@dataclass(frozen=True)
class Shown:
    """What QML reads at this moment, for Python's eyes: mypy does not see through Qt's properties."""

    frame: dict[str, Any]
    screen: str
    face: dict[str, Any]
    outcome: dict[str, Any] | None
    idle: dict[str, Any]


class Screens(QObject):
    """Holds plain data and tells when it changes. Apart from one another: the tram changes often, an undo each second,
    and no screen is to be built anew for them."""

    frame_changed = Signal()
    changed = Signal()
    outcome_changed = Signal()
    idle_changed = Signal()

    def __init__(self, frame: FrameFace, screen: str, face: Any, idle: IdleFace) -> None:
        super().__init__()
        self._shown = Shown(for_qml(frame), screen, for_qml(face), None, for_qml(idle))

    @Property("QVariantMap", notify=frame_changed)  # type: ignore[arg-type]
    def frame(self) -> dict[str, Any]:
        return self._shown.frame

    @Property(str, notify=changed)
    def screen(self) -> str:
        return self._shown.screen

    @Property("QVariantMap", notify=changed)  # type: ignore[arg-type]
    def face(self) -> dict[str, Any]:
        return self._shown.face

    @Property("QVariant", notify=outcome_changed)  # type: ignore[arg-type]
    def outcome(self) -> dict[str, Any] | None:
        return self._shown.outcome

    @Property("QVariantMap", notify=idle_changed)  # type: ignore[arg-type]
    def idle(self) -> dict[str, Any]:
        return self._shown.idle

    @property
    def shown(self) -> Shown:
        return self._shown

    def _show(self, screen: str, face: Any) -> None:
        """Told even where it is the same: whoever asked to see it knows that it is here."""
        self._shown = replace(self._shown, screen=screen, face=for_qml(face) if face is not None else {})
        self.changed.emit()

    def _show_frame(self, frame: FrameFace) -> None:
        self._put(self.frame_changed, frame=for_qml(frame))

    def _show_outcome(self, outcome: OutcomeFace | None) -> None:
        self._put(self.outcome_changed, outcome=for_qml(outcome) if outcome is not None else None)

    def _show_idle(self, idle: IdleFace) -> None:
        self._put(self.idle_changed, idle=for_qml(idle))

    def _put(self, told: SignalInstance, **values: Any) -> None:
        shown = replace(self._shown, **values)
        if shown != self._shown:
            self._shown = shown
            told.emit()
