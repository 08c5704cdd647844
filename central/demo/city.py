"""The catalogue of the demonstration city, as records. Ids begin with "demo."; those of hubs are typed at enrolment."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from central.demo import calendar, toml
from central.feed import Draft

PREFIX = "demo."
KINDS = ("hub", "area", "provider", "place", "activity", "session")
_NOT_SAID: dict[str, Any] = {
    "about": {},
    "how": {},
    "standing": False,
    "min_age": None,
    "max_age": None,
    "price_cents": 0,
    "voucher": False,
    "sensitive": False,
}


def records(day: date) -> Iterator[Draft]:
    """All public records, with the sessions of the three weeks from `day`."""
    city = toml.read("city.toml")
    for kind in ("hub", "area", "provider", "place"):
        yield from (_record(kind, row) for row in city[kind])
    for row in toml.read("activities.toml")["activity"]:
        yield from _activity(row, day)


def _record(kind: str, row: dict[str, Any]) -> Draft:
    return Draft(kind, row.pop("id"), {**row, "demo": True})


def _activity(row: dict[str, Any], day: date) -> Iterator[Draft]:
    times = row.pop("times", [])
    if not row.pop("price_known", True):
        row["price_cents"] = None
    activity = _record("activity", {**_NOT_SAID, **row})
    yield activity
    for id_, data in calendar.sessions(activity.id, times, day):
        yield Draft("session", id_, data)
