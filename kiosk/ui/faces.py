"""What the faces of both screens are made of: how a frozen value becomes plain data for QML, and what both tell.

Faces carry data and enums, never words: QML says the words with ``qsTr``.
"""

from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Any


class TramState(StrEnum):
    """The truth about the network, told by the tram."""

    AT_STOP = "at_stop"  # no connection now; `aboard` messages are saved here and will travel
    LEAVING = "leaving"  # connected, `aboard` messages wait for the next round
    TRAVELLING = "travelling"  # an exchange is going on
    ARRIVED = "arrived"  # nothing waits, the last good exchange is minutes ago
    CLOSED = "closed"  # central has closed this station: no tram comes here any more


class StationState(StrEnum):
    """How what this station shows stands to what central has."""

    UP_TO_DATE = "up_to_date"  # the last good exchange is minutes ago
    AS_OF = "as_of"  # it is longer ago
    FIRST_COPY = "first_copy"  # the first copy is still coming
    REVOKED = "revoked"  # central has closed this station
    NEVER = "never"  # nothing has ever come


@dataclass(frozen=True)
class Moment:
    """A moment in the city's time."""

    day: str  # ISO date
    day_word: str  # "today", "yesterday", "tomorrow" or "" (any other day)
    time: str  # "18.05"


@dataclass(frozen=True)
class Age:
    """How long something has waited, rounded down to its largest unit."""

    count: int  # 0 only of minutes: less than one
    unit: str  # "minutes", "hours", "days"


@dataclass(frozen=True)
class TramFace:
    state: TramState
    aboard: int  # events that central has not answered yet
    as_of: Moment | None = None  # of when the data are; None while they are fresh, or nothing is known


@dataclass(frozen=True)
class StationFace:
    """What this station knows of itself: how fresh, what waits, what a person has to look at."""

    state: StationState
    as_of: Moment | None  # the last good exchange, None before the first
    waiting: int  # events that central has not answered
    oldest: Age | None  # of those that wait
    need_a_person: int
    done: int  # records of the first copy here
    total: int  # and in all; 0: not known yet
    hub: str  # the hub's name, "" before its record is here
    station: str  # enough of the station's id to tell two screens of a hub apart


@dataclass(frozen=True)
class LanguageChoice:
    tag: str
    own_name: str  # in its own script
    right_to_left: bool


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def for_qml(value: Any) -> Any:
    """A face as plain dicts and lists with camelCase keys: what QML takes as a `var`."""
    if is_dataclass(value) and not isinstance(value, type):
        return {_camel(f.name): for_qml(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [for_qml(item) for item in value]
    return str(value) if isinstance(value, StrEnum) else value
