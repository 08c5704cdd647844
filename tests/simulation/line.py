"""The line between a station and central: the station's `Central`, on which a seed lets things go wrong."""

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from random import Random
from typing import TypeVar

from kiosk.domain import wire
from kiosk.domain.wire import (
    AllotmentsAnswer,
    AllotmentsAsk,
    Answers,
    Batch,
    Cursor,
    Digests,
    Page,
    PendingAnswer,
    PendingAsk,
)
from kiosk.sync.central import NoConnection
from tests.simulation.central_node import CentralCrashed, CentralNode
from tests.simulation.crash import Crash

T = TypeVar("T")


class Fault(Enum):
    """What can happen to one call."""

    NONE = auto()
    REQUEST_LOST = auto()
    ANSWER_LOST = auto()  # central did it, the station does not know
    TWICE = auto()  # central gets it twice, the station gets the second answer
    AGAIN_LATER = auto()  # a copy arrives once more, many steps later
    CENTRAL_CRASHES = auto()  # before it commits
    STATION_CRASHES_BEFORE = auto()
    STATION_CRASHES_AFTER = auto()  # the answer is there and nothing of it is written


@dataclass
class Line:
    """Calls go through in bytes, as on the wire. `weights` says how often which fault happens."""

    central: CentralNode
    station: str
    dice: Random
    weights: dict[Fault, int]
    limit: int = wire.PAGE_ITEMS
    cut: bool = False  # no network at all
    later: list[Callable[[], object]] = field(default_factory=list)  # copies that are still under way
    asked: list[Cursor] = field(default_factory=list)
    requests: int = 0
    heard: Callable[[], None] = lambda: None  # central's time came with an answer

    def feed(self, cursor: Cursor, kinds: Collection[str] = ()) -> Page:
        if not kinds:
            self.asked.append(cursor)
        content = self._call(lambda: self.central.feed(self.station, cursor, self.limit, kinds))
        return wire.parse_page(content, cursor)

    def digests(self) -> Digests:
        return wire.parse_digests(self._call(lambda: self.central.digests(self.station)))

    def push(self, batch: Batch) -> Answers:
        content = wire.dump_batch(batch)
        return wire.parse_answers(self._call(lambda: self.central.push(self.station, content), repeatable=True))

    def renew(self, public: bytes) -> bytes:
        return self._call(lambda: self.central.renew(self.station, public))

    def allot(self, ask: AllotmentsAsk) -> AllotmentsAnswer:
        content = wire.dump_allotments(ask)
        return wire.parse_allotments_answer(self._call(lambda: self.central.allot(self.station, content)))

    def pending(self, ask: PendingAsk) -> PendingAnswer:
        content = wire.dump_pending(ask)
        return wire.parse_pending_answer(self._call(lambda: self.central.pending(self.station, content)))

    def snapshot(self, folder: Path) -> Path:
        path = folder / "snapshot.zst"
        self._call(lambda: self.central.snapshot(path))
        return path

    def _call(self, ask: Callable[[], T], repeatable: bool = False) -> T:
        self.requests += 1
        if self.cut:
            raise NoConnection("cut")
        fault = self._fault(repeatable)
        if fault is Fault.REQUEST_LOST:
            raise NoConnection("lost")
        if fault is Fault.STATION_CRASHES_BEFORE:
            raise Crash
        if fault is Fault.CENTRAL_CRASHES:
            with self.central.crashing():
                self._swallow(ask)
            raise NoConnection("reset")
        if fault is Fault.TWICE:
            self._swallow(ask)
        answer = ask()
        self.heard()
        if fault is Fault.AGAIN_LATER:
            self.later.append(ask)
        if fault is Fault.ANSWER_LOST:
            raise NoConnection("lost on the way back")
        if fault is Fault.STATION_CRASHES_AFTER:
            raise Crash
        return answer

    def _swallow(self, ask: Callable[[], object]) -> None:
        with suppress(CentralCrashed):
            ask()

    def _fault(self, repeatable: bool) -> Fault:
        faults = list(self.weights)
        fault = self.dice.choices(faults, [self.weights[fault] for fault in faults])[0]
        return Fault.NONE if fault is Fault.AGAIN_LATER and not repeatable else fault

    def deliver_late(self) -> None:
        """One of the copies under way arrives; nobody hears the answer."""
        if self.later:
            self.later.pop(self.dice.randrange(len(self.later)))()
