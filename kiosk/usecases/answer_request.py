"""A worker answers who is requested or waits: with a place, or that there will be none. A course is answered as one."""

from kiosk.clock import Reading
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain.signingup import Moved, No, NotSigned
from kiosk.domain.signups import IN_LINE, Signup, State
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.courses import together
from kiosk.usecases.places_online import each_a_place
from kiosk.usecases.seats import Said, move
from kiosk.usecases.sought import Sought, all_moved, sought


def answer_request(tx: Tx, by: Entered, signup: str, now: Reading, *, yes: bool) -> Moved | NotSigned | NotIn:
    """With a place that is here, or that there will be none."""
    if not yes:
        return _declined(tx, by, signup, now)
    those = requested(tx, by, signup, now)
    if not isinstance(those, Sought):
        return those
    said = each_a_place(tx, those.station, those.places, {}, by)
    return said if isinstance(said, NotSigned) else all_moved(tx, those, said, now)


def requested(tx: Tx, by: Entered, signup: str, now: Reading) -> Sought | NotSigned | NotIn:
    """What they may answer with a place."""
    found = _answerable(tx, by, signup)
    if isinstance(found, NotSigned | NotIn):
        return found
    station, one = found
    return sought(tx, station, by, one, now)


def _declined(tx: Tx, by: Entered, signup: str, now: Reading) -> Moved | NotSigned | NotIn:
    found = _answerable(tx, by, signup)
    if isinstance(found, NotSigned | NotIn):
        return found
    station, one = found
    said = Said(State.DECLINED, by=by)
    moved = {other.id: move(tx, station, other, said, now) for other in together(tx, one, now)}
    return moved[one.id]


def _answerable(tx: Tx, by: Entered, signup: str) -> tuple[Station, Signup] | NotSigned | NotIn:
    station, one = acting(tx, by, Deed.SESSIONS), tx.signups.get(signup)
    if isinstance(station, NotIn):
        return station
    if one is None:
        return NotSigned(No.UNKNOWN)
    return (station, one) if one.state in IN_LINE else NotSigned(No.NOT_SO)
