"""The register of the day as a worker sees it: every line with the names of those it is about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from kiosk.clock import ROME, Reading, from_stamp
from kiosk.db.tx import Tx
from kiosk.domain.attendance import Counts, Kind, State, Stay, count
from kiosk.domain.overrides import Sight
from kiosk.domain.workers import Entered, NotIn
from kiosk.usecases.inside import Heard, Inside, guest_names, heard, inside, register_now
from kiosk.usecases.known import Known, known_people
from kiosk.usecases.look import look, look_on


@dataclass(frozen=True)
class Entry:
    """A line of the register. `person` and `adult`, whom they left with, are None for nobody known, or nobody this
    worker may see; `guest` is the name a guest gave."""

    stay: Stay
    person: Known | None = field(repr=False)
    adult: Known | None = field(default=None, repr=False)
    guest: str = field(default="", repr=False)


@dataclass(frozen=True)
class Day:
    entries: tuple[Entry, ...]
    inside: Counts
    came: Counts
    stations: tuple[Heard, ...]


def register_of_day(tx: Tx, by: Entered, now: Reading) -> Day | NotIn:
    """That the worker looked is on record before they see it; a page that stays open is one look."""
    seen = look_on(tx, by, Sight.INSIDE, "", now)
    if isinstance(seen, NotIn):
        return seen
    held = register_now(tx, now)
    people = known_people(tx, by, _everybody(held.stays), now)
    guests = guest_names(tx, now)
    entries = (
        Entry(stay, stay.named_in(people), people.get(stay.adult), guests.get(_first(stay), "")) for stay in held.stays
    )
    return Day(tuple(entries), held.inside, _came_on(held.stays, now), heard(tx, now))


def list_of_inside(tx: Tx, by: Entered, now: Reading) -> tuple[Inside, Mapping[str, str]] | NotIn:
    """Who is inside, to take along on paper, and what to call them: a look of its own."""
    seen = look(tx, by, Sight.INSIDE, "", now)
    if isinstance(seen, NotIn):
        return seen
    held = inside(tx, now)
    known = known_people(tx, by, [line.stay.person for line in held.lines if line.stay.person], now)
    lines = tuple(line if line.stay.person in known else replace(line, person=None) for line in held.lines)
    return replace(held, lines=lines), {person: one.name for person, one in known.items()}


def inside_now(tx: Tx, now: Reading) -> dict[str, Stay]:
    """The people who are inside by what any station of the hub says, each by all their ids."""
    inside = [stay for stay in register_now(tx, now).stays if stay.inside and stay.kind is Kind.PERSON and stay.person]
    return {id_: stay for stay in inside for id_ in tx.merges.ids(stay.person)}


def stay_of(tx: Tx, now: Reading, visit: str) -> Stay | None:
    """The line of the register that a visit is in."""
    return next((stay for stay in register_now(tx, now).stays if visit in stay.visits), None)


def _came_on(stays: Iterable[Stay], now: Reading) -> Counts:
    """Who came today: who came last evening was counted then."""
    came = (stay for stay in stays if stay.state is not State.EXPECTED)
    return count(stay for stay in came if from_stamp(stay.since).astimezone(ROME).date() == now.day())


def _everybody(stays: Iterable[Stay]) -> set[str]:
    return {person for stay in stays for person in (*stay.ids, stay.adult) if person}


def _first(stay: Stay) -> str:
    return stay.visits[0] if stay.visits else ""
