"""Sign-ups: one person's place in one session, as it stands by what was said of it.

    wished       a child under 14 would like to; a parent says
    requested    somebody who can confirm it is asked: not a place yet
    waiting      there is none free; in order
    offered      one has become free, for so long
    confirmed    a place
    cancelled, declined, attended, not_come

What was said first of two stations is said first here: facts are ordered by when, then by their ids. A place that was
confirmed is lost only by a cancellation of a person's; what came too late changes nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from kiosk.domain.bands import are_short

KIND = "signup"  # of the record, one for each sign-up, told to the hub where the session is
KIND_AWAY = "signup_away"  # the same, told to the household's hub where that is another one
REQUESTS_A_DAY = 5  # of one person
OFFERED_HOURS = 48  # for as long an offer stands
UNDO_SECONDS = 10
ANSWER_DAYS = 3  # within which a request is answered: the family is told by when
ALONE_FROM = 14  # years


class State(StrEnum):
    WISHED = "wished"
    REQUESTED = "requested"
    WAITING = "waiting"
    OFFERED = "offered"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    DECLINED = "declined"  # by the hub: the request was not met
    ATTENDED = "attended"
    NOT_COME = "not_come"


OPEN = frozenset({State.WISHED, State.REQUESTED, State.WAITING, State.OFFERED, State.CONFIRMED})
IN_LINE = (State.WAITING, State.REQUESTED)  # for a place, in whatever way
HOLDS_A_PLACE = frozenset({State.OFFERED, State.CONFIRMED, State.ATTENDED, State.NOT_COME})
_MAY_FOLLOW: Mapping[State, frozenset[State]] = {
    State.WISHED: frozenset({State.REQUESTED, State.WAITING, State.CONFIRMED, State.CANCELLED, State.DECLINED}),
    State.REQUESTED: frozenset({State.WAITING, State.OFFERED, State.CONFIRMED, State.CANCELLED, State.DECLINED}),
    State.WAITING: frozenset({State.OFFERED, State.CONFIRMED, State.CANCELLED, State.DECLINED}),
    State.OFFERED: frozenset({State.CONFIRMED, State.WAITING, State.CANCELLED, State.DECLINED}),
    State.CONFIRMED: frozenset({State.CANCELLED, State.ATTENDED, State.NOT_COME}),
    State.ATTENDED: frozenset({State.NOT_COME, State.CONFIRMED}),
    State.NOT_COME: frozenset({State.ATTENDED, State.CONFIRMED}),
    State.CANCELLED: frozenset(),
    State.DECLINED: frozenset(),
}


class Paid(StrEnum):
    """Out of whose places one was confirmed."""

    ALLOTMENT = "allotment"
    CENTRAL = "central"  # online
    OVERRIDE = "override"  # beyond the capacity: a worker's, with a name and a reason
    NONE = ""  # no place


@dataclass(frozen=True)
class Fact:
    """Something was said of a sign-up: the first of it says whose it is. `at`, `until` are stamps; `station` is
    a holder as in kiosk.domain.accounts."""

    event: str
    station: str
    at: str
    signup: str
    state: State
    session: str
    person: str = field(repr=False)
    household: str = field(repr=False)
    paid: Paid = Paid.NONE
    until: str = ""  # of an offer
    worker: str = ""  # "" at the touchscreen, and by rule
    asked_at: str = ""  # from when on it counts in the order of those who wait; "" from its first fact


@dataclass(frozen=True)
class Signup:
    id: str
    session: str
    person: str = field(repr=False)
    household: str = field(repr=False)
    state: State
    since: str  # when this state was said
    asked_at: str  # by which those who wait are ordered
    paid: Paid = Paid.NONE  # of a state that holds a place
    by: str = ""  # the holder that gave the place
    until: str = ""

    @property
    def holds(self) -> bool:
        return self.state in HOLDS_A_PLACE


def fold(facts: Iterable[Fact]) -> dict[str, Signup]:
    """Each sign-up as it stands: the same whatever order the facts come in, and however often."""
    found: dict[str, Signup] = {}
    for fact in sorted({fact.event: fact for fact in facts}.values(), key=lambda fact: (fact.at, fact.event)):
        before = found.get(fact.signup)
        if before is None:
            found[fact.signup] = _first(fact)
        elif fact.state in _MAY_FOLLOW[before.state]:
            found[fact.signup] = _next(before, fact)
    return found


def _first(fact: Fact) -> Signup:
    asked = fact.asked_at or fact.at
    by = fact.station if fact.state in HOLDS_A_PLACE else ""
    whose = (fact.session, fact.person, fact.household)
    return Signup(fact.signup, *whose, fact.state, fact.at, asked, fact.paid, by, fact.until)


def _next(before: Signup, fact: Fact) -> Signup:
    kept = before.holds and fact.state in HOLDS_A_PLACE  # the place stays the one it was
    paid, by = (before.paid, before.by) if kept else (fact.paid, fact.station if fact.state in HOLDS_A_PLACE else "")
    whose = (before.session, before.person, before.household)
    lapsed = before.state is State.OFFERED and fact.state is State.WAITING  # nobody took it: behind those who wait
    return Signup(before.id, *whose, fact.state, fact.at, fact.at if lapsed else before.asked_at, paid, by, fact.until)


def freed_to(before: Signup, holder: str) -> str:
    """Whose the place is again when somebody does not come, by the word of this holder (kiosk.domain.accounts): its own
    where it gave it; else "", central's. Another cannot know that it has it again."""
    return holder if before.by == holder and before.paid is Paid.ALLOTMENT else ""


def in_order(signups: Iterable[Signup]) -> list[Signup]:
    """Those who wait, the first first: by when they asked, and by their ids where that is the same moment."""
    return sorted((one for one in signups if one.state is State.WAITING), key=lambda one: (one.asked_at, one.id))


def answered_by(asked: datetime, starts: datetime) -> datetime:
    """Until when somebody tells those who asked. After it a person has to."""
    return min(asked + timedelta(days=ANSWER_DAYS), starts)


def over(signups: Iterable[Signup], now: str) -> list[Signup]:
    """Offers that nobody took in time."""
    return [one for one in signups if one.state is State.OFFERED and one.until and one.until <= now]


# --- as plain data --------------------------------------------------------------------------------------------------


def dump(signup: Signup) -> dict[str, Any]:
    said = {name: value for name, value in vars(signup).items() if name != "id"}
    return {**said, "state": signup.state.value, "paid": signup.paid.value}


def read(id_: str, data: Mapping[str, Any]) -> Signup | None:
    """A `signup` record; None for what cannot be read."""
    texts = {
        name: data.get(name, "") for name in ("session", "person", "household", "since", "asked_at", "by", "until")
    }
    state, paid = data.get("state"), data.get("paid", "")
    good = all(isinstance(text, str) and are_short(text) for text in texts.values())
    if not good or state not in tuple(State) or paid not in tuple(Paid) or not texts["session"]:
        return None
    return Signup(id_, **texts, state=State(state), paid=Paid(paid))
