"""Events as stations sent them, the chains they make, and what they brought about."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import and_, bindparam, func, select, update
from sqlalchemy.dialects.sqlite import insert

from central.db.engine import Tx
from central.db.tables import bodies, chains, events, undone_visits, visits
from kiosk.domain.events import START, Event, Link, Verdict


@dataclass(frozen=True)
class Stored:
    """What central knows of an event it holds."""

    incarnation: str
    seq: int
    id: str
    hash: bytes
    verdict: Verdict
    reason: str


@dataclass(frozen=True)
class Settled:
    """An event with its verdict, to be stored. Its body is stored too unless it does not match its hash."""

    event: Event
    verdict: Verdict
    reason: str
    keep_body: bool = True


@dataclass(frozen=True)
class Visit:
    station: str
    visit: str
    event: str
    hub: str
    serial: int
    person: str
    household: str
    arrived_at: str


@dataclass(frozen=True)
class UndoneVisit:
    station: str
    visit: str
    event: str
    why: str
    undone_at: str


def chain_end(tx: Tx, station: str, incarnation: str) -> Link:
    """The last event held without a gap."""
    chain = and_(chains.c.station == station, chains.c.incarnation == incarnation)
    row = tx.execute(select(chains.c.seq, chains.c.hash).where(chain)).first()
    return Link(row.seq, row.hash) if row else START


def high_waters(tx: Tx, station: str) -> dict[str, int]:
    """For each incarnation of a station the last seq held without a gap."""
    rows = tx.execute(select(chains.c.incarnation, chains.c.seq).where(chains.c.station == station))
    return {row.incarnation: row.seq for row in rows}


def move_chain_end(tx: Tx, station: str, incarnation: str, end: Link) -> None:
    link = {"seq": end.seq, "hash": end.hash}
    new = insert(chains).values(station=station, incarnation=incarnation, **link)
    tx.execute(new.on_conflict_do_update(index_elements=["station", "incarnation"], set_=link))


_STORED = select(events.c.incarnation, events.c.seq, events.c.id, events.c.hash, events.c.verdict, events.c.reason)


def _stored(rows: Iterable[object]) -> list[Stored]:
    return [
        Stored(**{**row._mapping, "verdict": Verdict(row.verdict)})  # type: ignore[attr-defined]
        for row in rows
    ]


def stored_ids(tx: Tx, station: str, ids: Collection[str]) -> list[Stored]:
    """The events of a station that have one of these ids, whatever their incarnation."""
    return _stored(tx.execute(_STORED.where(events.c.station == station, events.c.id.in_(ids))))


def stored_seqs(tx: Tx, station: str, incarnation: str, seqs: Collection[int]) -> list[Stored]:
    chain = and_(events.c.station == station, events.c.incarnation == incarnation)
    return _stored(tx.execute(_STORED.where(chain, events.c.seq.in_(seqs)))) if seqs else []


def add(tx: Tx, settled: Sequence[Settled], now: str) -> None:
    """Store new events, their verdicts and, in a table of their own, their bodies."""
    if settled:
        tx.execute(events.insert(), [_event_row(one, now) for one in settled])
        _add_bodies(tx, settled)


def settle(tx: Tx, settled: Sequence[Settled]) -> None:
    """New verdicts for stored events; bodies that were missing are added."""
    if settled:
        key = and_(
            events.c.station == bindparam("of"),
            events.c.incarnation == bindparam("within"),
            events.c.seq == bindparam("number"),
        )
        tx.execute(
            update(events).where(key),
            [
                {
                    "of": one.event.header.station,
                    "within": one.event.header.incarnation,
                    "number": one.event.header.seq,
                    "verdict": str(one.verdict),
                    "reason": one.reason,
                }
                for one in settled
            ],
        )
        _add_bodies(tx, settled)


def _event_row(settled: Settled, now: str) -> dict[str, object]:
    return {
        **vars(settled.event.header),
        "received_at": now,
        "verdict": str(settled.verdict),
        "reason": settled.reason,
    }


def _add_bodies(tx: Tx, settled: Sequence[Settled]) -> None:
    rows = [
        {
            "station": one.event.header.station,
            "incarnation": one.event.header.incarnation,
            "seq": one.event.header.seq,
            "salt": one.event.body.salt,
            "content": json.dumps(one.event.body.content),
        }
        for one in settled
        if one.event.body is not None and one.keep_body
    ]
    if rows:
        tx.execute(insert(bodies).on_conflict_do_nothing(), rows)


def book_visits(tx: Tx, new: Sequence[Visit]) -> None:
    """The same visit of the same station, told twice, is one visit."""
    if new:
        tx.execute(insert(visits).on_conflict_do_nothing(), [vars(visit) for visit in new])


def undo_visits(tx: Tx, new: Sequence[UndoneVisit]) -> None:
    if new:
        tx.execute(insert(undone_visits).on_conflict_do_nothing(), [vars(visit) for visit in new])


@dataclass(frozen=True)
class Counts:
    """`total` rows, `distinct` ids, and how many of each (type, verdict)."""

    total: int
    distinct: int
    by_type: dict[tuple[str, str], int]
    visits: int


def counts(tx: Tx) -> Counts:
    totals = tx.execute(select(func.count(), func.count(func.distinct(events.c.id))).select_from(events)).one()
    grouped = tx.execute(
        select(events.c.type, events.c.verdict, func.count())
        .group_by(events.c.type, events.c.verdict)
        .order_by(events.c.type, events.c.verdict)
    )
    undone = and_(undone_visits.c.station == visits.c.station, undone_visits.c.visit == visits.c.visit)
    standing = select(func.count()).select_from(visits.outerjoin(undone_visits, undone))
    return Counts(
        total=totals[0],
        distinct=totals[1],
        by_type={(row[0], row[1]): row[2] for row in grouped},
        visits=tx.execute(standing.where(undone_visits.c.visit.is_(None))).scalar_one(),
    )
