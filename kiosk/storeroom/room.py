"""The store of a running station: open, keep time, turn the day, exchange, close; and what each face asks of it.

SQLAlchemy, the use cases, the exchange and the cryptography are imported when `open` runs, after the first frame.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from kiosk.clock import Clock
from kiosk.domain.rounds import Progress, Round
from kiosk.settings import Settings
from kiosk.ui.touch import derive

if TYPE_CHECKING:
    from kiosk.db.store import Store
    from kiosk.db.tx import Tx
    from kiosk.domain.codes import Code, NotACode
    from kiosk.domain.keys import KeyList
    from kiosk.storeroom.desk import DeskRoom
    from kiosk.storeroom.touch import TouchRoom
    from kiosk.sync.central import Central, HttpCentral

log = logging.getLogger("wishmi")
T = TypeVar("T")
OnStoreThread = Callable[[Callable[[], Any]], Any]  # runs a call there and waits for it


@dataclass(frozen=True)
class Known:
    """What the kiosk keeps in memory of its store."""

    station: str
    language: str  # the hub's, "" until its record is here
    hub_name: tuple[str, ...]
    first_copy_complete: bool
    records: int
    total: int
    waiting: int


class Storeroom:
    """`ask` runs a call on the store thread and waits for it, from whichever other thread; here and now by default."""

    def __init__(self, settings: Settings, clock: Clock, ask: OnStoreThread = lambda call: call()) -> None:
        self._settings = settings
        self._clock = clock
        self._ask = ask
        self._store: Store | None = None
        self._central: HttpCentral | None = None
        self._touch: TouchRoom | None = None
        self._desk: DeskRoom | None = None
        self._leaving = False
        self._day: date | None = None  # the last that was turned
        self._open_late = False  # visits of the day before go on, for the hub is open past midnight
        self._keys: KeyList | None = None  # before the store is open nobody is asked to read a code

    def open(self) -> Known | None:
        """None: this station is not enrolled. Raises StoreUnavailable."""
        from kiosk.db.store import open_store, read_key
        from kiosk.storeroom.behind import Behind
        from kiosk.storeroom.desk import DeskRoom
        from kiosk.storeroom.touch import TouchRoom
        from kiosk.usecases.ask_online import void_unanswered

        self._store = open_store(self._settings.store, read_key(self._settings.key_file))
        self._clock.start(self._in_one(lambda tx: tx.clock.get()))
        self._in_one(lambda tx: void_unanswered(tx, self._clock.read()))
        self._touch = TouchRoom(Behind(self._in_one, self._clock, self._settings, self._read), self._from_beside)
        self._desk = DeskRoom(Behind(self._in_one, self._clock, self._settings, self._read), self._from_beside)
        return self.known()

    @property
    def touch(self) -> TouchRoom:
        """What the touch face asks. Raises StoreUnavailable before `open`."""
        return self._opened(self._touch)

    @property
    def desk(self) -> DeskRoom:
        """What the desk face asks. Raises StoreUnavailable before `open`."""
        return self._opened(self._desk)

    def close(self) -> None:
        from kiosk.db.store import StoreUnavailable

        if self._central is not None:
            self._central.close()
        if self._store is not None:
            with suppress(StoreUnavailable):  # a store that broke is closed all the same
                self.keep_time()
            self._store.close()
            self._store = None

    def keep_time(self) -> None:
        """Write down what time it is: no reading after a restart is earlier."""
        kept = self._clock.kept()
        if kept is not None:
            self._in_one(lambda tx: tx.clock.keep(kept))

    def knows_the_time(self) -> bool:
        """Whether the clock stands on what central said, and not on what somebody told it at the desk."""
        return self._clock.read().anchor is not None and not self._clock.by_hand()

    def turn_the_day(self) -> None:
        """Once a day, by the station's own clock: what ends by rule, and what is past its time. A hub that is open past
        midnight ends its visits when it closes.

        Not while nobody can say what day it is: a clock that somebody set ten years on would take the trail away. While
        only somebody at the desk says it, visits end, and nothing is taken away.
        """
        from kiosk.usecases.night import night

        now = self._clock.read()
        turned = self._day == now.day()
        if now.anchor is None or (turned and not self._open_late):
            return
        if self._in_one(lambda tx: tx.station.get()) is None:
            return
        done = self._in_one(lambda tx: night(tx, now))
        self._open_late = done.open > 0
        if turned:
            return
        log.info("the day was turned: %s", done)
        if self.knows_the_time():
            log.info("past its period: %s", self.retain(dry_run=False))
        self._day = now.day()

    def retain(self, *, dry_run: bool) -> dict[str, int]:
        """What is past its period goes now, or would: rows by rule, and copies of the store."""
        from kiosk.db.store import old_backups
        from kiosk.domain.retention import Rule, before
        from kiosk.usecases.retain import retain

        today = self._clock.read().day()
        done = retain(self._in_one, today, dry_run=dry_run)
        copies = old_backups(self._settings.store, before(Rule.COPIES, today))
        for copy in () if dry_run else copies:
            copy.unlink(missing_ok=True)
        return {**{rule.value: rows for rule, rows in done.rows.items()}, Rule.COPIES.value: len(copies)}

    def known(self) -> Known | None:
        from kiosk.usecases import browse

        def look(tx: Tx) -> Known | None:
            station, hub = tx.station.get(), browse.hub(tx)
            if station is None:
                return None
            self._keys = _trusted(station.key_list, station.root_public)
            state = tx.syncing.get()
            return Known(
                station=station.id,
                language=hub.language if hub else "",
                hub_name=derive.hub_name(hub),
                first_copy_complete=state.first_copy_complete,
                records=tx.syncing.records(),
                total=state.total,
                waiting=tx.events.waiting(),
            )

        return self._in_one(look)

    def waiting(self) -> int:
        return self._in_one(lambda tx: tx.events.waiting())

    def exchange(self, progress: Callable[[Progress], None]) -> Round:
        """A round, run on the network thread; the store is asked on its own."""
        from kiosk.sync.central import NoConnection
        from kiosk.sync.exchange import exchange_once

        def store(work: Callable[[Tx], T]) -> T:
            if self._leaving:  # what was copied is kept; what was not goes on after the next start
                raise NoConnection("hung up")
            return self._from_beside(work)

        folder = self._settings.data / "snapshot"
        return exchange_once(store, self._reach(store), self._clock, progress, folder)

    def hang_up(self) -> None:
        """From any thread: a round that waits for central ends at once, and no other gets through."""
        self._leaving = True
        central = self._central
        if central is not None:
            central.cancel()

    def _reach(self, store: Callable[[Callable[[Tx], Any]], Any]) -> Central:
        from kiosk.sync.central import HttpCentral, NoConnection, identity_of

        station = store(lambda tx: tx.station.get())
        if station is None:
            raise NoConnection("not enrolled")
        if self._central is None:
            self._central = HttpCentral(
                identity_of(station),
                self._clock,
                adopt=lambda signed: store(lambda tx: tx.station.adopt(signed)),
                pin=lambda pem: store(lambda tx: tx.station.pin(pem)),
            )
        if self._leaving:
            self._central.cancel()
        self._central.become(identity_of(station))
        return self._central

    def _in_one(self, work: Callable[[Tx], T]) -> T:
        """On the store thread."""
        with self._opened(self._store).begin() as tx:
            return work(tx)

    def _from_beside(self, work: Callable[[Tx], T]) -> T:
        """From another thread."""
        result: T = self._ask(lambda: self._in_one(work))
        return result

    def _read(self, payload: bytes) -> Code | NotACode:
        from kiosk.domain import codes, keys

        return codes.read(payload, self._keys or keys.EMPTY)

    def _opened(self, part: T | None) -> T:
        from kiosk.db.store import StoreUnavailable, Trouble

        if part is None:
            raise StoreUnavailable(Trouble.BROKEN)
        return part


def _trusted(signed: bytes, root_public: bytes) -> KeyList:
    from kiosk.domain import keys
    from kiosk.domain.cose import NotVerified

    try:
        return keys.open_list(signed, root_public)
    except NotVerified:
        log.error("the key list is not signed by the pinned root")
        return keys.EMPTY
