"""Times of day and dates as people write them in Italian and English. What could mean two things is None."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

MONTHS = (
    ("gennaio", "january"),
    ("febbraio", "february"),
    ("marzo", "march"),
    ("aprile", "april"),
    ("maggio", "may"),
    ("giugno", "june"),
    ("luglio", "july"),
    ("agosto", "august"),
    ("settembre", "september"),
    ("ottobre", "october"),
    ("novembre", "november"),
    ("dicembre", "december"),
)
_SHORTEST = 3  # letters of a month's or a day's name, as in "sett" or "lun"
_LONGEST = 60  # characters; longer texts are none of these
_MIDNIGHT = "24:00"
_TIME = re.compile(
    r"(?:alle |dalle |ore |h\.? ?)?(\d{1,2})(?: ?[:.,h] ?(\d{2})(?::00)?| ?h)?(?: ?(am|pm|a\.m\.|p\.m\.))?(?: ?ore)?"
)
_PART_OF_A_DAY = re.compile(r"0[.,]\d+")
_HUNDREDS = re.compile(r"([01]\d|2[0-4])([0-5]\d)")
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T]00:00(?::00)?)?")
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T]00:00(?::00)?(?:\.0+)?Z?)?")
_IN_WORDS = re.compile(r"(?:[a-z]+,? )?(\d{1,2})[°º]? (?:di )?([a-z]{3,})\.? (?:del )?(\d{4})")
_CENTURY = 2000  # of a year with two digits
_YEARS = range(1970, 2200)  # a date in any other is a slip
_NOON = 12


@dataclass(frozen=True)
class Clock:
    """A time of day as "06:30". `bare` when it was written as hours alone, such as "7"."""

    text: str
    bare: bool = False


@dataclass(frozen=True)
class Day:
    """A date. `short` when its year was written with two digits, `either` when day and month could be the other."""

    date: date
    short: bool = False
    either: bool = False


def plain(text: str) -> str:
    """Small letters without accents or apostrophes, one blank between words, one kind of dash."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"['’`´]", "", re.sub(r"[‐‑‒–—−]", "-", bare)).split())


@lru_cache(maxsize=1024)
def clock(text: str) -> Clock | None:
    """A time from "00:00" to "24:00". "6.3" is None: it was 6:30 or 6:03; so is "0,25", a spreadsheet's 6:00."""
    text = plain(text) if len(text) <= _LONGEST else ""
    named = {"mezzogiorno": "12:00", "noon": "12:00", "mezzanotte": _MIDNIGHT, "midnight": _MIDNIGHT}.get(text)
    if named:
        return Clock(named)
    together = _HUNDREDS.fullmatch(text)
    if together:
        return _checked(int(together[1]), int(together[2]), bare=True)
    found = _TIME.fullmatch(text)
    if not found or _PART_OF_A_DAY.fullmatch(text):
        return None
    hours, minutes, half = int(found[1]), int(found[2] or 0), (found[3] or "").replace(".", "")
    if half:
        return _checked(hours % _NOON + (_NOON if half == "pm" else 0), minutes) if 1 <= hours <= _NOON else None
    return _checked(hours, minutes, bare=found[2] is None)


def _checked(hours: int, minutes: int, bare: bool = False) -> Clock | None:
    if minutes > 59 or hours * 60 + minutes > 24 * 60:
        return None
    return Clock(f"{hours:02}:{minutes:02}", bare)


@lru_cache(maxsize=1024)
def day(text: str) -> Day | None:
    """A date: "31/12/2026" (day first, as in Italy), "2026-12-31", "31 dicembre 2026"."""
    text = plain(text) if len(text) <= _LONGEST else ""
    iso, numeric, words = _ISO.fullmatch(text.upper()), _NUMERIC.fullmatch(text.upper()), _IN_WORDS.fullmatch(text)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    if numeric:
        short = len(numeric[4]) == 2
        year, number, first = int(numeric[4]) + (_CENTURY if short else 0), int(numeric[3]), int(numeric[1])
        return _day(year, number, first, short, first != number and first <= len(MONTHS))
    named = month(words[2]) if words else None
    if words and named:
        return _day(int(words[3]), named, int(words[1]))
    return None


def month(name: str) -> int | None:
    """The number of a month's name, whole or begun with three letters or more."""
    if len(name) < _SHORTEST:
        return None
    found = [n for n, names in enumerate(MONTHS, start=1) if any(whole.startswith(name) for whole in names)]
    return found[0] if len(found) == 1 else None


def _day(year: int, number: int, of_month: int, short: bool = False, either: bool = False) -> Day | None:
    if year not in _YEARS:
        return None
    try:
        return Day(date(year, number, of_month), short, either)
    except ValueError:
        return None
