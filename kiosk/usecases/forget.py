"""This station forgets people who were erased, by a worker here or by somebody elsewhere.

What was said of them goes from its bodies and rows, at once, whether central has heard of it or not. That they came
and left stays as numbers: where the event that said so is a hole now, another one says it again without whose visit it
was, so that it counts at central exactly once all the same; and so is what a voucher paid, where central has not heard
of it. Which bodies are holes, and why, is in the chain.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import TypeGuard

from kiosk.clock import ROME, Reading, from_stamp
from kiosk.db.erasing import Said
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain import attendance
from kiosk.domain.attendance import Came, Fact, Left
from kiosk.domain.erasure import Name, dump_holes, without
from kiosk.domain.events import Type
from kiosk.usecases.inside import register


def forget(tx: Tx, station: Station, names: Collection[Name], now: Reading) -> None:
    """Again there is nothing left to do. It does not touch what central fed: that goes as central takes it back.

    Where another station of the hub saw them on the same day, it is said with which of its visits one of ours is one
    stay: nobody will know any more whose they were.
    """
    visits = tx.erasing.visits(names)
    collected = tx.erasing.departures(names, visits)
    said = tx.attendance.of_visits(station.id, {*visits, *collected.values()})
    told = [one for one in said if _goes(one, visits, collected)]
    first = _first_of_stays(tx, told, now)
    about = {*(one.event for one in told), *(one.event for one in tx.erasing.bodies(names))}
    owed = tx.erasing.owed(about)
    holes = tx.erasing.shred(about)
    tx.erasing.strip(visits, collected)
    tx.erasing.forget(names)
    gone = {hole.event for hole in holes}
    for fact in (one for one in told if one.event in gone):
        more = {"event": fact.event, "hub": station.hub, "stay": first.get(fact.visit, fact.visit)}
        tx.events.record(station, Type.RESTATED, without({**attendance.dump(fact), **more}), now)
    for event, paid in owed:
        tx.events.record(station, Type.REDEEMED, without({**paid, "restates": event}), now)
    if holes:
        tx.events.record(station, Type.FORGOTTEN, {"holes": dump_holes(_places(holes))}, now)


def _goes(fact: Fact, visits: Collection[str], collected: Collection[str]) -> TypeGuard[Came | Left]:
    """Whether it says whose a visit was that is to be nobody's, or with whom somebody left."""
    return (isinstance(fact, Came) and fact.visit in visits) or (isinstance(fact, Left) and fact.event in collected)


def _first_of_stays(tx: Tx, told: Iterable[Came | Left], now: Reading) -> dict[str, str]:
    """Of each visit of these days the first one of its stay; of days of which central told something."""
    days = {_day(fact) for fact in told} & {_day(fact) for fact in tx.attendance.told()}
    stays = (stay for day in sorted(days) for stay in register(tx, now, day).stays)
    return {visit: stay.visits[0] for stay in stays for visit in stay.visits}


def _day(fact: Fact) -> date:
    return from_stamp(fact.at).astimezone(ROME).date()


def _places(holes: Iterable[Said]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for hole in holes:
        places.setdefault(hole.incarnation, []).append(hole.seq)
    return places
