"""The sessions of this hub as its desk sees them: today's and those to come, who is in them, and the places here."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time

from kiosk.clock import ROME, Reading, stamp
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain import catalogue
from kiosk.domain.catalogue import Activity, Place, Session
from kiosk.domain.signups import Signup, State
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases import browse, courses
from kiosk.usecases.acting import acting
from kiosk.usecases.paying import activity
from kiosk.usecases.seats import Seat, free

MOST = 200  # sessions that are listed: some weeks of a busy hub


@dataclass(frozen=True)
class SessionHere:
    """`place` is a name. `signups` by when they were asked for; `free`: places that this station may give by itself.
    `course`: all that is to come of a course it is a date of, `left` the places in all of them together (None: as many
    as come). `whole`: of who wants the whole course how many dates that is, by the sign-up."""

    id: str
    session: Session
    activity: Activity
    place: str
    signups: tuple[Signup, ...] = field(repr=False)
    free: int
    course: tuple[str, ...] = ()
    left: int | None = None
    whole: Mapping[str, int] = field(default_factory=dict, repr=False)


def sessions_here(tx: Tx, by: Entered, now: Reading) -> tuple[SessionHere, ...] | NotIn:
    """By when they begin; those of today until midnight, to say who came."""
    station = acting(tx, by, Deed.SESSIONS)
    if isinstance(station, NotIn):
        return station
    hub = browse.hub(tx)
    midnight = stamp(datetime.combine(now.day(), time(), ROME))
    ids = tx.catalogue.sessions_at(hub.place, midnight, MOST) if hub and hub.place else []
    known: dict[str, tuple[Seat, ...]] = {}
    return tuple(here for id_ in ids if (here := _here(tx, station, id_, now, known)) is not None)


def session_here(tx: Tx, by: Entered, id_: str, now: Reading) -> SessionHere | NotIn | None:
    """One of them, or of another hub that somebody asks for; None for one that nobody knows here."""
    station = acting(tx, by, Deed.SESSIONS)
    return station if isinstance(station, NotIn) else _here(tx, station, id_, now, {})


def requests_here(tx: Tx, by: Entered) -> int:
    """How many of this hub's requests wait for an answer, a whole course being one; 0 where they are not this worker's
    to see."""
    hub = browse.hub(tx)
    if hub is None or isinstance(acting(tx, by, Deed.SESSIONS), NotIn):
        return 0
    ours = [id_ for id_ in tx.signups.sessions_asked() if _is_at(tx, id_, hub.place)]
    asked = (one for id_ in ours for one in tx.signups.of_session(id_) if one.state is State.REQUESTED)
    return len({courses.as_one(tx, one)[0].id for one in asked})


def is_here(tx: Tx, here: SessionHere) -> bool:
    """Whether it is at this hub."""
    hub = browse.hub(tx)
    return hub is not None and bool(hub.place) and here.activity.place == hub.place


def _here(tx: Tx, station: Station, id_: str, now: Reading, known: dict[str, tuple[Seat, ...]]) -> SessionHere | None:
    """`known`: the courses that were looked up before."""
    session, offered = _read(tx, id_)
    if session is None or offered is None:
        return None
    place = tx.catalogue.record("place", offered.place) if offered.place else None
    named = catalogue.read("place", place) if place is not None else None
    name = named.name if isinstance(named, Place) else ""
    signups = tuple(tx.signups.of_session(id_))
    here = SessionHere(id_, session, offered, name, signups, free(tx, station, id_))
    return _of_course(tx, station, here, now, known) if offered.course else here


def _of_course(
    tx: Tx, station: Station, here: SessionHere, now: Reading, known: dict[str, tuple[Seat, ...]]
) -> SessionHere:
    of = here.session.activity
    if of not in known:
        known[of] = courses.coming(tx, of, now)
    together = {one.id: len(courses.together(tx, one, now)) for one in here.signups}
    whole = {id_: dates for id_, dates in together.items() if dates > 1}
    ids = tuple(place.id for place in known[of])
    return replace(here, course=ids, left=courses.left(tx, station, known[of]), whole=whole)


def _is_at(tx: Tx, id_: str, place: str) -> bool:
    offered = _read(tx, id_)[1]
    return offered is not None and bool(place) and offered.place == place


def _read(tx: Tx, id_: str) -> tuple[Session | None, Activity | None]:
    record = tx.catalogue.record("session", id_)
    session = catalogue.read("session", record) if record is not None else None
    if not isinstance(session, Session):
        return None, None
    return session, activity(tx, session.activity)
