"""Small records of the catalogue for tests."""

from datetime import datetime, timedelta
from typing import Any


def activity(title: str, **more: Any) -> dict[str, Any]:
    return {"title": {"it": title}, "standing": True, "pillars": {"physical_activity": 4}, **more}


def session(of: str, starts: str, minutes: int = 60, **more: Any) -> dict[str, Any]:
    ends = datetime.fromisoformat(starts) + timedelta(minutes=minutes)
    return {"activity": of, "starts": starts, "ends": ends.isoformat(), "capacity": 20, "free": 8, **more}
