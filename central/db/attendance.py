"""The facts that the registers of the hubs are made of."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import and_, or_, select, update

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
    """Of the visits that began between two moments, and all that was said of them at any time."""
    began = and_(facts.c.hub == hub, facts.c.what == "came", facts.c.at >= since, facts.c.at < until)
    visits = select(facts.c.visit).where(began)
    ours = and_(facts.c.hub == hub, facts.c.at >= since, or_(facts.c.visit.in_(visits), facts.c.what == "taken_back"))
    rows = tx.execute(select(facts).where(or_(began, ours))).mappings()
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
