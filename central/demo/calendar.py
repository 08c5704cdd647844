"""The sessions of the demonstration, from its weekly times."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")
DAYS = 21  # three weeks from the day of loading

Data = dict[str, Any]


def sessions(activity: str, times: Sequence[Mapping[str, Any]], day: date) -> Iterator[tuple[str, Data]]:
    """Id and data of each session from `day` on. The same date and time is the same session, whatever `day` is.

    A row of `times` says the weekdays (1 = Monday), "15:00-16:00", and optionally capacity and the free places, which
    take turns from date to date so that there are some, few and none.
    """
    for date_ in (day + timedelta(days=n) for n in range(DAYS)):
        for row in times:
            if date_.isoweekday() in row["days"]:
                yield _session(activity, row, date_)


def _session(activity: str, row: Mapping[str, Any], day: date) -> tuple[str, Data]:
    begins, ends = row["at"].split("-")
    free = row.get("free")
    data = {
        "activity": activity,
        "starts": _moment(day, begins),
        "ends": _moment(day, ends),
        "capacity": row.get("capacity"),
        "free": free[day.toordinal() % len(free)] if free else None,
        "cancelled": False,
        "demo": True,
    }
    return f"{activity}.{day.isoformat()}.{begins.replace(':', '')}", data


def _moment(day: date, clock: str) -> str:
    return datetime.combine(day, time.fromisoformat(clock), ROME).isoformat()
