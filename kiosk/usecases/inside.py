"""The register of a day, and who is inside now: made of the facts of all stations of the hub, as far as they are known.

Whoever shows people to a worker records the look first (kiosk.usecases.look).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kiosk.clock import ROME, Reading, from_stamp, stamp
from kiosk.db.tx import Tx
from kiosk.domain import attendance
from kiosk.domain.attendance import Came, Counts, Fact, Register, Stay, TakenBack
from kiosk.domain.expecting import Expected
from kiosk.domain.people import Person
from kiosk.usecases.hours import begun_before_today
from kiosk.usecases.standing import day_of, holders

SILENT_AFTER = timedelta(minutes=5)  # a station asks each minute; after so long it may know of people we do not


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


def register(tx: Tx, now: Reading, day: date | None = None) -> Register:
    """Today's register, or another day's."""
    wanted = day or now.day()
    return _of_day(tx, _known(tx, [wanted]), wanted)


def register_now(tx: Tx, now: Reading) -> Register:
    """Today's register; and of a hub that is open past midnight who came last evening and is inside, or left today.

    They stay in it until that opening ends, which is when their visits are closed by rule
    (kiosk.usecases.leave.close_the_day).
    """
    today, begun = now.day(), [stamp(span.begins) for span in begun_before_today(tx, now)]
    if not begun:
        return register(tx, now)
    facts = _known(tx, [today - timedelta(days=1), today])
    still = [fact for fact in facts if isinstance(fact, Came) and _day(fact) != today and fact.at >= min(begun)]
    held = _register(tx, [*still, *(fact for fact in facts if _day(fact) in (None, today))])
    return Register(tuple(stay for stay in held.stays if not _is_over(stay, today)))


def from_yesterday(tx: Tx, now: Reading) -> dict[date, Register]:
    """Yesterday's register and today's, and for each day to come who is expected on it."""
    near = [now.day() - timedelta(days=1), now.day()]
    facts = _known(tx, near)
    ahead = [fact for fact in facts if isinstance(fact, Expected) or (isinstance(fact, TakenBack) and fact.turn)]
    days = {day for fact in ahead if (day := _day(fact)) and day > now.day()}
    return {
        **{day: _of_day(tx, facts, day) for day in near},
        **{day: _of_day(tx, ahead, day) for day in sorted(days)},
    }


def inside(tx: Tx, now: Reading) -> Inside:
    """Who is here now, and how fresh each station's word is: the list for an evacuation."""
    held = register_now(tx, now)
    people = {person.id: person for person in tx.people.all()}
    names = guest_names(tx, now)
    lines = (Line(stay, stay.named_in(people), names.get(stay.visits[0], "")) for stay in held.stays if stay.inside)
    return Inside(tuple(lines), held.inside, heard(tx, now))


def guest_names(tx: Tx, now: Reading) -> dict[str, str]:
    """visit -> the name a guest of this station gave, of today and of the evening before."""
    days = (now.day() - timedelta(days=1), now.day())
    return {visit: name for day in days for visit, name in tx.attendance.guest_names(day.isoformat()).items()}


def silent(stations: Iterable[Heard], at: datetime) -> tuple[Heard, ...]:
    """Those of the others whose people may be missing."""
    return tuple(one for one in stations if not one.own and (one.at is None or at - one.at > SILENT_AFTER))


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


def _of_day(tx: Tx, facts: Iterable[Fact], day: date) -> Register:
    """Of visits that began on this day and of who is expected on it, with all that is said of them."""
    return _register(tx, [fact for fact in facts if _day(fact) in (None, day)])


def _register(tx: Tx, facts: Sequence[Fact]) -> Register:
    return attendance.register(facts, holders=holders(tx, facts), merged=tx.merges.humans().keeps)


def _known(tx: Tx, days: Sequence[date]) -> list[Fact]:
    """What this station said of these days, the first one first, and all that it was told."""
    station = tx.station.get()
    if station is None:
        return []
    began = {day: stamp(datetime.combine(day, time(), ROME)) for day in days}
    own = [fact for day in days for fact in tx.attendance.facts(station.id, day.isoformat(), began[day])]
    return [*own, *tx.expecting.facts(station.id, began[days[0]]), *tx.attendance.told()]


def _is_over(stay: Stay, today: date) -> bool:
    """Whether they left before today."""
    return stay.until != "" and from_stamp(stay.until).astimezone(ROME).date() < today


def _day(fact: Fact) -> date | None:
    """The day in whose register it begins a line; None for what is said of a line."""
    match fact:
        case Came():
            return day_of(fact)
        case Expected():
            return from_stamp(fact.turn).astimezone(ROME).date()
        case _:
            return None
