"""What is answered to what was done in a day, and what takes it back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kiosk.clock import Reading
from kiosk.db.attendance import Reversal
from kiosk.db.tx import Tx
from kiosk.domain.visits import Reason, Refused
from kiosk.domain.workers import Entered
from kiosk.ui import hints
from kiosk.ui.desk.faces import Said, Tone, Undo
from kiosk.usecases.known import known_people
from kiosk.usecases.opening import hint

HOME = "today"
Pair = tuple[str, str]  # a visit and one of its events


def no(reason: Reason) -> Said:
    return Said(Tone.NO, reason.value)


def undo(pairs: Iterable[Pair]) -> Undo:
    """ "today/undo/VISIT:EVENT+VISIT:EVENT"."""
    return Undo(f"{HOME}/undo/" + "+".join(f"{visit}:{event}" for visit, event in pairs))


def undone(about: str) -> tuple[Pair, ...]:
    """What an undo names; nothing for nonsense."""
    parts = [part.partition(":") for part in about.split("+")]
    return tuple((visit, event) for visit, colon, event in parts if visit and colon and event)


def began(tx: Tx, visits: Iterable[str]) -> tuple[Pair, ...]:
    """The events that began these visits of this station."""
    held = [tx.visits.get(visit) for visit in visits]
    return tuple((visit.id, visit.event) for visit in held if visit is not None)


def came(tx: Tx, by: Entered, visits: Sequence[str], what: str, number: int, now: Reading) -> Said:
    """These visits of this station began. What the hub's hours say of it refuses nobody."""
    said = Said(Tone.DONE, what, name_of(tx, by, visits, now), number, undo(began(tx, visits)), HOME)
    return replace(said, hint=hints.hint(hint(tx, now, visits), now))


def name_of(tx: Tx, by: Entered, visits: Iterable[str], now: Reading) -> str:
    """The first of those who came by these visits whom the worker may see, by the name they are called by."""
    held = (tx.visits.get(visit) for visit in visits)
    people = [visit.person for visit in held if visit is not None and visit.person]
    known = known_people(tx, by, people, now)
    return next((known[person].given for person in people if person in known), "")


def taken_back(said: tuple[Reversal, ...] | Reversal | Refused) -> Said:
    return no(said.reason) if isinstance(said, Refused) else Said(Tone.DONE, "taken_back", to=HOME)
