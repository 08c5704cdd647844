"""A hub's hours as a coordinator writes them: times as they are typed, and a weekday's hours from some day on.

Pure and total; what cannot be meant is said with the row it is in.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from kiosk.domain.calendar import Hours, Weekly

MOST_PLACES = 9999  # of one turn: more is a slip of the hand
_CLOCK = re.compile(r"(\d{1,2})(?:[.:, ]?([0-5]\d))?", re.ASCII)


@dataclass(frozen=True)
class Typed:
    """One row of a form; `places` is "" for hours that everybody may come in."""

    opens: str
    closes: str
    places: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.opens or self.closes or self.places)


class Wrong(StrEnum):
    """Why a row cannot be meant."""

    TIME = "time"
    SAME_TIME = "same_time"  # it closes when it opens
    PLACES = "places"
    TWICE = "twice"  # two that begin together could not be told apart
    NO_HOURS = "no_hours"


@dataclass(frozen=True)
class Slip:
    what: Wrong
    row: int = 0  # from 1; 0 where it is of no row


def clock(text: str) -> str | None:
    """ "9", "9.30", "930" or "09:30" as "09:30"; midnight at the end of a day is "24:00". None for what is no time."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 or (hour, minute) == (24, 0) else None


def hours(rows: Sequence[Typed]) -> tuple[Hours, ...] | Slip:
    """In the order of the day; rows in which nothing is typed are none."""
    read: dict[str, Hours] = {}
    for number, row in enumerate(rows, 1):
        if row.is_empty:
            continue
        said = _row(row)
        if isinstance(said, Wrong):
            return Slip(said, number)
        if said.opens in read:
            return Slip(Wrong.TWICE, number)
        read[said.opens] = said
    return tuple(read[opens] for opens in sorted(read)) or Slip(Wrong.NO_HOURS)


def from_day_on(weekly: Sequence[Weekly], day: date, hours: Sequence[Hours]) -> tuple[Weekly, ...]:
    """The weekly table with these hours on the weekday of a day, from that day on and for as long as the hours that
    hold on it now. What was said of later seasons stays."""
    mine = [row for row in weekly if row.weekday == day.isoweekday()]
    over = [row for row in mine if (row.first or day) <= day <= (row.last or day)]
    if [row.hours for row in over] == list(hours):
        return tuple(weekly)
    ended = (replace(row, last=day - timedelta(days=1)) if row in over else row for row in weekly)
    kept = [row for row in ended if row.first is None or row.last is None or row.first <= row.last]
    last = _until(over, [row.first for row in mine if row.first and row.first > day])
    return (*kept, *(Weekly(day.isoweekday(), each, day, last) for each in hours))


def _row(row: Typed) -> Hours | Wrong:
    opens, closes = clock(row.opens), clock(row.closes)
    if opens is None or closes is None or opens == "24:00":
        return Wrong.TIME
    if opens == closes:
        return Wrong.SAME_TIME
    places = row.places.strip()
    if not places:
        return Hours(opens, closes)
    is_number = places.isascii() and places.isdecimal() and len(places) <= len(str(MOST_PLACES))
    return Hours(opens, closes, int(places)) if is_number and 0 < int(places) <= MOST_PLACES else Wrong.PLACES


def _until(over: Sequence[Weekly], later: Sequence[date]) -> date | None:
    """The last day of what is replaced; where nothing was, the day before the next season."""
    ends = [row.last for row in over if row.last]
    if over:
        return max(ends) if len(ends) == len(over) else None
    return min(later) - timedelta(days=1) if later else None
