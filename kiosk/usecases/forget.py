"""This station forgets people who were erased, by a worker here or by somebody elsewhere.

What was said of them goes from its bodies and rows, at once, whether central has heard of it or not. That they came
and left stays as numbers: where the event that said so is a hole now, another one says it again without whose visit it
was, so that it counts at central exactly once all the same. Which bodies are holes, and why, is in the chain.
"""

from collections.abc import Collection, Iterable

from kiosk.clock import Reading
from kiosk.db.erasing import Said
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain import attendance
from kiosk.domain.attendance import Came, Fact, Left
from kiosk.domain.erasure import Name, dump_holes, without
from kiosk.domain.events import Type


def forget(tx: Tx, station: Station, names: Collection[Name], now: Reading) -> None:
    """Again there is nothing left to do. It does not touch what central fed: that goes as central takes it back."""
    visits = tx.erasing.visits(names)
    collected = tx.erasing.departures(names, visits)
    facts = [fact for visit in {*visits, *collected.values()} for fact in tx.attendance.of_visit(station.id, visit)]
    tell = {*(fact.event for fact in facts if isinstance(fact, Came) and fact.visit in set(visits)), *collected}
    about = {said.event for said in tx.erasing.bodies(names)}
    holes = tx.erasing.shred(about | tell)
    tx.erasing.strip(visits, collected)
    tx.erasing.forget(names)
    _restate(tx, station, facts, {hole.event for hole in holes}, now)
    if holes:
        tx.events.record(station, Type.FORGOTTEN, {"holes": dump_holes(_places(holes))}, now)


def _restate(tx: Tx, station: Station, facts: Iterable[Fact], holes: Collection[str], now: Reading) -> None:
    for fact in facts:
        if fact.event in holes and isinstance(fact, Came | Left):
            said = without({**attendance.dump(fact), "event": fact.event, "hub": station.hub})
            tx.events.record(station, Type.RESTATED, said, now)


def _places(holes: Iterable[Said]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for hole in holes:
        places.setdefault(hole.incarnation, []).append(hole.seq)
    return places
