"""What the lead station of a hub changes in its calendar: one day, or the weekly table as a whole.

Only the lead edits, so there is nothing to merge: its last word counts. Who edited without being the lead (it moved
while they were without network) counts only where nobody has changed the same meanwhile. Whatever was replaced
unseen is shown to a person; the values themselves stay in the events.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from kiosk.domain import calendarrecord
from kiosk.domain.calendar import Calendar, Day, Weekly
from kiosk.domain.calendarrecord import Unreadable

KEPT = timedelta(days=366)  # how long a day that is over stays in the calendar
_MOST_ROWS = 200  # of a weekly table, or of a day, that somebody edits

Value = tuple[Weekly, ...] | Day | None  # None: the day is like that day of every week


@dataclass(frozen=True)
class Edit:
    """`day` is None for the weekly table. `was` is what stood there."""

    day: date | None
    was: Value
    now: Value


@dataclass(frozen=True)
class Told:
    """An edit, and the place of its event in its station's chain."""

    edit: Edit
    incarnation: str
    seq: int


@dataclass(frozen=True)
class Held:
    """A hub's calendar, and up to which seq of each incarnation the edits are in it."""

    calendar: Calendar = field(default_factory=Calendar)
    contains: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Merged:
    held: Held
    conflict: bool  # something was replaced, or left out, that nobody saw


def merge(held: Held, told: Told, *, lead: bool) -> Merged:
    """Central's calendar with one more edit in it; `lead`: by the station that is the lead now."""
    edit, stands = told.edit, value(held.calendar, told.edit.day)
    seen = {**held.contains, told.incarnation: max(told.seq, held.contains.get(told.incarnation, 0))}
    unseen = stands not in (edit.was, edit.now)
    calendar = held.calendar if unseen and not lead else with_edit(held.calendar, edit)
    return Merged(Held(calendar, seen), unseen)


def overlaid(held: Held, own: Iterable[Told]) -> Calendar:
    """What a station shows: central's calendar with those of its own edits that are not in it yet."""
    calendar = held.calendar
    for told in sorted(own, key=lambda one: one.seq):
        if not contains(held, told):
            calendar = with_edit(calendar, told.edit)
    return calendar


def contains(held: Held, told: Told) -> bool:
    return told.seq <= held.contains.get(told.incarnation, 0)


def value(calendar: Calendar, day: date | None) -> Value:
    """What stands there now: what the next edit replaces."""
    return calendar.weekly if day is None else calendar.days.get(day)


def with_edit(calendar: Calendar, edit: Edit) -> Calendar:
    if isinstance(edit.now, tuple):
        return replace(calendar, weekly=edit.now)
    others = {day: held for day, held in calendar.days.items() if day != edit.day}
    return replace(calendar, days=others if edit.now is None or edit.day is None else {**others, edit.day: edit.now})


def without_past(calendar: Calendar, today: date) -> Calendar:
    return replace(calendar, days={day: held for day, held in calendar.days.items() if day >= today - KEPT})


# --- as plain data --------------------------------------------------------------------------------------------------


def read_held(data: Mapping[str, Any]) -> Held | Unreadable:
    """From a hub's record."""
    calendar, seen = calendarrecord.read(data), data.get("in") or {}
    if isinstance(calendar, Unreadable) or not isinstance(seen, Mapping):
        return Unreadable()
    return Held(calendar, {name: seq for name, seq in seen.items() if isinstance(name, str) and type(seq) is int})


def dump_held(held: Held) -> dict[str, Any]:
    """The fields of a hub's record that are its calendar."""
    return {**calendarrecord.dump(held.calendar), "in": dict(held.contains)}


def dump_edit(edit: Edit) -> dict[str, str]:
    """As an event's body says it; values are JSON as in the hub's record, "" for none."""
    return {"day": edit.day.isoformat() if edit.day else "", "was": dump_value(edit.was), "now": dump_value(edit.now)}


def read_edit(body: Mapping[str, Any]) -> Edit | None:
    """None for what cannot be read."""
    match body:
        case {"day": str() as day, "was": str() as was, "now": str() as now}:
            return _edit(day, was, now)
    return None


def dump_value(held: Value) -> str:
    match held:
        case None:
            return ""
        case Day():
            return _text(calendarrecord.dump_day(held))
        case _:
            return _text(calendarrecord.dump_weekly(held))


def fits(day: date | None, now: Value) -> bool:
    """Whether the calendar can hold that there: one that reads itself as it was said."""
    dumped = dump_edit(Edit(day, now, now))
    return read_edit(dumped) == Edit(day, now, now)


def _edit(day: str, was: str, now: str) -> Edit | None:
    try:
        of = date.fromisoformat(day) if day else None
        edit = Edit(of, _value(of, was), _value(of, now))
        return edit if of is None or of.isoformat() == day else None
    except (KeyError, TypeError, ValueError, RecursionError):
        return None


def _value(day: date | None, text: str) -> Value:
    if day is not None and not text:
        return None
    read = json.loads(text)
    held = calendarrecord.read_weekly(read) if day is None else calendarrecord.read_day(read)
    if len(held if isinstance(held, tuple) else held.hours) > _MOST_ROWS:
        raise ValueError("rows")
    return held


def _text(rows: Any) -> str:
    return json.dumps(rows, sort_keys=True, separators=(",", ":"))
