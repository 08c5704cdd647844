"""A coordinator changes the hub's calendar at its lead station: the week, a day that differs, a closure.

It counts here at once; central takes it into the hub's record, and so it reaches the other stations. What was promised
to people in a turn that is no more stays promised: `stranded` says whom to speak to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.clock import Reading, from_stamp
from kiosk.db.tx import Tx
from kiosk.domain import calendaredits
from kiosk.domain.attendance import State, Stay
from kiosk.domain.calendar import Closure, Day, Hours, Weekly, spans
from kiosk.domain.calendaredits import Edit, Value, dump_edit, fits, read_edit, value
from kiosk.domain.events import Type
from kiosk.domain.lead import AskTheLead
from kiosk.domain.timetable import from_day_on
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.hours import held_calendar, shown_calendar
from kiosk.usecases.lead import ask_the_lead
from kiosk.usecases.opening import stays


@dataclass(frozen=True)
class CalendarEdited:
    """It is on disk. `stranded` are those who are expected in a turn that the calendar does not have."""

    event: str
    stranded: tuple[Stay, ...] = ()


@dataclass(frozen=True)
class Same:
    """It is so already."""


@dataclass(frozen=True)
class NotFit:
    """The calendar cannot hold that: a time, a number or a day that cannot be, or a day that is over."""


@dataclass(frozen=True)
class ChangedSince:
    """It is no edit of this station, or something else stands there now: nothing is taken back."""


Said = CalendarEdited | Same | NotFit | AskTheLead | NotIn


def put_week(tx: Tx, by: Entered, weekly: Sequence[Weekly], now: Reading) -> Said:
    """The weekly table as a whole."""
    return _put(tx, by, None, tuple(weekly), now)


def put_day(tx: Tx, by: Entered, day: date, hours: Sequence[Hours], now: Reading, why: Closure | None = None) -> Said:
    """A day with hours of its own."""
    return _put(tx, by, day, Day(tuple(hours), why), now)


def close_on(tx: Tx, by: Entered, day: date, why: Closure, now: Reading) -> Said:
    return _put(tx, by, day, Day(why=why), now)


def like_every_week(tx: Tx, by: Entered, day: date, now: Reading) -> Said:
    """The day differs no more."""
    return _put(tx, by, day, None, now)


def each_week_from(tx: Tx, by: Entered, day: date, hours: Sequence[Hours], now: Reading) -> Said:
    """The hours of a weekday from this day on, none for closed. What was said of later seasons stays, and so do days
    that differ."""
    if day < now.day():
        return NotFit()
    return put_week(tx, by, from_day_on(shown_calendar(tx).weekly, day, hours), now)


def take_back_edits(tx: Tx, by: Entered, events: Sequence[str], now: Reading) -> Said | ChangedSince:
    """What these edits replaced stands there again, all or none."""
    bodies = (tx.events.body(event) for event in events)
    edits = [read_edit(body) if body else None for body in bodies]
    shown = shown_calendar(tx)
    said: Said | ChangedSince = ChangedSince()
    if not all(edit is not None and value(shown, edit.day) == edit.now for edit in edits):
        return said
    for edit in edits:
        if edit is not None:
            said = _put(tx, by, edit.day, edit.was, now)
    return said


def stranded(tx: Tx, now: Reading) -> tuple[Stay, ...]:
    """Who is expected from now on in a turn that the calendar does not have."""
    begins = {span.begins for span in spans(shown_calendar(tx), now.day())}
    expected = (stay for stay in stays(tx, now) if stay.state is State.EXPECTED)
    return tuple(stay for stay in expected if now.at < (turn := from_stamp(stay.turns[0])) and turn not in begins)


def leave_to_central(tx: Tx) -> int:
    """Forget the edits that central's record contains; how many."""
    held = held_calendar(tx)
    done = [event for event, told in tx.calendar_edits.own().items() if calendaredits.contains(held, told)]
    tx.calendar_edits.forget(done)
    return len(done)


def _put(tx: Tx, by: Entered, day: date | None, wanted: Value, now: Reading) -> Said:
    station, elsewhere = acting(tx, by, Deed.CALENDAR), ask_the_lead(tx)
    if isinstance(station, NotIn):
        return station
    if elsewhere is not None:
        return elsewhere
    was = value(shown_calendar(tx), day)
    if not fits(day, wanted) or (day is not None and day < now.day()):
        return NotFit()
    if was == wanted:
        return Same()
    edit = Edit(day, was, wanted)
    content = {**dump_edit(edit), "hub": station.hub, "worker": by.worker.id, "entry": by.entry}
    event = tx.events.record(station, Type.CALENDAR_EDITED, content, now)
    tx.calendar_edits.add(event, edit)
    return CalendarEdited(event, stranded(tx, now))
