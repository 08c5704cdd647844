"""A date to take along: one iCalendar event (RFC 5545) for any phone, without personal data."""

from datetime import UTC, datetime


def event(title: str, where: str, starts: datetime, ends: datetime) -> str:
    """As short as calendars accept it: it travels in a QR. `starts` and `ends` are aware."""
    lines = [
        ("BEGIN", "VEVENT"),
        ("SUMMARY", _text(title)),
        ("DTSTART", _moment(starts)),
        ("DTEND", _moment(ends)),
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
