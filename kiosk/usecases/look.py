"""A worker looks at a record: that they did is a fact, on disk before they see it."""

from collections.abc import Mapping

from kiosk.clock import Reading, stamp
from kiosk.db.trail import Look
from kiosk.db.tx import Tx
from kiosk.domain.events import JsonBody, Type
from kiosk.domain.overrides import Sight
from kiosk.domain.workers import Deed, Entered
from kiosk.usecases.acting import NotIn, acting

_TAKES: Mapping[Sight, Deed] = {
    Sight.HOUSEHOLD: Deed.FAMILIES,
    Sight.PERSON: Deed.FAMILIES,
    Sight.RELATIONS: Deed.FAMILIES,
    Sight.NOTES: Deed.NOTES,
    Sight.EXPORT: Deed.EXPORT,
    Sight.INSIDE: Deed.INSIDE,
    Sight.CASE: Deed.CASES,
}


def look(tx: Tx, by: Entered, what: Sight, subject: str, now: Reading) -> Look | NotIn:
    """Call it in the transaction that reads the record, before reading. `subject` is an id, "" for none."""
    station = acting(tx, by, _TAKES[what])
    if isinstance(station, NotIn):
        return station
    content: JsonBody = {"worker": by.worker.id, "entry": by.entry, "what": what.value, "subject": subject}
    event = tx.events.record(station, Type.LOOKED, content, now)
    seen = Look(event, by.worker.id, by.entry, what.value, subject, stamp(now.at))
    tx.trail.looked(seen)
    return seen
