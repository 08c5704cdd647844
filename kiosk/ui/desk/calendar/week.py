"""A week at a glance: each day's openings, how full they are, and what differs."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from kiosk.clock import Reading, from_stamp, stamp
from kiosk.domain import turns
from kiosk.domain.attendance import Stay
from kiosk.domain.calendar import Hours
from kiosk.ui.faces import Moment
from kiosk.ui.standing import moment
from kiosk.usecases.opening import Slot
from kiosk.usecases.week import Leading, OneDay, Week, WeekDay


@dataclass(frozen=True)
class LeadFace:
    """`here`: this station gives out places and edits. `station` is the name of the one that does, "" for none."""

    here: bool
    station: str
    edits: bool


@dataclass(frozen=True)
class SlotFace:
    """One opening. `places` is None for hours that everybody may come in; `taken` where nobody knows here."""

    id: str  # its beginning, as a stamp
    begins: str  # "9.30"
    ends: str
    places: int | None
    taken: int | None
    free: int | None
    over: bool
    now: bool


@dataclass(frozen=True)
class DayFace:
    """`why` is one of kiosk.domain.calendar.Closure, "" where none was said; `differs` from the weekday's hours."""

    id: str  # ISO date
    today: bool
    past: bool
    differs: bool
    why: str
    slots: tuple[SlotFace, ...]


@dataclass(frozen=True)
class StrandedFace:
    """People who are expected in a turn that is no more: somebody has to speak to them."""

    turn: str  # its beginning, as a stamp
    at: Moment
    people: int


@dataclass(frozen=True)
class WeekFace:
    """`this`: the one that is now; `before` and `after` are days of the weeks beside it; `at`, the day asked for."""

    at: str  # ISO dates
    first: str
    last: str
    this: bool
    before: str
    after: str
    said: bool
    days: tuple[DayFace, ...]
    stranded: tuple[StrandedFace, ...]
    lead: LeadFace


@dataclass(frozen=True)
class RowFace:
    """Hours as they are typed: "9.30", and "" for no capacity."""

    opens: str
    closes: str
    places: str


@dataclass(frozen=True)
class EditDayFace:
    """`rows` hold on the day, `weekly` on its weekday; `whys` are what a closure can be for."""

    day: str
    today: bool
    past: bool
    differs: bool
    why: str
    rows: tuple[RowFace, ...]
    weekly: tuple[RowFace, ...]
    whys: tuple[str, ...]
    expected: int  # people who have a place on it
    lead: LeadFace = field(default_factory=lambda: LeadFace(False, "", False))


def derive(week: Week, at: date, now: Reading) -> WeekFace:
    first, last = week.days[0].day, week.days[-1].day
    return WeekFace(
        at=at.isoformat(),
        first=first.isoformat(),
        last=last.isoformat(),
        this=first <= now.day() <= last,
        before=(first - timedelta(days=7)).isoformat(),
        after=(first + timedelta(days=7)).isoformat(),
        said=week.said,
        days=tuple(_day(day, now) for day in week.days),
        stranded=_stranded(week.stranded, now),
        lead=lead(week.leading),
    )


def edit(day: OneDay, whys: tuple[str, ...], now: Reading) -> EditDayFace:
    shown = _day(day.of, now)
    hours = day.of.differs.hours if day.of.differs else day.weekly.hours
    return EditDayFace(
        day=shown.id,
        today=shown.today,
        past=shown.past,
        differs=shown.differs,
        why=shown.why,
        rows=tuple(_row(one) for one in hours),
        weekly=tuple(_row(one) for one in day.weekly.hours),
        whys=whys,
        expected=sum(slot.taken or 0 for slot in day.of.slots),
        lead=lead(day.leading),
    )


def lead(leading: Leading) -> LeadFace:
    return LeadFace(leading.elsewhere is None, leading.elsewhere or "", leading.edits)


def slot(of: Slot, now: Reading) -> SlotFace:
    span = of.span
    return SlotFace(
        id=stamp(span.begins),
        begins=moment(span.begins, now).time,
        ends=moment(span.ends, now).time,
        places=span.capacity,
        taken=of.taken,
        free=of.free,
        over=span.ends <= now.at,
        now=span.begins <= now.at < span.ends,
    )


def _day(day: WeekDay, now: Reading) -> DayFace:
    return DayFace(
        id=day.day.isoformat(),
        today=day.day == now.day(),
        past=day.day < now.day(),
        differs=day.differs is not None,
        why=(day.differs.why or "") if day.differs else "",
        slots=tuple(slot(one, now) for one in day.slots),
    )


def _stranded(stays: tuple[Stay, ...], now: Reading) -> tuple[StrandedFace, ...]:
    people: dict[str, int] = {}
    for stay in stays:
        people[stay.turns[0]] = people.get(stay.turns[0], 0) + turns.places(stay)
    return tuple(StrandedFace(turn, moment(from_stamp(turn), now), count) for turn, count in sorted(people.items()))


def _row(hours: Hours) -> RowFace:
    return RowFace(_typed(hours.opens), _typed(hours.closes), "" if hours.capacity is None else str(hours.capacity))


def _typed(clock: str) -> str:
    """ "09:30" as it is written here: "9.30"."""
    hour, _, minute = clock.partition(":")
    return f"{int(hour)}.{minute}"


def read_day(text: str) -> date | None:
    """The day that an address names; None for nonsense."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
