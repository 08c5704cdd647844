"""A worker checks in people of one household whom they know, with a card or without one."""

from collections.abc import Collection, Set
from dataclasses import dataclass, field

from kiosk.clock import Reading
from kiosk.db.families import Held
from kiosk.db.tx import Tx
from kiosk.domain.attendance import MOST, Kind, is_number
from kiosk.domain.events import uuid7
from kiosk.domain.families import Kind as Record
from kiosk.domain.living import lives_there
from kiosk.domain.overrides import Sight
from kiosk.domain.people import Binding
from kiosk.domain.visits import AlreadyHere, FamilyArrived, Reason, Refused
from kiosk.domain.workers import Deed, Entered, NotEntered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.arrive import welcome
from kiosk.usecases.count import record_count
from kiosk.usecases.day import inside_now
from kiosk.usecases.known import Known, counted_at_desk, is_hidden, of_member
from kiosk.usecases.look import look_on


@dataclass(frozen=True)
class Home:
    """Who lives in a household, to choose from: `here` are those who are inside, `chosen` those who came last time."""

    household: str
    people: tuple[Known, ...] = field(repr=False)
    here: Set[str]
    chosen: Set[str]
    adults: int  # without a name, last time


def home_of(tx: Tx, by: Entered, household: str, now: Reading) -> Home | NotIn:
    """That the worker looked is on record before they see it; a page that stays open is one look."""
    if is_hidden(tx, by, household):
        return NotIn(NotEntered.NOT_ALLOWED)
    seen = look_on(tx, by, Sight.HOUSEHOLD, household, now)
    if isinstance(seen, NotIn):
        return seen
    members = {one.record.text("person"): of_member(one, now) for one in _members(tx, household)}
    last = tx.visits.last_of_household(household)
    return Home(
        household,
        tuple(sorted(members.values(), key=_grown_last)),
        members.keys() & inside_now(tx, now).keys(),
        members.keys() & {visit.person for visit in last if visit.kind == Kind.PERSON},
        sum(visit.adults for visit in last),
    )


def walk_in(
    tx: Tx, by: Entered, household: str, chosen: Collection[str], adults: int, now: Reading, serial: int = 0
) -> FamilyArrived | Refused | NotIn:
    """Check in these people of the household, and so many adults without a name, in one transaction.

    Who is here already is greeted and not counted twice. `serial` is of the card that was shown, 0 for none.
    """
    station = acting(tx, by, Deed.REGISTER)
    if isinstance(station, NotIn):
        return station
    wanted = sorted(set(chosen))
    if not is_number(adults) or not 0 < len(wanted) + adults <= MOST:
        return Refused(Reason.NOBODY)
    members = {one.record.text("person") for one in _members(tx, household)}
    if is_hidden(tx, by, household) or not members.issuperset(wanted):
        return Refused(Reason.NOT_THIS_CARDS)
    here = inside_now(tx, now)
    new = [one for one in wanted if one not in here]
    greeted = tuple(AlreadyHere(tx.people.get(one)) for one in wanted if one in here)
    if wanted and not new:
        return FamilyArrived("", (), greeted)
    party, counted = uuid7(), counted_at_desk(tx, now)
    came = [
        welcome(
            tx, station, serial, Binding(serial, one, household, True), tx.people.get(one), counted(one), now, party
        )
        for one in new
    ]
    if adults:
        record_count(tx, station, now, serial=serial, party=party, adults=adults, by=by)
    return FamilyArrived(party, tuple(came), greeted, adults)


def _members(tx: Tx, household: str) -> list[Held]:
    """Each human once: of who is in it twice, the one that was kept."""
    members = [one for one in tx.families.of_household(household) if one.kind is Record.MEMBER]
    members = [one for one in members if lives_there(one.record)]
    held = {person: one for one in members if (person := one.record.text("person"))}
    humans = tx.merges.humans()
    return [one for person, one in held.items() if humans.keeper(person) == person or humans.keeper(person) not in held]


def _grown_last(one: Known) -> tuple[bool, int, str]:
    """Children first, the oldest of them first."""
    return one.band == "adult", -(one.years or 0), one.name.casefold()
