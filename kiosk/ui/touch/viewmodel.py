"""The touch face's view model: who is at the screen, what it shows, and the way to the store and back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random, SystemRandom
from typing import Any

from PySide6.QtCore import QTimer, Slot

from kiosk.clock import Clock
from kiosk.domain.rounds import Progress
from kiosk.ui.faces import StationFace, TramFace, TramState
from kiosk.ui.hints import HintFace
from kiosk.ui.touch import answer as answers
from kiosk.ui.touch import corners, derive, derive_value, derive_visits, errands, idle, sitting
from kiosk.ui.touch.answer import Said, Stays
from kiosk.ui.touch.corners import Pressed
from kiosk.ui.touch.derive import Around
from kiosk.ui.touch.derive_visits import Eyes
from kiosk.ui.touch.errands import AtTheDoor, Counting, Turn
from kiosk.ui.touch.faces import ActivityFace, AgeBand, FirstCopyFace
from kiosk.ui.touch.held import Price
from kiosk.ui.touch.here import Here, busy, interrupted, left_behind, moved, told
from kiosk.ui.touch.shown import Screens
from kiosk.ui.touch.sitting import HOME, STATION, Sitting, Where
from kiosk.ui.touch.value_wishes import AskPrice, CallOff
from kiosk.ui.touch.wishes import WhoIsIn, Wish, meant

STANDS_SECONDS = 60.0  # between two looks at how fresh the data are: they age without anybody telling
Look = Callable[[Where, str, Callable[[Any], None]], None]  # (where, language, done(face or None))


@dataclass(frozen=True)
class Verbs:
    """What the touch face can ask for. Each calls back on the GUI thread."""

    look: Look
    ask: Callable[[Wish, Callable[[Any], None]], None]  # Refused where the store did not answer
    speak_language: Callable[[str], None]  # the words of the screens change at once


@dataclass(frozen=True)
class Habits:
    """The station's numbers, as far as the touch face needs them."""

    language: str
    px_per_mm: float
    outcome_seconds: int
    undo_seconds: int
    idle: idle.Rules
    age_bands: tuple[AgeBand, ...]


