"""Whether the worker at the screen may do what they are about to do, as this station knows it now."""

from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain.workers import Deed, Entered, NotEntered, NotIn, may


def acting(tx: Tx, by: Entered, deed: Deed) -> Station | NotIn:
    """The station to record it at. Asked anew each time: a revocation counts from the moment it is here."""
    station, account = tx.station.get(), tx.workers.get(by.worker.id)
    if station is None:
        return NotIn(NotEntered.NOT_ENROLLED)
    if account is None:
        return NotIn(NotEntered.UNKNOWN)
    if account.worker.revoked:
        return NotIn(NotEntered.REVOKED)
    return station if may(account.worker, deed) else NotIn(NotEntered.NOT_ALLOWED)


def allows(tx: Tx, by: Entered, deed: Deed) -> bool:
    """Likewise, of something they do besides: a role that was taken away while they stood there allows nothing."""
    return not isinstance(acting(tx, by, deed), NotIn)
