"""A hub's calendar as plain data: the fields `hours` and `days` of the hub's record in the catalogue."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kiosk.domain.calendar import Calendar, Closure, Day, Hours, Weekly

LONGEST = 1000  # rows of hours and days that differ, each; a record with more is nonsense
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_YEARS = range(1900, 2200)  # any zone can say a moment of these


@dataclass(frozen=True)
class Unreadable:
    """The record says no hours that can be understood."""


def read(data: Mapping[str, Any]) -> Calendar | Unreadable:
    """From a hub's record: `hours` as [weekday, opens, closes] or {weekday, opens, closes, capacity, first, last}, and
    `days` as {date: [{opens, closes, capacity}]} or {date: {hours, why}}."""
    rows, days = data.get("hours") or [], data.get("days") or {}
    try:
        return Calendar(read_weekly(rows), {_day(text): read_day(day) for text, day in _few(days, Mapping).items()})
    except (KeyError, TypeError, ValueError):  # a wrong shape, anywhere in it
        return Unreadable()


def dump(calendar: Calendar) -> dict[str, Any]:
    """The two fields of a hub's record."""
    days = {day.isoformat(): dump_day(calendar.days[day]) for day in sorted(calendar.days)}
    return {"hours": dump_weekly(calendar.weekly), "days": days}


def read_weekly(rows: Any) -> tuple[Weekly, ...]:
    """Raises KeyError, TypeError or ValueError for what is no weekly table."""
    return tuple(_weekly(row) for row in _few(rows, list))


def read_day(day: Any) -> Day:
    """Raises like `read_weekly`. A reason of a later release is some other one."""
    said = {"hours": day} if isinstance(day, list) else day
    if not isinstance(said, Mapping):
        raise TypeError("day")
    why, hours = said.get("why") or None, tuple(_hours(each) for each in _few(said["hours"], list))
    return Day(hours, why and (Closure(why) if why in tuple(Closure) else Closure.OTHER))


def dump_weekly(weekly: tuple[Weekly, ...]) -> list[Any]:
    return [_dump_row(row) for row in weekly]


def dump_day(day: Day) -> dict[str, Any]:
    return {"hours": [_dump_hours(hours) for hours in day.hours], **({"why": day.why.value} if day.why else {})}


def _dump_row(row: Weekly) -> list[Any] | dict[str, Any]:
    """What releases of before turns can read stays as they read it."""
    if (row.hours.capacity, row.first, row.last) == (None, None, None):
        return [row.weekday, row.hours.opens, row.hours.closes]
    ends = {name: day.isoformat() for name, day in (("first", row.first), ("last", row.last)) if day}
    return {"weekday": row.weekday, **_dump_hours(row.hours), **ends}


def _dump_hours(hours: Hours) -> dict[str, Any]:
    return {name: value for name, value in vars(hours).items() if value is not None}


def _few(rows: Any, want: type[list[Any]] | type[Mapping[str, Any]]) -> Any:
    if not isinstance(rows, (list, Mapping)) or not isinstance(rows, want) or len(rows) > LONGEST:
        raise TypeError("rows")
    return rows


def _weekly(row: Any) -> Weekly:
    if isinstance(row, list):
        row = dict(zip(("weekday", "opens", "closes"), row, strict=True))
    if not isinstance(row, Mapping):
        raise TypeError("row")
    if type(row["weekday"]) is not int or not 1 <= row["weekday"] <= 7:
        raise ValueError("weekday")
    first, last = (_day(row[name]) if row.get(name) is not None else None for name in ("first", "last"))
    return Weekly(row["weekday"], _hours(row), first, last)


def _hours(row: Any) -> Hours:
    if not isinstance(row, Mapping):
        raise TypeError("hours")
    opens, closes, capacity = row["opens"], row["closes"], row.get("capacity")
    if not _TIME.fullmatch(opens) or not (closes == "24:00" or _TIME.fullmatch(closes)):
        raise ValueError("time")
    if capacity is not None and (type(capacity) is not int or capacity < 0):
        raise ValueError("capacity")
    return Hours(opens, closes, capacity)


def _day(text: Any) -> date:
    day = date.fromisoformat(text)
    if day.year not in _YEARS:
        raise ValueError("day")
    return day