class Touch(Screens):
    def __init__(self, verbs: Verbs, habits: Habits, clock: Clock, random: Random | None = None) -> None:
        nobody = Here(sitting.fresh(habits.language))
        self._around = Around(habits.px_per_mm)
        super().__init__(derive.frame(nobody.sitting, self._around), "attract", derive.attract_nothing(), idle.NOBODY)
        self._verbs = verbs
        self._habits = habits
        self._stays = Stays(habits.outcome_seconds, habits.idle.personal)
        self._clock = clock
        self._random = random or SystemRandom()
        self._here = nobody
        self._scan = 0  # the number of the last scan: a late answer to an earlier one is not shown
        self._corner: Pressed | None = None
        self._stands_at = clock.boot()
        self._last_touch = clock.boot()
        self._first_copy: FirstCopyFace | None = None
        self._trouble = False
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.tick)
        self._tick.start()

    # --- what people do -------------------------------------------------------------------------------------------

    @Slot(str)
    def go(self, path: str) -> None:
        """An intent of a screen: see `sitting.step`, `errands.step` and the answers below."""
        self._touched()
        match path.partition("/"):
            case "finished", "", "":
                self.finish()
            case "still-here", "", "":
                pass
            case "outcome", _, what:
                self._answer_touched(what)
            case "corner", _, which:
                self._corner_pressed(which)
            case "count", "", "":
                self._turn(Turn(Counting()))
            case verb, _, _ if verb in errands.BEGINNINGS:
                self._begin(path)
            case verb, "/", _ if verb in errands.VERBS:
                self._errand_touched(path)
            case _:
                self._move(sitting.step(self._here.sitting, path))

    def finish(self) -> None:
        """The person is gone: everything personal is dropped at once, even if the store should not answer any more."""
        self._scan += 1
        self._show("attract", derive.attract_nothing())
        self._be(Here(sitting.fresh(self._habits.language)))
        self._look()

    # --- what scanners and the network tell -----------------------------------------------------------------------

    def reading(self) -> None:
        self._touched()
        self._scan += 1
        self._go_on(interrupted(self._here))
        self._say(Said(derive_visits.READING, self._clock.boot()))

    def abandoned(self) -> None:
        if self._here.said is not None and self._here.said.face is derive_visits.READING:
            self._say(None)

    def scanned(self, payload: bytes) -> None:
        self._touched()
        self._scan += 1
        self._go_on(interrupted(self._here))
        turn = errands.scanned(self._here.errand, payload)
        if turn.wish is None:
            self._say(None)  # nothing is asked: nothing else would take "reading" away
        self._turn(turn)

    def set_tram(self, tram: TramFace) -> None:
        if tram == self._around.tram:
            return
        self._set_around(tram=tram)
        if tram.state is not TramState.TRAVELLING:
            self._look_how_it_stands()

    def set_habits(self, language: str, hub_name: tuple[str, ...]) -> None:
        """What the hub's own record says, once it is there."""
        if (language, hub_name) == (self._habits.language, self._around.hub_name):
            return
        self._habits = replace(self._habits, language=language)
        if self._here.idle:
            self._here = Here(sitting.fresh(language))
            self._verbs.speak_language(language)
        self._set_around(hub_name=hub_name)

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
        self._look()

    def tick(self) -> None:
        """Once a second: the undo runs out, an answer goes, the question comes, the sitting ends, the data age."""
        now, said = self._clock.boot(), self._here.said
        if now - self._stands_at >= STANDS_SECONDS:
            self._look_how_it_stands()
        if said is not None:
            left = answers.aged(said, now, self._stays, self._habits.undo_seconds)
            self._leave_answer() if left is None else self._say(left)
        elif self._here != Here(sitting.fresh(self._habits.language)):
            self._count_idle(now)

    def _count_idle(self, now: float) -> None:
        quiet, errand = now - self._last_touch, self._here.errand
        if idle.over(quiet, self._habits.idle, errand):
            self._show_idle(idle.NOBODY)
            self.finish()
            return
        self._show_idle(idle.face(quiet, self._habits.idle, errand))
        if isinstance(errand, AtTheDoor) and now <= errand.wait_until + 1:
            self._look()  # a second less to wait

    def _touched(self) -> None:
        self._last_touch = self._clock.boot()
        self._show_idle(idle.NOBODY)

    # --- what somebody is in the middle of, and what is answered --------------------------------------------------

    def _errand_touched(self, path: str) -> None:
        if self._here.errand is not None and self._here.free:
            bands = tuple(band.id for band in self._habits.age_bands)
            turn = errands.step(self._here.errand, path, bands, self._clock.boot())
            if self._here.waiting is None or turn.wish is not None:
                self._turn(turn)

    def _begin(self, path: str) -> None:
        turn = errands.begin(self._here.errand, path)
        if turn is not None and self._here.waiting is None:
            self._turn(turn)

    def _corner_pressed(self, which: str) -> None:
        self._corner, opens = corners.press(self._corner, which, self._clock.boot())
        if opens and not self._trouble:
            self._turn(Turn(AtTheDoor(), WhoIsIn()))

    def _turn(self, turn: Turn) -> None:
        if turn == Turn(None) and errands.named(self._here.errand):
            self.finish()
            return
        self._go_on(busy(self._here, turn.errand, turn.wish))
        if turn.wish is not None:
            self._ask(turn.wish)

    def _ask(self, wish: Wish) -> None:
        if isinstance(wish, CallOff):
            self._scan += 1  # it says itself what came of it
        number = self._scan
        self._verbs.ask(wish, lambda answer: self._answered(number, wish, answer))

    def _answered(self, number: int, wish: Wish, answer: object) -> None:
        if number != self._scan:
            return  # somebody else is at the screen; what was recorded is recorded all the same
        if self._here.waiting is wish:
            self._here = replace(self._here, waiting=None)
        turn = errands.answered(self._here.errand, wish, answer, self._random, self._clock.boot())
        if turn is not None:
            self._say(None)
            self._turn(turn)
            return
        wish = meant(wish)
        face = derive_visits.outcome(wish, answer, self._habits.undo_seconds, self._eyes())
        if face is None:  # it was taken back
            self._say(None)
            self._move(sitting.step(self._here.sitting, "home"))
        else:
            self._go_on(told(self._here, answers.said(wish, answer, face, self._clock.boot())))
            self._ask_hours(answer)

    def _ask_hours(self, answer: object) -> None:
        wish, number = answers.hours_of(answer), self._scan
        if wish is not None:
            self._verbs.ask(wish, lambda hint: self._hinted(number, hint))

    def _hinted(self, number: int, hint: object) -> None:
        said = self._here.said
        if number == self._scan and said is not None and isinstance(hint, HintFace):
            self._say(answers.hinted(said, hint))

    def _answer_touched(self, what: str) -> None:
        said, wish = self._here.said, None
        if said is None:
            return
        if what == "done":
            self._leave_answer()
            return
        wish = {"undo": said.undo, "more": said.more}.get(what)
        if wish is not None:
            self._here = replace(self._here, said=replace(said, undo=None, more=None))
            self._ask(wish)

    def _leave_answer(self) -> None:
        self._say(None)
        if self._here.idle:
            self.finish()
        else:
            self._move(sitting.step(self._here.sitting, "home"))

    def _say(self, said: Said | None) -> None:
        self._here = replace(self._here, said=said)
        self._show_outcome(said.face if said else None)

    # --- what is shown --------------------------------------------------------------------------------------------

    def _move(self, to: Sitting) -> None:
        self._be(moved(self._here, to))
        self._look()

    def _go_on(self, here: Here) -> None:
        """A scan, or an answer, leaves the screen below as it is unless an errand begins, changes or ends."""
        before = self._here.errand
        self._be(here)
        if here.errand != before:
            if here.errand is None:  # at once, whatever the store does: what is below may have named somebody
                self._show("attract", derive.attract_nothing())
            self._look()

    def _be(self, here: Here) -> None:
        before, self._here = self._here, here
        if (left := left_behind(before, here)) is not None:
            self._scan += 1
            self._verbs.ask(left, lambda _: None)
        if here.sitting.language != before.sitting.language:
            self._verbs.speak_language(here.sitting.language)
        self._show_outcome(here.said.face if here.said else None)

    def _look(self) -> None:
        self._show_frame(derive.frame(self._here.sitting, self._around))
        at = self._here.sitting
        if self._trouble:
            self._show("trouble", None)
        elif self._here.errand is not None and self._here.at_errand:
            self._show(*derive_visits.screen(self._here.errand, self._eyes()))
        elif self._first_copy is not None and at.where != STATION:
            self._show("firstcopy", self._first_copy)
        elif at.where.screen == "language":
            self._show("language", derive.language(at))
        elif at.where.screen == "scan":
            self._show("scan", None)
        else:
            self._verbs.look(at.where, at.language, lambda face: self._seen(at, face))

    def _seen(self, at: Sitting, face: Any) -> None:
        if at.trail != self._here.sitting.trail or at.language != self._here.sitting.language:
            return  # the person has gone on meanwhile
        if face is None:  # what they wanted to see is not there any more
            self._move(replace(at, trail=at.trail[:-1] or (HOME,)))
            return
        if isinstance(face, StationFace):
            self._set_around(stands=face)
        self._show(at.where.screen, face)
        if isinstance(face, ActivityFace):
            self._ask_price(at, face)

    def _ask_price(self, at: Sitting, face: ActivityFace) -> None:
        """Whoever has said who they are sees what is left to pay."""
        errand = self._here.errand
        if face.voucher and isinstance(errand, errands.OF_A_CARD):
            ask = AskPrice(errand.holder, face.card.id)
            self._verbs.ask(ask, lambda said: self._priced(at, face, said))

    def _priced(self, at: Sitting, face: ActivityFace, said: object) -> None:
        here = self._here
        if isinstance(said, Price) and isinstance(here.errand, errands.OF_A_CARD) and here.sitting == at:
            self._show(at.where.screen, replace(face, to_pay=derive_value.to_pay(said)))

    def _eyes(self) -> Eyes:
        return Eyes(self._here.sitting.language, self._clock.read(), self._clock.boot(), self._habits.age_bands)

    def _look_how_it_stands(self) -> None:
        """Ask for what the header may claim; whoever is at that screen sees it anew."""
        self._stands_at = self._clock.boot()
        if not self._trouble:
            at = self._here.sitting
            self._verbs.look(STATION, at.language, lambda face: self._stood(at, face))

    def _stood(self, at: Sitting, face: Any) -> None:
        if not isinstance(face, StationFace):
            return
        self._set_around(stands=face)
        if self.shown.screen == "station" and (at.where, at.language) == (STATION, self._here.sitting.language):
            self._seen(at, face)

    def _set_around(self, **values: Any) -> None:
        self._around = replace(self._around, **values)
        self._show_frame(derive.frame(self._here.sitting, self._around))
