"""A date to take along: one iCalendar event (RFC 5545) for any phone, without personal data."""

from datetime import UTC, datetime


def event(title: str, where: str, starts: datetime, ends: datetime) -> str:
    """As short as calendars accept it: it travels in a QR. `starts` and `ends` are aware."""
    lines = [
        "BEGIN:VEVENT",
        f"SUMMARY:{_text(title)}",
        f"DTSTART:{_moment(starts)}",
        f"DTEND:{_moment(ends)}",
        f"LOCATION:{_text(where)}",
        "END:VEVENT",
    ]
    return "\r\n".join(line for line in lines if not line.endswith(":")) + "\r\n"


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(text: str) -> str:
    """Escaped as RFC 5545 section 3.3.11 says, and cut: a phone shows the beginning anyway."""
    cut = text[:80]
    return cut.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r", "").replace("\n", "\\n")
