"""A session as a VEVENT (RFC 5545) for the calendar of any phone: in a QR, with no network, and nothing of anybody.

Short, so that the QR is read from paper: what, when, where.
"""

from datetime import UTC, datetime

_LONGEST = 60  # characters of a text: phones show no more, and the QR stays coarse


def vevent(title: str, starts: datetime, ends: datetime, where: str = "") -> str:
    """`starts` and `ends` are aware; they are written in UTC, which every phone turns into its own time."""
    lines = [
        "BEGIN:VEVENT",
        f"SUMMARY:{_text(title)}",
        f"DTSTART:{_moment(starts)}",
        f"DTEND:{_moment(ends)}",
        *([f"LOCATION:{_text(where)}"] if where.strip() else []),
        "END:VEVENT",
    ]
    return "\r\n".join(lines)


def _text(text: str) -> str:
    """One line, with what has a meaning in a VEVENT escaped."""
    plain = " ".join(text.split())
    short = plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + "…"
    return short.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _moment(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise ValueError("a moment without its zone")
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
