"""The opening hours that one row gives."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from central.importers import calendar, cells, times
from central.importers.mapped import Cell, HoursMapping
from central.importers.remarks import Remarks
from central.importers.words import PLAIN

ALL_YEAR = 0  # in place of a month
_CLOSED = {"chiuso", "chiusa", "chiusi", "chiusura", "closed", "-", "/"}
_T = r"(?:dalle |ore |h\.? ?)?\d{1,2}(?: ?[:.h] ?\d{2})?"
_SPAN = re.compile(rf"(?<![\d:.])({_T}) ?(?:-|alle|a|to) ?({_T})(?![\d:.]\d)|\b(?:chius[oa]|closed)\b")
_BETWEEN = " ,;:/|.&+\n"
_AND = {"e", "ed", "and", ""}

Span = tuple[str, str]  # "09:00", "24:00"


@dataclass(frozen=True, slots=True)
class Opens:
    """Hours on some weekdays (1 = Monday) of one month (1 = January, or ALL_YEAR); without weekdays it is closed."""

    month: int
    weekdays: tuple[int, ...] = ()
    opens: str = ""
    closes: str = ""


class _Unclear(Exception):
    """Why hours cannot be used."""


def read(properties: Mapping[str, Any], hours: HoursMapping, remarks: Remarks) -> list[Opens]:
    """What a row says of opening hours; what is not understood of it is remarked and left out. Raises BadCell."""
    try:
        months = _months(_text(properties, hours.months), remarks)
        said = _said(properties, hours, remarks)
    except (_Unclear, cells.Unclear) as unclear:
        remarks.omit(f"{unclear}: its hours were left out")
        return []
    if said is None:
        return []
    days: dict[Span, list[int]] = defaultdict(list)
    for day, spans in said.items():
        for one in spans:
            days[one].append(day)
    found = [Opens(month, tuple(weekdays), *one) for month in months for one, weekdays in days.items()]
    return found or [Opens(month) for month in months if month != ALL_YEAR]


def span(opens: str, closes: str, remarks: Remarks) -> Span | None:
    """Times of day as the catalogue holds them; None when they are none, or not in this order."""
    first, last = times.clock(opens), times.clock(closes)
    if first is None or last is None:
        return None
    end = "24:00" if last.text == "00:00" else last.text
    if first.text >= end:
        return None
    if end == "24:00" and closes.strip() != "24:00":
        remarks.interpreted("a closing time taken for midnight, 24:00", closes)
    for time, text in ((first, opens), (last, closes)):
        if time.bare and time.text != "24:00":
            remarks.interpreted("an hour written without minutes, taken as a full hour", text)
    return first.text, end


def _text(properties: Mapping[str, Any], cell: Cell | None) -> str:
    return cells.text(properties, cell, PLAIN)


def _months(text: str, remarks: Remarks) -> frozenset[int]:
    if not text:
        return frozenset({ALL_YEAR})
    found = calendar.months(text)
    if found is None:
        raise _Unclear(f'"{text}" is no month')
    if re.search(r"\d{4}", text):
        remarks.interpreted("a month whose year was not kept", text)
    return frozenset({ALL_YEAR}) if found == calendar.EVERY_MONTH else found


def _said(properties: Mapping[str, Any], hours: HoursMapping, remarks: Remarks) -> dict[int, list[Span]] | None:
    """By weekday, from whichever columns say something; None when none does."""
    columns = [_of_week(properties, hours, remarks), _of_times(properties, hours, remarks)]
    said = [one for one in columns if one is not None]
    try:
        text = _text(properties, hours.said)
        said += [_of_text(text, _days_or_none(properties, hours, remarks), remarks)] if text else []
    except _Unclear as unclear:
        if not said:
            raise
        remarks.omit(str(unclear))
    if any(_open(one) != _open(said[0]) for one in said):
        raise _Unclear("its hours are said in several ways that differ")
    return said[0] if said else None


def _open(said: Mapping[int, list[Span]]) -> dict[int, list[Span]]:
    return {day: sorted(spans) for day, spans in said.items() if spans}


def _of_week(properties: Mapping[str, Any], hours: HoursMapping, remarks: Remarks) -> dict[int, list[Span]] | None:
    week = {day: text for day, cell in hours.week.items() if (text := _text(properties, cell))}
    return {day: _spans(text, remarks) for day, text in week.items()} or None


def _of_times(properties: Mapping[str, Any], hours: HoursMapping, remarks: Remarks) -> dict[int, list[Span]] | None:
    opens, closes = _text(properties, hours.opens), _text(properties, hours.closes)
    if times.plain(opens) in _CLOSED - {"-", "/"} or times.plain(closes) in _CLOSED - {"-", "/"}:
        return {}
    if not (opens or closes):
        return None
    days = _days(properties, hours, remarks)
    found = span(opens, closes, remarks)
    if found is None:
        raise _Unclear(f'"{opens}" to "{closes}" are no opening hours')
    return {day: [found] for day in days}


def _days(properties: Mapping[str, Any], hours: HoursMapping, remarks: Remarks) -> frozenset[int]:
    found = _days_or_none(properties, hours, remarks)
    if found is None:
        raise _Unclear("it says times and no days")
    return found


def _days_or_none(properties: Mapping[str, Any], hours: HoursMapping, remarks: Remarks) -> frozenset[int] | None:
    text = _text(properties, hours.days)
    if not text or hours.days is None:
        return None
    found = calendar.days(text)
    if found is None:
        raise _Unclear(f'"{text}" are no days')
    if not _text(properties, replace(hours.days, default="")):
        remarks.interpreted(f'times without days, taken for "{text}" as the mapping says')
    return found


def _spans(text: str, remarks: Remarks) -> list[Span]:
    """Times of one day, without days: "9-12.30 / 14-18"."""
    if times.plain(text) in _CLOSED:
        return []
    return _of_text(text, frozenset({1}), remarks, with_days=False)[1]


def _of_text(text: str, days: frozenset[int] | None, remarks: Remarks, with_days: bool = True) -> dict[int, list[Span]]:
    """ "lun-ven 9-12.30 e 14-18; sab chiuso". `days` are meant before any are named."""
    plain, found, at = times.plain(text), dict[int, list[Span]](), 0
    for one in _SPAN.finditer(plain):
        named = plain[at : one.start()].strip(_BETWEEN)
        at = one.end()
        if named not in _AND:
            days = calendar.days(named.removesuffix(" e")) if with_days else None
        if days is None:
            raise _Unclear(f'"{text[:60]}" are no opening hours')
        times_ = span(one[1], one[2], remarks) if one[1] else None
        if one[1] and times_ is None:
            raise _Unclear(f'"{one[0]}" are no opening hours')
        for day in days:
            found.setdefault(day, []).extend([times_] if times_ else [])
    if at == 0 or plain[at:].strip(_BETWEEN):
        raise _Unclear(f'"{text[:60]}" are no opening hours')
    return found
