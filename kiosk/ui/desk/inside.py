"""Who is inside, to be read aloud at the gate: everybody once, and whether that is everybody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.clock import Reading
from kiosk.domain.attendance import Kind, Who, count
from kiosk.ui.desk.station import HeardLine, heard_line
from kiosk.ui.desk.today.register import Numbers, numbers, others
from kiosk.ui.desk.today.rows import Row, rows
from kiosk.ui.faces import Moment
from kiosk.ui.standing import moment
from kiosk.usecases.day import Day, Entry
from kiosk.usecases.inside import silent


class Part(StrEnum):
    """In the order they are looked for."""

    CHILDREN = "children"
    UNKNOWN = "unknown"  # a card of somebody who is not known here
    GROUPS = "groups"  # and people nobody named
    GUESTS = "guests"
    ADULTS = "adults"
    EDUCATORS = "educators"


@dataclass(frozen=True)
class PartFace:
    part: Part
    people: int
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class InsideFace:
    """`missing` are stations whose people may not be on it; `copied`, whether this one has heard of everything once."""

    at: Moment
    numbers: Numbers
    parts: tuple[PartFace, ...]
    stations: tuple[HeardLine, ...]
    missing: tuple[HeardLine, ...]
    copied: bool


def derive(day: Day, now: Reading, *, copied: bool) -> InsideFace:
    inside = [entry for entry in day.entries if entry.stay.inside]
    parts = ((part, [entry for entry in inside if _part(entry) is part]) for part in Part)
    return InsideFace(
        at=moment(now.at, now),
        numbers=numbers(day.inside),
        parts=tuple(PartFace(part, _people(some), _by_name(some, day, now)) for part, some in parts if some),
        stations=tuple(heard_line(one, now) for one in day.stations),
        missing=tuple(heard_line(one, now) for one in silent(day.stations, now.at)),
        copied=copied,
    )


def _part(entry: Entry) -> Part:
    stay = entry.stay
    if stay.kind in (Kind.GROUP, Kind.COUNTED):
        return Part.GROUPS
    if stay.kind is Kind.GUEST:
        return Part.GUESTS
    of_one = {Who.CHILD: Part.CHILDREN, Who.ADULT: Part.ADULTS, Who.EDUCATOR: Part.EDUCATORS}
    return of_one.get(stay.who, Part.UNKNOWN)


def _people(entries: Iterable[Entry]) -> int:
    return count(entry.stay for entry in entries).people


def _by_name(entries: Sequence[Entry], day: Day, now: Reading) -> tuple[Row, ...]:
    """By name as it is read: the Latin form where the name is in another script."""
    made = rows(entries, others(day.stations), now)
    return tuple(sorted(made, key=lambda row: ((row.latin or row.name or "\uffff").casefold(), row.since)))
