"""One round with central, in plain calls: push what waits, renew what runs out, pull what is new, compare.

The push comes first, so that nothing that comes down holds back what people did. A round in which there is nothing to
do is one request, one transaction that reads and one that writes.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kiosk.clock import Clock
from kiosk.db.tx import Tx
from kiosk.domain import wire
from kiosk.domain.rounds import Progress, Round
from kiosk.sync.central import Central, NotWelcome
from kiosk.sync.holdings import report_when_due
from kiosk.sync.pull import pull
from kiosk.sync.push import push
from kiosk.sync.renewal import renew, renew_when_due
from kiosk.sync.reread import read_again_when_upgraded
from kiosk.sync.trip import Seen, StoreRunner, Trip
from kiosk.usecases.keep_up import keep_up

__all__ = ["StoreRunner", "exchange_once"]


def exchange_once(
    store: StoreRunner,
    central: Central,
    clock: Clock,
    progress: Callable[[Progress], None] = lambda _: None,
    folder: Path | None = None,
    thorough: bool = False,
) -> Round:
    """One whole round. Trouble on the way is a value in the Round; StoreUnavailable passes through.

    `folder` keeps a snapshot that did not come whole for the next round; without one it is kept for this round only.
    `thorough`: compute all marks anew before comparing, as is done once a day anyway.
    """
    seen = store(lambda tx: _look(tx, clock))
    if seen is None:
        return Round(trouble="NotEnrolled: this machine is no station")
    with _place(folder) as place:
        trip = Trip(
            store=store,
            central=central,
            clock=clock,
            folder=place,
            tell=progress,
            station=seen.station,
            state=seen.state,
            outbox=seen.outbox,
            read_by=seen.read_by,
            sums=seen.sums,
            reported_to=seen.reported_to,
        )
        _travel(trip, thorough)
    return store(lambda tx: _concluded(tx, trip))


def _look(tx: Tx, clock: Clock) -> Seen | None:
    """What a station owes by rule is said first, so that it goes up in this round."""
    station = tx.station.get()
    if station is None:
        return None
    keep_up(tx, station, clock.read())
    outbox = tx.events.outbox(station.id, wire.BATCH_EVENTS)
    syncing = tx.syncing
    return Seen(station, syncing.get(), outbox, tx.digests.sums(), syncing.read_by(), syncing.reported_to())


@contextmanager
def _place(folder: Path | None) -> Iterator[Path]:
    if folder is not None:
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="wishmi-") as made:
        yield Path(made)


def _travel(trip: Trip, thorough: bool) -> None:
    connected = trip.attempt(lambda: push(trip))
    if not _is_over(trip):
        read_again_when_upgraded(trip)
    if connected and not _is_over(trip) and trip.attempt(lambda: renew_when_due(trip)):
        trip.attempt(lambda: report_when_due(trip))
        trip.attempt(lambda: _pull(trip, thorough))
        trip.attempt(lambda: _report_to_another(trip, thorough))
    if _is_over(trip):
        _leave(trip)


def _report_to_another(trip: Trip, thorough: bool) -> None:
    """A central that was restored begins another epoch; what it answers with, a lease, is copied in the same round."""
    if report_when_due(trip):
        _pull(trip, thorough)


def _is_over(trip: Trip) -> bool:
    """Whether central revoked this station, now or earlier."""
    return trip.revoked or bool(trip.station.revoked_at)


def _pull(trip: Trip, thorough: bool) -> None:
    try:
        pull(trip, thorough)
    except NotWelcome as error:
        if error.why != "certificate_expired":
            raise
        renew(trip)  # it pushes with one that has run out; to pull, it has to have another
        pull(trip, thorough)


def _leave(trip: Trip) -> None:
    """Central takes this station for its own no longer: forget people, keep what is owed. It pulls no more."""
    moment = trip.moment()
    trip.store(lambda tx: tx.station.revoked(moment))
    while trip.store(lambda tx: tx.wiping.step()):
        pass
    if not trip.done.trouble:
        trip.note(NotWelcome("revoked"))


def _concluded(tx: Tx, trip: Trip) -> Round:
    """The round with what is true after it, which is noted together with the clock's last anchor."""
    state, trouble, kept = trip.state, trip.done.trouble, trip.clock.kept()
    if kept is not None:
        tx.clock.keep(kept)
    if trip.unsaved:
        trip.save_in(tx)
    tx.syncing.move(last_trouble=trouble, **({} if trouble else {"last_good_at": trip.moment()}))
    return replace(trip.done, waiting=tx.events.waiting(), first_copy_complete=state.first_copy_complete)
