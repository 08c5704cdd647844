"""A round on its way: what it works with, and what it has done so far."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol, TypeVar

from kiosk.clock import Clock, stamp
from kiosk.db.copying import Prepared, Unread
from kiosk.db.station import Station
from kiosk.db.syncing import SyncState
from kiosk.db.tx import Tx
from kiosk.domain.events import Event
from kiosk.domain.marks import Sum
from kiosk.domain.rounds import Progress, Round
from kiosk.domain.wire import Cursor, NotTheWire
from kiosk.sync import erasures
from kiosk.sync.central import Central, CentralUnreachable, NoConnection, NotWelcome

T = TypeVar("T")
LONGEST_S = 15 * 60.0  # of copying in one round


class Unfinished(CentralUnreachable):
    """Central always had more. What came is kept, and the next round goes on behind it."""


class StoreRunner(Protocol):
    """Runs a function in a transaction on the store thread, and waits for it."""

    def __call__(self, work: Callable[[Tx], T], /) -> T: ...


@dataclass(frozen=True)
class Seen:
    """What a round finds in the store when it begins, in one transaction."""

    station: Station
    state: SyncState
    outbox: list[Event]  # the first batch
    sums: dict[str, Sum]  # of the live records of each kind
    read_by: str  # which readers read what is kept
    reported_to: str  # in which epoch, and as which incarnation, central was told what is held


@dataclass
class Trip:
    """No transaction is open while central is asked. What a step did before its trouble stays done and counted."""

    store: StoreRunner
    central: Central
    clock: Clock
    folder: Path  # where a snapshot lies while it comes
    tell: Callable[[Progress], None]
    station: Station
    state: SyncState  # as it is now; only the round changes it
    outbox: list[Event] | None  # the first batch, as long as nothing was sent; None: read it
    read_by: str
    sums: dict[str, Sum] | None  # as long as nothing was written; None: read them
    reported_to: str
    done: Round = field(default_factory=Round)
    until: float = field(
        init=False
    )  # on the boot clock: a round that has no end is ended then, and the next one goes on
    unsaved: bool = False  # the cursor moved over nothing: it is written when the round ends
    revoked: bool = False

    def __post_init__(self) -> None:
        self.until = self.clock.boot() + LONGEST_S

    def go_on(self) -> None:
        """Raises Unfinished when this round took too long: what people did meanwhile is to go up."""
        if self.clock.boot() >= self.until:
            raise Unfinished(f"no end after {LONGEST_S / 60:.0f} minutes")

    def count(self, **more: int) -> None:
        """Add to the counts of the round."""
        self.done = replace(self.done, **{name: getattr(self.done, name) + number for name, number in more.items()})

    def ask(self, call: Callable[[], T]) -> T:
        """One request to central."""
        self.count(requests=1)
        return call()

    def moment(self) -> str:
        return stamp(self.clock.read().at)

    def attempt(self, step: Callable[[], object]) -> bool:
        """Do a step of the round; its trouble is noted, the first one counts. False: central is not to be reached."""
        try:
            step()
        except (CentralUnreachable, NotTheWire) as error:
            self.note(error)
            return not isinstance(error, NoConnection) and not self.revoked
        return True

    def note(self, error: CentralUnreachable | NotTheWire) -> None:
        if isinstance(error, NotWelcome) and error.why == "revoked":
            self.revoked = True
        asked = getattr(error, "retry_after", None)
        self.done = replace(
            self.done,
            trouble=self.done.trouble or f"{type(error).__name__}: {error}",
            retry_after=max((wait for wait in (self.done.retry_after, asked) if wait is not None), default=None),
        )

    # --- what is copied -------------------------------------------------------------------------------------------

    def write(self, records: tuple[Prepared | Unread, ...], cursor: Cursor, total: int) -> None:
        """Write a piece and where it leads, in one short transaction; nothing yet where there is nothing to keep."""
        if (cursor, total) != (self.state.cursor, self.state.total):
            self.state, self.unsaved = replace(self.state, cursor=cursor, total=total), True
        if not records:
            return
        state, now, moved = self.state, self.clock.read(), self.unsaved

        def work(tx: Tx) -> int:
            tx.copying.write(records, state.copy, stamp(now.at))
            erasures.carry_out(tx, self.station, records, now)
            if moved:
                self.save_in(tx)
            return total if state.first_copy_complete else tx.digests.live()

        here, self.sums, self.unsaved = self.store(work), None, False
        self.tell(Progress(here, total, state.first_copy_complete))

    def save(self) -> None:
        """Write where the cursor moved over nothing."""
        if self.unsaved:
            self.store(self.save_in)
            self.unsaved = False

    def save_in(self, tx: Tx) -> None:
        state = self.state
        tx.syncing.reach(state.cursor, copy=state.copy, swept=state.swept, total=state.total)

    def move(self, **values: Any) -> None:
        """Write values of the state of this station's copy."""
        self.state = replace(self.state, **values)
        self.store(lambda tx: tx.syncing.move(**values))

    def own_sums(self) -> dict[str, Sum]:
        if self.sums is None:
            self.sums = self.store(lambda tx: tx.digests.sums())
        return self.sums
