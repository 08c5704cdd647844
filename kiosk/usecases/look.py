"""A worker looks at a record: that they did is a fact, on disk before they see it."""

from collections.abc import Mapping
from datetime import timedelta

from kiosk.clock import Reading, from_stamp, stamp
from kiosk.db.trail import Look
from kiosk.db.tx import Tx
from kiosk.domain.events import JsonBody, Type
from kiosk.domain.overrides import Sight
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting

_TAKES: Mapping[Sight, Deed] = {
    Sight.HOUSEHOLD: Deed.FAMILIES,
    Sight.PERSON: Deed.FAMILIES,
    Sight.RELATIONS: Deed.FAMILIES,
    Sight.NOTES: Deed.NOTES,
    Sight.EXPORT: Deed.EXPORT,
    Sight.INSIDE: Deed.INSIDE,
    Sight.CASE: Deed.CASES,
    Sight.SEARCH: Deed.FAMILIES,
}
_RECENT = 100  # looks of a desk: more than ten minutes of them
GOES_ON = timedelta(minutes=10)  # a page that stays open is read again after each exchange


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


def look_on(tx: Tx, by: Entered, what: Sight, subject: str, now: Reading) -> Look | NotIn:
    """As `look`, for a page that is drawn again while it is open: within ten minutes of one entry it is one look."""
    allowed = acting(tx, by, _TAKES[what])
    if isinstance(allowed, NotIn):
        return allowed
    return looked(tx, by, what, subject, now) or look(tx, by, what, subject, now)


def looked(tx: Tx, by: Entered, what: Sight, subject: str, now: Reading) -> Look | None:
    """The look of this entry that goes on."""
    wanted = (by.entry, what.value, subject)
    seen = (one for one in tx.trail.latest_looks(_RECENT) if (one.entry, one.what, one.subject) == wanted)
    return next((one for one in seen if abs(now.at - from_stamp(one.at)) <= GOES_ON), None)
