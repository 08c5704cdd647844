"""A family arrives by one card: all who were chosen and the adults with them, in one transaction, or nobody."""

from collections.abc import Collection, Iterable
from datetime import timedelta

from kiosk.clock import Reading, from_stamp
from kiosk.db.tx import Tx
from kiosk.db.visits import Visit
from kiosk.domain.attendance import MOST, Kind, is_number
from kiosk.domain.codes import Code, NotACode
from kiosk.domain.events import uuid7
from kiosk.domain.merges import Humans
from kiosk.domain.people import Binding, Person
from kiosk.domain.pictures import Identified
from kiosk.domain.visits import (
    SAME_ARRIVAL_SECONDS,
    AlreadyHere,
    Family,
    FamilyArrived,
    Reason,
    Refused,
    Undone,
)
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.arrive import CountAs, nobody_known, still_here, undo_arrival, usable_card, welcome
from kiosk.usecases.count import record_count
from kiosk.usecases.move_out import who_is_gone

_MOST_AT_ONCE = 12  # tiles of one screen; more is a group
_ONE_TIME = 15  # minutes: who comes so soon after the others came with them


def family_of(tx: Tx, scanned: Code | NotACode, now: Reading, vouched: Identified | None = None) -> Family | Refused:
    """What to offer when a card is shown: one touch checks in the same as last time. Records nothing.

    For one who knew the three pictures everybody of the card's household is in it.
    """
    usable = usable_card(tx, scanned, now)
    return usable if isinstance(usable, Refused) else family_by(tx, *usable, now, vouched)


def family_by(tx: Tx, serial: int, binding: Binding | None, now: Reading, vouched: Identified | None = None) -> Family:
    """As `family_of`, by a card that was found usable in this transaction."""
    humans, holder = tx.merges.humans(), binding.person if binding else ""
    known = {person: tx.people.get(person) for person in _known_by(tx, serial, binding)}
    if vouched is not None and binding and vouched.household == binding.household:
        known |= {person.id: person for person in _at_home(tx, vouched.household)}
    people = [one for id_ in _once(humans, known, holder) if (one := known[id_])]
    last = tx.visits.last_time(serial, _ONE_TIME, _MOST_AT_ONCE + 1)
    before = {humans.keeper(visit.person) for visit in last if visit.kind == Kind.PERSON}
    chosen = frozenset(one.id for one in people if humans.keeper(one.id) in before or (not before and one.id == holder))
    here = frozenset(one.id for one in people if still_here(tx, one.id, serial, now) is not None)
    adults = sum(visit.adults for visit in last)
    again = any(visit.party and _is_just_now(visit, now) for visit in last)
    return Family(serial, tuple(people), chosen, adults, here, holder, again)


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
    again = any(_is_just_now(visit, now) for visit in tx.visits.last_party(serial))
    here = {one for one in persons if again or still_here(tx, one, serial, now) is not None}
    greeted = tuple(AlreadyHere(persons[one]) for one in sorted(here))
    new = [one for one in persons if one not in here]
    if again or (chosen and not new):
        return FamilyArrived("", (), greeted)
    party, came = uuid7(), []
    for one in new:
        person = persons[one]
        owner = Binding(serial, one, _household(tx, one, person, binding), True)
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
    """Its holder, and those it has checked in before, while they live there."""
    if binding is None:
        return tx.visits.checked_in_with(serial)
    return (tx.visits.checked_in_with(serial) - who_is_gone(tx, binding.household)) | {binding.person}


def _at_home(tx: Tx, household: str) -> list[Person]:
    gone = who_is_gone(tx, household)
    return [person for person in tx.people.of_household(household) if person.id not in gone]


def _may_bring(
    tx: Tx,
    serial: int,
    binding: Binding | None,
    persons: Collection[str],
    vouched: Entered | Identified | None,
) -> bool:
    if isinstance(vouched, Entered):
        return True
    known = _known_by(tx, serial, binding)
    if isinstance(vouched, Identified) and binding and vouched.household == binding.household:
        known |= {person.id for person in _at_home(tx, vouched.household)}
    return set(persons) <= known


def _household(tx: Tx, person: str, known: Person | None, binding: Binding | None) -> str:
    """The card's, for everybody who is of it: a child of two homes comes from the one whose card was shown."""
    home = known.household if known else ""
    if binding is None or home == binding.household:
        return home
    ours = {binding.person} | {one.id for one in tx.people.of_household(binding.household)}
    return binding.household if person in ours else home


def _is_just_now(visit: Visit, now: Reading) -> bool:
    """A card, or a finger, that comes again so soon after a confirmation comes twice."""
    return abs(now.at - from_stamp(visit.arrived_at)) < timedelta(seconds=SAME_ARRIVAL_SECONDS)
