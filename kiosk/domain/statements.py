"""How far what vouchers paid has come on its way to the provider, as central tells each station of its own redemptions.

A station never says more than that: what central has not answered is on its way, whatever was told of it before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kiosk.domain import days
from kiosk.domain.bands import are_short

KIND = "statement"  # of the record, to the station of its redemptions alone
AT_ONCE = 250  # redemptions in one record: so that it is written in a short transaction


class Settled(StrEnum):
    """In this order."""

    WAITING = "waiting"  # on its way: central has not answered
    COLLECTED = "collected"  # central has it
    CONFIRMED = "confirmed"  # by the provider, as the city's office wrote down
    PAID = "paid"  # by the city


@dataclass(frozen=True)
class Told:
    """Of one statement, some of a station's redemptions, by their events. What was booked from
    the day `since` to the day `until`; `on`: since when it stands as it does. ISO, in Europe/Rome."""

    provider: str
    since: str
    until: str
    settled: Settled
    on: str
    events: tuple[str, ...]


def name(told: Told, station: str, n: int) -> str:
    """The id of the record: a station has one or more of each statement."""
    return f"{told.provider}:{told.since}:{told.until}@{station}/{n}"


def dump(told: Told) -> dict[str, Any]:
    said = {name: getattr(told, name) for name in ("provider", "since", "until", "on")}
    return {**said, "state": told.settled.value, "events": list(told.events)}


def read(data: Mapping[str, Any]) -> Told | None:
    """None for what cannot be read."""
    match data:
        case {
            "provider": str() as provider,
            "since": str() as since,
            "until": str() as until,
            "state": str() as state,
            "on": str() as on,
            "events": list() as events,
        } if state in _TOLD and are_short(provider) and all(isinstance(one, str) for one in events):
            if None not in (days.read(since), days.read(until), days.read(on)):
                return Told(provider, since, until, Settled(state), on, tuple(events))
    return None


_TOLD = frozenset(set(Settled) - {Settled.WAITING})  # by what central's books say
