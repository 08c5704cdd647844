"""Which station of a hub is its lead: the record by which all of them are told (kiosk.domain.lead).

Somebody names it; where nobody has, or who was named is revoked, it is the hub's first desk, else its first station.
"""

from collections.abc import Sequence
from dataclasses import asdict

from central import feed, registers
from central.db import Tx, locks
from central.db import stations as store
from central.db.stations import Station
from central.scope import of_hub
from kiosk.domain.events import Event, Type
from kiosk.domain.lead import Lead, read_lead

KIND = "lead"


def of(tx: Tx, hub: str) -> Lead | None:
    held = feed.get(tx, KIND, hub)
    return read_lead(held) if held is not None else None


def stations(tx: Tx) -> set[str]:
    """The lead of every hub."""
    read = (read_lead(data) for _, data in feed.live(tx, KIND))
    return {lead.station for lead in read if lead is not None}


def are_asked(events: Sequence[Event]) -> bool:
    """Whether any of these is for the lead to say."""
    return any(event.header.type in (Type.EXPECTED, Type.CALENDAR_EDITED) for event in events)


def name(tx: Tx, station: Station, now: str) -> bool:
    """Make this station the lead of its hub; False for one that is revoked."""
    locks.enrolment(tx)
    there = store.by_id(tx, station.id)
    if there is None or there.revoked_at is not None:
        return False
    _put(tx, there, now, named=True)
    return True


def settle(tx: Tx, hub: str, now: str) -> None:
    """Look again, since the hub has a station more or less: whoever is named stays. Whoever may come to lead has to
    know who is expected: all of them are told. Call it under `locks.enrolment`."""
    locks.feed(tx)
    standing, held = store.of_hub(tx, hub), of(tx, hub)
    named = next((one for one in standing if held and held.named and one.id == held.station), None)
    first = named or next((one for one in standing if one.role == "desk"), None) or next(iter(standing), None)
    if first is None:
        feed.withdraw(tx, KIND, hub)
    else:
        _put(tx, first, now, named=named is not None)


def settle_all(tx: Tx, now: str) -> None:
    """Those hubs that have no lead yet: their stations enrolled before there was one."""
    for hub in without(tx):
        settle(tx, hub, now)


def without(tx: Tx) -> list[str]:
    led = {hub for hub, _ in feed.live(tx, KIND)}
    return [hub for hub in store.hubs(tx) if hub not in led]


def _put(tx: Tx, station: Station, now: str, *, named: bool) -> None:
    held = of(tx, station.hub)
    since = held.since if held and held.station == station.id else now
    lead = Lead(station.id, since, named)
    feed.publish(tx, KIND, station.hub, asdict(lead), scope=of_hub(station.hub))
    registers.tell_expectations(tx, station.hub, now)
