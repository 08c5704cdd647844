"""Cases of a hub are told to its desks, and a worker there may close them: the feed's records of kind "case".

What is told is what is open: ids and central's own words, and of an edit whose record it was.
"""

from collections.abc import Iterable, Mapping, Sequence

from central import deciding, feed
from central.db import Tx, events, stations
from central.db import cases as store
from central.db.cases import Case
from central.db.decisions import What
from central.deciding import NotDecided
from central.scope import of_desk
from kiosk.domain import cases
from kiosk.domain.cases import CONFLICT, Name, Told, Why
from kiosk.domain.events import Event, JsonBody, Type
from kiosk.domain.families import read_edit


def open_all(tx: Tx, new: Sequence[Case]) -> None:
    """Open cases and tell them. One that was closed before stays closed."""
    store.open_all(tx, new)
    opened = (store.named(tx, case.kind, case.station, case.subject) for case in dict.fromkeys(new))
    _tell(tx, [case for case in opened if case is not None])


def close(tx: Tx, name: Name, who: str, why: Why, now: str) -> Case | NotDecided:
    """`who` is a worker's id. Of a case that is not known yet, since central was restored: it will come closed."""
    store.open_all(tx, [Case(name.kind, name.station, name.subject, now)])
    case = store.named(tx, name.kind, name.station, name.subject)
    return deciding.decide(tx, case, What.CLOSED, who, why.value, now) if case else NotDecided.CLOSED


def settle(tx: Tx, hub: str, body: JsonBody, who: str, now: str) -> None:
    """Close the conflicts about the field of this edit, which somebody has decided about."""
    settled = _field_of(body)
    for case in store.of_hub(tx, hub, CONFLICT) if settled else ():
        if _field_of(_body(tx, case.station, case.subject)) == settled:
            deciding.decide(tx, case, What.CLOSED, who, Why.SETTLED.value, now)


def in_question(tx: Tx, hub: str, batch: Sequence[Event]) -> dict[Name, str | None]:
    """Those of this hub's stations that these events close and nobody has closed: the worker whom each is about, ""
    for nobody, None for one that is not known yet."""
    said = (event.body.content for event in batch if event.header.type == Type.CASE_CLOSED and event.body)
    names = {read[0] for body in said if (read := cases.read_closing(body))}
    ours = [name for name in names if _hub_of(tx, name.station) == hub]
    return {name: _about(tx, name) for name in ours if not store.is_closed(tx, name.kind, name.station, name.subject)}


def bring_up(tx: Tx) -> None:
    """Tell what is open and was opened before desks were told, and take back what is not: a night's work."""
    waiting = store.still_open(tx)
    _tell(tx, waiting)
    numbers = {str(case.number) for case in waiting}
    for number, _ in list(feed.live(tx, deciding.TOLD)):
        if number not in numbers:
            feed.withdraw(tx, deciding.TOLD, number)


def _tell(tx: Tx, some: Iterable[Case]) -> None:
    drafts = [(case, hub) for case in some if (hub := _hub_of(tx, case.station))]
    feed.publish_all(tx, [_draft(tx, case, hub) for case, hub in drafts])


def _draft(tx: Tx, case: Case, hub: str) -> feed.Draft:
    edit = read_edit(_body(tx, case.station, case.subject))
    about = (edit.household, edit.kind.value, edit.id) if edit else ("", "", "")
    told = Told(str(case.number), Name(case.kind, case.station, case.subject), case.opened_at, *about)
    return feed.Draft(deciding.TOLD, told.number, cases.dump_told(told), scope=of_desk(hub))


def _about(tx: Tx, name: Name) -> str | None:
    known = store.named(tx, name.kind, name.station, name.subject)
    return str(_body(tx, name.station, name.subject).get("worker", "")) if known else None


def _field_of(body: Mapping[str, object]) -> tuple[str, str, str] | None:
    edit = read_edit(body)
    return (edit.kind.value, edit.id, edit.name) if edit else None


def _body(tx: Tx, station: str, event: str) -> Mapping[str, object]:
    return events.body_of(tx, station, event) or {}


def _hub_of(tx: Tx, station: str) -> str:
    """ "" for the station of a case that is of none."""
    known = stations.by_id(tx, station)
    return known.hub if known else ""
