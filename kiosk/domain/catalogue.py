"""The public catalogue: records as fed, read into frozen values.

`read` is total: a record that does not hold what its kind needs is a `Unreadable`, which a station puts aside and
central never publishes. Fields that this version does not know are kept in the record and ignored here.
"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from kiosk.domain import calendarrecord
from kiosk.domain.calendar import Calendar
from kiosk.domain.legible import turns_round

PILLARS = (
    "social_relations",
    "physical_activity",
    "healthcare",
    "education_training",
    "talents_creativity",
    "self_determination",
    "common_spaces",
)
COURSE = "course"  # what an activity says as its `booking`; whatever else it says, each date is one of its own
CATEGORIES = ("education_plus", "culture", "sport", "health", "stem")

_YEARS = range(1900, 2200)  # any zone can say a moment of these
_TIME_OF_DAY = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00")

Words = Mapping[str, str]  # language tag -> text; "it" first


@dataclass(frozen=True)
class Unreadable:
    """Why a record cannot be read: the name of the field that fails."""

    field: str


@dataclass(frozen=True)
class Point:
    """WGS 84, degrees."""

    lat: float
    lon: float

    def metres_to(self, other: "Point") -> float:
        """On a sphere, by the haversine formula: good to half a percent, enough for "near"."""
        half_lat, half_lon = math.radians(other.lat - self.lat) / 2, math.radians(other.lon - self.lon) / 2
        cosines = math.cos(math.radians(self.lat)) * math.cos(math.radians(other.lat))
        chord = math.sin(half_lat) ** 2 + cosines * math.sin(half_lon) ** 2
        return 2 * 6_371_000 * math.asin(min(1.0, math.sqrt(chord)))


@dataclass(frozen=True)
class Opening:
    """Opening hours on one weekday: 1 = Monday; times are "09:30", 24:00 is midnight at the end of the day."""

    weekday: int
    opens: str
    closes: str


@dataclass(frozen=True)
class Season:
    """Opening hours that hold in these months (1 = January) in place of the others; without any, closed."""

    months: tuple[int, ...]
    hours: tuple[Opening, ...]


@dataclass(frozen=True)
class Hub:
    name: Words
    badge: tuple[str, ...]  # one or two lines of at most 15 characters
    place: str
    language: str  # the default one
    at: Point | None
    calendar: Calendar


@dataclass(frozen=True)
class Provider:
    name: str


@dataclass(frozen=True)
class Area:
    """A neighbourhood (NIL)."""

    name: str
    number: int
    centre: Point


@dataclass(frozen=True)
class Place:
    name: str
    address: str
    area: str  # id of the area, "" if unknown
    municipio: int | None
    at: Point | None


@dataclass(frozen=True)
class Activity:
    """Something on offer. Without sessions it is a standing offer: a place, its hours, how to get in. A `course` is
    signed up for as a whole, too, and what it costs is the price of all its sessions together."""

    title: Words
    about: Words
    how: Words
    provider: str
    place: str
    standing: bool
    pillars: Mapping[str, int]  # 1-5; empty: nobody has scored it yet
    category: str
    min_age: int | None
    max_age: int | None
    price_cents: int | None
    voucher: bool
    sensitive: bool
    hours: tuple[Opening, ...]
    seasons: tuple[Season, ...] = ()  # no month is in two
    course: bool = False


@dataclass(frozen=True)
class Session:
    activity: str
    starts: datetime  # aware
    ends: datetime
    capacity: int | None
    free: int | None
    cancelled: bool


Record = Hub | Provider | Area | Place | Activity | Session


_TEXT = (str,)


class _Missing(Exception):
    pass


@dataclass(frozen=True)
class _Reader:
    """Takes typed fields out of a record's data; raises _Missing(field) on the first that is not what it must be."""

    data: Mapping[str, Any]
    path: str = field(default="")

    def _get(self, name: str, want: tuple[type, ...], optional: bool) -> Any:
        value = self.data.get(name)
        if value is None and optional:
            return None
        if type(value) not in want:  # a bool is no int here
            raise _Missing(self.path + name)
        if isinstance(value, str) and turns_round(value):
            raise _Missing(self.path + name)
        return value

    def text(self, name: str, longest: int = 4000) -> str:
        value: str = self._get(name, _TEXT, False)
        if not value.strip() or len(value) > longest:
            raise _Missing(self.path + name)
        return value

    def text_or_empty(self, name: str) -> str:
        return str(self._get(name, _TEXT, True) or "")

    def number_or_none(self, name: str, lowest: int = 0, highest: int = 2**53) -> int | None:
        value: int | None = self._get(name, (int,), True)
        if value is not None and not lowest <= value <= highest:
            raise _Missing(self.path + name)
        return value

    def flag(self, name: str) -> bool:
        return bool(self._get(name, (bool,), True))

    def words(self, name: str, needed: bool) -> Words:
        value = self._get(name, (dict,), not needed) or {}
        said = False
        for key, text in value.items():  # a plain loop: a first copy reads some hundred thousand of these
            if not isinstance(key, str) or not isinstance(text, str) or turns_round(text):
                raise _Missing(self.path + name)
            said = said or bool(text.strip())
        if needed and not said:
            raise _Missing(self.path + name)
        return dict(value)

    def point(self) -> Point | None:
        lat = self._get("lat", (int, float), True)
        lon = self._get("lon", (int, float), True)
        if lat is None or lon is None:
            return None
        if not (-90 <= lat <= 90 and -180 <= lon <= 180):
            raise _Missing(self.path + "lat")
        return Point(float(lat), float(lon))

    def time(self, name: str) -> datetime:
        try:
            value = datetime.fromisoformat(self.text(name))
        except ValueError:
            raise _Missing(self.path + name) from None
        if value.tzinfo is None or value.year not in _YEARS:
            raise _Missing(self.path + name)
        return value

    def hours(self) -> tuple[Opening, ...]:
        rows = self._get("hours", (list,), True) or []
        openings = []
        for row in rows:
            match row:
                case [int() as weekday, str() as opens, str() as closes] if (
                    type(weekday) is int and 1 <= weekday <= 7 and _are_times(opens, closes)
                ):
                    openings.append(Opening(weekday, opens, closes))
                case _:
                    raise _Missing("hours")
        return tuple(openings)

    def seasons(self) -> tuple[Season, ...]:
        found = []
        for row in self._get("seasons", (list,), True) or []:
            match row:
                case {"months": [_, *_] as months} if all(type(month) is int and 1 <= month <= 12 for month in months):
                    found.append(Season(tuple(months), _Reader(row).hours_of("seasons")))
                case _:
                    raise _Missing("seasons")
        every = [month for season in found for month in season.months]
        if len(every) != len(set(every)):
            raise _Missing("seasons")
        return tuple(found)

    def hours_of(self, name: str) -> tuple[Opening, ...]:
        """The hours inside the field of this name, which is to blame for them."""
        try:
            return self.hours()
        except _Missing:
            raise _Missing(self.path + name) from None


