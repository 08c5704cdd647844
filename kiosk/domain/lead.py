"""The lead station of a hub: the one that gives out the places of its turns and edits its calendar."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.domain.bands import are_short


@dataclass(frozen=True)
class Lead:
    station: str
    since: str  # from when on, by central's clock: a stamp
    named: bool = False  # by a person; else by rule


@dataclass(frozen=True)
class AskTheLead:
    """It is not given out here. `station` is the lead, "" while this one has not heard of any."""

    station: str


def read_lead(data: Mapping[str, Any]) -> Lead | None:
    """A `lead` record; None for what cannot be read."""
    match data:
        case {"station": str() as station, "since": str() as since} if station and are_short(station, since):
            return Lead(station, since, data.get("named") is True)
    return None
