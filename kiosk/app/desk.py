"""The desk face put together: view model, window, scanners. Its words are Italian."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.app.asking import Asking
from kiosk.app.devices import Devices, print_for_desk
from kiosk.clock import Clock
from kiosk.devices.scanners import Scanner, WedgeScanner
from kiosk.jobs import Ok, Result
from kiosk.papers.paper import ToPrint
from kiosk.settings import Settings
from kiosk.storeroom import Storeroom
from kiosk.ui import shell
from kiosk.ui.desk.faces import TROUBLE
from kiosk.ui.desk.viewmodel import Desk, Verbs

CARD = "WM1"  # how every code of ours begins (kiosk.domain.codes): what else is typed here is a hand's
T = TypeVar("T")
Run = Callable[[Callable[[], Any], Callable[[Result[Any]], None]], None]


class DeskFace(QObject):
    """`recorded`: something was asked that may have been put on record."""

    recorded = Signal()

    def __init__(self, settings: Settings, clock: Clock, asking: Asking, room: Storeroom, devices: Devices) -> None:
        super().__init__()
        self._devices = devices
        self._asking = asking
        self._room = room
        self.hub = Desk(self._verbs(), settings.desk_lock_seconds, clock)
        self.engine, self.window = shell.open_face("Desk", self.hub)
        self.plug(WedgeScanner(self.window, clock.boot, opening=CARD))

    def plug(self, scanner: Scanner) -> None:
        """Listen to one scanner more."""
        scanner.setParent(self)
        scanner.scanned.connect(self.hub.scanned)

    def close(self) -> None:
        self.hub.stop()
        self.window.close()
        self.engine.deleteLater()

    def _verbs(self) -> Verbs:
        room = self._room
        return Verbs(
            lock=lambda done: self._ask(lambda: room.desk.lock(), done),
            show_card=lambda payload, done: self._ask(lambda: room.desk.show_card(payload), done),
            pick=lambda worker, done: self._ask(lambda: room.desk.pick(worker), done),
            enter=lambda asked, pin, done: self._do(lambda: room.desk.enter(asked, pin), done),
            switch=lambda payload, done: self._do(lambda: room.desk.switch(payload), done),
            look=lambda by, where, done: self._ask(lambda: room.desk.look(by, where), done),
            act=lambda by, wish, done: self._do(lambda: room.desk.act(by, wish), lambda said: self._finish(said, done)),
            go_on=lambda asks, done: self._do(asks.go_on, done, self._asking.ask_online),
            call_off=lambda asks, done: self._do(asks.call_off, done),
        )

    def _finish(self, answer: Any, done: Callable[[Any], None]) -> None:
        """What ends on paper is answered when it is printed, or why it is not."""
        if isinstance(answer, ToPrint):
            printing = self._devices.receipts if answer.receipt else self._devices.pages
            print_for_desk(printing, answer.draw, done)
        else:
            done(answer)

    def _ask(self, job: Callable[[], T], done: Callable[[Any], None]) -> None:
        self._asking.ask(job, lambda result: done(_or_trouble(result)))

    def _do(self, job: Callable[[], T], done: Callable[[Any], None], run: Run | None = None) -> None:
        """Beside the store thread, or where it runs."""

        def answered(result: Result[T]) -> None:
            done(_or_trouble(result))
            self.recorded.emit()

        (run or self._asking.ask_beside)(job, answered)


def _or_trouble(result: Result[T]) -> Any:
    return result.value if isinstance(result, Ok) else TROUBLE
