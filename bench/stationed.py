"""A station's store in the bench's own process, and exchanges with central in plain calls."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from kiosk.clock import Clock
from kiosk.db.station import Station
from kiosk.db.store import Store, open_store, read_key
from kiosk.db.tx import Tx
from kiosk.domain.rounds import Round
from kiosk.domain.wire import (
    AllotmentsAnswer,
    AllotmentsAsk,
    Answers,
    Batch,
    Cursor,
    Digests,
    NotTheWire,
    Page,
    PendingAnswer,
    PendingAsk,
)
from kiosk.settings import Settings
from kiosk.sync.central import Central, HttpCentral, identity_of
from kiosk.sync.exchange import exchange_once

T = TypeVar("T")


@dataclass(frozen=True)
class Stationed:
    store: Store
    known: Station
    clock: Clock

    def do(self, work: Callable[[Tx], T]) -> T:
        with self.store.begin() as tx:
            return work(tx)

    def reach(self, url: str) -> HttpCentral:
        return HttpCentral(replace(identity_of(self.known), url=url), self.clock)

    def exchange(self, central: Central) -> Round:
        return exchange_once(self.do, central, self.clock)


class Through:
    """Central, with everything passed on to it as it is."""

    def __init__(self, central: Central) -> None:
        self.central = central

    def push(self, batch: Batch) -> Answers:
        return self.central.push(batch)

    def feed(self, cursor: Cursor, kinds: Sequence[str] = ()) -> Page:
        return self.central.feed(cursor, kinds)

    def digests(self) -> Digests:
        return self.central.digests()

    def renew(self, public: bytes) -> bytes:
        return self.central.renew(public)

    def allot(self, ask: AllotmentsAsk) -> AllotmentsAnswer:
        return self.central.allot(ask)

    def pending(self, ask: PendingAsk) -> PendingAnswer:
        return self.central.pending(ask)

    def snapshot(self, folder: Path) -> Path:
        return self.central.snapshot(folder)


class ByFeed(Through):
    """Central as one that has no snapshot: everything comes page by page."""

    def snapshot(self, folder: Path) -> Path:
        raise NotTheWire("no snapshot")


@contextmanager
def opened(settings: Settings) -> Iterator[Stationed]:
    store = open_store(settings.store, read_key(settings.key_file))
    try:
        with store.begin() as tx:
            known = tx.station.get()
        assert known is not None
        yield Stationed(store, known, Clock())
    finally:
        store.close()
