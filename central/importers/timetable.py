"""The hours that several rows give for one activity, put together: a year's, and those of single months."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from central.importers.merging import numbers
from central.importers.openings import ALL_YEAR, Opens

Hours = list[list[Any]]  # [[1, "09:00", "12:30"], ...] as the catalogue has them


@dataclass
class Timetable:
    """`seasons` are the months that have hours of their own, those with the same hours together."""

    _rows: dict[Opens, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, row: int, said: Iterable[Opens]) -> None:
        for opens in said:
            self._rows[opens].add(row)

    def conflicts(self) -> list[str]:
        """Leaves out hours of one day that overlap without being the same; a sentence for each."""
        by_day: dict[tuple[int, int], list[Opens]] = defaultdict(list)
        for opens in sorted(self._rows, key=_order):
            if opens.weekday:
                by_day[opens.month, opens.weekday].append(opens)
        sentences = []
        for (month, weekday), several in by_day.items():
            if any(one.closes > other.opens for one, other in pairwise(several)):
                rows = numbers(row for opens in several for row in self._rows.pop(opens))
                when = f"weekday {weekday}" + (f" of month {month}" if month else "")
                sentences.append(f"Rows {rows} give one activity hours that overlap on {when}: those were left out.")
        return sentences

    def hours(self) -> Hours:
        return _hours(opens for opens in self._rows if opens.month == ALL_YEAR)

    def seasons(self) -> list[dict[str, Any]]:
        months: dict[str, tuple[list[int], Hours]] = {}
        for month in sorted({opens.month for opens in self._rows} - {ALL_YEAR}):
            hours = _hours(opens for opens in self._rows if opens.month == month)
            months.setdefault(repr(hours), ([], hours))[0].append(month)
        return [{"months": list_, "hours": hours} for list_, hours in months.values()]


def _hours(said: Iterable[Opens]) -> Hours:
    return [[opens.weekday, opens.opens, opens.closes] for opens in sorted(said, key=_order) if opens.weekday]


def _order(opens: Opens) -> tuple[int, int, str, str]:
    return opens.month, opens.weekday, opens.opens, opens.closes
