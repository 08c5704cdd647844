"""What a batch of events is judged by: what central holds that matters to it, read before the first is judged."""

from collections.abc import Sequence
from datetime import date

from central import calendars, casework, grants, households, leads, merging, staffing, workers
from central.db import Tx, cards, locks
from central.db.stations import Station
from central.judge import bodies
from central.judge.bodies import CardBound
from central.judge.values import Facts
from kiosk.domain.events import Event, Type
from kiosk.domain.workers import Deed


def premises(tx: Tx, station: Station, events: Sequence[Event], day: date) -> Facts:
    bound = _bound(events)
    if bound:
        locks.feed(tx)  # whose card it is may be changing at another station
    serials, merges = {read.serial for read in bound}, merging.in_question(tx, station.hub, events)
    edited = households.edited_in(events) | merging.judged_by(tx, merges.values(), events)
    return Facts(
        hub=station.hub,
        day=day,
        stock=grants.in_stock(tx, station.id, serials),
        forgotten=grants.forgotten(tx, serials),
        workers=workers.standing(tx, station.hub, staffing.workers_in(events)),
        secrets=workers.scopes_of_secrets(tx, staffing.secrets_in(events)),
        families=households.held(tx, edited),
        elsewhere=households.elsewhere(tx, station.hub, edited | households.homes_in(events)),
        desk=station.role == "desk",
        lead=leads.of(tx, station.hub) if leads.are_asked(events) else None,
        calendar=calendars.held(tx, station.hub) if calendars.are_edited(events) else None,
        merges=merges,
        cases=casework.in_question(tx, station.hub, events),
        safeguarding=workers.who_may(tx, Deed.SHIELDED, station.hub, _guarding(events)),
        cards=cards.touching(tx, serials.union(*(read.replaces for read in bound)), {read.person for read in bound}),
    )


def _guarding(events: Sequence[Event]) -> set[str]:
    """The workers of those events that may take somebody of safeguarding."""
    return staffing.workers_in([event for event in events if event.header.type in (Type.MERGED, Type.CASE_CLOSED)])


def _bound(events: Sequence[Event]) -> list[CardBound]:
    bodies_ = [event.body.content for event in events if event.header.type == Type.CARD_BOUND and event.body]
    return [read for body in bodies_ if (read := bodies.card_bound(body)) is not None]
