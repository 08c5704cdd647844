"""The touch face's view model: one sitting, the screen it is at, the answer to a scan, the question before it ends."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from kiosk.clock import Clock
from kiosk.domain.rounds import Progress
from kiosk.domain.visits import AlreadyHere, MayLeave, Refused, Undone, Welcomed
from kiosk.ui import standing
from kiosk.ui.faces import StationFace, TramFace, TramState, for_qml
from kiosk.ui.touch import derive, idle, sitting
from kiosk.ui.touch.faces import FirstCopyFace, FrameFace, IdleFace, OutcomeFace
from kiosk.ui.touch.sitting import ATTRACT, HOME, STATION, Sitting, Where

Answer = Welcomed | AlreadyHere | MayLeave | Refused | Undone
STANDS_SECONDS = 60.0  # between two looks at how fresh the data are: they age without anybody telling
Look = Callable[[Where, str, Callable[[Any], None]], None]  # (where, language, done(face or None))


@dataclass(frozen=True)
class Verbs:
    """What the touch face can ask for. Each calls back on the GUI thread."""

    look: Look
    arrive: Callable[[bytes, Callable[[Answer], None]], None]
    undo: Callable[[str, Callable[[Answer], None]], None]
    speak_language: Callable[[str], None]  # the words of the screens change at once


@dataclass(frozen=True)
class Habits:
    """The station's numbers, as far as the touch face needs them."""

    language: str
    px_per_mm: float
    outcome_seconds: int
    undo_seconds: int
    idle: idle.Rules


@dataclass(frozen=True)
class Shown:
    """What QML reads at this moment, for Python's eyes: mypy does not see through Qt's properties."""

    frame: dict[str, Any]
    screen: str
    face: dict[str, Any]
    outcome: dict[str, Any] | None
    idle: dict[str, Any]


