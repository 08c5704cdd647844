"""Central's clock: UTC, and the one text form in which times are stored and sent."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def now() -> datetime:
    return datetime.now(UTC)


def text(moment: datetime) -> str:
    """ISO 8601, UTC, milliseconds, Z: sorts as it orders."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
