"""The sign-ups that somebody may see: a family its own, but not what one of 14 or more keeps to themselves."""

from dataclasses import dataclass, field

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.redeeming import Asker
from kiosk.domain.signingup import Age
from kiosk.domain.signups import Signup, State
from kiosk.domain.workers import Deed, Entered
from kiosk.usecases.acting import NotIn, acting
from kiosk.usecases.known import Known, is_hidden, known_people
from kiosk.usecases.seats import Seat, free, known_seat
from kiosk.usecases.sign_up import age_of


@dataclass(frozen=True)
class Shown:
    """`place` is None where the session is not in the catalogue any more."""

    signup: Signup
    place: Seat | None


@dataclass(frozen=True)
class Listed:
    """A line of a session's list; `person` is None for nobody known here, or nobody this worker may see."""

    signup: Signup
    person: Known | None = field(repr=False)


@dataclass(frozen=True)
class OfSession:
    """`free`: places that this station may give. `waiting` in order; `requested` wait for an answer."""

    place: Seat
    free: int
    confirmed: tuple[Listed, ...]
    offered: tuple[Listed, ...]
    waiting: tuple[Listed, ...]
    requested: tuple[Listed, ...]
    wished: tuple[Listed, ...]
    over: tuple[Listed, ...]  # cancelled, declined


_CONFIRMED = (State.CONFIRMED, State.ATTENDED, State.NOT_COME)
_OVER = (State.CANCELLED, State.DECLINED)


def sign_ups_of(tx: Tx, asker: Asker, household: str, now: Reading) -> tuple[Shown, ...]:
    """By when they were asked for. A worker stands in for the family: what it does not see, nobody shows it."""
    who = asker.identified.person if asker.identified else ""
    found = (Shown(one, known_seat(tx, one.session)) for one in tx.signups.of_household(household))
    return tuple(one for one in found if not _keeps_it(tx, one, who, now))


def of_session(tx: Tx, by: Entered, session: str, now: Reading) -> OfSession | NotIn | None:
    """The list of a session; None for one that nobody knows here."""
    station, place = acting(tx, by, Deed.SESSIONS), known_seat(tx, session)
    if isinstance(station, NotIn):
        return station
    if place is None:
        return None
    every = [one for one in tx.signups.of_session(session) if not is_hidden(tx, by, one.household)]
    people = known_people(tx, by, {one.person for one in every}, now)

    def those(*states: State) -> tuple[Listed, ...]:
        return tuple(Listed(one, people.get(one.person)) for one in every if one.state in states)

    return OfSession(
        place=place,
        free=free(tx, station, session),
        confirmed=those(*_CONFIRMED),
        offered=those(State.OFFERED),
        waiting=those(State.WAITING),
        requested=those(State.REQUESTED),
        wished=those(State.WISHED),
        over=those(*_OVER),
    )


def _keeps_it(tx: Tx, one: Shown, who: str, now: Reading) -> bool:
    """A discreet service, of who is 14 or more and is not the one who asks."""
    if one.place is None or not one.place.activity.sensitive or who in tx.merges.ids(one.signup.person):
        return False
    return age_of(tx, one.signup.person, now) is not Age.CHILD
