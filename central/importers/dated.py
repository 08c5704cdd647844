"""The dated session that one row gives."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from central.importers import cells, openings, times
from central.importers.cells import BadCell
from central.importers.mapped import SessionMapping
from central.importers.remarks import Remarks
from central.importers.rows import Data
from central.importers.times import Day
from central.importers.words import PLAIN

CITY = ZoneInfo("Europe/Rome")
_MIDNIGHT = "24:00"


def read(properties: Mapping[str, Any], session: SessionMapping, remarks: Remarks) -> tuple[str, Data] | None:
    """The end of its id and its data, but for its activity; None for a row without a date. Raises BadCell."""
    said = cells.text(properties, session.date, PLAIN)
    if not said:
        return None
    day = times.day(said)
    if day is None:
        raise BadCell(f'"{session.date.names[0]}" is "{said[:40]}", not a date like 31/12/2026')
    _remark(day, said, remarks)
    starts, ends = (cells.text(properties, cell, PLAIN) for cell in (session.starts, session.ends))
    hours = openings.span(starts, ends, remarks)
    if hours is None:
        raise BadCell(f'on {day.date} it is from "{starts[:20]}" to "{ends[:20]}", which are no times')
    capacity = cells.kept(lambda: cells.integer(properties, session.capacity, PLAIN), remarks)
    return f"{day.date}.{hours[0].replace(':', '')}", dates(day.date, *hours) | {"capacity": capacity}


def dates(day: date, opens: str, closes: str) -> Data:
    """Beginning and end as the catalogue has them, with the city's offset from UTC."""
    after = timedelta(days=1 if closes == _MIDNIGHT else 0)
    end = time() if closes == _MIDNIGHT else time.fromisoformat(closes)
    return {
        "starts": datetime.combine(day, time.fromisoformat(opens), CITY).isoformat(),
        "ends": datetime.combine(day + after, end, CITY).isoformat(),
        "free": None,
        "cancelled": False,
    }


def _remark(day: Day, said: str, remarks: Remarks) -> None:
    if day.short:
        remarks.interpreted("a year of two digits, taken for one of this century", said)
    elif day.either:
        remarks.interpreted("a date that could begin with its month, read with its day first", said)
