"""Look for something to do: today, this week, by pillar, by age, near, or one activity whole."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from kiosk.clock import ROME, Reading, stamp
from kiosk.db.catalogue import Listed, Listing
from kiosk.db.tx import Tx
from kiosk.domain import catalogue
from kiosk.domain.catalogue import Activity, Area, Hub, Place, Provider, Session
from kiosk.domain.offers import Detail, Offer, Offers

SESSIONS_SHOWN = 6


def hub(tx: Tx) -> Hub | None:
    """The hub this station stands in, once its record has been copied."""
    station = tx.station.get()
    data = tx.catalogue.record("hub", station.hub) if station else None
    found = catalogue.read("hub", data) if data is not None else None
    return found if isinstance(found, Hub) else None


def hub_at(tx: Tx, place: str) -> Hub | None:
    """The hub that is there, if any."""
    read = (catalogue.read("hub", data) for data in tx.catalogue.every("hub").values())
    return next((hub for hub in read if isinstance(hub, Hub) and place and hub.place == place), None)


def today(tx: Tx, now: Reading, limit: int) -> Offers:
    return _offers(tx, tx.catalogue.sessions_between(stamp(now.at), stamp(_midnight(now, 1)), limit))


def this_week(tx: Tx, now: Reading, limit: int) -> Offers:
    return _offers(tx, tx.catalogue.sessions_between(stamp(now.at), stamp(_midnight(now, 7)), limit))


def by_pillar(tx: Tx, pillar: str, now: Reading, limit: int) -> Offers:
    return _offers(tx, tx.catalogue.of_pillar(pillar, stamp(now.at), limit))


def by_age(tx: Tx, low: int, high: int, now: Reading, limit: int) -> Offers:
    return _offers(tx, tx.catalogue.for_ages(low, high, stamp(now.at), limit))


def near(tx: Tx, now: Reading, limit: int) -> Offers:
    """By distance from the hub; everything, in order of the soonest, while the hub has no coordinates."""
    here = hub(tx)
    if here is None or here.at is None:
        return everything(tx, now, limit)
    return _offers(tx, tx.catalogue.near(here.at, stamp(now.at), limit))


def everything(tx: Tx, now: Reading, limit: int) -> Offers:
    return _offers(tx, tx.catalogue.all(stamp(now.at), limit))


def one(tx: Tx, activity_id: str, now: Reading) -> Detail | None:
    """An activity with its next sessions; None when it left the catalogue meanwhile."""
    ids = tx.catalogue.next_sessions(activity_id, stamp(now.at), SESSIONS_SHOWN)
    found = _offers(tx, Listing((Listed(activity_id, ids[0] if ids else ""),), 1)).offers
    if not found:
        return None
    sessions = _read(tx, "session", ids, Session)
    providers = _read(tx, "provider", [found[0].activity.provider], Provider)
    names = [provider.name for provider in providers.values()]
    return Detail(found[0], tuple((id_, sessions[id_]) for id_ in ids if id_ in sessions), "".join(names))


def dated(tx: Tx, activity_id: str, session_id: str) -> Offer | None:
    """An activity with one session of it, over or not; "" for none. None when it left the catalogue meanwhile."""
    return next(iter(_offers(tx, Listing((Listed(activity_id, session_id),), 1)).offers), None)


def _midnight(now: Reading, days: int) -> datetime:
    """The end of the day `days - 1` days from now, in the city."""
    day = now.day() + timedelta(days=days)
    return datetime(day.year, day.month, day.day, tzinfo=ROME)


def _offers(tx: Tx, listing: Listing) -> Offers:
    activities = _read(tx, "activity", [line.activity for line in listing.lines], Activity)
    sessions = _read(tx, "session", [line.session for line in listing.lines if line.session], Session)
    places = _read(tx, "place", [activity.place for activity in activities.values()], Place)
    areas = _read(tx, "area", [place.area for place in places.values()], Area)
    here = hub(tx)
    offers = []
    for line in listing.lines:
        activity = activities.get(line.activity)
        if activity is None:
            continue
        place = places.get(activity.place)
        area = areas.get(place.area) if place else None
        session = sessions.get(line.session)
        name = area.name if area else ""
        offers.append(Offer(line.activity, activity, line.session, session, place, name, _distance(here, place)))
    return Offers(tuple(offers), listing.total)


def _distance(here: Hub | None, place: Place | None) -> int | None:
    if here is None or here.at is None or place is None or place.at is None:
        return None
    return round(here.at.metres_to(place.at))


def _read(tx: Tx, kind: str, ids: list[str], want: type[Any]) -> Mapping[str, Any]:
    found = {id_: catalogue.read(kind, data) for id_, data in tx.catalogue.records(kind, ids).items()}
    return {id_: record for id_, record in found.items() if isinstance(record, want)}
