"""Verbs of the touch face that a test answers by hand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from kiosk.clock import Clock
from kiosk.ui.touch import derive, idle
from kiosk.ui.touch.faces import AttractFace, HomeFace
from kiosk.ui.touch.sitting import Where
from kiosk.ui.touch.viewmodel import Habits, Touch, Verbs
from kiosk.ui.touch.wishes import Wish

RULES = idle.Rules(browsing=120, question=30, personal=60, staff=60)
HABITS = Habits("it", 2.7, outcome_seconds=10, undo_seconds=10, idle=RULES, age_bands=derive.bands(((0, 5), (6, 10))))


@dataclass
class ByHand:
    """Keeps what the screen asked for until the test answers."""

    looked: list[tuple[Where, str, Callable[[Any], None]]] = field(default_factory=list)
    asked: list[tuple[Wish, Callable[[Any], None]]] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)

    def verbs(self) -> Verbs:
        return Verbs(
            look=lambda where, language, done: self.looked.append((where, language, done)),
            ask=lambda wish, done: self.asked.append((wish, done)),
            speak_language=self.spoken.append,
        )

    def wish(self) -> Wish:
        """The last one."""
        return self.asked[-1][0]

    def answer(self, answer: object) -> None:
        """To the last wish."""
        self.asked[-1][1](answer)

    def show(self, face: Any = None) -> None:
        """Answer the last look."""
        where, _, done = self.looked[-1]
        faces = {"home": HomeFace((), (), ()), "attract": AttractFace((), ())}
        done(face or faces.get(where.screen, HomeFace((), (), ())))


def made(hand: ByHand, clock: Clock) -> Touch:
    """A view model whose second a test ticks."""
    touch = Touch(hand.verbs(), HABITS, clock)
    touch.stop()
    return touch
