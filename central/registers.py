"""What central makes of the facts of a hub: its registers, and what its stations are told of each other."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from central import feed, merging
from central.clock import text
from central.db import Tx, attendance, stations
from central.db.attendance import Kept
from central.db.stations import Station
from central.scope import of_hub
from kiosk.domain.attendance import Fact, Register, TakenBack, dump, register
from kiosk.domain.expecting import Expected

FED_FOR = timedelta(days=2)  # a register is of a day; what is older is at central only
_KINDS = ("fact", "expectation")
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
    since, until = (text(datetime.fromisoformat(now) + ago) for ago in (-FED_FOR, FED_FOR))
    fresh = (fact for _, fact in facts if fact.at <= until)  # what a clock years ahead says would be told for years
    told = [_told(station.hub, fact) for fact in fresh if _about(dump(fact)) >= since]
    heard = feed.Draft("heard", station.id, {"name": station.name, "at": now}, scope=of_hub(station.hub))
    return [*told, heard] if told else []


def tell_expectations(tx: Tx, hub: str, now: str) -> None:
    """Tell the stations of a hub who is expected in its turns, whoever of them said so."""
    since = text(datetime.fromisoformat(now) - FED_FOR)
    feed.publish_all(tx, [_told(hub, fact) for fact in attendance.expectations(tx, hub, since)])


def withdraw_old(tx: Tx, now: datetime) -> int:
    """Take back from the feed the facts whose day is over; how many."""
    since = text(now - FED_FOR)
    old = [(kind, id_) for kind in _KINDS for id_, data in feed.live(tx, kind) if _about(data) < since]
    for kind, id_ in old:
        feed.withdraw(tx, kind, id_)
    return len(old)


def _told(hub: str, fact: Fact) -> feed.Draft:
    """What is said of a turn is of a kind of its own: a station of before there were turns keeps it unread."""
    of_a_turn = isinstance(fact, Expected) or (isinstance(fact, TakenBack) and bool(fact.turn))
    return feed.Draft("expectation" if of_a_turn else "fact", fact.event, dump(fact), scope=of_hub(hub))


def _about(data: Mapping[str, object]) -> str:
    """The moment it is about: the turn's, or when it happened."""
    return str(data.get("turn") or data["at"])
