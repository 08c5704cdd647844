"""Rows that are past their period. What goes with bodies: central.db.forgetting."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, Table, and_, delete, exists, func, not_, select, tuple_, update

from central.db import forgetting
from central.db.engine import Tx
from central.db.forgetting import Told
from central.db.tables import (
    bodies,
    cases,
    events,
    facts,
    moves,
    redemptions,
    signup_facts,
    statements,
    transfers,
    undone_visits,
    visits,
)

AT_ONCE = 500  # rows in one transaction

_LOOKED_AT = exists().where(
    cases.c.station == events.c.station, cases.c.subject == events.c.id, cases.c.closed_at.is_(None)
)


@dataclass(frozen=True)
class Past:
    """Rows of a table, and what is set in them; nothing deletes them."""

    table: Table
    which: ColumnElement[bool]
    sets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Bodies:
    """Bodies of events, which go with what was made of them."""

    which: ColumnElement[bool]


def due(rule: str, before: str) -> Bodies:
    """Those that are kept by this rule and came before, but for those that a person still has to look at."""
    return Bodies(and_(overdue(rule, before).which, not_(_LOOKED_AT)))


def overdue(rule: str, before: str) -> Bodies:
    """Likewise, whether anybody has to or not."""
    return Bodies(and_(bodies.c.rule == rule, bodies.c.received_at < before))


def workers(before: str) -> tuple[Past, ...]:
    """Who saw somebody, and who let them go; who gave somebody a place."""
    return (
        Past(facts, and_(facts.c.worker != "", facts.c.at < before), {"worker": ""}),
        Past(signup_facts, and_(signup_facts.c.worker != "", signup_facts.c.at < before), {"worker": ""}),
    )


def closed(before: str) -> Past:
    """Cases; the trail says for ever what was decided about them."""
    return Past(cases, cases.c.closed_at < before)


def counts(before: str) -> tuple[Past, ...]:
    """Of each hub, for so the indexes find them."""
    of_a_hub = facts.c.hub.in_(select(facts.c.hub).distinct()), visits.c.hub.in_(select(visits.c.hub).distinct())
    return (
        Past(facts, and_(of_a_hub[0], facts.c.at < before)),
        Past(visits, and_(of_a_hub[1], visits.c.arrived_at < before)),
        Past(undone_visits, undone_visits.c.undone_at < before),
        Past(signup_facts, signup_facts.c.at < before),
        Past(redemptions, redemptions.c.at < before),
        Past(moves, moves.c.transfer.in_(select(transfers.c.id).where(transfers.c.at < before))),  # accounts have sums
        Past(transfers, transfers.c.at < before),
        Past(statements, statements.c.state_at < before),
    )


def count(tx: Tx, past: Past | Bodies) -> int:
    if isinstance(past, Bodies):
        return forgetting.count(tx, past.which)
    return int(tx.execute(select(func.count()).select_from(past.table).where(past.which)).scalar_one())


def some(tx: Tx, past: Bodies) -> list[Told]:
    return forgetting.told(tx, past.which, AT_ONCE)


def let_go(tx: Tx, past: Past) -> int:
    """Some of them; how many."""
    key = tuple_(*past.table.primary_key.columns)
    few = key.in_(select(*past.table.primary_key.columns).where(past.which).limit(AT_ONCE))
    act = update(past.table).values(**past.sets) if past.sets else delete(past.table)
    return tx.execute(act.where(few)).rowcount
