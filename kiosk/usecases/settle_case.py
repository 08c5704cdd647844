"""A worker opens a case, and says that nobody has to look at it any more: of what the station found itself, for this
station; of what central told, for every desk of the hub.
"""

from dataclasses import dataclass, field

from kiosk.clock import Reading, stamp
from kiosk.db.cases import Acknowledgement, Closing
from kiosk.db.families import Held
from kiosk.db.tx import Tx
from kiosk.domain import families
from kiosk.domain.cases import Case, Kind, Remedy
from kiosk.domain.casework import Told, Why
from kiosk.domain.events import JsonBody, Type
from kiosk.domain.overrides import Sight
from kiosk.domain.workers import Deed, Entered, NotEntered, NotIn
from kiosk.usecases.acting import acting, allows
from kiosk.usecases.look import look
from kiosk.usecases.needs_a_person import case_of


@dataclass(frozen=True)
class Opened:
    """A case and the record it is about, None where it is about none, or about one that is here no more."""

    case: Case
    record: Held | None = field(repr=False)


@dataclass(frozen=True)
class Settled:
    """`event` is what says so; of an acknowledgement what `undo_acknowledge` takes."""

    event: str


@dataclass(frozen=True)
class NoSuchCase:
    """It is listed no more, or this is not how it is settled."""


def open_case(tx: Tx, by: Entered, case: str, now: Reading) -> Opened | NoSuchCase | NotIn:
    """`case` is a Case's id. Who looked is in the chain before they see it; a note takes a role of its own."""
    found = case_of(tx, by, case, now)
    if found is None or isinstance(found, NotIn):
        return found or NoSuchCase()
    is_note = found.record == families.Kind.NOTE
    if is_note and not allows(tx, by, Deed.NOTES):
        return NotIn(NotEntered.NOT_ALLOWED)
    seen = look(tx, by, Sight.NOTES if is_note else Sight.CASE, found.record_id or found.subject, now)
    return seen if isinstance(seen, NotIn) else Opened(found, _record(tx, found))


def acknowledge(tx: Tx, by: Entered, case: str, why: Why, now: Reading) -> Settled | NoSuchCase | NotIn:
    """It only had to be seen, and was."""
    station, found = acting(tx, by, Deed.CASES), _that_may(tx, by, case, Remedy.ACKNOWLEDGE, now)
    if isinstance(station, NotIn):
        return station
    if found is None:
        return NoSuchCase()
    said: JsonBody = {"kind": found.kind.value, "subject": found.subject, "why": why.value}
    event = tx.events.record(station, Type.ACKNOWLEDGED, {**said, "worker": by.worker.id, "entry": by.entry}, now)
    seen = Acknowledgement(event, found.kind.value, found.subject, why.value, by.worker.id, stamp(now.at))
    tx.cases.acknowledge(seen)
    return Settled(event)


def undo_acknowledge(tx: Tx, by: Entered, event: str, now: Reading) -> Settled | NoSuchCase | NotIn:
    """It is listed again."""
    station = acting(tx, by, Deed.CASES)
    if isinstance(station, NotIn):
        return station
    held = tx.cases.acknowledgement(event)
    if held is None or held.undone_by is not None:
        return NoSuchCase()
    content: JsonBody = {"acknowledged": event, "worker": by.worker.id, "entry": by.entry}
    undone = tx.events.record(station, Type.ACKNOWLEDGED_TAKEN_BACK, content, now)
    tx.cases.take_back(event, undone)
    return Settled(undone)


def close_case(tx: Tx, by: Entered, case: str, why: Why, now: Reading) -> Settled | NoSuchCase | NotIn:
    """One that central opened: it stays closed, and central says by whom. Here it is listed no more at once."""
    station, found = acting(tx, by, Deed.CASES), _that_may(tx, by, case, Remedy.CLOSE, now)
    if isinstance(station, NotIn):
        return station
    told = next((one for one in tx.cases.told() if found is not None and _is_of(found, one)), None)
    if told is None:
        return NoSuchCase()
    content: JsonBody = {**vars(told.matter), "why": why.value, "worker": by.worker.id, "entry": by.entry}
    event = tx.events.record(station, Type.CASE_CLOSED, content, now)
    tx.cases.close(Closing(event, **vars(told.matter), why=why.value, worker=by.worker.id, at=stamp(now.at)))
    return Settled(event)


def _that_may(tx: Tx, by: Entered, case: str, remedy: Remedy, now: Reading) -> Case | None:
    found = case_of(tx, by, case, now)
    return found if isinstance(found, Case) and remedy in found.may else None


def _is_of(case: Case, told: Told) -> bool:
    return case.subject == (told.number if case.kind is Kind.CENTRALS else told.matter.subject)


def _record(tx: Tx, case: Case) -> Held | None:
    if case.record not in tuple(families.Kind):
        return None
    kind = families.Kind(case.record)
    record = tx.families.get(kind, case.record_id)
    return Held(kind, case.record_id, record) if record.household else None
