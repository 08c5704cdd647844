"""A family arrives by one card: all who were chosen and the adults with them, in one transaction, or nobody."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta

from kiosk.clock import Reading, from_stamp
from kiosk.db.tx import Tx
from kiosk.db.visits import Visit
from kiosk.domain.attendance import MOST, Kind, is_number
from kiosk.domain.codes import Code, NotACode
from kiosk.domain.events import uuid7
from kiosk.domain.merges import Humans
from kiosk.domain.people import Binding, Person
from kiosk.domain.visits import (
    SAME_ARRIVAL_SECONDS,
    AlreadyHere,
    FamilyArrived,
    Reason,
    Refused,
    Undone,
)
from kiosk.domain.workers import Deed, Entered
from kiosk.usecases.acting import NotIn, acting
from kiosk.usecases.arrive import CountAs, nobody_known, still_here, undo_arrival, usable_card, welcome
from kiosk.usecases.count import record_count
from kiosk.usecases.identify import Identified

_MOST_AT_ONCE = 12  # tiles of one screen; more is a group


@dataclass(frozen=True)
class Family:
    """Whom a card checks in: its holder, and those whom it has checked in before. `chosen` were last time."""

    people: tuple[Person, ...]
    chosen: frozenset[str]
    adults: int
    here: frozenset[str]  # of the people, who is here already


def family_of(tx: Tx, scanned: Code | NotACode, now: Reading) -> Family | Refused:
    """What to offer when a card is shown: one touch checks in the same as last time. Records nothing."""
    usable = usable_card(tx, scanned, now)
    if isinstance(usable, Refused):
        return usable
    serial, binding = usable
    humans, holder = tx.merges.humans(), binding.person if binding else ""
    known = (tx.people.get(person) for person in _once(humans, _known_by(tx, serial, binding), holder))
    people = tuple(one for one in known if one)
    last = tx.visits.last_party(serial)
    before = {humans.keeper(visit.person) for visit in last if visit.kind == Kind.PERSON}
    chosen = frozenset(one.id for one in people if humans.keeper(one.id) in before or (not last and one.id == holder))
    here = frozenset(one.id for one in people if still_here(tx, one.id, serial, now) is not None)
    return Family(people, chosen, sum(visit.adults for visit in last), here)


def arrive_family(
    tx: Tx,
    scanned: Code | NotACode,
    chosen: Collection[str],
    adults: int,
    now: Reading,
    counted: CountAs = nobody_known,
    vouched: Entered | Identified | None = None,
) -> FamilyArrived | Refused | NotIn:
    """Check in these people and so many adults without a name.

    By the card alone only its holder and those it has checked in before; anybody of the household for one who knew the
    three pictures; anybody for a worker. Who is here already is greeted and not counted twice.
    """
    station, usable = tx.station.get(), usable_card(tx, scanned, now)
    if station is None:
        return Refused(Reason.NOT_ENROLLED)
    if isinstance(usable, Refused):
        return usable
    serial, binding = usable
    if isinstance(vouched, Entered) and isinstance(said := acting(tx, vouched, Deed.REGISTER), NotIn):
        return said
    if not 0 < len(set(chosen)) + adults <= _MOST_AT_ONCE + MOST or not is_number(adults):
        return Refused(Reason.NOBODY)
    persons = {one: tx.people.get(one) for one in _once(tx.merges.humans(), chosen)}
    if not _may_bring(tx, serial, binding, persons, vouched):
        return Refused(Reason.NOT_THIS_CARDS)
    again = _a_moment_ago(tx.visits.last_party(serial), now)
    here = {one for one in persons if again or still_here(tx, one, serial, now) is not None}
    greeted = tuple(AlreadyHere(persons[one]) for one in sorted(here))
    new = [one for one in persons if one not in here]
    if again or (chosen and not new):
        return FamilyArrived("", (), greeted)
    party, came = uuid7(), []
    for one in new:
        person = persons[one]
        owner = Binding(serial, one, _household(one, person, binding), True)
        came.append(welcome(tx, station, serial, owner, person, counted(one), now, party))
    if adults:
        worker = vouched if isinstance(vouched, Entered) else None
        record_count(tx, station, now, serial=serial, party=party, adults=adults, by=worker)
    return FamilyArrived(party, tuple(came), greeted, adults)


def undo_family(tx: Tx, party: str, now: Reading) -> tuple[Undone, ...] | Refused:
    """Take back all that one confirmation recorded, within seconds; all or nothing."""
    visits = tx.visits.of_party(party)
    said = [undo_arrival(tx, visit.id, now) for visit in visits]
    undone = tuple(one for one in said if isinstance(one, Undone))
    return undone if undone else Refused(Reason.TOO_LATE)


def _once(humans: Humans, persons: Iterable[str], first: str = "") -> list[str]:
    """Each human once: by the id that comes first, else by the one that was kept. The first one leads."""
    shown: dict[str, str] = {}
    for one in sorted(persons, key=lambda one: (one != first, one != humans.keeper(one), one)):
        shown.setdefault(humans.keeper(one), one)
    return sorted(shown.values(), key=lambda one: (one != first, one))


def _known_by(tx: Tx, serial: int, binding: Binding | None) -> set[str]:
    return tx.visits.checked_in_with(serial) | ({binding.person} if binding else set())


def _may_bring(
    tx: Tx,
    serial: int,
    binding: Binding | None,
    persons: dict[str, Person | None],
    vouched: Entered | Identified | None,
) -> bool:
    if isinstance(vouched, Entered):
        return True
    known = _known_by(tx, serial, binding)
    if isinstance(vouched, Identified) and binding and vouched.household == binding.household:
        known |= {one for one, person in persons.items() if person and person.household == vouched.household}
    return persons.keys() <= known


def _household(person: str, known: Person | None, binding: Binding | None) -> str:
    if binding and binding.person == person:
        return binding.household
    return known.household if known else ""


def _a_moment_ago(party: list[Visit], now: Reading) -> bool:
    """Whether the last confirmation with this card was just now: a finger that came twice."""
    soon = timedelta(seconds=SAME_ARRIVAL_SECONDS)
    return any(abs(now.at - from_stamp(visit.arrived_at)) < soon for visit in party)
