"""Everything that happens on the store thread, as plain calls: open, look, arrive, exchange, close.

A part of the composition root, kept apart because it must not import SQLAlchemy before the first frame is painted:
the store, the use cases, the exchange and the cryptography are imported when `open` runs.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from kiosk.clock import Clock, from_stamp
from kiosk.domain.rounds import Progress, Round
from kiosk.domain.visits import AlreadyHere, MayLeave, Refused, Undone, Welcomed
from kiosk.settings import Settings
from kiosk.ui import derive
from kiosk.ui.faces import StationFace, StationState
from kiosk.ui.sitting import Where

if TYPE_CHECKING:
    from kiosk.db.store import Store
    from kiosk.db.tx import Tx
    from kiosk.domain.keys import KeyList
    from kiosk.sync.central import Central, HttpCentral

log = logging.getLogger("wishmi")
T = TypeVar("T")
HOME_LINES = 3


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
    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self._store: Store | None = None
        self._central: HttpCentral | None = None
        self._leaving = False
        self._day: date | None = None  # the last that was turned
        self._keys: KeyList | None = None  # before the store is open nobody is asked to read a code

    def open(self) -> Known | None:
        """None: this station is not enrolled. Raises StoreUnavailable."""
        from kiosk.db.store import open_store, read_key

        self._store = open_store(self._settings.store, read_key(self._settings.key_file))
        self._clock.start(self._in_one(lambda tx: tx.clock.get()))
        return self.known()

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

    def turn_the_day(self) -> None:
        """Once a day, by the station's own clock: what ends by rule, and what is past its time."""
        from kiosk.usecases.night import night

        now = self._clock.read()
        if self._day == now.day() or self._in_one(lambda tx: tx.station.get()) is None:
            return
        log.info("the day was turned: %s", self._in_one(lambda tx: night(tx, now)))
        log.info("past its period: %s", self.retain(dry_run=False))
        self._day = now.day()

    def retain(self, *, dry_run: bool) -> dict[str, int]:
        """What is past its period goes now, or would: rows by rule."""
        from kiosk.usecases.retain import retain

        done = retain(self._in_one, self._clock.read().day(), dry_run=dry_run)
        return {rule.value: rows for rule, rows in done.rows.items()}

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

    def arrive(self, payload: bytes) -> Welcomed | AlreadyHere | MayLeave | Refused:
        from kiosk.domain import codes, keys
        from kiosk.usecases.arrive import arrive, as_known

        scanned = codes.read(payload, self._keys or keys.EMPTY)
        return self._in_one(lambda tx: arrive(tx, scanned, self._clock.read(), as_known(tx)))

    def undo(self, visit: str) -> Undone | Refused:
        from kiosk.usecases.arrive import undo_arrival

        return self._in_one(lambda tx: undo_arrival(tx, visit, self._clock.read()))

    def look(self, where: Where, language: str) -> Any:
        """The face of a screen, None when what it is about has left the catalogue."""
        return self._in_one(lambda tx: self._face(tx, where, language))

    def exchange(self, ask: Callable[[Callable[[], Any]], Any], progress: Callable[[Progress], None]) -> Round:
        """A round, run on the network thread; `ask` runs a call on the store thread and waits for it."""
        from kiosk.sync.central import NoConnection
        from kiosk.sync.exchange import exchange_once

        def store(work: Callable[[Tx], T]) -> T:
            if self._leaving:  # what was copied is kept; what was not goes on after the next start
                raise NoConnection("hung up")
            result: T = ask(lambda: self._in_one(work))
            return result

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
        from kiosk.db.store import StoreUnavailable, Trouble

        if self._store is None:
            raise StoreUnavailable(Trouble.BROKEN)
        with self._store.begin() as tx:
            return work(tx)

    def _face(self, tx: Tx, where: Where, language: str) -> Any:
        from kiosk.usecases import browse

        now = self._clock.read()
        match where.screen:
            case "attract":
                return derive.attract(browse.today(tx, now, HOME_LINES), language, now)
            case "home":
                today, week = browse.today(tx, now, HOME_LINES), browse.this_week(tx, now, HOME_LINES)
                return derive.home(today, week, language, now)
            case "activity":
                detail = browse.one(tx, where.about, now)
                return derive.activity(detail, language, now) if detail else None
            case "station":
                return self._station(tx, language)
            case _:
                return self._listing(tx, where, language)

    def _station(self, tx: Tx, language: str) -> StationFace | None:
        from kiosk.domain import catalogue
        from kiosk.health import status
        from kiosk.usecases import browse

        now, stands, station, hub = self._clock.read(), status.read(tx), tx.station.get(), browse.hub(tx)
        if stands is None or station is None:
            return None
        copied = StationState.UP_TO_DATE if stands.first_copy_complete else StationState.FIRST_COPY
        as_of = from_stamp(stands.last_good_at) if stands.last_good_at else None
        oldest = from_stamp(stands.oldest_waiting) if stands.oldest_waiting else None
        standing = derive.Standing(
            state=StationState.REVOKED if station.revoked_at else copied,
            as_of=as_of,
            waiting=stands.waiting,
            oldest=now.at - oldest if oldest else None,
            need_a_person=stands.refused,
            done=stands.records,
            total=tx.syncing.get().total,
            hub=catalogue.in_language(hub.name, language) if hub else "",
            station=stands.station,
        )
        return derive.station(standing, now)

    def _listing(self, tx: Tx, where: Where, language: str) -> Any:
        from kiosk.ui.faces import Listing
        from kiosk.usecases import browse

        now, limit = self._clock.read(), where.shown
        bands = derive.bands(self._settings.age_bands)
        match where.listing:
            case Listing.TODAY:
                found = browse.today(tx, now, limit)
            case Listing.WEEK:
                found = browse.this_week(tx, now, limit)
            case Listing.PILLAR:
                found = browse.by_pillar(tx, where.argument, now, limit)
            case Listing.AGE:
                band = next((band for band in bands if band.id == where.argument), None)
                low, high = (band.min_age, band.max_age) if band else (0, 18)
                found = browse.by_age(tx, low, high, now, limit)
            case Listing.NEAR:
                found = browse.near(tx, now, limit)
            case Listing.ALL:
                found = browse.everything(tx, now, limit)
        return derive.browse(where, found, bands, language, now)


def _trusted(signed: bytes, root_public: bytes) -> KeyList:
    from kiosk.domain import keys
    from kiosk.domain.cose import NotVerified

    try:
        return keys.open_list(signed, root_public)
    except NotVerified:
        log.error("the key list is not signed by the pinned root")
        return keys.EMPTY
