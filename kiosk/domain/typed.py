"""Days as somebody types them: 4.3.2018, 04032018, 4-3-18, 2018-03-04. Pure and total."""

import re
from dataclasses import dataclass, field
from datetime import date

from kiosk.domain.agebands import BANDS

OLDEST = 120  # years: before that nobody was born who comes to a hub
AHEAD = 10  # years that a day of two digits may lie in the future
_APART = re.compile(r"(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4}|\d{2})", re.ASCII)
_TOGETHER = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_BAND = re.compile(r"(\d{1,2}) ?[-–] ?(\d{1,2})", re.ASCII)


@dataclass(frozen=True)
class Born:
    """A day of birth (ISO 8601), or only a band of years; neither where it is not known, which counts as under 14."""

    day: str = field(default="", repr=False)
    band: str = ""


def day(text: str, today: date) -> date | None:
    """None for what is no day. Of two digits the year is the last one that is not beyond the next ten."""
    return _read(text, date(today.year + AHEAD, 12, 31))


def born(text: str, today: date) -> Born | None:
    """None for what is neither a day nor a band, and for a day to come. Nothing typed: it is not known."""
    meant = text.strip()
    if not meant:
        return Born()
    band = _BAND.fullmatch(meant)
    if band and (int(band[1]), int(band[2])) in BANDS:
        return Born(band=f"{int(band[1])}-{int(band[2])}")
    typed = _read(meant, today)
    if typed is None or not today.year - OLDEST <= typed.year or typed > today:
        return None
    return Born(day=typed.isoformat())


def _read(text: str, latest: date) -> date | None:
    meant = text.strip()
    iso = _ISO.fullmatch(meant)
    if iso:
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    found = _APART.fullmatch(meant) or _TOGETHER.fullmatch(meant)
    if found is None:
        return None
    month, day_ = int(found[2]), int(found[1])
    if len(found[3]) > 2:
        return _date(int(found[3]), month, day_)
    century = latest.year // 100 * 100
    both = (_date(century + int(found[3]), month, day_), _date(century - 100 + int(found[3]), month, day_))
    return next((one for one in both if one is not None and one <= latest), None)


def _date(year: int, month: int, day_: int) -> date | None:
    try:
        return date(year, month, day_)
    except ValueError:
        return None
