"""A person arrives and shows a card; within seconds they may take it back."""

from datetime import timedelta

from kiosk.clock import Reading, from_stamp, stamp
from kiosk.db.cards import Known
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.db.visits import Visit
from kiosk.domain.codes import Code, Kind, NotACode
from kiosk.domain.events import JsonBody, Type, uuid7
from kiosk.domain.people import Binding, Person
from kiosk.domain.visits import UNDO_SECONDS, AlreadyHere, Reason, Refused, Undone, Welcomed

_ONE_VISIT = timedelta(minutes=5)  # two scans so close are one visit, even over midnight
_UNDO_GRACE = timedelta(seconds=UNDO_SECONDS + 5)  # a slow finger on a slow screen


def arrive(tx: Tx, scanned: Code | NotACode, now: Reading) -> Welcomed | AlreadyHere | Refused:
    """Check a card in. A card from elsewhere is welcomed without a name: checking in always works."""
    station = tx.station.get()
    if station is None:
        return Refused(Reason.NOT_ENROLLED)
    if isinstance(scanned, NotACode):
        return Refused(Reason.NOT_A_CODE)
    known = tx.cards.about(scanned.serial)
    refusal = _refusal(known, scanned, now)
    if refusal is not None:
        return Refused(refusal)
    binding = known.binding
    person = tx.people.get(binding.person) if binding else None
    since = stamp(now.at - _ONE_VISIT)
    if tx.visits.is_here(now.day().isoformat(), since, binding.person if binding else "", scanned.serial):
        return AlreadyHere(person)
    return _welcome(tx, station, scanned.serial, binding, person, now)


def undo_arrival(tx: Tx, visit_id: str, now: Reading) -> Undone | Refused:
    """Take an arrival back within seconds: an opposite event, the first one stays."""
    station = tx.station.get()
    visit = tx.visits.get(visit_id)
    if station is None or visit is None or visit.undone_by is not None:
        return Refused(Reason.TOO_LATE)
    if abs(now.at - from_stamp(visit.arrived_at)) > _UNDO_GRACE:  # a clock put right meanwhile is no reason
        return Refused(Reason.TOO_LATE)
    content = {"visit": visit.id, "why": "undone_at_the_screen"}
    tx.visits.undo(visit.id, tx.events.record(station, Type.ARRIVAL_UNDONE, content, now))
    return Undone(visit.id)


def _refusal(known: Known, code: Code, now: Reading) -> Reason | None:
    if code.kind is not Kind.CARD:
        return Reason.WRONG_KIND
    if code.expires < now.day():
        return Reason.EXPIRED
    if known.revoked:
        return Reason.REVOKED
    if known.binding is None and known.in_stock:
        return Reason.UNBOUND
    if known.binding is not None and not known.binding.live:
        return Reason.REPLACED
    return None


def _welcome(
    tx: Tx, station: Station, serial: int, binding: Binding | None, person: Person | None, now: Reading
) -> Welcomed:
    visit, owner, household = uuid7(), binding.person if binding else "", binding.household if binding else ""
    content: JsonBody = {"visit": visit, "serial": serial, "person": owner, "household": household, "hub": station.hub}
    event = tx.events.record(station, Type.ARRIVED, content, now)
    tx.visits.add(Visit(visit, event, serial, owner, household, stamp(now.at), now.day().isoformat()))
    return Welcomed(visit, person)
