"""The ways from this station to central: one for the rounds, and one for each question that somebody waits for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from kiosk.clock import Clock

if TYPE_CHECKING:
    from kiosk.db.station import Station
    from kiosk.db.tx import Tx
    from kiosk.domain.wire import PendingAnswer, PendingAsk
    from kiosk.sync.central import Central, HttpCentral

T = TypeVar("T")
Store = Callable[[Callable[["Tx"], Any]], Any]  # runs work in one transaction on the store thread and waits for it


class Reach:
    """A question goes by a line of its own: it waits for no round, and no round for it."""

    def __init__(self, clock: Clock, seconds: float) -> None:
        """`seconds` is all the time that a question has."""
        self._clock = clock
        self._seconds = seconds
        self._rounds: HttpCentral | None = None
        self._question: HttpCentral | None = None
        self.leaving = False

    def for_rounds(self, store: Store) -> Central:
        """On the network thread. Raises NoConnection where this machine is no station."""
        from kiosk.sync.central import NoConnection, identity_of

        station = store(lambda tx: tx.station.get())
        if station is None:
            raise NoConnection("not enrolled")
        if self._rounds is None:
            self._rounds = self._line(station, store)
        if self.leaving:
            self._rounds.cancel()
        self._rounds.become(identity_of(station))
        return self._rounds

    def ask(self, store: Store, ask: PendingAsk) -> PendingAnswer | None:
        """On the online thread. None for whatever is no answer of central's."""
        from kiosk.sync.online import answer_within

        station = store(lambda tx: tx.station.get())
        if station is None or station.revoked_at:
            return None
        self._question = central = self._line(station, store)
        if self.leaving:
            central.cancel()
        try:
            return answer_within(central, self._seconds, ask)
        finally:
            self._question = None

    def hang_up(self) -> None:
        """From any thread: whatever waits for central ends at once, and nothing else gets through."""
        self.leaving = True
        for central in (self._rounds, self._question):
            if central is not None:
                central.cancel()

    def close(self) -> None:
        if self._rounds is not None:
            self._rounds.close()

    def _line(self, station: Station, store: Store) -> HttpCentral:
        from kiosk.sync.central import HttpCentral, identity_of

        return HttpCentral(
            identity_of(station),
            self._clock,
            adopt=lambda signed: store(lambda tx: tx.station.adopt(signed)),
            pin=lambda pem: store(lambda tx: tx.station.pin(pem)),
        )
