"""Who came by one card leave at the touchscreen: those of them who are 14 or more, each by their own rule."""

from collections.abc import Mapping

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.release import Released, release
from kiosk.domain.ties import Way
from kiosk.domain.visits import AskAtTheDesk, Farewell, Reason, Refused, Undone
from kiosk.usecases.find_family import minor
from kiosk.usecases.leave import Gone, leave, undo_leave


def leaves_alone(tx: Tx, person: str, now: Reading) -> bool:
    """Whether the touchscreen lets them go: 14 or more, by a birth date known here or by central's word."""
    return release(minor(tx, person), "", now.day()) == Released(Way.ON_THEIR_OWN)


def leave_on_their_own(tx: Tx, visits: Mapping[str, str], now: Reading) -> Farewell | AskAtTheDesk | Refused:
    """`visits` by person. All of them, or nobody; who has left already is no hindrance."""
    if not all(leaves_alone(tx, person, now) for person in visits):
        return AskAtTheDesk()
    said = {person: leave(tx, visit, minor(tx, person), now) for person, visit in visits.items()}
    gone = {person: one for person, one in said.items() if isinstance(one, Gone)}
    if not gone:
        return Refused(Reason.NOT_HERE)
    people = (tx.people.get(person) for person in gone)
    return Farewell(tuple(one for one in people if one), tuple(one.event for one in gone.values()))


def undo_farewell(tx: Tx, events: tuple[str, ...], now: Reading) -> tuple[Undone, ...] | Refused:
    """Within seconds they are here as they were."""
    undone = tuple(one for one in (undo_leave(tx, event, now) for event in events) if isinstance(one, Undone))
    return undone if undone else Refused(Reason.TOO_LATE)
