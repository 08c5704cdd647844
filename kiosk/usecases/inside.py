"""The register of a day, and who is inside now: made of the facts of all stations of the hub, as far as they are known.

Whoever shows people to a worker records the look first (kiosk.usecases.look).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from kiosk.clock import ROME, Reading, from_stamp, stamp
from kiosk.db.tx import Tx
from kiosk.domain import attendance
from kiosk.domain.attendance import Came, Counts, Fact, Register, Stay
from kiosk.domain.people import Person
from kiosk.usecases.standing import day_of, holders


@dataclass(frozen=True)
class Heard:
    """A station of the hub, and the moment to which its facts are known: now for this one. None: never."""

    station: str
    name: str
    at: datetime | None
    own: bool


@dataclass(frozen=True)
class Line:
    """`name` is of a guest; `person` is None for people whom this station does not know."""

    stay: Stay
    person: Person | None
    name: str = ""


@dataclass(frozen=True)
class Inside:
    lines: tuple[Line, ...]
    counts: Counts
    stations: tuple[Heard, ...]


def register(tx: Tx, now: Reading, day: date | None = None, expected: Iterable[str] = ()) -> Register:
    """Today's register, or another day's. `expected` is that of kiosk.domain.attendance."""
    facts = _facts(tx, day or now.day())
    return _register(tx, facts, holders(tx, facts), expected)


def inside(tx: Tx, now: Reading) -> Inside:
    """Who is here now, and how fresh each station's word is: the list for an evacuation."""
    facts = _facts(tx, now.day())
    known = holders(tx, facts)
    held, whose = _register(tx, facts, known), _as_they_came(facts, known)
    people = {person.id: person for person in tx.people.all()}
    names = tx.attendance.guest_names(now.day().isoformat())
    lines = (
        Line(stay, people.get(_shown(stay, whose)), names.get(stay.visits[0], "")) for stay in held.stays if stay.inside
    )
    return Inside(tuple(lines), held.inside, heard(tx, now))


def heard(tx: Tx, now: Reading) -> tuple[Heard, ...]:
    """This station first, then the others of the hub that central has heard, the one silent longest before the rest."""
    station = tx.station.get()
    if station is None:
        return ()
    told = tx.attendance.heard()
    own_name = told.pop(station.id, ("", ""))[0]
    others = sorted((at, id_, name) for id_, (name, at) in told.items())
    rest = (Heard(id_, name, from_stamp(at) if at else None, own=False) for at, id_, name in others)
    return (Heard(station.id, own_name, now.at, own=True), *rest)


def _register(tx: Tx, facts: Iterable[Fact], known: Mapping[int, str], expected: Iterable[str] = ()) -> Register:
    return attendance.register(facts, expected=expected, holders=known, merged=tx.merges.humans().keeps)


def _as_they_came(facts: Iterable[Fact], known: Mapping[int, str]) -> dict[str, str]:
    """visit -> the id by which they came."""
    return {fact.visit: fact.person or known.get(fact.serial, "") for fact in facts if isinstance(fact, Came)}


def _shown(stay: Stay, whose: Mapping[str, str]) -> str:
    """By which of their ids somebody is named: one they came by. A merge shows nobody under the name that another
    household, perhaps a shielded one, knows them by."""
    came = [whose.get(visit, "") for visit in stay.visits]
    return stay.person if stay.person in came else next(iter(came), "")


def _facts(tx: Tx, day: date) -> list[Fact]:
    """Of visits that began on this day, with all that is said of them."""
    station = tx.station.get()
    if station is None:
        return []
    began = stamp(datetime.combine(day, time(), ROME))
    told = [*tx.attendance.facts(station.id, day.isoformat(), began), *tx.attendance.told()]
    return [fact for fact in told if not isinstance(fact, Came) or day_of(fact) == day]
