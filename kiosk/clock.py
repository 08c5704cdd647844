"""The only clock. A reading says whether it stands on authenticated server time; today it never does.

The anchor needs answers that central signed, which come with the signed wire; until then nothing of value hangs on
time, and the wall clock orders nothing.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")


@dataclass(frozen=True)
class Reading:
    """A moment, and the authenticated server time it stands on (None: only the machine's own clock)."""

    at: datetime  # aware, UTC
    anchor: datetime | None

    def day(self) -> date:
        """The day in the city, which every rule about days means."""
        return self.at.astimezone(ROME).date()


def wall() -> datetime:
    return datetime.now(UTC)


class Clock:
    """Time as the rules see it. The sources are passed in, so that tests and simulations own time."""

    def __init__(self, wall: Callable[[], datetime] = wall, boot: Callable[[], float] = time.monotonic) -> None:
        self._wall = wall
        self._boot = boot

    def read(self) -> Reading:
        return Reading(self._wall(), None)

    def boot(self) -> float:
        """Seconds on the boot clock: for durations."""
        return self._boot()


def stamp(moment: datetime) -> str:
    """UTC with milliseconds and Z: the one form of a moment in events and on the wire. ValueError if naive."""
    if moment.tzinfo is None:
        raise ValueError("a moment without its zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def from_stamp(text: str) -> datetime:
    """Raises ValueError for anything but an aware ISO 8601 moment."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment
