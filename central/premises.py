"""What central holds that matters to a batch: what its events are judged by."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from central import calendars, closing, grants, households, leads, merging, paying, prohibiting, staffing, workers
from central.clock import city_day
from central.db import Tx, cards, erased, locks
from central.db.merges import members_of
from central.db.stations import Station
from central.households import Key
from central.judge import bodies
from central.judge.bodies import CardBound, Erased
from central.judge.values import Facts
from kiosk.domain.erasure import names_in
from kiosk.domain.events import Event, JsonBody, Type
from kiosk.domain.families import Kind, Record
from kiosk.domain.workers import Deed


def premises(tx: Tx, station: Station, events: Sequence[Event], now: str) -> Facts:
    """What is read stays as it is until the commit."""
    bound, paid = list(_bound(events)), paying.paid_in(events)
    wiped = list(_erased(events))
    if bound or wiped or paying.is_any(events):
        locks.feed(tx)  # whose card it is may be changing at another station
    serials = {one.serial for one in bound}.union(*(one.cards for one in wiped))
    merges, replaced = merging.in_question(tx, station.hub, events), [one.replaces for one in bound]
    edited = households.edited_in(events) | merging.judged_by(tx, merges.values(), events)
    homes = households.homes_in(events) | {(Kind.HOUSEHOLD, one.household) for one in wiped}
    standing = workers.standing(tx, station.hub, staffing.workers_in(events))
    said = [event.body.content for event in events if event.body]
    families = _families(tx, edited, events)
    return Facts(
        hub=station.hub,
        stock=grants.in_stock(tx, station.id, serials),
        forgotten=grants.forgotten(tx, serials),
        workers=standing,
        secrets=workers.scopes_of_secrets(tx, staffing.secrets_in(events)),
        families=families,
        kept_away=prohibiting.kept_away(tx, station.hub, households.children_handed_over(families, events)),
        elsewhere=households.elsewhere(tx, station.hub, edited | homes),
        desk=station.role == "desk",
        lead=leads.of(tx, station.hub) if leads.are_asked(events) else None,
        calendar=calendars.held(tx, station.hub) if calendars.are_edited(events) else None,
        cards=cards.touching(tx, serials.union(*replaced), {one.person for one in bound}),
        erased=erased.since(tx, frozenset[tuple[str, str]]().union(*map(names_in, said))),
        erasers=workers.who_may(tx, Deed.ERASE, standing) if wiped else frozenset(),
        merges=merges,
        safeguarding=workers.who_may(tx, Deed.SHIELDED, standing) if _may_be_grave(events) else frozenset(),
        cases=closing.in_question(tx, station.hub, events),
        vouchers=paying.households(tx, paid),
        providers=paying.providers(tx, paid),
        redemptions=paying.reversed_in(tx, events),
        day=city_day(datetime.fromisoformat(now)),
    )


def _families(tx: Tx, edited: set[Key], events: Sequence[Event]) -> dict[Key, Record | None]:
    """The records that are changed, as whom every household knows those who are to have a child, and who lives where
    somebody does no longer."""
    held = households.held(tx, edited | households.living_with(tx, events))
    adults = households.who_may_have_a_child(held, events)
    return {**households.held(tx, {(Kind.MEMBER, id_) for id_ in members_of(tx, adults)}), **held}


def _may_be_grave(events: Sequence[Event]) -> bool:
    """Whether any of them may take somebody of safeguarding."""
    return any(event.header.type in (Type.MERGED, Type.CASE_CLOSED) for event in events)


def _bound(events: Sequence[Event]) -> Iterator[CardBound]:
    for said in _of(events, Type.CARD_BOUND):
        if read := bodies.card_bound(said):
            yield read


def _erased(events: Sequence[Event]) -> Iterator[Erased]:
    for said in _of(events, Type.ERASED):
        if read := bodies.erased(said):
            yield read


def _of(events: Sequence[Event], type_: Type) -> Iterator[JsonBody]:
    return (event.body.content for event in events if event.header.type == type_ and event.body)
