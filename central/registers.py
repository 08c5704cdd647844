"""What central makes of the facts of a hub: its registers, and what its stations are told of each other."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence, Set
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from central import feed, merging
from central.clock import city_day, text
from central.db import Tx, attendance, stations
from central.db import records as written
from central.db.attendance import Kept
from central.db.stations import Station
from central.feed import Draft
from central.scope import of_hub
from kiosk.domain.attendance import Came, Fact, Register, TakenBack, dump, register
from kiosk.domain.expecting import Expected

FED_FOR = timedelta(days=2)  # a register is of a day; what is older is at central only
_KINDS = ("fact", "expectation")
_ROME = ZoneInfo("Europe/Rome")


def of_day(tx: Tx, hub: str, day: date) -> Register:
    """The register of a hub on a day in Europe/Rome, of all its stations."""
    began = datetime.combine(day, time(), _ROME)
    facts = attendance.of_hub(tx, hub, text(began), text(datetime.combine(day + timedelta(days=1), time(), _ROME)))
    return register(facts, merged=merging.humans(tx, hub).keeps)


def keep(tx: Tx, station: Station, facts: Sequence[Kept], now: str) -> list[Draft]:
    """Keep what a station told; the records by which the other stations of its hub hear of it, if there are any."""
    attendance.keep(tx, facts)
    if not facts or not stations.has_neighbours(tx, station):
        return []
    since, until = (text(datetime.fromisoformat(now) + ago) for ago in (-FED_FOR, FED_FOR))
    fresh = (fact for _, fact in facts if fact.at <= until)  # what a clock years ahead says would be told for years
    told = [_told(station.hub, fact) for fact in fresh if _about(dump(fact)) >= since]
    heard = Draft("heard", station.id, {"name": station.name, "at": now}, scope=of_hub(station.hub))
    return [*told, heard] if told else []


def tell_expectations(tx: Tx, hub: str, now: str) -> None:
    """Tell the stations of a hub who is expected in its turns, whoever of them said so."""
    since = text(datetime.fromisoformat(now) - FED_FOR)
    feed.publish_all(tx, [_told(hub, fact) for fact in attendance.expectations(tx, hub, since)])


def fold(tx: Tx, hub: str, day: date, only: Set[str] | None = None) -> None:
    """Whoever was seen at two stations is one visit from now on: it is about to be forgotten whose. Of `only` these
    visits, or of all."""
    for stay in of_day(tx, hub, day).stays:
        if len(stay.visits) > 1 and (only is None or only >= {*stay.visits}):
            attendance.fold(tx, stay)


def twice(tx: Tx, visits: Collection[str]) -> set[tuple[str, date]]:
    """The hubs and days on which one and the same came by two of these visits."""
    kept = [(hub, fact) for hub, fact in attendance.of_visits(tx, visits) if isinstance(fact, Came)]
    came = Counter((hub, _day(fact.at), fact.kind, fact.person or fact.serial) for hub, fact in kept)
    return {(hub, day) for (hub, day, *_), times in came.items() if times > 1 and day is not None}


def days(tx: Tx, visits: Collection[str]) -> set[tuple[str, date]]:
    """The hubs and days of these visits."""
    kept = attendance.of_visits(tx, visits)
    found = ((hub, _day(fact.at)) for hub, fact in kept if isinstance(fact, Came))
    return {(hub, day) for hub, day in found if day is not None}


def _day(moment: str) -> date | None:
    """A station's clock may have said anything."""
    try:
        return city_day(datetime.fromisoformat(moment))
    except ValueError:
        return None


def tell_again(tx: Tx, visits: Collection[str]) -> None:
    """What the stations of a hub were told of these visits, as it is now."""
    kept = attendance.of_visits(tx, visits)
    fed = written.held(tx, "fact", sorted(fact.event for _, fact in kept))
    told = {id_ for id_, row in fed.items() if row.state == "live"}
    feed.publish_all(tx, [_told(hub, fact) for hub, fact in kept if fact.event in told])


def expect_no_more(tx: Tx, events: Sequence[tuple[str, str]]) -> None:
    """Of a station and an event each: whoever was erased is not expected. Their places are free."""
    attendance.drop(tx, events)
    for _, event in events:
        feed.withdraw(tx, "expectation", event)


def withdraw_old(tx: Tx, now: datetime) -> int:
    """Take back from the feed the facts whose day is over; how many."""
    since = text(now - FED_FOR)
    old = [(kind, id_) for kind in _KINDS for id_, data in feed.live(tx, kind) if _about(data) < since]
    for kind, id_ in old:
        feed.withdraw(tx, kind, id_)
    return len(old)


def _told(hub: str, fact: Fact) -> Draft:
    """What is said of a turn is of a kind of its own: a station of before there were turns keeps it unread."""
    of_a_turn = isinstance(fact, Expected) or (isinstance(fact, TakenBack) and bool(fact.turn))
    return Draft("expectation" if of_a_turn else "fact", fact.event, dump(fact), scope=of_hub(hub))


def _about(data: Mapping[str, object]) -> str:
    """The moment it is about: the turn's, or when it happened."""
    return str(data.get("turn") or data["at"])
