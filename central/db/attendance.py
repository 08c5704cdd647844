"""The facts that the registers of the hubs are made of."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, bindparam, delete, or_, select, update

from central.db import dialects
from central.db.engine import Tx
from central.db.tables import facts
from kiosk.domain import attendance
from kiosk.domain.attendance import Fact, Stay

_NAMES = tuple(column.name for column in facts.columns)
_BLANK: dict[str, str | int] = {
    name: 0 if name in ("seq", "serial", "adults", "educators") else ""
    for name in _NAMES
    if name not in ("event", "hub")
}


class Kept(NamedTuple):
    """A fact and the hub whose register it belongs to."""

    hub: str
    fact: Fact


def keep(tx: Tx, new: Sequence[Kept]) -> None:
    """The same event of the same station, told twice, is one fact."""
    said = [{**_BLANK, **attendance.dump(fact), "event": fact.event, "hub": hub} for hub, fact in new]
    rows = [tuple(one[name] for name in _NAMES) for one in said]
    dialects.insert(tx, facts, rows, _NAMES, new=True)


def of_hub(tx: Tx, hub: str, since: str, until: str) -> list[Fact]:
    """Of the visits that began between two moments and the turns that do, and all that was said of them at any time."""
    began = and_(facts.c.hub == hub, facts.c.what == "came", facts.c.at >= since, facts.c.at < until)
    visits = select(facts.c.visit).where(began)
    ours = and_(facts.c.hub == hub, facts.c.at >= since, or_(facts.c.visit.in_(visits), facts.c.what == "taken_back"))
    expected = and_(facts.c.hub == hub, facts.c.turn != "", facts.c.turn >= since, facts.c.turn < until)
    return _read(tx, or_(began, ours, expected))


def expectations(tx: Tx, hub: str, since: str) -> list[Fact]:
    """Who is expected, and who is no more, in the turns that begin at a moment or later."""
    return _read(tx, and_(facts.c.hub == hub, facts.c.turn != "", facts.c.turn >= since))


def _read(tx: Tx, which: ColumnElement[bool]) -> list[Fact]:
    rows = tx.execute(select(facts).where(which)).mappings()
    read = (attendance.read(row["event"], dict(row)) for row in rows)
    return [fact for fact in read if fact is not None]


def fold(tx: Tx, stay: Stay) -> None:
    """Make one visit of those of one stay, with what is believed of all of them: it counts as it did."""
    first, *_ = stay.visits
    same = facts.c.visit.in_(stay.visits)
    counted = {"who": stay.who.value, "band": stay.band, "adults": stay.adults, "educators": stay.educators}
    came = update(facts).where(same, facts.c.what == "came")
    tx.execute(came.values(children=attendance.dump_bands(stay.children), **counted))
    tx.execute(update(facts).where(same).values(visit=first))


def of_visits(tx: Tx, visits: Collection[str]) -> list[Kept]:
    """All that is said of these visits."""
    rows = tx.execute(select(facts).where(facts.c.visit.in_(visits))).mappings()
    read = ((row["hub"], attendance.read(row["event"], dict(row))) for row in rows)
    return [Kept(hub, fact) for hub, fact in read if fact is not None]


def drop(tx: Tx, events: Sequence[tuple[str, str]]) -> None:
    """What these events of stations said is as if it had not been."""
    if events:
        one = and_(facts.c.station == bindparam("of"), facts.c.event == bindparam("that"))
        tx.execute(delete(facts).where(one), [{"of": station, "that": event} for station, event in events])
