"""What events said, and the ids of people in the rows that were made of it: found, and let go.

A row of a visit holds ids only as long as there is the body that says them, so bodies are all that has to be sought.
"""

import json
from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, bindparam, delete, func, or_, select, update

from central.db.engine import Tx
from central.db.tables import bodies, events, facts, signup_facts, visits
from kiosk.domain.events import JsonBody, Type

_KEY = and_(
    bodies.c.station == events.c.station, bodies.c.incarnation == events.c.incarnation, bodies.c.seq == events.c.seq
)

CAME = frozenset({Type.ARRIVED, Type.COUNTED, Type.GROUP_ARRIVED})  # types of events by which a visit begins


class Told(NamedTuple):
    """An event with what it says."""

    station: str
    incarnation: str
    seq: int
    id: str
    type: str
    said: JsonBody


def told(tx: Tx, which: ColumnElement[bool], limit: int | None = None) -> list[Told]:
    """Events with bodies, those that came first before the others."""
    columns = (events.c.station, events.c.incarnation, events.c.seq, events.c.id, events.c.type, bodies.c.content)
    query = select(*columns).join(bodies, _KEY).where(which)
    rows = tx.execute(query.order_by(bodies.c.received_at).limit(limit))
    return [Told(*row[:5], json.loads(row.content)) for row in rows]


def count(tx: Tx, which: ColumnElement[bool]) -> int:
    query = select(func.count()).select_from(bodies.join(events, _KEY)).where(which)
    return int(tx.execute(query).scalar_one())


def filed(tx: Tx, households: Collection[str], people: Collection[str], serials: Collection[int]) -> list[Told]:
    """Events whose bodies lie under one of these; each by its index."""
    return told(
        tx,
        or_(
            and_(bodies.c.household != "", bodies.c.household.in_(households)),
            and_(bodies.c.person != "", bodies.c.person.in_(people)),
            and_(bodies.c.serial != 0, bodies.c.serial.in_(serials)),
        ),
    )


def departures(tx: Tx, of: Collection[str]) -> list[Told]:
    """Events that say with whom somebody left, of these visits."""
    left = and_(facts.c.visit.in_(of), facts.c.what == "left", facts.c.adult != "")
    return told(tx, and_(events.c.station == facts.c.station, events.c.id == facts.c.event, left))


def shred(tx: Tx, gone: Sequence[Told]) -> None:
    """The chain covers the hash of each: it holds, and shows the hole."""
    key = and_(
        bodies.c.station == bindparam("of"),
        bodies.c.incarnation == bindparam("within"),
        bodies.c.seq == bindparam("number"),
    )
    if gone:
        keys = [{"of": one.station, "within": one.incarnation, "number": one.seq} for one in gone]
        tx.execute(delete(bodies).where(key), keys)


def strip(tx: Tx, gone: Sequence[Told]) -> None:
    """The visits that these tell of stay as numbers, of a band and a day."""
    fact = and_(facts.c.station == bindparam("of"), facts.c.event == bindparam("that"))
    place = and_(signup_facts.c.station == bindparam("of"), signup_facts.c.event == bindparam("that"))
    visit = and_(visits.c.station == bindparam("of"), visits.c.visit == bindparam("that"))
    if told := [{"of": one.station, "that": one.id} for one in gone]:
        tx.execute(update(facts).where(fact).values(person="", serial=0, adult=""), told)
        tx.execute(update(signup_facts).where(place).values(person="", household=""), told)
    if came := [{"of": one.station, "that": str(one.said.get("visit"))} for one in gone if one.type in CAME]:
        tx.execute(update(visits).where(visit).values(person="", household="", serial=0), came)
