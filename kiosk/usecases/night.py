"""What a station does by rule once a day, as soon as the day is over: nobody has to be there."""

from dataclasses import dataclass

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.release import born_by
from kiosk.usecases.count import forget_guests
from kiosk.usecases.edit_calendar import leave_to_central
from kiosk.usecases.leave import close_the_day, still_on


@dataclass(frozen=True)
class Night:
    """How many visits were closed, guests forgotten, and edits left to central's records; how many visits go on, as the
    hub does. No names."""

    closed: int
    guests: int
    edits: int
    open: int = 0


def night(tx: Tx, now: Reading) -> Night:
    """Again on the same day there is nothing left to do."""
    closed, guests = len(close_the_day(tx, now)), forget_guests(tx, now)
    done = Night(closed, guests, tx.families.tidy() + leave_to_central(tx), len(still_on(tx, now)))
    tx.consents_due.draw_up(born_by(now.day()).isoformat())
    return done