def _are_times(*texts: str) -> bool:
    return all(_TIME_OF_DAY.fullmatch(text) for text in texts)


def _hub(read: _Reader) -> Hub:
    badge = read.data.get("badge")
    if (
        not isinstance(badge, list)
        or not badge
        or not all(isinstance(line, str) and not turns_round(line) for line in badge)
    ):
        raise _Missing("badge")
    held = calendarrecord.read(read.data)
    if isinstance(held, calendarrecord.Unreadable):
        raise _Missing("hours")
    return Hub(
        name=read.words("name", True),
        badge=tuple(badge[:2]),
        place=read.text("place"),
        language=read.text("language"),
        at=read.point(),
        calendar=held,
    )


def _provider(read: _Reader) -> Provider:
    return Provider(read.text("name"))


def _area(read: _Reader) -> Area:
    centre, number = read.point(), read.number_or_none("number")
    if centre is None or number is None:
        raise _Missing("centre")
    return Area(read.text("name"), number, centre)


def _place(read: _Reader) -> Place:
    return Place(
        name=read.text("name"),
        address=read.text_or_empty("address"),
        area=read.text_or_empty("area"),
        municipio=read.number_or_none("municipio", 1, 9),
        at=read.point(),
    )


def _activity(read: _Reader) -> Activity:
    pillars = read.data.get("pillars") or {}
    if not isinstance(pillars, dict) or not all(
        pillar in PILLARS and type(score) is int and 0 <= score <= 5 for pillar, score in pillars.items()
    ):
        raise _Missing("pillars")
    low, high = read.number_or_none("min_age", 0, 120), read.number_or_none("max_age", 0, 120)
    if low is not None and high is not None and low > high:
        raise _Missing("max_age")
    return Activity(
        title=read.words("title", True),
        about=read.words("about", False),
        how=read.words("how", False),
        provider=read.text_or_empty("provider"),
        place=read.text_or_empty("place"),
        standing=read.flag("standing"),
        pillars={pillar: score for pillar, score in pillars.items() if score > 0},
        category=read.text_or_empty("category"),
        min_age=low,
        max_age=high,
        price_cents=read.number_or_none("price_cents"),
        voucher=read.flag("voucher"),
        sensitive=read.flag("sensitive"),
        hours=read.hours(),
        seasons=read.seasons(),
        course=read.text_or_empty("booking") == COURSE,
    )


def _session(read: _Reader) -> Session:
    starts, ends = read.time("starts"), read.time("ends")
    if ends < starts:
        raise _Missing("ends")
    return Session(
        activity=read.text("activity"),
        starts=starts,
        ends=ends,
        capacity=read.number_or_none("capacity"),
        free=read.number_or_none("free"),
        cancelled=read.flag("cancelled"),
    )


_READERS: Mapping[str, Callable[[_Reader], Record]] = {
    "hub": _hub,
    "provider": _provider,
    "area": _area,
    "place": _place,
    "activity": _activity,
    "session": _session,
}
KINDS = tuple(_READERS)


def read(kind: str, data: Mapping[str, Any]) -> Record | Unreadable:
    """The record of a catalogue kind (one of KINDS), or the first field that does not hold."""
    try:
        return _READERS[kind](_Reader(data))
    except _Missing as missing:
        return Unreadable(str(missing))


def in_language(words: Words, language: str) -> str:
    """The text in this language, else Italian, else English, else whatever there is."""
    for tag in (language, "it", "en"):
        if words.get(tag, "").strip():
            return words[tag]
    return next((text for text in words.values() if text.strip()), "")


def strongest(pillars: Mapping[str, int]) -> tuple[str, ...]:
    """The pillars an activity serves, strongest first, in the city's order among equals."""
    return tuple(sorted(pillars, key=lambda pillar: (-pillars[pillar], PILLARS.index(pillar))))
