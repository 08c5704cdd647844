"""When a hub is open: weekly hours that hold for a time, days that differ, timed turns with a capacity.

An answer is shown beside a person at the door and refuses nobody; each one that is not "open" names the next chance.
Of a hub that says no hours nothing is said: it is never closed.
Times of a hub are Rome's (Europe/Rome): in the hour that comes twice a hub opens at the first and closes at the second.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")
AHEAD_DAYS = 60  # how far a next chance is looked for


class Closure(StrEnum):
    """Why a day differs, of those that the screens have words for."""

    HOLIDAY = "holiday"  # a public one
    BREAK = "break"  # in summer, at the end of the year
    STAFF = "staff"  # a meeting, an illness
    STRIKE = "strike"
    WORKS = "works"  # repairs
    EVENT = "event"  # the rooms are taken
    WEATHER = "weather"
    OTHER = "other"


@dataclass(frozen=True)
class Hours:
    """From when to when on a day, as "09:30"; one that closes no later than it opens goes over midnight, and "24:00"
    is midnight at the end. With a capacity it is a turn."""

    opens: str
    closes: str
    capacity: int | None = None


@dataclass(frozen=True)
class Weekly:
    """Hours on one weekday (1 = Monday), from the first day to the last, both included (None: no end)."""

    weekday: int
    hours: Hours
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Day:
    """A day that differs: its hours in place of the weekly ones; without any, closed."""

    hours: tuple[Hours, ...] = ()
    why: Closure | None = None


@dataclass(frozen=True)
class Calendar:
    weekly: tuple[Weekly, ...] = ()
    days: Mapping[date, Day] = field(default_factory=dict)


@dataclass(frozen=True)
class Span:
    """One opening as moments in UTC; a turn has a capacity."""

    begins: datetime
    ends: datetime
    capacity: int | None


@dataclass(frozen=True)
class Open:
    """Until when; `sure` is False in a turn whose taken places this station does not know."""

    until: datetime
    sure: bool = True


@dataclass(frozen=True)
class Early:
    """It opens later today."""

    opens_at: datetime


@dataclass(frozen=True)
class Late:
    """It was open today, and is not again."""

    next: datetime | None


@dataclass(frozen=True)
class Full:
    """It is open, and the places of the turn are taken."""

    next: datetime | None


@dataclass(frozen=True)
class Closed:
    """It is not open on this day; `why`, where the hub said so."""

    next: datetime | None
    why: Closure | None = None


@dataclass(frozen=True)
class NotSaid:
    """Nobody has said when it is open."""


Answer = Open | Early | Late | Full | Closed | NotSaid
Taken = Callable[[datetime], int | None]  # by the beginning of a turn; None where this station does not know


def answer(calendar: Calendar, at: datetime, taken_in_turn: Taken, places: int = 1) -> Answer:
    """What the hub is at an aware moment, for so many people. The next chance is the next beginning of a turn that is
    not known to lack their places."""
    if not calendar.weekly and not calendar.days:
        return NotSaid()
    at, today = at.astimezone(UTC), at.astimezone(ROME).date()
    near = list(spans(calendar, today))
    inside = [span for span in near if span.begins <= at < span.ends]
    free = [span for span in inside if _has_place(span, taken_in_turn, places)]
    if free:
        best = max(free, key=lambda span: (_is_sure(span, taken_in_turn), span.ends))
        return Open(best.ends, _is_sure(best, taken_in_turn))
    later = (span.begins for span in near if span.begins > at and _has_place(span, taken_in_turn, places))
    chance = next(later, None)
    if inside:
        return Full(chance)
    if chance is not None and chance.astimezone(ROME).date() == today:
        return Early(chance)
    was_open = any(span.ends <= at and span.ends.astimezone(ROME).date() == today for span in near)
    return Late(chance) if was_open else Closed(chance, calendar.days.get(today, Day()).why)


def next_chance(answer: Answer, at: datetime) -> datetime | None:
    """The moment it was asked for, where the hub is open; else the chance that the answer names."""
    match answer:
        case Open():
            return at
        case Early(opens_at):
            return opens_at
        case NotSaid():
            return None
        case _:
            return answer.next


def spans(calendar: Calendar, today: date) -> Iterator[Span]:
    """The openings from yesterday's (one may go over midnight) to those in `AHEAD_DAYS` days, by their beginning."""
    for ahead in range(-1, AHEAD_DAYS + 1):
        yield from of_day(calendar, today + timedelta(days=ahead))


def on(calendar: Calendar, day: date) -> tuple[Hours, ...]:
    """The hours that hold on a day."""
    if day in calendar.days:
        return calendar.days[day].hours
    return tuple(
        row.hours
        for row in calendar.weekly
        if row.weekday == day.isoweekday()
        and (row.first is None or row.first <= day)
        and (row.last is None or day <= row.last)
    )


def of_day(calendar: Calendar, day: date) -> list[Span]:
    """The openings that begin on a day, by their beginning."""
    found = (_span(day, hours) for hours in on(calendar, day))
    return sorted((span for span in found if span.ends > span.begins), key=lambda span: span.begins)


def _span(day: date, hours: Hours) -> Span:
    over_midnight = hours.closes == "24:00" or hours.closes <= hours.opens
    closes = time() if hours.closes == "24:00" else time.fromisoformat(hours.closes)
    begins = datetime.combine(day, time.fromisoformat(hours.opens), ROME)
    ends = datetime.combine(day + timedelta(days=over_midnight), closes.replace(fold=1), ROME)
    return Span(begins.astimezone(UTC), ends.astimezone(UTC), hours.capacity)


def _has_place(span: Span, taken: Taken, places: int) -> bool:
    if span.capacity is None:
        return True
    return (taken(span.begins) or 0) + places <= span.capacity


def _is_sure(span: Span, taken: Taken) -> bool:
    return span.capacity is None or taken(span.begins) is not None
