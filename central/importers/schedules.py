"""The schedules of HSDS (some of the rules of RFC 5545) as weekly hours or as dates. The zone is the city's."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from central.importers.hsdsmodels import Schedule

_MOST_DATES = 400  # of one schedule
_LONGEST = timedelta(days=366 * 3)  # that one schedule is followed, from today or its beginning
_OLDEST = 10  # years before today from which dates can be counted
_YEARS = range(1970, 2200)
_WEEK = 7


@dataclass(frozen=True)
class Weekly:
    """Hours that hold every week, as far as anybody says."""

    weekdays: tuple[int, ...]  # 1 = Monday


@dataclass(frozen=True)
class Dates:
    """`followed` is the day up to which it was followed, when it goes on after that."""

    dates: tuple[date, ...]
    followed: date | None = None


@dataclass(frozen=True)
class Over:
    """It ended, on this day."""

    on: date


@dataclass(frozen=True)
class Unclear:
    reason: str


def read(schedule: Schedule, today: date) -> Weekly | Dates | Over | Unclear:
    """A schedule that says when or after how many times it ends is dates, from today on; any other is weekly hours."""
    end = min((day for day in (schedule.until, schedule.valid_to) if day), default=None)
    if end and end < today:
        return Over(end)
    if schedule.byyearday or schedule.byweekno:
        return Unclear("days or weeks of the year are not understood")
    if schedule.until or schedule.count:
        return _dates(schedule, end, today)
    if schedule.freq != "WEEKLY" or (schedule.interval or 1) > 1 or schedule.bymonthday:
        return Unclear("it is not every week, and does not say when it ends")
    if not schedule.byday or any(nth for nth, _ in schedule.byday):
        return Unclear("it does not say on which weekdays")
    return Weekly(tuple(sorted({weekday for _, weekday in schedule.byday})))


def _dates(schedule: Schedule, end: date | None, today: date) -> Dates | Over | Unclear:
    start = schedule.dtstart or schedule.valid_from
    wrong = _wrong(schedule, start, today)
    if wrong or start is None:
        return Unclear(wrong)
    followed = max(start, today) + _LONGEST
    days = _days(start if schedule.count else max(start, today), min(end or followed, followed))
    found = list(islice((day for day in days if _holds(schedule, start, day)), schedule.count))
    coming = tuple(day for day in found if day >= today)
    if len(coming) > _MOST_DATES:
        return Unclear(f"it has more than {_MOST_DATES} dates")
    if not coming:
        return Over(found[-1]) if found else Unclear("no date of its own fits its rules")
    whole = len(found) == schedule.count or (end is not None and end <= followed)
    return Dates(coming, None if whole else followed)


def _wrong(schedule: Schedule, start: date | None, today: date) -> str:
    if start is None:
        return "it does not say when it begins"
    if start.year not in _YEARS:
        return f"it begins in the year {start.year}"
    if schedule.count and start.year < today.year - _OLDEST:
        return f"it is counted from the year {start.year}"
    if schedule.freq == "WEEKLY" and (schedule.bymonthday or any(nth for nth, _ in schedule.byday or ())):
        return "it is weekly and on days of the month at once"
    if schedule.freq == "WEEKLY" and (schedule.interval or 1) > 1 and schedule.wkst not in (None, "MO"):
        return "its weeks do not begin on Monday"
    if schedule.freq == "MONTHLY" and any(nth == 0 for nth, _ in schedule.byday or ()):
        return "it is monthly and does not say in which week of the month"
    return "" if schedule.freq else "it does not say how often"


def _days(start: date, last: date) -> Iterator[date]:
    for days in range((last - start).days + 1):
        yield start + timedelta(days=days)


def _holds(schedule: Schedule, start: date, day: date) -> bool:
    interval = schedule.interval or 1
    if schedule.freq == "WEEKLY":
        weekdays = {weekday for _, weekday in schedule.byday or ()} or {start.isoweekday()}
        weeks = (day.toordinal() - 1) // _WEEK - (start.toordinal() - 1) // _WEEK
        return day.isoweekday() in weekdays and weeks % interval == 0
    months = (day.year - start.year) * 12 + day.month - start.month
    return months % interval == 0 and _in_month(schedule, start, day)


def _in_month(schedule: Schedule, start: date, day: date) -> bool:
    left = ((day.replace(day=28) + timedelta(days=4)).replace(day=1) - day).days  # to the end of the month, this one in
    monthdays = schedule.bymonthday or (() if schedule.byday else (start.day,))
    if monthdays and not {day.day, -left} & set(monthdays):
        return False
    nth = {((day.day - 1) // _WEEK + 1, day.isoweekday()), (-((left - 1) // _WEEK + 1), day.isoweekday())}
    return not schedule.byday or bool(nth & set(schedule.byday))
