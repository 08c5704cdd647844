"""What this incarnation was ever told to hold is said to central once in each of its epochs.

A central that was restored gives nothing anew before it has heard it; and a station's first word begins its lease.
"""

from kiosk.db.tx import Tx
from kiosk.domain.allotments import Granted
from kiosk.domain.events import uuid7
from kiosk.domain.wire import MOST_HOLDINGS, AllotmentsAsk
from kiosk.sync.trip import Trip


def report_when_due(trip: Trip) -> bool:
    """Whether it was. Raises CentralUnreachable, NotTheWire. After the push: central then has what was given of it,
    too."""
    return _report_to(trip, trip.state.cursor.epoch)


def report_that_it_is_frozen(trip: Trip, epoch: str) -> None:
    """To a central that was restored, which may have forgotten it: before anything is copied of what it believes.
    Nothing where the station is not. Raises CentralUnreachable, NotTheWire."""
    if trip.store(_is_frozen):
        _report_to(trip, epoch)


def _is_frozen(tx: Tx) -> bool:
    lease = tx.allotments.lease()
    return lease is not None and lease.frozen


def _report_to(trip: Trip, epoch: str) -> bool:
    due = trip.reported_to != _name(trip, epoch)
    if due:
        _report(trip)
    return due


def _report(trip: Trip) -> None:
    held = trip.store(lambda tx: tx.allotments.told(trip.station.incarnation))
    frozen = trip.store(_is_frozen)
    reports = [held[at : at + MOST_HOLDINGS] for at in range(0, len(held), MOST_HOLDINGS)] or [[]]
    epochs = {_say(trip, some, whole=some is reports[-1], frozen=frozen) for some in reports}
    if len(epochs) == 1:  # else central was restored meanwhile: once more, in the next round
        trip.reported_to = _name(trip, epochs.pop())
        trip.store(lambda tx: tx.syncing.reports_to(trip.reported_to))


def _say(trip: Trip, some: list[Granted], *, whole: bool, frozen: bool) -> str:
    asked = AllotmentsAsk(uuid7(), trip.station.incarnation, None, tuple(some), whole, frozen)
    return trip.ask(lambda: trip.central.allot(asked)).epoch


def _name(trip: Trip, epoch: str) -> str:
    return f"{epoch}/{trip.station.incarnation}"
