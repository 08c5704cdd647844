"""Who waits for a place gets it in the order in which they asked. The lead of the hub where the session is keeps it.

An offer that nobody took in time goes to the next; who let it pass waits on behind the others. A request that came from
elsewhere is answered in the same order: it was asked for a place, not for an offer. A whole course stands in no line
(kiosk.usecases.courses): a person answers it.
"""

from datetime import timedelta

from kiosk.clock import Reading, stamp
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain.redeeming import Asker
from kiosk.domain.signingup import Moved, No, NotSigned
from kiosk.domain.signups import IN_LINE, OFFERED_HOURS, Paid, Signup, State, over
from kiosk.domain.workers import NotIn
from kiosk.usecases.courses import is_whole
from kiosk.usecases.seats import Said, Seat, free, hosts, move, over_by, seat
from kiosk.usecases.sign_up import theirs

_NOT_SEATED = (*IN_LINE, State.OFFERED)


def tend(tx: Tx, now: Reading) -> tuple[Moved, ...]:
    """All sessions of this hub: after each exchange, and once a place is free again. Again there is nothing to do."""
    waited_for = tx.signups.sessions(_NOT_SEATED, stamp(now.at))
    return tuple(moved for session in waited_for for moved in offer_next(tx, session, now))


def offer_next(tx: Tx, session: str, now: Reading) -> tuple[Moved, ...]:
    """Of one session; nothing where this station does not keep its order, or nobody waits: the usual case."""
    if not any(one.state in _NOT_SEATED for one in tx.signups.of_session(session)):
        return ()
    station, place = tx.station.get(), seat(tx, session, now)
    if station is None or isinstance(place, NotSigned) or not hosts(tx, station, place):
        return ()
    lapsed = [
        move(tx, station, one, Said(State.WAITING), now) for one in over(_ours(tx, station, place), stamp(now.at))
    ]
    passed = {one.signup for one in lapsed}
    done = [*lapsed]
    while one := _next(tx, station, place, passed):
        done.append(move(tx, station, one, _given(place, one, now), now))
        passed.add(one.id)
    return (*done, *_in_line(tx, station, place, now))


def may_take(tx: Tx, one: Signup) -> bool:
    """Where the offer was made: that station alone knows that the place has not gone to somebody else."""
    station = tx.station.get()
    return station is not None and one.by == station.id


def take_offer(tx: Tx, signup: str, asker: Asker, now: Reading) -> Moved | NotSigned | NotIn:
    """At the station that made the offer (`may_take`)."""
    found = theirs(tx, signup, asker, now)
    if isinstance(found, NotSigned | NotIn):
        return found
    station, one = found
    if one.state is not State.OFFERED:
        return NotSigned(No.NOT_SO)
    if not may_take(tx, one):
        return NotSigned(No.ELSEWHERE)
    if over_by(one, now):
        return NotSigned(No.OFFER_OVER)
    return move(tx, station, one, Said(State.CONFIRMED, by=asker.worker), now)


def _next(tx: Tx, station: Station, place: Seat, passed: set[str]) -> Signup | None:
    """Who is to have the next place; None where there is none, or nobody waits."""
    if place.counted and free(tx, station, place.id) < 1:
        return None
    line = [one for one in _line(tx, place) if one.id not in passed]
    return min(line, key=lambda one: (one.asked_at, one.id), default=None)


def _line(tx: Tx, place: Seat) -> list[Signup]:
    """Who wants this date, and not all of a course."""
    every = [one for one in tx.signups.of_session(place.id) if one.state in IN_LINE]
    return [one for one in every if not is_whole(tx, one)] if place.activity.course else every


def _given(place: Seat, one: Signup, now: Reading) -> Said:
    """Who asked a moment ago has it; who waited for long is asked whether they still want it."""
    if one.state is State.REQUESTED:
        return Said(State.CONFIRMED, _paid(place))
    until = min(now.at + timedelta(hours=OFFERED_HOURS), place.session.starts)
    return Said(State.OFFERED, _paid(place), stamp(until))


def _in_line(tx: Tx, station: Station, place: Seat, now: Reading) -> list[Moved]:
    """Requests for which there is no place wait with the others, where they asked."""
    asked = [one for one in _line(tx, place) if one.state is State.REQUESTED]
    return [move(tx, station, one, Said(State.WAITING), now) for one in asked]


def _ours(tx: Tx, station: Station, place: Seat) -> list[Signup]:
    return [one for one in tx.signups.of_session(place.id) if one.by == station.id]


def _paid(place: Seat) -> Paid:
    return Paid.ALLOTMENT if place.counted else Paid.NONE
