"""Central's clock: UTC, and the one text form in which times are stored and sent."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]
_CITY = ZoneInfo("Europe/Rome")


def now() -> datetime:
    return datetime.now(UTC)


def city_day(moment: datetime) -> date:
    """The day it is in the city, which is what every rule about days means."""
    return moment.astimezone(_CITY).date()


def text(moment: datetime) -> str:
    """ISO 8601, UTC, milliseconds, Z: sorts as it orders."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
