"""Days of the week and months as people write them. What could mean two things, or is not understood, is None."""

import re
from collections.abc import Callable
from functools import lru_cache

from central.importers.times import month, plain

EVERY_DAY = frozenset(range(1, 8))
EVERY_MONTH = frozenset(range(1, 13))
_DAYS = (
    ("lunedi", "monday"),
    ("martedi", "tuesday"),
    ("mercoledi", "wednesday"),
    ("giovedi", "thursday"),
    ("venerdi", "friday"),
    ("sabato", "saturday"),
    ("domenica", "sunday"),
)
_ALL_DAYS = {
    "tutti i giorni",
    "ogni giorno",
    "tutti",
    "tutta la settimana",
    "every day",
    "daily",
    "7 giorni su 7",
    "7/7",
}
_ALL_MONTHS = {"tutto lanno", "tutti i mesi", "ogni mese", "all year", "sempre"}
_WEEKEND = {"weekend", "week-end", "week end", "fine settimana", "nel weekend", "nel fine settimana"}
_FILLERS = {"da", "dal", "dalla", "il", "la", "i", "le", "ogni", "di", "mese", "nei", "giorni", "from", "on", "every"}
_TO = {"-", "a", "al", "alla", "to"}
_AND = {",", ";", "+", "&", "e", "ed", "and", "/", "."}
_TOKEN = re.compile(r"[a-z]+|\d+|\S")
_YEAR_AND_MONTH = re.compile(r"(?:20\d\d)[-/](\d{1,2})|(\d{1,2})[-/](?:20\d\d)")
_YEAR_AFTER = re.compile(r"(?<=[a-z.]) (?:20\d\d)$")
_LONGEST = 120  # characters


@lru_cache(maxsize=1024)
def days(text: str) -> frozenset[int] | None:
    """Weekdays (1 = Monday) of "lun-ven", "Mercoledì e sabato", "dal lunedì al venerdì"."""
    text = plain(text)
    if text in _ALL_DAYS:
        return EVERY_DAY
    if text in _WEEKEND:
        return frozenset({6, 7})
    return _several(text, _day, len(EVERY_DAY))


@lru_cache(maxsize=1024)
def months(text: str) -> frozenset[int] | None:
    """Months (1 = January) of "giugno", "giu-set", "6", "06/2026"; a year is understood, and not kept."""
    text = plain(text)
    if text in _ALL_MONTHS:
        return EVERY_MONTH
    found = _YEAR_AND_MONTH.fullmatch(text)
    return _several(found[1] or found[2] if found else _YEAR_AFTER.sub("", text), _month, len(EVERY_MONTH))


def _day(name: str) -> int | None:
    if len(name) < 3:  # "ma" would be two days
        return None
    found = [n for n, names in enumerate(_DAYS, start=1) if any(_is(name, whole) for whole in names)]
    return found[0] if len(found) == 1 else None


def _is(name: str, whole: str) -> bool:
    return whole.startswith(name) or name == f"{whole}s"


def _month(name: str) -> int | None:
    if name.isdigit():
        return int(name) if len(name) <= 2 and int(name) in EVERY_MONTH else None
    return month(name)


def _several(text: str, read: Callable[[str], int | None], last: int) -> frozenset[int] | None:
    """Single ones and stretches; a stretch may pass the end, as "ven-lun" does."""
    tokens = [token for token in _TOKEN.findall(text[:_LONGEST]) if token not in _FILLERS]
    if len(text) > _LONGEST:
        return None
    found: list[int] = []
    stretch = False
    for token in tokens:
        number = read(token)
        if number is not None:
            found += _stretch(found[-1], number, last) if stretch else [number]
            stretch = False
        elif stretch or (token in _TO and not found) or token not in _TO | _AND:
            return None
        else:
            stretch = token in _TO
    unclear = stretch or not found or _either(tokens, found, last)
    return None if unclear else frozenset(found)


def _stretch(first: int, to: int, last: int) -> list[int]:
    return [(first - 1 + step) % last + 1 for step in range(1, (to - first) % last + 1)]


def _either(tokens: list[str], found: list[int], last: int) -> bool:
    """Whether "lun/ven" could be two days or five."""
    return tokens.count("/") == 1 and "-" not in tokens and len(found) == 2 and (found[1] - found[0]) % last != 1
