"""The desk's view model: who is at it, where they look, what was answered. Locked, it holds nothing of anybody."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QTimer, Slot

from kiosk.clock import Clock
from kiosk.domain.rounds import Progress
from kiosk.domain.workers import AskPin, Entered, NotEntered, NotIn, Wait, WrongPin
from kiosk.ui.desk.asking import ToAsk
from kiosk.ui.desk.faces import NOT_ALLOWED, TROUBLE, Bar, LockFace, Said, Section, Tab, Tone
from kiosk.ui.desk.shown import Screens
from kiosk.ui.desk.wishes import ANOTHER, Place, Wish, place, wish
from kiosk.ui.faces import StationFace, TramFace, for_qml

Done = Callable[[Any], None]


@dataclass(frozen=True)
class Looked:
    """What a look brought: the face, and what stands around every screen; no `tabs`: around it all is as it was."""

    face: Any
    tabs: tuple[Tab, ...] = ()
    stands: StationFace | None = None


@dataclass(frozen=True)
class Verbs:
    """What the desk can ask for. Each calls back on the GUI thread; TROUBLE where the store did not answer."""

    lock: Callable[[Done], None]  # -> LockFace
    show_card: Callable[[bytes, Done], None]  # -> AskPin | NotIn
    pick: Callable[[str, Done], None]  # -> AskPin | NotIn
    enter: Callable[[AskPin, str, Done], None]  # -> Entered | WrongPin | Wait | NotIn
    switch: Callable[[bytes, Done], None]  # -> Entered | NotIn
    look: Callable[[Entered, Place, Done], None]  # -> Looked | NotIn
    act: Callable[[Entered, Wish, Done], None]  # -> Said | NotIn | ToAsk
    go_on: Callable[[ToAsk, Done], None]  # -> Said | NotIn: it waits for central
    call_off: Callable[[ToAsk, Done], None]  # -> Said | NotIn


class Desk(Screens):
    def __init__(self, verbs: Verbs, lock_seconds: int, clock: Clock) -> None:
        super().__init__()
        self._verbs = verbs
        self._lock_seconds = lock_seconds
        self._clock = clock
        self._by: Entered | None = None
        self._asked: AskPin | None = None
        self._lock = LockFace(())
        self._at = Place(Section.TODAY)
        self._turn = 0  # a late answer to what was asked before is not shown
        self._asks: ToAsk | None = None  # what is waited for
        self._trouble = False
        self._last_hand = clock.boot()
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.tick)
        self._tick.start()

    # --- what the worker does -------------------------------------------------------------------------------------

    @Slot(str)
    def go(self, path: str) -> None:
        """Look somewhere: "families", "today/leave/VISIT"; or "lock", "heard" (the answer was read), "call_off" (it is
        not waited for)."""
        self.hand()
        if path == "lock":
            self.lock()
        elif path == "heard":
            self._say(None)
        elif path == "call_off":
            self._call_off()
        elif self._by is not None:
            self._interrupt()
            self._leave(place(path))
            self.refresh()

    @Slot("QVariantMap")
    def act(self, said: dict[str, Any]) -> None:
        """Have something done: {path: "today/see/VISIT", form: {...}}."""
        self.hand()
        if self._by is not None:
            self._interrupt()
            self._turn += 1
            number = self._turn
            self._verbs.act(self._by, wish(said), lambda answer: self._answered(number, answer))

    @Slot(str)
    def pick(self, worker: str) -> None:
        """A colleague's name on the locked desk; "" asks for nobody's PIN any more."""
        self.hand()
        if worker:
            self._verbs.pick(worker, self._asked_for)
        else:
            self._asked = None
            self.lock()

    @Slot(str)
    def pin(self, digits: str) -> None:
        self.hand()
        if self._asked is not None:
            self._verbs.enter(self._asked, digits, self._entered)

    @Slot()
    def hand(self) -> None:
        """Somebody's hand is at the desk."""
        self._last_hand = self._clock.boot()

    def lock(self) -> None:
        """Nobody is at the desk any more: everything of families goes from the screen at once."""
        self._interrupt()
        self._turn += 1
        self._by, self._at = None, Place(Section.TODAY)
        self._say(None)
        self._show_lock(replace(self._lock, bar=Bar.NONE, wait_seconds=0) if self._asked else LockFace(()))
        self._set_frame(worker="", tabs=(), section="")
        if self._asked is None:
            self._verbs.lock(self._locked)

    def scanned(self, payload: bytes) -> None:
        """A worker's card enters or switches, but where another one is asked to stand by; what else is shown is for the
        section that is open."""
        self.hand()
        if self._by is None:
            self._verbs.show_card(payload, self._asked_for)
            return
        self._interrupt()
        self._turn += 1
        number, text = self._turn, payload.decode("ascii", "replace")
        scan = Wish(self._at.section, "scan", self._at.about, {"code": text})
        by = self._by
        if self._at.head == ANOTHER:
            self._verbs.act(by, scan, lambda said: self._answered(number, said))
            return

        def switched(answer: Any) -> None:
            if isinstance(answer, Entered):
                self._entered(answer)
            elif isinstance(answer, NotIn) and answer.why in (NotEntered.WRONG_KIND, NotEntered.NOT_A_CODE):
                self._verbs.act(by, scan, lambda said: self._answered(number, said))
            else:
                self._answered(number, answer)

        self._verbs.switch(payload, switched)

    # --- what the station tells -----------------------------------------------------------------------------------

    def set_habits(self, language: str, hub_name: tuple[str, ...]) -> None:
        """The hub's name; the desk's own language stays."""
        self._set_frame(hub_name=hub_name)

    def set_tram(self, tram: TramFace) -> None:
        self._set_frame(tram=tram)

    def set_first_copy(self, progress: Progress | None, connected: bool = True) -> None:
        """The desk waits for nothing: what has come already is shown."""

    def set_trouble(self) -> None:
        self._trouble = True
        self.lock()

    def stop(self) -> None:
        self._tick.stop()

    def refresh(self) -> None:
        """Look again at what is shown."""
        if self._by is None:
            if self._asked is None:
                self._verbs.lock(self._locked)
            return
        by, at = self._by, self._at
        self._verbs.look(by, at, lambda looked: self._seen(by, at, looked))

    def tick(self) -> None:
        """Once a second: the desk locks by itself, the wait after a wrong PIN passes."""
        if self._by is not None and self._clock.boot() - self._last_hand >= self._lock_seconds:
            self.lock()
        elif self._by is None and self._lock.wait_seconds:
            left = self._lock.wait_seconds - 1
            self._show_lock(replace(self._lock, wait_seconds=left, bar=Bar.WAIT if left else Bar.NONE))

    # --- inside ---------------------------------------------------------------------------------------------------

    def _leave_what_is_not_theirs(self, at: Place) -> None:
        """It may have been theirs a moment ago: a household that is shielded while it is open goes from the screen."""
        if at.about:
            self._at = Place(at.section)
            self.refresh()

    def _leave(self, to: Place) -> None:
        """What was said of another page is not said here, but for what can still be taken back."""
        if to.screen != self._at.screen and self._said is not None and self._said.undo is None:
            self._say(None)
        self._at = to

    def _locked(self, face: Any) -> None:
        if self._by is None and self._asked is None:
            self._show_lock(face if isinstance(face, LockFace) else LockFace((), bar=Bar.NOT_NOW))

    def _asked_for(self, answer: Any) -> None:
        if self._by is not None:
            return
        if isinstance(answer, AskPin):
            self._asked = answer
            self._show_lock(replace(self._lock, asking=answer.worker.name, bar=Bar.NONE, wait_seconds=0))
        else:
            self._show_lock(replace(self._lock, bar=_bar(answer)))

    def _entered(self, answer: Any) -> None:
        if isinstance(answer, Entered):
            self._by, self._asked, self._lock = answer, None, LockFace(())
            self._turn += 1
            self._set_frame(worker=answer.worker.name)
            self.refresh()
        else:
            wait = -int(-answer.wait // 1) if isinstance(answer, WrongPin) else 0
            wait = -int(-answer.seconds // 1) if isinstance(answer, Wait) else wait
            self._show_lock(replace(self._lock, bar=_bar(answer), wait_seconds=wait))

    def _seen(self, by: Entered, at: Place, looked: Any) -> None:
        if by is not self._by or at != self._at:
            return
        if isinstance(looked, NotIn):
            self._leave_what_is_not_theirs(at)
            self._not_in(looked)
        elif isinstance(looked, Looked) and looked.face is None and at.about:  # what they looked at is gone
            self._at = Place(at.section)
            self.refresh()
        elif isinstance(looked, Looked):
            around = {"tabs": looked.tabs, "stands": looked.stands} if looked.tabs else {}
            self._set_frame(**around, section=at.section)
            self._show(at.screen, for_qml(looked.face))
        else:
            self._say(TROUBLE)

    def _answered(self, number: int, answer: Any) -> None:
        if isinstance(answer, ToAsk):
            self._wait_for(number, answer)
            return
        if number != self._turn or self._by is None:
            return
        self._asks = None
        self._show_wait(None)
        if isinstance(answer, NotIn):
            self._not_in(answer)
            return
        said = answer if isinstance(answer, Said) else TROUBLE
        self._say(None if said.tone is Tone.SHOWN else said)
        if isinstance(answer, Said) and answer.to:
            self._at = place(answer.to)
        self.refresh()

    def _wait_for(self, number: int, asks: ToAsk) -> None:
        """Central is asked; who has gone on meanwhile has called it off."""
        if number != self._turn or self._by is None:
            self._verbs.call_off(asks, lambda _: None)
            return
        self._asks = asks
        self._show_wait(asks.face)
        self._verbs.go_on(asks, lambda said: self._answered(number, said))

    def _call_off(self) -> None:
        """Once; and it says itself what came of it."""
        if self._asks is not None:
            asks, self._asks = self._asks, None
            self._turn += 1
            number = self._turn
            self._show_wait(replace(asks.face, ends=True))
            self._verbs.call_off(asks, lambda said: self._answered(number, said))

    def _interrupt(self) -> None:
        """Something else is wanted, or nobody is here: nobody waits for central."""
        if self._asks is not None:
            self._verbs.call_off(self._asks, lambda _: None)
            self._turn += 1
        self._asks = None
        self._show_wait(None)

    def _not_in(self, answer: NotIn) -> None:
        """Their role does not allow it; or they are no worker here any more, and the desk locks."""
        if answer.why is NotEntered.NOT_ALLOWED:
            self._say(NOT_ALLOWED)
            if self._screen == "lock":  # even what the desk opens with is not theirs
                self._at = Place(Section.STATION)
                self.refresh()
        else:
            self.lock()

    def _show_lock(self, face: LockFace) -> None:
        self._lock = face
        self._show("trouble" if self._trouble else "lock", for_qml(face))


def _bar(answer: Any) -> Bar:
    match answer:
        case WrongPin(wait):
            return Bar.WAIT if wait else Bar.WRONG_PIN
        case Wait():
            return Bar.WAIT
        case NotIn(NotEntered.CARD_FIRST):
            return Bar.CARD_FIRST
        case NotIn():
            return Bar.CARD
    return Bar.NOT_NOW
