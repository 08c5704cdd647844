"""What central has comes down: the pages after the cursor, and everything once more when that leads nowhere.

A copy begins with revocations and this station's own records; the catalogue comes as a snapshot, and what has changed
since, by feed. What is shown stays until it is replaced; what a whole copy no longer contains is swept at its end.
"""

from dataclasses import replace

from kiosk.domain.rounds import Progress
from kiosk.domain.wire import BEGIN, Page
from kiosk.sync import apply, repair
from kiosk.sync.central import Restarted
from kiosk.sync.holdings import report_that_it_is_frozen
from kiosk.sync.install import install
from kiosk.sync.push import replay
from kiosk.sync.trip import Trip

BEGINNINGS = 2  # in one round


def pull(trip: Trip, thorough: bool = False) -> None:
    """Copy all that is new, and compare. Raises CentralUnreachable, NotTheWire."""
    for _ in range(BEGINNINGS):
        try:
            _copy(trip, thorough)
        except Restarted as error:
            _begin_again(trip, error)
        else:
            return
    _copy(trip, thorough)


def _begin_again(trip: Trip, error: Restarted) -> None:
    """Copy everything anew. Nothing of it is written before the first piece is: until then each round is told again,
    and told what central holds of this station's events. So a station that is frozen stays so: it says it first."""
    trip.state = replace(trip.state, cursor=BEGIN, copy=trip.state.copy + 1)
    trip.unsaved = False
    trip.done = replace(trip.done, restarted=True)
    trip.attempt(lambda: replay(trip, error.restart))
    report_that_it_is_frozen(trip, error.restart.epoch)


def _copy(trip: Trip, thorough: bool) -> None:
    if trip.state.cursor.catalogue is None:
        _pages(trip)
        install(trip)
    last = _pages(trip)
    if not trip.state.is_whole:
        _complete(trip)
    repair.compare(trip, last, thorough)


def _pages(trip: Trip) -> Page:
    """Write page after page; the last one."""
    while True:
        cursor = trip.state.cursor
        page = trip.ask(lambda asked=cursor: trip.central.feed(asked))  # type: ignore[misc]
        trip.count(pulled=len(page.items))
        total = page.total or trip.state.total
        for piece in apply.pieces(page, trip.station.root_public):
            trip.write(piece.records, piece.cursor, total)
        if not page.more:
            return page
        trip.go_on()


def _complete(trip: Trip) -> None:
    """This copy is whole: what only older ones held goes."""
    state = trip.state
    if state.swept < state.copy:
        repair.sweep(trip, state.copy)
    trip.save()
    if state.first_copy_complete:
        trip.move(swept=state.copy)
        return
    trip.move(first_copy_complete=True, swept=state.copy, checked_at=trip.moment())
    here = trip.store(lambda tx: tx.digests.live())
    trip.tell(Progress(here, state.total, True))
