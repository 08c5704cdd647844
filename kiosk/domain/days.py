"""Days as records keep them: ISO 8601 in one form, 2026-12-01, in Europe/Rome."""

from contextlib import suppress
from datetime import date


def read(text: str) -> date | None:
    """None for anything else. 31/12/2026 and 20261231 are days too, but would be out of order among the others."""
    with suppress(ValueError):
        day = date.fromisoformat(text)
        return day if day.isoformat() == text else None
    return None


def within(day: date, since: str, until: str, *, unread: bool) -> bool:
    """Whether it is in a period, both ends included and "" open; `unread` where one of them cannot be read."""
    first, last = (read(text) if text else edge for text, edge in ((since, date.min), (until, date.max)))
    return unread if first is None or last is None else first <= day <= last
