"""What central makes of the facts of a hub: its registers, and what its stations are told of each other."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from central import feed, merging
from central.clock import text
from central.db import Tx, attendance, stations
from central.db.attendance import Kept
from central.db.stations import Station
from central.scope import of_hub
from kiosk.domain.attendance import Register, dump, register

FED_FOR = timedelta(days=2)  # a register is of a day; what is older is at central only
_ROME = ZoneInfo("Europe/Rome")


def of_day(tx: Tx, hub: str, day: date) -> Register:
    """The register of a hub on a day in Europe/Rome, of all its stations."""
    began = datetime.combine(day, time(), _ROME)
    facts = attendance.of_hub(tx, hub, text(began), text(datetime.combine(day + timedelta(days=1), time(), _ROME)))
    return register(facts, merged=merging.humans(tx, hub).keeps)


def keep(tx: Tx, station: Station, facts: Sequence[Kept], now: str) -> list[feed.Draft]:
    """Keep what a station told; the records by which the other stations of its hub hear of it, if there are any."""
    attendance.keep(tx, facts)
    if not facts or not stations.has_neighbours(tx, station):
        return []
    since = text(datetime.fromisoformat(now) - FED_FOR)
    told = [
        feed.Draft("fact", fact.event, dump(fact), scope=of_hub(station.hub)) for _, fact in facts if fact.at >= since
    ]
    heard = feed.Draft("heard", station.id, {"name": station.name, "at": now}, scope=of_hub(station.hub))
    return [*told, heard] if told else []


def withdraw_old(tx: Tx, now: datetime) -> int:
    """Take back from the feed the facts whose day is over; how many."""
    since = text(now - FED_FOR)
    old = [id_ for id_, data in feed.live(tx, "fact") if str(data["at"]) < since]
    for id_ in old:
        feed.withdraw(tx, "fact", id_)
    return len(old)
