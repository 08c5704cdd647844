"""The hub's calendar as its workers read it: a week with its openings, and who is in one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.clock import ROME, Reading, stamp
from kiosk.db.tx import Tx
from kiosk.domain import turns
from kiosk.domain.attendance import ADULT, Stay
from kiosk.domain.calendar import AHEAD_DAYS, Calendar, Day, Span, Taken, of_day, on, spans
from kiosk.domain.lead import AskTheLead
from kiosk.domain.overrides import Sight
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting, allows
from kiosk.usecases.day import Entry
from kiosk.usecases.edit_calendar import stranded
from kiosk.usecases.hours import shown_calendar
from kiosk.usecases.inside import Heard, heard
from kiosk.usecases.known import known_people
from kiosk.usecases.lead import ask_the_lead
from kiosk.usecases.look import look_on
from kiosk.usecases.opening import Slot, known_places, stays


@dataclass(frozen=True)
class Leading:
    """Who gives out places and edits the calendar. `elsewhere` is the lead's name where it is another station, "" where
    none is known; None: this one leads. `edits`: this worker may change the calendar here."""

    elsewhere: str | None
    edits: bool


@dataclass(frozen=True)
class WeekDay:
    day: date
    slots: tuple[Slot, ...]
    differs: Day | None  # from its weekday


@dataclass(frozen=True)
class Week:
    """`said`: somebody has said when this hub is open. `stranded` are expected in turns that are no more."""

    days: tuple[WeekDay, ...]
    said: bool
    stranded: tuple[Stay, ...]
    leading: Leading


@dataclass(frozen=True)
class OneDay:
    """A day to edit: what holds on it, and what holds on its weekday."""

    of: WeekDay
    weekly: Day
    leading: Leading


@dataclass(frozen=True)
class InTurn:
    """An opening and who is in it. `slot` is None where the calendar has none such (any more); `gives`: places of it
    can be given now."""

    begins: datetime
    slot: Slot | None
    gives: bool
    leading: Leading
    entries: tuple[Entry, ...] = ()
    stations: tuple[Heard, ...] = ()

    @property
    def people(self) -> frozenset[str]:
        return frozenset(id_ for entry in self.entries for id_ in (entry.stay.person, *entry.stay.ids) if id_)


def week(tx: Tx, by: Entered, day: date, now: Reading) -> Week | NotIn:
    """The week that a day is in, from Monday."""
    allowed = acting(tx, by, Deed.REGISTER)
    if isinstance(allowed, NotIn):
        return allowed
    shown, monday = shown_calendar(tx), day - timedelta(days=day.weekday())
    taken = known_places(tx, shown, now)
    days = tuple(_day(shown, monday + timedelta(days=ahead), taken, now) for ahead in range(7))
    return Week(days, shown != Calendar(), stranded(tx, now), leading(tx, by, now))


def one_day(tx: Tx, by: Entered, day: date, now: Reading) -> OneDay | NotIn:
    allowed = acting(tx, by, Deed.REGISTER)
    if isinstance(allowed, NotIn):
        return allowed
    shown = shown_calendar(tx)
    weekly = Day(on(Calendar(shown.weekly), day))
    return OneDay(_day(shown, day, known_places(tx, shown, now), now), weekly, leading(tx, by, now))


def turn(tx: Tx, by: Entered, begins: datetime, now: Reading) -> InTurn | NotIn:
    """Which opening begins then; who is in it is not said."""
    allowed = acting(tx, by, Deed.REGISTER)
    return allowed if isinstance(allowed, NotIn) else _turn(tx, by, begins, now)


def list_of_turn(tx: Tx, by: Entered, begins: datetime, now: Reading) -> InTurn | NotIn:
    """That the worker looked is on record before they see it; a page that stays open is one look."""
    seen = look_on(tx, by, Sight.INSIDE, "", now)
    return seen if isinstance(seen, NotIn) else _turn(tx, by, begins, now, among=stays(tx, now))


def leading(tx: Tx, by: Entered, now: Reading) -> Leading:
    asked = ask_the_lead(tx)
    return Leading(_name(tx, asked, now) if asked else None, asked is None and allows(tx, by, Deed.CALENDAR))


def _turn(tx: Tx, by: Entered, begins: datetime, now: Reading, among: Iterable[Stay] = ()) -> InTurn:
    shown, day = shown_calendar(tx), begins.astimezone(ROME).date()
    every, taken = list(spans(shown, now.day())), known_places(tx, shown, now)
    span = next((one for one in of_day(shown, day) if one.begins == begins), None)
    slot = Slot(span, _taken(span, now, taken(begins))) if span else None
    gives = span is not None and now.at < span.ends and day <= now.day() + timedelta(days=AHEAD_DAYS)
    inside = [stay for stay in among if stamp(begins) in stay.turns or begins in turns.turns_of(stay, every)]
    return InTurn(begins, slot, gives, leading(tx, by, now), _entries(tx, by, inside, now), heard(tx, now))


def _entries(tx: Tx, by: Entered, inside: list[Stay], now: Reading) -> tuple[Entry, ...]:
    """Who was given a place together stands together, children first."""
    people = known_people(tx, by, {id_ for stay in inside for id_ in stay.ids if id_}, now)
    guests = tx.attendance.guest_names(now.day().isoformat())
    entries = (Entry(one, one.named_in(people), guest=guests.get(next(iter(one.visits), ""), "")) for one in inside)
    return tuple(sorted(entries, key=_together))


def _together(entry: Entry) -> tuple[str, bool, str]:
    person = entry.person
    return entry.stay.party, person is None or person.band == ADULT, person.name.casefold() if person else ""


def _day(shown: Calendar, day: date, taken: Taken, now: Reading) -> WeekDay:
    slots = (Slot(span, _taken(span, now, taken(span.begins))) for span in of_day(shown, day))
    return WeekDay(day, tuple(slots), shown.days.get(day))


def _taken(span: Span, now: Reading, counted: int | None) -> int | None:
    """Nobody counts any more what is longer ago than yesterday."""
    return counted if span.ends > now.at - timedelta(days=1) else None


def _name(tx: Tx, asked: AskTheLead, now: Reading) -> str:
    """Its last characters tell a station that has no name here from the others."""
    names = {one.station: one.name for one in heard(tx, now)}
    return names.get(asked.station, "") or asked.station[-4:].upper()
