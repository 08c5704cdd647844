"""A date to take along: one iCalendar event (RFC 5545) for any phone, without personal data; of a course, all dates."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

Span = tuple[datetime, datetime]
_WEEK = timedelta(days=7)


def events(title: str, where: str, spans: Sequence[Span]) -> str:
    """One that recurs where they are a week apart, which across a change of the clocks they are not; else one for each.
    `spans` by when."""
    if not spans:
        return ""
    if len(spans) > 1 and all(_week_apart(one, other) for one, other in pairwise(spans)):
        return event(title, where, *spans[0], times=len(spans))
    return "".join(event(title, where, *span) for span in spans)


def _week_apart(one: Span, other: Span) -> bool:
    return all(
        after.astimezone(UTC) - before.astimezone(UTC) == _WEEK for before, after in zip(one, other, strict=True)
    )


def event(title: str, where: str, starts: datetime, ends: datetime, times: int = 1) -> str:
    """As short as calendars accept it: it travels in a QR. `starts` and `ends` are aware; `times`: weeks in a row."""
    lines = [
        ("BEGIN", "VEVENT"),
        ("SUMMARY", _text(title)),
        ("DTSTART", _moment(starts)),
        ("DTEND", _moment(ends)),
        ("RRULE", f"FREQ=WEEKLY;COUNT={times}" if times > 1 else ""),
        ("LOCATION", _text(where)),
        ("END", "VEVENT"),
    ]
    return "".join(f"{name}:{value}\r\n" for name, value in lines if value)


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(text: str) -> str:
    """Escaped as RFC 5545 section 3.3.11 says, and cut: a phone shows the beginning anyway."""
    cut = text[:80]
    return cut.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r", "").replace("\n", "\\n")
