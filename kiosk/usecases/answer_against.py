"""A worker gives a place beyond the capacity to somebody who waits for one, by name and with a reason."""

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.overrides import Because, Rule
from kiosk.domain.signingup import Moved, No, NotSigned
from kiosk.domain.signups import Paid, State
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.override import override
from kiosk.usecases.seats import Said, hosts, move, seat

_MAY = (State.WISHED, State.REQUESTED, State.WAITING)


def answer_against(tx: Tx, by: Entered, signup: str, because: Because, now: Reading) -> Moved | NotSigned | NotIn:
    """As kiosk.usecases.sign_up.sign_up_against, of a sign-up that is there: it keeps its id and its history."""
    station, one = acting(tx, by, Deed.OVERRIDE), tx.signups.get(signup)
    if isinstance(station, NotIn):
        return station
    if one is None:
        return NotSigned(No.UNKNOWN)
    place = seat(tx, one.session, now)
    if isinstance(place, NotSigned):
        return place
    if one.state not in _MAY:
        return NotSigned(No.NOT_SO)
    if not hosts(tx, station, place):
        return NotSigned(No.NOT_THE_LEAD)
    decided = override(tx, by, Rule.CAPACITY, place.id, because, now)
    if isinstance(decided, NotIn):
        return decided
    return move(tx, station, one, Said(State.CONFIRMED, Paid.OVERRIDE, by=by, override=decided.event), now)
