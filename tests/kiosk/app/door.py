"""A touchscreen as people meet it: what they scan and touch, and what it shows."""

from collections.abc import Callable
from typing import Protocol

from pytestqt.qtbot import QtBot

from central import registers
from kiosk.app import Kiosk
from kiosk.domain.attendance import Counts
from kiosk.domain.rounds import Round
from kiosk.settings import Devices
from tests.central_at import CentralAt
from tests.conftest import ToldClock


class Door:
    """A kiosk at work, on a clock that moves when it is told to, and the cards of four who live together."""

    def __init__(self, kiosk: Kiosk, cards: dict[str, str], central: CentralAt, clock: ToldClock, qtbot: QtBot) -> None:
        self.kiosk, self.cards, self.central, self.clock, self.qtbot = kiosk, cards, central, clock, qtbot

    def scan(self, person: str) -> None:
        self.kiosk.touch.scanned(self.cards[person].encode())

    def until(self, screen: str) -> None:
        self.qtbot.waitUntil(lambda: self.kiosk.touch.shown.screen == screen)

    def until_said(self, outcome: str) -> None:
        shown = self.kiosk.touch
        self.qtbot.waitUntil(lambda: (shown.shown.outcome or {}).get("outcome") == outcome)

    def go(self, *paths: str) -> None:
        for path in paths:
            self.kiosk.touch.go(path)

    def at_central(self, *, inside: bool = False) -> Counts:
        """Once all was told: of the day, or who is inside now."""
        self.qtbot.waitUntil(self._all_told())
        with self.central.writing() as tx:
            held = registers.of_day(tx, "hub-1", self.clock.read().day())
        return held.inside if inside else held.came

    def _all_told(self) -> Callable[[], bool]:
        """A round that is under way already may have looked at what waits before the last of it was there."""
        sync, rounds = self.kiosk.sync, list[Round]()
        assert sync is not None
        sync.finished.connect(rounds.append)

        def told() -> bool:
            sync.go()
            return bool(rounds) and (rounds[-1].trouble, rounds[-1].waiting) == ("", 0)

        return told


class Start(Protocol):
    """Opens the door, with these devices beside the screen."""

    def __call__(self, devices: Devices = ...) -> Door: ...
