"""A worker at a hub's desk closes cases of the hub, and settles conflicts by an edit: with a name and a reason."""

from collections.abc import Iterable, Mapping, Sequence

from central import deciding
from central.casework import hub_of, said_in
from central.db import Tx, cases
from central.db.cases import Case
from central.db.decisions import What
from central.deciding import NotDecided
from central.judge.values import CloseCase, SettleConflicts
from kiosk.domain.casework import CONFLICT, Matter, Why, read_closing
from kiosk.domain.events import Event, JsonBody, Type
from kiosk.domain.families import read_edit


def in_question(tx: Tx, hub: str, batch: Sequence[Event]) -> dict[Matter, str | None]:
    """Those of this hub's stations that these events close and nobody has closed: the worker whom each is about, ""
    for nobody, None for one that is not known yet."""
    said = (event.body.content for event in batch if event.header.type == Type.CASE_CLOSED and event.body)
    matters = {read[0] for body in said if (read := read_closing(body))}
    ours = [matter for matter in matters if hub_of(tx, matter.station) == hub]
    return {one: _about(tx, one) for one in ours if not cases.is_closed(tx, one.kind, one.station, one.subject)}


def take_up(tx: Tx, hub: str, said: Iterable[CloseCase | SettleConflicts], now: str) -> None:
    """What workers at the desks of a hub have closed, and what they settled."""
    for one in said:
        match one:
            case CloseCase(matter, who, why):
                close(tx, matter, who, why, now)
            case SettleConflicts(body, who):
                _settle(tx, hub, body, who, now)


def close(tx: Tx, matter: Matter, who: str, why: Why, now: str) -> Case | NotDecided:
    """`who` is a worker's id. Of a case that is not known yet, since central was restored: it will come closed."""
    cases.open_all(tx, [Case(matter.kind, matter.station, matter.subject, now)])
    case = cases.named(tx, matter.kind, matter.station, matter.subject)
    return deciding.decide(tx, case, What.CLOSED, who, why.value, now) if case else NotDecided.CLOSED


def _settle(tx: Tx, hub: str, body: JsonBody, who: str, now: str) -> None:
    """Close the conflicts about the field of this edit, which somebody has decided about."""
    settled = _field_of(body)
    for case in cases.of_hub(tx, hub, CONFLICT) if settled else ():
        if _field_of(said_in(tx, case.station, case.subject)) == settled:
            deciding.decide(tx, case, What.CLOSED, who, Why.SETTLED.value, now)


def _about(tx: Tx, matter: Matter) -> str | None:
    known = cases.named(tx, matter.kind, matter.station, matter.subject)
    return str(said_in(tx, matter.station, matter.subject).get("worker", "")) if known else None


def _field_of(body: Mapping[str, object]) -> tuple[str, str, str] | None:
    edit = read_edit(body)
    return (edit.kind.value, edit.id, edit.name) if edit else None
