"""One session: who is in it by how they stand, and what may be done with each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.clock import Reading, from_stamp
from kiosk.domain import signups
from kiosk.domain.signups import Paid, Signup, State
from kiosk.ui.desk.sessions.coming import SessionLine, line
from kiosk.ui.desk.today import leaving
from kiosk.ui.desk.today.leaving import PersonLine
from kiosk.ui.faces import Moment
from kiosk.ui.standing import moment
from kiosk.usecases.known import Known
from kiosk.usecases.sessions_here import SessionHere


class Deed(StrEnum):
    """What may be done with somebody's sign-up at this desk, now."""

    CONFIRM = "confirm"  # a request is met, an offer taken, a wish said by a parent
    DECLINE = "decline"
    OFFER = "offer"  # the place that is free; at the lead station alone
    AGAINST = "against"  # a place beyond the capacity, by name and with a reason
    MOVE = "move"
    CANCEL = "cancel"
    ATTENDED = "attended"
    NOT_COME = "not_come"


_GROUPS = (  # in the order of the page: who waits for an answer first
    (State.REQUESTED,),
    (State.OFFERED,),
    (State.CONFIRMED,),
    (State.WAITING,),
    (State.WISHED,),
    (State.ATTENDED, State.NOT_COME),
)
_MAY: Mapping[State, tuple[Deed, ...]] = {
    State.REQUESTED: (Deed.CONFIRM, Deed.DECLINE, Deed.MOVE),
    State.OFFERED: (Deed.CONFIRM, Deed.CANCEL),
    State.CONFIRMED: (Deed.MOVE, Deed.CANCEL),
    State.WAITING: (Deed.OFFER, Deed.MOVE, Deed.CANCEL),
    State.WISHED: (Deed.CONFIRM, Deed.DECLINE),
}
_WITHOUT_ROOM = (State.REQUESTED, State.WAITING, State.WISHED)


@dataclass(frozen=True)
class SignupLine:
    """`id` is the sign-up's. `turn`: which of those who wait, from 1. `inside`: the register has them here. `dates`: of
    who wants all of a course, or has it; it is answered as one."""

    id: str
    person: PersonLine
    state: State
    since: Moment
    until: Moment | None  # of an offer
    turn: int
    beyond: bool
    inside: bool
    may: tuple[Deed, ...]
    dates: int = 0


@dataclass(frozen=True)
class Group:
    state: State
    lines: tuple[SignupLine, ...]


@dataclass(frozen=True)
class Desk:
    """What this desk may do: `lead`, the order of those who wait is this station's to keep; `override`, this worker may
    decide against the capacity here; `begun`, it is its day: time to say who came; `asks`, central may have the place
    that is not here; `asks_all`, those of the whole course."""

    lead: bool
    override: bool
    begun: bool
    asks: bool = False
    asks_all: bool = False


@dataclass(frozen=True)
class SessionFace:
    """`inside`: how many who have a place the register has here and nobody has marked. `next`: the sign-up that the
    free place is offered to, "" where there is none to offer, or nobody who waits."""

    session: SessionLine
    groups: tuple[Group, ...]
    desk: Desk
    inside: int
    next: str


@dataclass(frozen=True)
class Around:
    """Who they are as this worker may see them, and who is inside."""

    known: Mapping[str, Known] = field(repr=False)
    inside: frozenset[str] = field(repr=False)


def derive(of: SessionHere, around: Around, desk: Desk, now: Reading) -> SessionFace:
    session = line(of, now)
    room = session.places.capacity is None or session.places.here > 0
    queue = signups.in_order(of.signups)
    turns = {one.id: number for number, one in enumerate(queue, start=1)}

    def said(one: Signup) -> SignupLine:
        whole = of.whole.get(one.id, 0)
        enough = room if not whole else of.left is None or of.left > 0
        until = moment(from_stamp(one.until), now) if one.until and one.state is State.OFFERED else None
        return SignupLine(
            id=one.id,
            person=leaving.line(one.person, around.known.get(one.person)),
            state=one.state,
            since=moment(from_stamp(one.asked_at), now),
            until=until,
            turn=turns.get(one.id, 0),
            beyond=one.paid is Paid.OVERRIDE,
            inside=one.person in around.inside,
            may=may(one, desk, room=enough, first=turns.get(one.id) == 1, whole=whole > 0),
            dates=whole,
        )

    groups = (Group(states[0], tuple(map(said, _of(of.signups, states)))) for states in _GROUPS)
    held = [one for one in of.signups if one.state is State.CONFIRMED and one.person in around.inside]
    offers = desk.lead and room and not of.session.cancelled
    return SessionFace(
        session=session,
        groups=tuple(group for group in groups if group.lines),
        desk=desk,
        inside=len(held) if desk.begun else 0,
        next=queue[0].id if queue and offers and session.places.capacity is not None else "",
    )


def may(one: Signup, desk: Desk, *, room: bool, first: bool, whole: bool = False) -> tuple[Deed, ...]:
    """`room`: there is a free place here; `first`: of those who wait, it is their turn. `whole`: it is all of a course,
    which no single date is given or moved out of."""
    if one.state in (State.ATTENDED, State.NOT_COME):
        return (Deed.NOT_COME,) if one.state is State.ATTENDED else (Deed.ATTENDED,)
    allowed = list(_MAY.get(one.state, ()))
    if Deed.OFFER in allowed and not (room and first and desk.lead):
        allowed.remove(Deed.OFFER)
    if one.state in _WITHOUT_ROOM and not room:
        asks = desk.asks_all if whole else desk.asks
        asked = [Deed.CONFIRM] if Deed.CONFIRM in allowed and asks else []
        against = [Deed.AGAINST] if desk.override else []
        allowed = [*asked, *against, *(deed for deed in allowed if deed is not Deed.CONFIRM)]
    if whole and one.state in _WITHOUT_ROOM:
        allowed = [deed for deed in allowed if deed not in (Deed.AGAINST, Deed.MOVE)]
    came = [Deed.ATTENDED, Deed.NOT_COME] if one.state is State.CONFIRMED and desk.begun else []
    return (*came, *allowed)


def _of(every: Sequence[Signup], states: Sequence[State]) -> list[Signup]:
    some = [one for one in every if one.state in states]
    return (
        signups.in_order(some) if states[0] is State.WAITING else sorted(some, key=lambda one: (one.asked_at, one.id))
    )
