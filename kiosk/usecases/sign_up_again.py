"""A worker takes back that somebody does not come, or was told no: they stand where they stood, if that can still be.

What was said is never unsaid: it is a sign-up anew, which counts from when the first was asked for.
"""

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.events import uuid7
from kiosk.domain.signingup import No, NotSigned, SignedUp
from kiosk.domain.signups import Paid, Signup, State
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.courses import is_whole
from kiosk.usecases.known import is_hidden
from kiosk.usecases.seats import Said, begin, free, hosts, open_of, seat

_ENDED = (State.CANCELLED, State.DECLINED)


def sign_up_again(tx: Tx, by: Entered, signup: str, held: bool, now: Reading) -> SignedUp | NotSigned | NotIn:
    """`held`: they had a place. It is theirs again where one is free here; else they wait as early as they ever did."""
    station, one = acting(tx, by, Deed.SESSIONS), tx.signups.get(signup)
    if isinstance(station, NotIn):
        return station
    if one is None or is_hidden(tx, by, one.household):
        return NotSigned(No.UNKNOWN)
    place = seat(tx, one.session, now)
    if isinstance(place, NotSigned):
        return place
    if one.state not in _ENDED:
        return NotSigned(No.NOT_SO)
    if any(other.session == one.session for other in open_of(tx, tx.merges.ids(one.person))):
        return NotSigned(No.ALREADY)
    room = not place.counted or free(tx, station, one.session) > 0
    state = State.WAITING if hosts(tx, station, place) and not is_whole(tx, one) else State.REQUESTED
    paid = Paid.NONE
    if held and room:
        state, paid = State.CONFIRMED, Paid.ALLOTMENT if place.counted else Paid.NONE
    new = Signup(uuid7(), one.session, one.person, one.household, state, one.asked_at, one.asked_at)
    event = begin(tx, station, place, new, Said(state, paid, by=by), 0, now)
    return SignedUp((new.id,), state, (event,))
