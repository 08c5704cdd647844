"""A sign-up is called off, undone within seconds, or moved to another session."""

from collections.abc import Sequence
from datetime import timedelta

from kiosk.clock import Reading, from_stamp, stamp
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain.events import uuid7
from kiosk.domain.redeeming import Asker
from kiosk.domain.signingup import Moved, No, NotSigned
from kiosk.domain.signups import UNDO_SECONDS, Paid, Signup, State
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.courses import together
from kiosk.usecases.seats import Said, begin, free, is_open, move, open_of, seat, somebody_waits
from kiosk.usecases.sign_up import theirs

_UNDO_GRACE = timedelta(seconds=UNDO_SECONDS + 5)  # a slow finger on a slow screen


def cancel_sign_up(
    tx: Tx, signup: str, asker: Asker, now: Reading, *, whole: bool = False
) -> Moved | NotSigned | NotIn:
    """They do not come, to this date or to the `whole` course. A child calls off a wish, an open request or a place of
    their own too: nobody is kept in."""
    found = theirs(tx, signup, asker, now)
    if isinstance(found, NotSigned | NotIn):
        return found
    station, one = found
    if not is_open(one):
        return NotSigned(No.NOT_SO)
    some = together(tx, one, now) if whole else (one,)
    moved = {other.id: move(tx, station, other, Said(State.CANCELLED, by=asker.worker), now) for other in some}
    return moved[one.id]


def undo_sign_up(tx: Tx, events: Sequence[str], now: Reading) -> tuple[Moved, ...] | NotSigned:
    """At the touchscreen, within seconds of signing up: as if nobody had. Afterwards it is called off."""
    station = tx.station.get()
    if station is None:
        return NotSigned(No.NOT_ENROLLED)
    found = [_fresh(tx, event, now) for event in events]
    fresh = [one for one in found if one is not None]
    if not fresh or len(fresh) < len(found):
        return NotSigned(No.TOO_LATE)
    return tuple(move(tx, station, one, Said(State.CANCELLED), now) for one in fresh)


def move_sign_up(tx: Tx, by: Entered, signup: str, session: str, now: Reading) -> Moved | NotSigned | NotIn:
    """To another session that has a place: never out of one place into none."""
    station, one = acting(tx, by, Deed.SESSIONS), tx.signups.get(signup)
    if isinstance(station, NotIn):
        return station
    if one is None:
        return NotSigned(No.UNKNOWN)
    if not is_open(one) or one.session == session:
        return NotSigned(No.NOT_SO)
    return _moved(tx, station, by, one, session, now)


def _moved(tx: Tx, station: Station, by: Entered, one: Signup, session: str, now: Reading) -> Moved | NotSigned:
    place = seat(tx, session, now)
    if isinstance(place, NotSigned):
        return place
    if any(other.session == session for other in open_of(tx, tx.merges.ids(one.person))):
        return NotSigned(No.ALREADY)
    if place.counted and (free(tx, station, session) < 1 or somebody_waits(tx, session)):
        return NotSigned(No.NO_PLACE)
    said = Said(State.CONFIRMED, Paid.ALLOTMENT if place.counted else Paid.NONE, by=by)
    at = stamp(now.at)
    new = Signup(uuid7(), session, one.person, one.household, said.state, at, at)
    event = begin(tx, station, place, new, said, 0, now)
    move(tx, station, one, Said(State.CANCELLED, by=by), now)
    return Moved(new.id, said.state, event)


def _fresh(tx: Tx, event: str, now: Reading) -> Signup | None:
    """What an event of a moment ago, at the touchscreen, said, while it still stands so."""
    said = tx.signups.said(event)
    if said is None or said.worker or abs(now.at - from_stamp(said.at)) > _UNDO_GRACE:
        return None
    one = tx.signups.get(said.signup)
    return one if one is not None and one.state is said.state and is_open(one) else None
