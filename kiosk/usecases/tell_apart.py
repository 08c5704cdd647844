"""Two who look alike are not the same: a worker says so, and they are not suggested at this desk again, until somebody
takes it back. It changes nothing of either; to merge them all the same stays possible.
"""

from dataclasses import dataclass

from kiosk.clock import Reading, stamp
from kiosk.db.cases import Acknowledgement
from kiosk.db.tx import Tx
from kiosk.domain.casework import Why
from kiosk.domain.events import JsonBody, Type
from kiosk.domain.likeness import TWINS, pair_name
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.duplicates import duplicates


@dataclass(frozen=True)
class Apart:
    """`event` is what `undo_apart` takes."""

    event: str


@dataclass(frozen=True)
class NoSuchPair:
    """They are not, or no longer, suggested to this worker."""


def tell_apart(tx: Tx, by: Entered, one: str, other: str, now: Reading) -> Apart | NoSuchPair | NotIn:
    station, likely = acting(tx, by, Deed.MERGE), duplicates(tx, by, now)
    if isinstance(station, NotIn) or isinstance(likely, NotIn):
        return station if isinstance(station, NotIn) else NoSuchPair()
    if {one, other} not in [{pair.one.person, pair.other.person} for pair in likely]:
        return NoSuchPair()
    subject, why = pair_name(one, other), Why.NOTHING_WRONG.value
    said: JsonBody = {"kind": TWINS, "subject": subject, "why": why}
    event = tx.events.record(station, Type.ACKNOWLEDGED, {**said, "worker": by.worker.id, "entry": by.entry}, now)
    tx.cases.acknowledge(Acknowledgement(event, TWINS, subject, why, by.worker.id, stamp(now.at)))
    return Apart(event)


def undo_apart(tx: Tx, by: Entered, event: str, now: Reading) -> str | NoSuchPair | NotIn:
    """They are suggested again; the id of the event that says so."""
    station, held = acting(tx, by, Deed.MERGE), tx.cases.acknowledgement(event)
    if isinstance(station, NotIn):
        return station
    if held is None or held.kind != TWINS or held.undone_by is not None:
        return NoSuchPair()
    content: JsonBody = {"acknowledged": event, "worker": by.worker.id, "entry": by.entry}
    undone = tx.events.record(station, Type.ACKNOWLEDGED_TAKEN_BACK, content, now)
    tx.cases.take_back(event, undone)
    return undone
