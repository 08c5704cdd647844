"""Who is expected in a turn of a day.

That somebody came is no word about the expectation: who they are says which one they came for. People whom nobody
named cannot be found again: whoever lets them in takes the expectation back, because they came.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from kiosk.domain.bands import Bands, are_short, is_number, read_bands

EARLY = timedelta(minutes=30)  # who comes so long before a turn they are expected in has come for it


class NoMore(StrEnum):
    """Why somebody is expected no more. Enumerated: no family's name gets in."""

    CANCELLED = "cancelled"  # they said so
    CAME = "came"  # people whom nobody named, who were counted as they came
    MISTAKE = "mistake"


@dataclass(frozen=True)
class Expected:
    """A person, so many people without a name, or both: the numbers are of those beside the person.

    `turn` is the beginning of the turn, and `at` when it was said; both are stamps.
    """

    event: str
    station: str
    at: str
    turn: str
    person: str = ""
    party: str = ""  # the same for all who were said together
    children: Bands = ()
    adults: int = 0
    educators: int = 0
    worker: str = ""
    seq: int = 0

    @property
    def is_nobody(self) -> bool:
        """It is forgotten who was expected."""
        return not (self.person or self.children or self.adults or self.educators)


def meant(turns: Iterable[str], since: str, until: str) -> tuple[str, ...]:
    """For which of the turns of a day that they are expected in somebody came, at `since`; `until` is "" while they
    are here. The last that was near when they came, and the later ones they stayed for."""
    ordered = sorted(turns)
    near = [turn for turn in ordered if opens(turn) <= since]
    stayed = [turn for turn in ordered if opens(turn) > since and (not until or opens(turn) < until)]
    return (*near[-1:], *stayed)


def opens(turn: str) -> str:
    """From when on coming means this turn."""
    return _stamp(datetime.fromisoformat(turn) - EARLY)


def read(event: str, station: str, at: str, data: Mapping[str, Any]) -> Expected | None:
    """The fact of an event; None for what cannot be read."""
    texts = [data.get(name, "") for name in ("turn", "person", "party", "worker")]
    children, adults, educators = read_bands(data.get("children", "")), data.get("adults", 0), data.get("educators", 0)
    if children is None or not is_number(adults) or not is_number(educators):
        return None
    if not all(isinstance(text, str) for text in texts) or not are_short(*texts) or not is_turn(texts[0]):
        return None
    turn, person, party, worker = texts
    return Expected(event, station, at, turn, person, party, children, adults, educators, worker)


def is_turn(text: str) -> bool:
    """Whether it can be the beginning of a turn: a moment as events say it."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return False
    return moment.tzinfo is not None and 1900 <= moment.year < 2200 and _stamp(moment) == text


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
