"""Cases of a hub are told to its desks: the feed's records of kind "case". Closing them is central.closing's.

What is told is what is open: ids and central's own words, and of an edit whose record it was.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from central import feed
from central.db import Tx, events, stations
from central.db import cases as store
from central.db.cases import Case
from central.scope import of_desk
from kiosk.domain.casework import Matter, Told, dump_told
from kiosk.domain.families import read_edit

KIND = "case"


def open_all(tx: Tx, new: Sequence[Case]) -> None:
    """Open cases and tell them. One that was closed before stays closed."""
    store.open_all(tx, new)
    opened = (store.named(tx, case.kind, case.station, case.subject) for case in dict.fromkeys(new))
    _tell(tx, [case for case in opened if case is not None])


def is_closed(tx: Tx, number: int) -> None:
    """The desks are told that it is open no more."""
    feed.withdraw(tx, KIND, str(number))


def explain(tx: Tx, station: str, holes: Mapping[str, Collection[tuple[int, int]]], now: str) -> None:
    """Nobody has to look at these events of a station without bodies."""
    for number in store.explain(tx, station, holes, now):
        is_closed(tx, number)


def bring_up(tx: Tx) -> None:
    """Tell what is open and was opened before desks were told, and take back what is not: a night's work."""
    waiting = store.still_open(tx)
    _tell(tx, waiting)
    numbers = {str(case.number) for case in waiting}
    for number, _ in list(feed.live(tx, KIND)):
        if number not in numbers:
            feed.withdraw(tx, KIND, number)


def hub_of(tx: Tx, station: str) -> str:
    """ "" for the station of a case that is of none."""
    known = stations.by_id(tx, station)
    return known.hub if known else ""


def said_in(tx: Tx, station: str, event: str) -> Mapping[str, object]:
    """What the event says that a case is about; nothing where it was erased, or is none."""
    return events.body_of(tx, station, event) or {}


def _tell(tx: Tx, some: Iterable[Case]) -> None:
    drafts = [(case, hub) for case in some if (hub := hub_of(tx, case.station))]
    feed.publish_all(tx, [_draft(tx, case, hub) for case, hub in drafts])


def _draft(tx: Tx, case: Case, hub: str) -> feed.Draft:
    edit = read_edit(said_in(tx, case.station, case.subject))
    about = (edit.household, edit.kind.value, edit.id) if edit else ("", "", "")
    told = Told(str(case.number), Matter(case.kind, case.station, case.subject), case.opened_at, *about)
    return feed.Draft(KIND, told.number, dump_told(told), scope=of_desk(hub))
