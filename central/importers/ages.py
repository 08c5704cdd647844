"""Ages as people write them, whole years. What could mean two things is None."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from central.importers.times import plain

OLDEST = 120
_LONGEST = 40  # characters of a band
_YEARS = r"(?: ?(?:anni|anno|years?|yrs?))?"
_ROOM = r"(?:eta|fascia|fascia eta|fascia deta|anni|ages?)?:? ?"
_BETWEEN = re.compile(
    rf"{_ROOM}(?:(?:da|dai|from) )?(\d{{1,3}}){_YEARS} ?(?:-|/|_|a|ai|to) ?(\d{{1,3}}){_YEARS}(?: compiuti)?"
)
_FROM = re.compile(
    rf"{_ROOM}(?:(?:dai|da|from) (\d{{1,3}}){_YEARS}(?: in su| in poi| e oltre)?|(\d{{1,3}}){_YEARS} ?\+|"
    rf"(\d{{1,3}}){_YEARS} (?:e oltre|in su|in poi|and over|and above)|>= ?(\d{{1,3}}){_YEARS})"
)
_UP_TO = re.compile(rf"{_ROOM}(?:fino a|fino ai|up to|<=) ?(\d{{1,3}}){_YEARS}(?: compiuti)?")
_WHOLE = re.compile(rf"(\d{{1,3}})(?:[.,]0+)?{_YEARS}")
_EVERYBODY = {"tutti", "tutte", "tutte le eta", "per tutti", "per tutte le eta", "all ages", "all"}
_YES = {"x", "xx", "si", "s", "1", "1.0", "true", "vero", "yes", "y", "✓", "✔", "☑", "•", "●"}
_NO = {"", "0", "0.0", "no", "n", "-", "false", "falso", "☐", "/"}


@dataclass(frozen=True, order=True)
class Band:
    """Ages from `low` to `high`, both included; None is no bound."""

    low: int | None
    high: int | None


@lru_cache(maxsize=1024)
def band(text: str) -> Band | None:
    """ "6-11", "da 6 a 11 anni", "14+", "fino a 5", "tutti"."""
    text = plain(text) if len(text) <= _LONGEST else ""
    if text in _EVERYBODY:
        return Band(None, None)
    if found := _BETWEEN.fullmatch(text):
        low, high = int(found[1]), int(found[2])
        return Band(low, high) if low <= high <= OLDEST else None
    if found := _FROM.fullmatch(text):
        low = int(next(filter(None, found.groups())))
        return Band(low, None) if low <= OLDEST else None
    if found := _UP_TO.fullmatch(text):
        return Band(None, int(found[1])) if int(found[1]) <= OLDEST else None
    return None


def years(text: str) -> int | None:
    """A single age: "6", "6 anni"."""
    found = _WHOLE.fullmatch(plain(text)) if len(text) <= _LONGEST else None
    return int(found[1]) if found and int(found[1]) <= OLDEST else None


def marked(text: str) -> bool | None:
    """Whether a cell is marked: "X", "sì", "1"; None when nobody can say."""
    text = plain(text) if len(text) <= _LONGEST else "?"
    return True if text in _YES else False if text in _NO else None


def together(bands: Iterable[Band]) -> list[Band]:
    """Bands that touch or overlap as one each: "3-6" and "6-11", or "3-5" and "6-11", are 3 to 11."""
    joined: list[Band] = []
    for one in sorted(bands, key=lambda band: (band.low or 0, OLDEST if band.high is None else band.high)):
        before = joined[-1] if joined else None
        if before is not None and (before.high is None or (one.low or 0) <= before.high + 1):
            high = None if None in (before.high, one.high) else max(before.high or 0, one.high or 0)
            joined[-1] = Band(before.low, high)
        else:
            joined.append(one)
    return joined
