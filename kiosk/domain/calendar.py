"""When a hub is open: weekly hours that hold for a time, days that differ, timed turns with a capacity.

An answer is shown beside a person at the door and refuses nobody; each one that is not "open" names the next chance.
Times of a hub are Rome's (Europe/Rome): in the hour that comes twice a hub opens at the first and closes at the second.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")
AHEAD_DAYS = 60  # how far a next chance is looked for
LONGEST = 1000  # rows of hours and days that differ, each; a record with more is nonsense
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


@dataclass(frozen=True)
class Unreadable:
    """The record says no hours that can be understood."""


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
class Calendar:
    """`days` are the days that differ, each with its hours in place of the weekly ones; without any, closed."""

    weekly: tuple[Weekly, ...]
    days: Mapping[date, tuple[Hours, ...]]


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
    """It is not open on this day."""

    next: datetime | None


Answer = Open | Early | Late | Full | Closed
Taken = Callable[[datetime], int | None]  # by the beginning of a turn; None where this station does not know


def answer(calendar: Calendar, at: datetime, taken_in_turn: Taken) -> Answer:
    """What the hub is at an aware moment. The next chance is the next beginning that is not known to be full."""
    at, today = at.astimezone(UTC), at.astimezone(ROME).date()
    near = list(spans(calendar, today))
    inside = [span for span in near if span.begins <= at < span.ends]
    free = [span for span in inside if _has_place(span, taken_in_turn)]
    if free:
        best = max(free, key=lambda span: (_is_sure(span, taken_in_turn), span.ends))
        return Open(best.ends, _is_sure(best, taken_in_turn))
    later = (span.begins for span in near if span.begins > at and _has_place(span, taken_in_turn))
    chance = next(later, None)
    if inside:
        return Full(chance)
    if chance is not None and chance.astimezone(ROME).date() == today:
        return Early(chance)
    was_open = any(span.ends <= at and span.ends.astimezone(ROME).date() == today for span in near)
    return Late(chance) if was_open else Closed(chance)


def spans(calendar: Calendar, today: date) -> Iterator[Span]:
    """The openings from yesterday's (one may go over midnight) to those in `AHEAD_DAYS` days, by their beginning."""
    for ahead in range(-1, AHEAD_DAYS + 1):
        day = today + timedelta(days=ahead)
        found = (_span(day, hours) for hours in on(calendar, day))
        yield from sorted((span for span in found if span.ends > span.begins), key=lambda span: span.begins)


def on(calendar: Calendar, day: date) -> tuple[Hours, ...]:
    """The hours that hold on a day."""
    if day in calendar.days:
        return calendar.days[day]
    return tuple(
        row.hours
        for row in calendar.weekly
        if row.weekday == day.isoweekday()
        and (row.first is None or row.first <= day)
        and (row.last is None or day <= row.last)
    )


def read(data: Mapping[str, Any]) -> Calendar | Unreadable:
    """From a hub's record: `hours` as [weekday, opens, closes] or {weekday, opens, closes, capacity, first, last}, and
    `days` as {date: [{opens, closes, capacity}]}."""
    rows, days = data.get("hours", []), data.get("days", {})
    if not isinstance(rows, list) or not isinstance(days, Mapping) or max(len(rows), len(days)) > LONGEST:
        return Unreadable()
    try:
        return Calendar(
            tuple(_weekly(row) for row in rows),
            {date.fromisoformat(day): tuple(_hours(each) for each in found) for day, found in days.items()},
        )
    except (KeyError, TypeError, ValueError):  # a wrong shape, anywhere in it
        return Unreadable()


def _weekly(row: Any) -> Weekly:
    if isinstance(row, list):
        row = dict(zip(("weekday", "opens", "closes"), row, strict=True))
    if type(row["weekday"]) is not int or not 1 <= row["weekday"] <= 7:
        raise ValueError("weekday")
    return Weekly(row["weekday"], _hours(row), _day(row.get("first")), _day(row.get("last")))


def _hours(row: Any) -> Hours:
    if not isinstance(row, Mapping):
        raise TypeError("hours")
    opens, closes, capacity = row["opens"], row["closes"], row.get("capacity")
    if not _TIME.fullmatch(opens) or not (closes == "24:00" or _TIME.fullmatch(closes)):
        raise ValueError("time")
    if capacity is not None and (type(capacity) is not int or capacity < 0):
        raise ValueError("capacity")
    return Hours(opens, closes, capacity)


def _day(text: Any) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _span(day: date, hours: Hours) -> Span:
    over_midnight = hours.closes == "24:00" or hours.closes <= hours.opens
    closes = time() if hours.closes == "24:00" else time.fromisoformat(hours.closes)
    begins = datetime.combine(day, time.fromisoformat(hours.opens), ROME)
    ends = datetime.combine(day + timedelta(days=over_midnight), closes.replace(fold=1), ROME)
    return Span(begins.astimezone(UTC), ends.astimezone(UTC), hours.capacity)


def _has_place(span: Span, taken: Taken) -> bool:
    if span.capacity is None:
        return True
    return (taken(span.begins) or 0) < span.capacity


def _is_sure(span: Span, taken: Taken) -> bool:
    return span.capacity is None or taken(span.begins) is not None
