"""The hours that several rows give for one activity, put together: a year's, and those of single months."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from central.importers.merging import numbers
from central.importers.openings import ALL_YEAR, Opens, Span

Hours = list[list[Any]]  # [[1, "09:00", "12:30"], ...] as the catalogue has them
_Day = dict[Span, int]  # the first row that says so, by its times


@dataclass(frozen=True)
class Put:
    """`seasons` are the months with hours of their own, those with equal ones together; `notes` what was left out."""

    hours: Hours
    seasons: list[dict[str, Any]]
    notes: list[str]


@dataclass
class Timetable:
    _said: dict[Opens, int] = field(default_factory=dict)

    def add(self, row: int, said: Iterable[Opens]) -> None:
        for opens in said:
            self._said.setdefault(opens, row)

    def put_together(self) -> Put:
        """Hours of one day that overlap without being the same are left out."""
        days, notes = self._days(), []
        for (month, weekday), day in sorted(days.items()):
            if any(one[1] > other[0] for one, other in pairwise(sorted(day))):
                when = f"weekday {weekday}" + (f" of month {month}" if month else "")
                rows = numbers(day.values())
                notes.append(f"Rows {rows} give one activity hours that overlap on {when}: those were left out.")
                day.clear()
        months = sorted({opens.month for opens in self._said} - {ALL_YEAR})
        return Put(_hours(days, ALL_YEAR), _seasons(days, months), notes)

    def _days(self) -> dict[tuple[int, int], _Day]:
        days: dict[tuple[int, int], _Day] = defaultdict(dict)
        for opens, row in self._said.items():
            for weekday in opens.weekdays:
                days[opens.month, weekday].setdefault((opens.opens, opens.closes), row)
        return days


def _seasons(days: Mapping[tuple[int, int], _Day], months: Iterable[int]) -> list[dict[str, Any]]:
    alike: dict[str, tuple[list[int], Hours]] = {}
    for month in months:
        hours = _hours(days, month)
        alike.setdefault(repr(hours), ([], hours))[0].append(month)
    return [{"months": list_, "hours": hours} for list_, hours in alike.values()]


def _hours(days: Mapping[tuple[int, int], _Day], month: int) -> Hours:
    return [[weekday, *span] for weekday in range(1, 8) for span in sorted(days.get((month, weekday), ()))]
