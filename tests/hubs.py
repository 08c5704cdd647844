"""A hub of a test, as the city's office publishes it: its record, with hours and turns."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kiosk.clock import ROME
from tests.central_at import CentralAt

HUB: Mapping[str, Any] = {"name": {"it": "Spazio Zara"}, "badge": ["Spazio", "Zara"], "place": "p1", "language": "it"}
_TIMES = (("10:00", "11:15"), ("11:30", "12:45"), ("14:30", "15:45"), ("16:00", "17:15"))


def turns(capacity: int, *weekdays: int) -> list[dict[str, Any]]:
    """The four turns of a day; by default on Tuesdays and Wednesdays (1 December 2026 is a Tuesday)."""
    return [
        {"weekday": day, "opens": opens, "closes": closes, "capacity": capacity}
        for day in weekdays or (2, 3)
        for opens, closes in _TIMES
    ]


DROP_IN = [[day, *span] for day in (2, 4) for span in (("09:30", "12:30"), ("14:00", "18:00"))]


def open_hub(central: CentralAt, hours: list[Any], days: Mapping[str, Any] | None = None, hub: str = "hub-1") -> None:
    central.publish("hub", hub, {**HUB, "hours": hours, "days": dict(days or {})})


def rome(clock: str, day: int = 1, month: int = 12) -> datetime:
    """A moment of 2026 by the hub's own clock."""
    return datetime.fromisoformat(f"2026-{month:02}-{day:02}T{clock}").replace(tzinfo=ROME)
