"""The lead station of a hub: the one that gives out the places of its turns and edits its calendar."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.domain.bands import are_short


@dataclass(frozen=True)
class AskTheLead:
    """It is not given out here. `station` is the lead, "" while this one has not heard of any."""

    station: str


def read_lead(data: Mapping[str, Any]) -> str | None:
    """The station of a `lead` record; None for what cannot be read."""
    match data:
        case {"station": str() as station} if station and are_short(station):
            return station
    return None
