"""Sessions and their places as this station knows them, and a sign-up's way from one state to another.

A place that is given is drawn from the allotment in the transaction of its event; one that is free again comes back
only where this station, as it is now, gave it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kiosk.clock import Reading, from_stamp, stamp
from kiosk.db.allotments import Gone
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain import catalogue, signups
from kiosk.domain.accounts import PLACE
from kiosk.domain.catalogue import Activity, Hub, Session
from kiosk.domain.events import JsonBody, Type
from kiosk.domain.parts import Part
from kiosk.domain.signingup import Moved, No, NotSigned
from kiosk.domain.signups import HOLDS_A_PLACE, OPEN, Fact, Paid, Signup, State
from kiosk.domain.workers import Entered
from kiosk.usecases.lead import leads
from kiosk.usecases.paying import activity

_ONE = (Part(PLACE, 1),)


@dataclass(frozen=True)
class Seat:
    """A session, and what it is of."""

    id: str
    session: Session
    activity: Activity

    @property
    def counted(self) -> bool:
        return self.session.capacity is not None


def seat(tx: Tx, id_: str, now: Reading) -> Seat | NotSigned:
    """A session that can still be signed up for, changed, or waited for."""
    found = known_seat(tx, id_)
    if found is None:
        return NotSigned(No.UNKNOWN)
    if found.session.cancelled:
        return NotSigned(No.CANCELLED)
    return found if now.at < found.session.starts else NotSigned(No.OVER)


def known_seat(tx: Tx, id_: str) -> Seat | None:
    record = tx.catalogue.record("session", id_)
    session = catalogue.read("session", record) if record is not None else None
    offered = activity(tx, session.activity) if isinstance(session, Session) else None
    if not isinstance(session, Session) or offered is None:
        return None
    return Seat(id_, session, offered)


def hosts(tx: Tx, station: Station, place: Seat) -> bool:
    """Whether this station keeps the order of who waits: the lead of the hub where the session is."""
    data = tx.catalogue.record("hub", station.hub)
    hub = catalogue.read("hub", data) if data is not None else None
    return isinstance(hub, Hub) and bool(hub.place) and hub.place == place.activity.place and leads(tx)


def free(tx: Tx, station: Station, session: str) -> int:
    """Places that this station may give. Its own session's start ends them, no lease: nothing of them is re-issued."""
    lease = tx.allotments.lease()
    if lease is not None and lease.frozen:
        return 0
    held = tx.allotments.get(station.incarnation, session)
    return held.most() if held else 0


def somebody_waits(tx: Tx, session: str) -> bool:
    return any(one.state in (State.WAITING, State.OFFERED) for one in tx.signups.of_session(session))


# --- saying it ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Said:
    """What is said of a sign-up, and by whom. `request`: by which central keeps its place."""

    state: State
    paid: Paid = Paid.NONE
    until: str = ""
    by: Entered | None = None
    override: str = ""
    request: str = ""


def begin(tx: Tx, station: Station, place: Seat, one: Signup, said: Said, serial: int, now: Reading) -> str:
    """The first that is said of a sign-up, whose id is the request where central keeps its place; the event."""
    content: JsonBody = {
        "signup": one.id,
        "session": place.id,
        "activity": place.session.activity,
        "person": one.person,
        "household": one.household,
        "serial": serial,
        "hub": station.hub,
        "state": said.state.value,
        "paid": said.paid.value,
        "asked_at": one.asked_at,
        **_by(said),
    }
    event = tx.events.record(station, Type.SIGNED_UP, content, now)
    _say(tx, station, event, one, said, now)
    if said.paid is Paid.ALLOTMENT:
        tx.allotments.draw(event, station.incarnation, place.id, _ONE)
    return event


def move(tx: Tx, station: Station, one: Signup, said: Said, now: Reading) -> Moved:
    """To another state: the caller has seen that it may follow."""
    stays = one.holds and said.state in HOLDS_A_PLACE
    told = replace(said, paid=one.paid, request="") if stays else said
    content: JsonBody = {
        "signup": one.id,
        "session": one.session,
        "person": one.person,
        "household": one.household,
        "state": told.state.value,
        "paid": told.paid.value,
        "until": told.until,
        **_by(told),
    }
    if told.request:  # said in a version of its own: a central that cannot read it keeps what it keeps
        event = tx.events.record(station, Type.SIGN_UP_MOVED, {**content, "request": told.request}, now, version=2)
    else:
        event = tx.events.record(station, Type.SIGN_UP_MOVED, content, now)
    if not stays and told.paid is Paid.ALLOTMENT:
        tx.allotments.draw(event, station.incarnation, one.session, _ONE)
    if one.holds and not stays and signups.freed_to(one, station.id) and _gave_it(tx, station, one):
        tx.allotments.draw(event, station.incarnation, one.session, _ONE, Gone.FREED)
    _say(tx, station, event, one, told, now)
    return Moved(one.id, told.state, event, told.until)


def _gave_it(tx: Tx, station: Station, one: Signup) -> bool:
    """Whether this incarnation did: what the store held before it was put back is not ours to give again."""
    return tx.allotments.drawn_for(station.incarnation, one.id) > 0


def _by(said: Said) -> dict[str, str]:
    worker, entry = (said.by.worker.id, said.by.entry) if said.by else ("", "")
    return {"override": said.override, "worker": worker, "entry": entry}


def _say(tx: Tx, station: Station, event: str, one: Signup, said: Said, now: Reading) -> None:
    if said.request:
        tx.pendings.close(said.request, event)
    fact = Fact(
        event=event,
        station=station.id,
        at=stamp(now.at),
        signup=one.id,
        state=said.state,
        session=one.session,
        person=one.person,
        household=one.household,
        paid=said.paid,
        until=said.until,
        worker=said.by.worker.id if said.by else "",
        asked_at=one.asked_at,
    )
    tx.signups.say(fact)


def is_open(one: Signup) -> bool:
    return one.state in OPEN


def open_of(tx: Tx, people: Iterable[str]) -> list[Signup]:
    """The open sign-ups of a person, by whichever of their ids."""
    return [one for person in sorted(set(people)) for one in tx.signups.of_person(person) if is_open(one)]


def over_by(one: Signup, now: Reading) -> bool:
    """Whether the time of an offer is over."""
    return bool(one.until) and from_stamp(one.until) <= now.at