class Touch(QObject):
    frame_changed = Signal()
    changed = Signal()
    outcome_changed = Signal()
    idle_changed = Signal()

    def __init__(self, verbs: Verbs, habits: Habits, clock: Clock) -> None:
        super().__init__()
        self._verbs = verbs
        self._habits = habits
        self._clock = clock
        self._sitting = sitting.fresh(habits.language)
        self._hub_name: tuple[str, ...] = ()
        self._tram: TramFace = standing.tram(travelling=False, connected=False, aboard=0)
        self._stands: StationFace | None = None  # as last looked up: what the header may claim
        self._stands_at = clock.boot()
        self._screen = "attract"
        self._face: dict[str, Any] = for_qml(derive.attract_nothing())
        self._frame = self._framed()
        self._first_copy: FirstCopyFace | None = None
        self._trouble = False
        self._outcome: OutcomeFace | None = None
        self._visit = ""
        self._scan = 0  # the number of the last scan: a late answer to an earlier one is not shown
        self._idle: IdleFace = idle.NOBODY
        self._last_touch = clock.boot()
        self._answered_at = 0.0
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.tick)
        self._tick.start()

    # --- what QML reads -------------------------------------------------------------------------------------------

    @Property("QVariantMap", notify=frame_changed)  # type: ignore[arg-type]
    def frame(self) -> dict[str, Any]:
        return self._frame

    @Property(str, notify=changed)
    def screen(self) -> str:
        return self._screen

    @Property("QVariantMap", notify=changed)  # type: ignore[arg-type]
    def face(self) -> dict[str, Any]:
        return self._face

    @Property("QVariant", notify=outcome_changed)  # type: ignore[arg-type]
    def outcome(self) -> dict[str, Any] | None:
        return self.shown.outcome

    @Property("QVariantMap", notify=idle_changed)  # type: ignore[arg-type]
    def idle(self) -> dict[str, Any]:
        return self.shown.idle

    @property
    def shown(self) -> Shown:
        outcome = for_qml(self._outcome) if self._outcome else None
        return Shown(self._frame, self._screen, self._face, outcome, for_qml(self._idle))

    # --- what people do -------------------------------------------------------------------------------------------

    @Slot(str)
    def go(self, path: str) -> None:
        """An intent of a screen: see `sitting.step` and the answers below."""
        self._touched()
        match path:
            case "outcome/done":
                self._leave_outcome()
            case "outcome/undo":
                self._undo()
            case "finished":
                self.finish()
            case "still-here":
                pass
            case _:
                self._move(sitting.step(self._sitting, path))

    def finish(self) -> None:
        """The person is gone: everything personal is dropped at once, even if the store should not answer any more."""
        self._visit = ""
        self._scan += 1
        self._show("attract", for_qml(derive.attract_nothing()))
        self._set_outcome(None)
        self._move(sitting.fresh(self._habits.language))

    # --- what scanners and the network tell -----------------------------------------------------------------------

    def reading(self) -> None:
        self._touched()
        self._visit = ""
        self._scan += 1
        self._set_outcome(derive.READING)

    def abandoned(self) -> None:
        if self._outcome is derive.READING:
            self._set_outcome(None)

    def scanned(self, payload: bytes) -> None:
        self._touched()
        self._scan += 1
        number = self._scan
        self._verbs.arrive(payload, lambda answer: self._answered(number, answer))

    def set_tram(self, tram: TramFace) -> None:
        if tram == self._tram:
            return
        self._tram = tram
        self._show_frame()
        if tram.state is not TramState.TRAVELLING:
            self._look_how_it_stands()

    def set_habits(self, language: str, hub_name: tuple[str, ...]) -> None:
        """What the hub's own record says, once it is there."""
        if (language, hub_name) == (self._habits.language, self._hub_name):
            return
        self._habits = replace(self._habits, language=language)
        self._hub_name = hub_name
        if self._sitting.where == ATTRACT:
            self._sitting = sitting.fresh(language)
            self._verbs.speak_language(language)
        self._show_frame()

    def set_first_copy(self, progress: Progress | None, connected: bool = True) -> None:
        """While the first copy runs it is what the screen shows; None ends it."""
        if progress is None and self._first_copy is None:
            return
        self._first_copy = derive.first_copy(progress, connected) if progress else None
        self.refresh()

    def set_trouble(self) -> None:
        """Something broke: the calm screen, until the program starts anew."""
        self._trouble = True
        self.finish()

    def stop(self) -> None:
        self._tick.stop()

    def refresh(self) -> None:
        """Look again at what is shown: the catalogue has changed."""
        self._look(self._sitting)

    # --- inside ---------------------------------------------------------------------------------------------------

    def tick(self) -> None:
        """Once a second: the undo runs out, an answer goes, the question comes, the sitting ends, the data age."""
        if self._clock.boot() - self._stands_at >= STANDS_SECONDS:
            self._look_how_it_stands()
        if self._outcome is not None:
            self._count_outcome_down()
        elif self._sitting.where != ATTRACT or self._sitting != sitting.fresh(self._habits.language):
            self._count_idle()

    def _count_outcome_down(self) -> None:
        assert self._outcome is not None
        since = self._clock.boot() - self._answered_at
        if since >= self._habits.outcome_seconds:
            self._leave_outcome()
        elif self._outcome.undo_seconds:
            left = max(0, round(self._habits.undo_seconds - since))
            self._set_outcome(replace(self._outcome, undo_seconds=left), anew=False)

    def _count_idle(self) -> None:
        quiet = self._clock.boot() - self._last_touch
        if idle.over(quiet, self._habits.idle):
            self._set_idle(idle.NOBODY)
            self.finish()
        else:
            self._set_idle(idle.face(quiet, self._habits.idle))

    def _touched(self) -> None:
        self._last_touch = self._clock.boot()
        self._set_idle(idle.NOBODY)

    def _answered(self, number: int, answer: Answer) -> None:
        if number != self._scan:
            return  # somebody else is at the screen; the visit is recorded all the same
        self._visit = answer.visit if isinstance(answer, Welcomed) else ""
        self._set_outcome(derive.outcome(answer, self._habits.undo_seconds))

    def _undo(self) -> None:
        visit, self._visit = self._visit, ""
        number = self._scan
        if visit:
            self._verbs.undo(visit, lambda answer: self._undone(number, answer))

    def _undone(self, number: int, answer: Answer) -> None:
        if number != self._scan:
            return
        self._set_outcome(derive.outcome(answer, 0))
        if self._outcome is None:
            self._move(sitting.step(self._sitting, "home"))

    def _leave_outcome(self) -> None:
        self._visit = ""
        self._set_outcome(None)
        if self._sitting.where == ATTRACT:
            return
        self._move(sitting.step(self._sitting, "home"))

    def _set_outcome(self, outcome: OutcomeFace | None, anew: bool = True) -> None:
        if anew:
            self._answered_at = self._clock.boot()
        if outcome != self._outcome:
            self._outcome = outcome
            self.outcome_changed.emit()

    def _set_idle(self, face: IdleFace) -> None:
        if face != self._idle:
            self._idle = face
            self.idle_changed.emit()

    def _move(self, to: Sitting) -> None:
        if to.language != self._sitting.language:
            self._verbs.speak_language(to.language)
        self._sitting = to
        self._look(to)

    def _look(self, at: Sitting) -> None:
        if self._trouble:
            self._show("trouble", {})
        elif self._first_copy is not None and at.where != STATION:
            self._show("firstcopy", for_qml(self._first_copy))
        elif at.where.screen == "language":
            self._show("language", for_qml(derive.language(at)))
        elif at.where.screen == "scan":
            self._show("scan", {})
        else:
            self._verbs.look(at.where, at.language, lambda face: self._seen(at, face))

    def _seen(self, at: Sitting, face: Any) -> None:
        if at.trail != self._sitting.trail or at.language != self._sitting.language:
            return  # the person has gone on meanwhile
        if face is None:  # what they wanted to see is not there any more
            self._move(replace(at, trail=at.trail[:-1] or (HOME,)))
            return
        if isinstance(face, StationFace):
            self._stands = face
        self._show(at.where.screen, for_qml(face))

    def _look_how_it_stands(self) -> None:
        """Ask for what the header may claim; whoever is at that screen sees it anew."""
        self._stands_at = self._clock.boot()
        if not self._trouble:
            at = self._sitting
            self._verbs.look(STATION, at.language, lambda face: self._stood(at, face))

    def _stood(self, at: Sitting, face: Any) -> None:
        if not isinstance(face, StationFace):
            return
        self._stands = face
        self._show_frame()
        if self._screen == "station" and (at.where, at.language) == (STATION, self._sitting.language):
            self._seen(at, face)

    def _show(self, screen: str, face: dict[str, Any]) -> None:
        self._show_frame()
        self._screen, self._face = screen, face
        self.changed.emit()

    def _show_frame(self) -> None:
        """Apart from the face: the tram changes often, and no screen is to be built anew for it."""
        frame = self._framed()
        if frame != self._frame:
            self._frame = frame
            self.frame_changed.emit()

    def _framed(self) -> dict[str, Any]:
        tram = standing.honest(self._tram, self._stands)
        face: FrameFace = derive.frame(self._sitting, self._hub_name, tram, self._habits.px_per_mm)
        framed: dict[str, Any] = for_qml(face)
        return framed
