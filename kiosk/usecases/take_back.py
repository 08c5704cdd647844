"""A worker takes back what was recorded by mistake: an arrival, a count, a guest, a group, a sighting, a departure.

The first event stays, an opposite one says who took it back and why. The override that allowed a departure is taken
back with it, whichever station it was decided at.
"""

from collections.abc import Sequence

from kiosk.clock import Reading, stamp
from kiosk.db.attendance import Reversal
from kiosk.db.tx import Tx
from kiosk.domain.attendance import Left, TakenBack, Why
from kiosk.domain.events import JsonBody, Type
from kiosk.domain.visits import Reason, Refused
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.override import undo_override, undo_told_override
from kiosk.usecases.standing import facts_of


def take_back(tx: Tx, by: Entered, visit: str, target: str, why: Why, now: Reading) -> Reversal | Refused | NotIn:
    """`target` is one of the events of the visit, of this station or another's of the hub."""
    station = acting(tx, by, Deed.REGISTER)
    if isinstance(station, NotIn):
        return station
    facts = facts_of(tx, station.id, {visit})
    void = {fact.target for fact in facts if isinstance(fact, TakenBack)}
    if not any(fact.event == target for fact in facts if not isinstance(fact, TakenBack)) or void & {target, visit}:
        return Refused(Reason.NOT_HERE)
    gone = next((fact for fact in facts if isinstance(fact, Left) and fact.event == target), None)
    if gone is not None and gone.override:
        undo = undo_override if gone.station == station.id else undo_told_override
        undone = undo(tx, by, gone.override, now)
        if isinstance(undone, NotIn):
            return undone
    content: JsonBody = {
        "target": target,
        "visit": visit,
        "why": why.value,
        "worker": by.worker.id,
        "entry": by.entry,
    }
    event = tx.events.record(station, Type.TAKEN_BACK, content, now)
    reversal = Reversal(event, target, visit, why.value, by.worker.id, stamp(now.at))
    tx.attendance.take_back(reversal)
    return reversal


def take_all_back(
    tx: Tx, by: Entered, targets: Sequence[tuple[str, str]], why: Why, now: Reading
) -> tuple[Reversal, ...] | Refused | NotIn:
    """What was recorded together: of each visit one of its events. What was taken back meanwhile stays so."""
    reversals: list[Reversal] = []
    for visit, target in targets:
        said = take_back(tx, by, visit, target, why, now)
        if isinstance(said, NotIn):
            return said
        if isinstance(said, Reversal):
            reversals.append(said)
    return tuple(reversals) or Refused(Reason.NOT_HERE)
