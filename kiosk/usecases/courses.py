"""A whole course: sessions of one activity that were asked for as one, and stand or fall together.

What makes them one is that they were asked for at the same moment (`asked_at`), for the same person. A course has a
place only where each of its sessions has one. Where not all have, it is a request that a person answers, as one: in the
lines of single dates it would be torn apart.
"""

from collections.abc import Sequence
from dataclasses import replace

from kiosk.clock import Reading, stamp
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain.offers import Offer
from kiosk.domain.signups import Signup
from kiosk.usecases.browse import dated
from kiosk.usecases.seats import Seat, free, known_seat, seat

MOST = 100  # sessions of a course


def coming(tx: Tx, activity: str, now: Reading) -> tuple[Seat, ...]:
    """Its sessions that are still to begin, by when; none of an activity that is no course."""
    found = (seat(tx, id_, now) for id_ in tx.catalogue.next_sessions(activity, stamp(now.at), MOST))
    return tuple(one for one in found if isinstance(one, Seat) and one.activity.course)


def offer(tx: Tx, activity: str, places: Sequence[Seat]) -> Offer | None:
    """Of a whole course; None when it left the catalogue meanwhile."""
    found = dated(tx, activity, "")
    return replace(found, dates=tuple((place.id, place.session) for place in places)) if found else None


def left(tx: Tx, station: Station, places: Sequence[Seat]) -> int | None:
    """Places in all of them that this station may give: the least of any. None where whoever comes is welcome."""
    counted = [free(tx, station, place.id) for place in places if place.counted]
    return min(counted) if counted else None


def as_one(tx: Tx, one: Signup) -> tuple[Signup, ...]:
    """With this one all that were asked for with it, however they stand; by when they are. Alone where it is a date of
    its own."""
    place = known_seat(tx, one.session)
    if place is None or not place.activity.course:
        return (one,)
    theirs = {other.id: other for person in tx.merges.ids(one.person) for other in tx.signups.of_person(person)}
    timed = [(known_seat(tx, other.session), other) for other in theirs.values() if other.asked_at == one.asked_at]
    of_it = [(at, other) for at, other in timed if at and at.session.activity == place.session.activity]
    return tuple(other for _, other in sorted(of_it, key=lambda pair: (pair[0].session.starts, pair[1].id)))


def together(tx: Tx, one: Signup, now: Reading) -> tuple[Signup, ...]:
    """Those of them that stand as this one does and are still to begin; itself in any case."""
    every = (other for other in as_one(tx, one) if other.state is one.state)
    return tuple(other for other in every if other.id == one.id or isinstance(seat(tx, other.session, now), Seat))


def is_whole(tx: Tx, one: Signup) -> bool:
    """Whether it is of a course that was asked for as one."""
    return len({other.session for other in as_one(tx, one)}) > 1
