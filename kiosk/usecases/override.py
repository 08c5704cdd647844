"""A named worker decides against a rule, with a reason; a worker may take it back."""

from dataclasses import dataclass

from kiosk.clock import Reading, stamp
from kiosk.db.station import Station
from kiosk.db.trail import Override
from kiosk.db.tx import Tx
from kiosk.domain.events import JsonBody, Type
from kiosk.domain.overrides import Because, Rule
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting


@dataclass(frozen=True)
class NoSuchOverride:
    """There is none, or it was undone before."""


def override(tx: Tx, by: Entered, rule: Rule, subject: str, because: Because, now: Reading) -> Override | NotIn:
    """Call it in the transaction of what it allows. `subject` is an id: of a visit, a person, a session."""
    station = acting(tx, by, Deed.OVERRIDE)
    if isinstance(station, NotIn):
        return station
    content: JsonBody = {
        "worker": by.worker.id,
        "entry": by.entry,
        "rule": rule.value,
        "subject": subject,
        "because": because.value,
    }
    event = tx.events.record(station, Type.OVERRIDDEN, content, now)
    decided = Override(event, by.worker.id, by.entry, rule.value, subject, because.value, stamp(now.at))
    tx.trail.overrode(decided)
    return decided


def undo_override(tx: Tx, by: Entered, event: str, now: Reading) -> str | NotIn | NoSuchOverride:
    """Take an override back, once; the id of the event that does. What it allowed is undone by its own use case."""
    station = acting(tx, by, Deed.OVERRIDE)
    if isinstance(station, NotIn):
        return station
    held = tx.trail.override(event)
    if held is None or held.undone_by is not None:
        return NoSuchOverride()
    return _undo(tx, station, by, event, now)


def undo_told_override(tx: Tx, by: Entered, event: str, now: Reading) -> str | NotIn:
    """Take back an override of another station. It is in that station's trail: call it where what it allowed stands,
    and is taken back, so that it is done once."""
    station = acting(tx, by, Deed.OVERRIDE)
    return station if isinstance(station, NotIn) else _undo(tx, station, by, event, now)


def _undo(tx: Tx, station: Station, by: Entered, event: str, now: Reading) -> str:
    content: JsonBody = {"worker": by.worker.id, "entry": by.entry, "override": event}
    undone = tx.events.record(station, Type.OVERRIDE_UNDONE, content, now)
    tx.trail.undo(event, undone)
    return undone
