"""Requests for a place at this hub that nobody has answered by the day that the family was told."""

from collections.abc import Iterator
from datetime import datetime

from kiosk.clock import Reading, from_stamp
from kiosk.db.tx import Tx
from kiosk.domain.signups import Signup, State, answered_by
from kiosk.usecases import browse
from kiosk.usecases.courses import together
from kiosk.usecases.seats import known_seat


def late_requests(tx: Tx, now: Reading) -> Iterator[tuple[Signup, datetime]]:
    """Each with the moment by which it was to be answered, of a course its first date. Whoever hosts the session has
    to."""
    hub = browse.hub(tx)
    for session in tx.signups.sessions_asked() if hub and hub.place else ():
        seat = known_seat(tx, session)
        if seat is None or hub is None or seat.activity.place != hub.place:
            continue
        for one in tx.signups.of_session(session):
            by_when = answered_by(from_stamp(one.asked_at), seat.session.starts)
            if one.state is State.REQUESTED and by_when <= now.at and together(tx, one, now)[0].id == one.id:
                yield one, by_when
