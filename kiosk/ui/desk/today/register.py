"""The day at the desk: the numbers, the register, how many came in which hour."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kiosk.clock import ROME, Reading, from_stamp
from kiosk.domain import finding, turns
from kiosk.domain.attendance import Counts, State, count
from kiosk.ui.desk.station import HeardLine, heard_line
from kiosk.ui.desk.today import opening
from kiosk.ui.desk.today.opening import OpeningFace
from kiosk.ui.desk.today.rows import Row, in_order, matches, rows
from kiosk.usecases.day import Day, Entry
from kiosk.usecases.inside import Heard, silent
from kiosk.usecases.opening import Today

_HOURS = (9, 18)  # that are drawn even when nobody came


@dataclass(frozen=True)
class Filter:
    """What of the register is shown: one state ("all" for every one), and what was typed. `person` and `serial` are
    those of a card whose short code it is."""

    state: str = "all"
    text: str = field(default="", repr=False)
    person: str = ""
    serial: int = 0


@dataclass(frozen=True)
class Numbers:
    """Who is inside now: everybody stands once in children, adults, educators or unknown."""

    inside: int
    children: int
    adults: int
    educators: int
    unknown: int
    groups: int
    guests: int


@dataclass(frozen=True)
class StateCount:
    state: str  # as in Filter
    count: int  # lines of the register


@dataclass(frozen=True)
class HourBar:
    hour: int
    people: int  # who came in it
    now: bool


@dataclass(frozen=True)
class TodayFace:
    day: str  # ISO date
    opening: OpeningFace | None  # None where nobody has said when this hub is open
    numbers: Numbers
    expected: int
    states: tuple[StateCount, ...]
    state: str
    text: str = field(repr=False)
    rows: tuple[Row, ...]
    hours: tuple[HourBar, ...]
    silent: tuple[HeardLine, ...]  # stations of the hub whose people may be missing


def derive(day: Day, hours: Today | None, shown: Filter, now: Reading) -> TodayFace:
    entries = in_order(day.entries)
    return TodayFace(
        day=now.day().isoformat(),
        opening=opening.derive(hours, now) if hours else None,
        numbers=numbers(day.inside),
        expected=sum(turns.places(one.stay) for one in entries if one.stay.state is State.EXPECTED),
        states=_states(entries),
        state=shown.state,
        text=shown.text,
        rows=rows([entry for entry in entries if _is_shown(entry, shown)], others(day.stations), now),
        hours=_hours(entries, now),
        silent=tuple(heard_line(one, now) for one in silent(day.stations, now.at)),
    )


def numbers(inside: Counts) -> Numbers:
    return Numbers(
        inside=inside.people,
        children=sum(inside.children.values()),
        adults=inside.adults,
        educators=inside.educators,
        unknown=inside.unknown,
        groups=inside.groups,
        guests=inside.guests,
    )


def others(stations: Sequence[Heard]) -> dict[str, str]:
    """The names of the hub's other stations."""
    return {one.station: one.name or one.station[-4:].upper() for one in stations if not one.own}


def _states(entries: Sequence[Entry]) -> tuple[StateCount, ...]:
    order = (State.ARRIVED, State.PRESENT, State.EXPECTED, State.LEFT)
    each = (StateCount(state, sum(one.stay.state is state for one in entries)) for state in order)
    return (StateCount("all", len(entries)), *each)


def _is_shown(entry: Entry, shown: Filter) -> bool:
    if shown.state not in ("all", entry.stay.state):
        return False
    by_card = bool(shown.person) and shown.person in (entry.stay.person, *entry.stay.ids)
    by_card = by_card or (shown.serial > 0 and entry.stay.serial == shown.serial)
    return by_card or matches(entry, finding.folded(shown.text).split())


def _hours(entries: Sequence[Entry], now: Reading) -> tuple[HourBar, ...]:
    came: dict[int, int] = {}
    for entry in entries:
        if entry.stay.since:
            hour = from_stamp(entry.stay.since).astimezone(ROME).hour
            came[hour] = came.get(hour, 0) + _people(entry)
    here = now.at.astimezone(ROME).hour
    first, last = min(_HOURS[0], *came, here), max(_HOURS[1], *came, here)
    return tuple(HourBar(hour, came.get(hour, 0), hour == here) for hour in range(first, last + 1))


def _people(entry: Entry) -> int:
    return count([entry.stay]).people
