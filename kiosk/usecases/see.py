"""A worker sees that somebody is here: from arrived to present. Of a count it says that the number is right."""

from kiosk.clock import Reading, stamp
from kiosk.db.attendance import Sighting
from kiosk.db.tx import Tx
from kiosk.domain.events import JsonBody, Type
from kiosk.domain.visits import Reason, Refused
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.standing import standing


def see(tx: Tx, by: Entered, visit: str, now: Reading) -> Sighting | Refused | NotIn:
    station = acting(tx, by, Deed.REGISTER)
    if isinstance(station, NotIn):
        return station
    if standing(tx, visit) is None:
        return Refused(Reason.NOT_HERE)
    content: JsonBody = {"visit": visit, "worker": by.worker.id, "entry": by.entry}
    event = tx.events.record(station, Type.SEEN, content, now)
    seen = Sighting(event, visit, by.worker.id, stamp(now.at))
    tx.attendance.saw(seen)
    return seen
