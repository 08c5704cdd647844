"""The schedules of a service of HSDS as the catalogue keeps them: weekly hours, or sessions."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from central.importers import dated, openings, schedules
from central.importers.hsdsmodels import Parts, Schedule, parts
from central.importers.openings import ALL_YEAR, Opens, Span
from central.importers.remarks import Remarks
from central.importers.rows import Data
from central.importers.schedules import Dates, Over, Unclear, Weekly
from central.importers.timetable import Timetable

_UTC = "Z"


@dataclass
class Scheduled:
    """`sessions` by the end of their ids; they still lack their activity."""

    hours: list[list[Any]] = field(default_factory=list)
    sessions: dict[str, Data] = field(default_factory=dict)


def read(several: Parts, path: str, today: date, remarks: Remarks) -> Scheduled:
    """What is understood of some schedules; the rest is remarked."""
    table, found = Timetable(), Scheduled()
    for index, schedule in enumerate(parts(Schedule, several, path, remarks)):
        said = schedules.read(schedule, today)
        hours = _hours(schedule, f"{path}[{index}]", remarks)
        match said:
            case Over(on):
                remarks.interpreted("a schedule that ended before today, left out", f"{path}[{index}], {on}")
            case Unclear(reason):
                remarks.omit(f"{path}[{index}]: {reason}: it was left out")
            case _ if hours is None:
                times = f"{schedule.opens_at} to {schedule.closes_at}"
                remarks.omit(f"{path}[{index}]: opens_at and closes_at ({times}) are no opening hours")
            case Weekly(weekdays):
                table.add(index, [Opens(ALL_YEAR, weekdays, *hours)])
                if schedule.valid_from or schedule.valid_to or (schedule.dtstart and schedule.dtstart > today):
                    remarks.interpreted("weekly hours that hold for a time, kept without its beginning and end", path)
            case Dates(days, followed):
                _add(found.sessions, days, hours, f"{path}[{index}]", remarks)
                if followed:
                    remarks.interpreted("dates more than three years ahead, left out", f"{path}[{index}], {followed}")
    put = table.put_together()
    for sentence in put.notes:
        remarks.omit(f"{path}: {sentence}")
    found.hours = put.hours
    return found


def _hours(schedule: Schedule, path: str, remarks: Remarks) -> Span | None:
    opens, closes = schedule.opens_at or "", schedule.closes_at or ""
    if opens.endswith(_UTC) or closes.endswith(_UTC):
        remarks.interpreted("times marked as UTC, taken for those of the city's clocks", f"{path}, {opens} to {closes}")
    return openings.span(opens.removesuffix(_UTC), closes.removesuffix(_UTC), remarks)


def _add(sessions: dict[str, Data], days: Iterable[date], hours: Span, path: str, remarks: Remarks) -> None:
    """Of two sessions that begin at once and end apart, the first stays."""
    for day in days:
        data = dated.dates(day, *hours) | {"capacity": None}
        if sessions.setdefault(_id(day, hours), data) != data:
            remarks.omit(f"{path}: on {day} another begins at {hours[0]} too, and ends at another time")


def _id(day: date, hours: Span) -> str:
    return f"{day}.{hours[0].replace(':', '')}"
