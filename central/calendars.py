"""The calendar of a hub, which is a part of its record in the catalogue: what its lead edits is written into it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from central import feed
from central.db import Tx, locks
from central.feed import Draft
from kiosk.domain.calendaredits import Held, dump_held, read_held, without_past
from kiosk.domain.events import Event, Type

_KIND = "hub"
_OURS = ("hours", "days", "in")  # the fields of a record that are its calendar


def are_edited(events: Sequence[Event]) -> bool:
    return any(event.header.type == Type.CALENDAR_EDITED for event in events)


def held(tx: Tx, hub: str) -> Held | None:
    """None for a hub without a record. Locks the feed: another station, or the office, may be changing the same."""
    locks.feed(tx)
    data = feed.get(tx, _KIND, hub)
    found = read_held(data) if data is not None else None
    return found if isinstance(found, Held) else None


def publish(tx: Tx, hub: str, edited: Held, today: date) -> None:
    """Days that have long been over go."""
    data = feed.get(tx, _KIND, hub)
    calendar = without_past(edited.calendar, today)
    feed.publish(tx, _KIND, hub, {**(data or {}), **dump_held(replace(edited, calendar=calendar))})


def as_edited(tx: Tx, draft: Draft) -> Draft:
    """A hub's record as the office has it, with the calendar that the hub's own people have edited since."""
    there = feed.get(tx, _KIND, draft.id) if draft.kind == _KIND else None
    if there is None or not there.get("in"):
        return draft
    return replace(draft, data={**draft.data, **{name: there[name] for name in _OURS if name in there}})
