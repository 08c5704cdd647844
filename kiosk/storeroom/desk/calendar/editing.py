"""A coordinator changes a day, or a weekday from some day on; and takes it back."""

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain import timetable, turns
from kiosk.domain.calendar import Closure, Hours
from kiosk.domain.lead import AskTheLead
from kiosk.domain.timetable import Slip, Typed, Wrong
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.calendar.answers import home, lead_first
from kiosk.ui.desk.calendar.week import read_day
from kiosk.ui.desk.faces import NOTHING, Said, Tone, Undo
from kiosk.ui.desk.wishes import Wish
from kiosk.usecases import edit_calendar
from kiosk.usecases.edit_calendar import (
    CalendarEdited,
    NotFit,
    close_on,
    each_week_from,
    like_every_week,
    put_day,
    take_back_edits,
)


def put(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "put/2026-12-07": how it is to be ("weekly", "closed", "hours", "every"), why it differs, and its rows."""
    day, how, why, now = read_day(wish.about), wish.text("how"), wish.text("why"), behind.clock.read()
    if day is None or how not in ("weekly", "closed", "hours", "every") or (why and why not in tuple(Closure)):
        return NOTHING
    read = timetable.hours(
        [Typed(row.text("opens"), row.text("closes"), row.text("places")) for row in wish.rows("rows")]
    )
    if how == "every" and read == Slip(Wrong.NO_HOURS):
        read = ()  # closed on that weekday from then on
    if how in ("hours", "every") and isinstance(read, Slip):
        return Said(Tone.NO, read.what, number=read.row)
    hours: tuple[Hours, ...] = () if isinstance(read, Slip) else read
    reason = Closure(why) if why else None

    def work(tx: Tx) -> Said | NotIn:
        match how:
            case "weekly":
                said = [like_every_week(tx, by, day, now)]
            case "closed":
                said = [close_on(tx, by, day, reason or Closure.OTHER, now)]
            case "hours":
                said = [put_day(tx, by, day, hours, now, reason)]
            case _:
                said = [each_week_from(tx, by, day, hours, now), like_every_week(tx, by, day, now)]
        return _edited(tx, by, said, how, home(day), now)

    return behind.in_one(work)


def undo(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "undo/EVENT+EVENT"."""
    events, now = [event for event in wish.about.split("+") if event], behind.clock.read()

    def work(tx: Tx) -> Said | NotIn:
        said = take_back_edits(tx, by, events, now)
        match said:
            case NotIn():
                return said
            case AskTheLead():
                return lead_first(tx, by, now)
            case CalendarEdited():
                return Said(Tone.DONE, "edit_taken_back")
        return Said(Tone.NO, "changed_since")

    return behind.in_one(work)


def _edited(tx: Tx, by: Entered, said: list[edit_calendar.Said], how: str, to: str, now: Reading) -> Said | NotIn:
    """What was changed together is taken back together."""
    first = said[0]
    if isinstance(first, NotIn):
        return first
    if isinstance(first, AskTheLead):
        return lead_first(tx, by, now)
    if isinstance(first, NotFit):
        return Said(Tone.NO, "not_fit")
    edits = [one for one in said if isinstance(one, CalendarEdited)]
    if not edits:
        return Said(Tone.HINT, "same", to=to)
    waiting = sum(turns.places(stay) for stay in edits[-1].stranded)
    undo = Undo("calendar/undo/" + "+".join(one.event for one in edits))
    return Said(Tone.DONE, how, number=waiting, undo=undo, to=to)
