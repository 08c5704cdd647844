"""Who came to a session: marked by a worker, or all at once from the register of the day."""

from kiosk.clock import ROME, Reading, stamp
from kiosk.db.tx import Tx
from kiosk.domain.attendance import Kind
from kiosk.domain.signingup import Moved, No, NotSigned
from kiosk.domain.signups import Signup, State
from kiosk.domain.workers import Deed, Entered
from kiosk.usecases.acting import NotIn, acting
from kiosk.usecases.inside import register
from kiosk.usecases.seats import Said, Seat, known_seat, move

_MAY_ATTEND = (State.CONFIRMED, State.NOT_COME)
_MAY_MISS = (State.CONFIRMED, State.ATTENDED)


def mark_attended(tx: Tx, by: Entered, signup: str, now: Reading) -> Moved | NotSigned | NotIn:
    return _mark(tx, by, signup, State.ATTENDED, now)


def did_not_come(tx: Tx, by: Entered, signup: str, now: Reading) -> Moved | NotSigned | NotIn:
    return _mark(tx, by, signup, State.NOT_COME, now)


def not_marked(tx: Tx, by: Entered, signup: str, now: Reading) -> Moved | NotSigned | NotIn:
    """A mark that was a mistake is taken back."""
    station, one = acting(tx, by, Deed.SESSIONS), tx.signups.get(signup)
    if isinstance(station, NotIn):
        return station
    if one is None or one.state not in (State.ATTENDED, State.NOT_COME):
        return NotSigned(No.UNKNOWN if one is None else No.NOT_SO)
    return move(tx, station, one, Said(State.CONFIRMED, by=by), now)


def attended_by_register(tx: Tx, by: Entered, session: str, now: Reading) -> tuple[Moved, ...] | NotSigned | NotIn:
    """Whoever has a place and was at the hub while it lasted: all who can be told by today's register."""
    station, place = acting(tx, by, Deed.SESSIONS), known_seat(tx, session)
    if isinstance(station, NotIn):
        return station
    if place is None:
        return NotSigned(No.UNKNOWN)
    if now.at < place.session.starts:
        return NotSigned(No.NOT_SO)
    came = _there(tx, place, now)
    expected = [one for one in tx.signups.of_session(session) if one.state is State.CONFIRMED]
    theirs = [one for one in expected if came & tx.merges.ids(one.person)]
    return tuple(move(tx, station, one, Said(State.ATTENDED, by=by), now) for one in theirs)


def _there(tx: Tx, place: Seat, now: Reading) -> set[str]:
    """The people who were at the hub while the session lasted, by all their ids."""
    day = place.session.starts.astimezone(ROME).date()
    starts, ends = stamp(place.session.starts), stamp(place.session.ends)
    stays = (stay for stay in register(tx, now, day).stays if stay.kind is Kind.PERSON and stay.person)
    there = (stay for stay in stays if stay.since and stay.since < ends and (stay.inside or stay.until > starts))
    return {id_ for stay in there for id_ in tx.merges.ids(stay.person)}


def _mark(tx: Tx, by: Entered, signup: str, state: State, now: Reading) -> Moved | NotSigned | NotIn:
    station, one = acting(tx, by, Deed.SESSIONS), tx.signups.get(signup)
    if isinstance(station, NotIn):
        return station
    if one is None:
        return NotSigned(No.UNKNOWN)
    if one.state not in (_MAY_ATTEND if state is State.ATTENDED else _MAY_MISS) or not _is_its_day(tx, one, now):
        return NotSigned(No.NOT_SO)
    return move(tx, station, one, Said(state, by=by), now)


def _is_its_day(tx: Tx, one: Signup, now: Reading) -> bool:
    """From the morning on: whoever comes early is marked early."""
    place = known_seat(tx, one.session)
    return place is not None and place.session.starts.astimezone(ROME).date() <= now.day()
