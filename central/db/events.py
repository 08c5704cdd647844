"""Events as stations sent them, the chains they make, and what they brought about."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Row, and_, bindparam, func, select, text, update

from central.db import dialects
from central.db.engine import Tx
from central.db.tables import bodies, chains, events, undone_visits, visits
from central.periods import rule_of
from kiosk.domain.erasure import Filed, filed_under
from kiosk.domain.events import START, Event, Header, JsonBody, Link, Verdict


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
    """An event with its verdict, to be stored. Its body is stored too unless it does not match its hash, or is about
    somebody who was erased."""

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


_OF_STATION = chains.c.station == bindparam("of")
_END = select(chains.c.seq, chains.c.hash).where(_OF_STATION, chains.c.incarnation == bindparam("within"))
_HIGH_WATERS = select(chains.c.incarnation, chains.c.seq).where(_OF_STATION)


def chain_end(tx: Tx, station: str, incarnation: str) -> Link:
    """The last event held without a gap."""
    row = tx.execute(_END, {"of": station, "within": incarnation}).first()
    return Link(row.seq, row.hash) if row else START


def high_waters(tx: Tx, station: str) -> dict[str, int]:
    """For each incarnation of a station the last seq held without a gap."""
    rows = tx.execute(_HIGH_WATERS, {"of": station})
    return {row.incarnation: row.seq for row in rows}


_MOVE_END = text(
    "INSERT INTO chains (station, incarnation, seq, hash) VALUES (:station, :incarnation, :seq, :hash)"
    " ON CONFLICT (station, incarnation) DO UPDATE SET seq = excluded.seq, hash = excluded.hash"
)


def move_chain_end(tx: Tx, station: str, incarnation: str, end: Link) -> None:
    tx.execute(_MOVE_END, {"station": station, "incarnation": incarnation, "seq": end.seq, "hash": end.hash})


_STORED = select(
    events.c.incarnation, events.c.seq, events.c.id, events.c.hash, events.c.verdict, events.c.reason
).where(events.c.station == bindparam("of"))
_OF_IDS = _STORED.where(events.c.id.in_(bindparam("ids", expanding=True)))
_OF_SEQS = _STORED.where(
    events.c.incarnation == bindparam("within"), events.c.seq.in_(bindparam("seqs", expanding=True))
)


def _stored(rows: Iterable[Row[*tuple[Any, ...]]]) -> list[Stored]:
    return [Stored(row[0], row[1], row[2], row[3], Verdict(row[4]), row[5]) for row in rows]


def stored_ids(tx: Tx, station: str, ids: Collection[str]) -> list[Stored]:
    """The events of a station that have one of these ids, whatever their incarnation."""
    return _stored(tx.execute(_OF_IDS, {"of": station, "ids": [*ids]}))


def stored_seqs(tx: Tx, station: str, incarnation: str, seqs: Collection[int]) -> list[Stored]:
    asked = {"of": station, "within": incarnation, "seqs": [*seqs]}
    return _stored(tx.execute(_OF_SEQS, asked)) if seqs else []


_HEADER = tuple(each.name for each in fields(Header))


def add(tx: Tx, settled: Sequence[Settled], now: str) -> None:
    """Store new events, their verdicts and, in a table of their own, their bodies."""
    rows = [
        (*(getattr(one.event.header, name) for name in _HEADER), now, str(one.verdict), one.reason) for one in settled
    ]
    dialects.insert(tx, events, rows, (*_HEADER, "received_at", "verdict", "reason"))
    _add_bodies(tx, settled, now)


def settle(tx: Tx, settled: Sequence[Settled], now: str) -> None:
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
        _add_bodies(tx, settled, now)


def body_of(tx: Tx, station: str, id_: str) -> JsonBody | None:
    """What an event says; None for one that is not there, or was shredded."""
    here = and_(
        bodies.c.station == events.c.station,
        bodies.c.incarnation == events.c.incarnation,
        bodies.c.seq == events.c.seq,
    )
    query = select(bodies.c.content).join(events, here).where(events.c.station == station, events.c.id == id_)
    content = tx.execute(query).scalar()
    return json.loads(content) if content is not None else None


_BODY = ("station", "incarnation", "seq", "salt", "content", *Filed._fields, "rule", "received_at")


def _add_bodies(tx: Tx, settled: Sequence[Settled], now: str) -> None:
    rows = []
    for one in settled:
        header, body = one.event.header, one.event.body
        if body is not None and one.keep_body:
            key = (header.station, header.incarnation, header.seq)
            filed, rule = filed_under(body.content), rule_of(header.type).value
            rows.append((*key, body.salt, json.dumps(body.content), *filed, rule, now))
    dialects.insert(tx, bodies, rows, _BODY, new=True)


_VISIT = tuple(each.name for each in fields(Visit))
_UNDONE = tuple(each.name for each in fields(UndoneVisit))


def book_visits(tx: Tx, new: Sequence[Visit]) -> None:
    """The same visit of the same station, told twice, is one visit."""
    rows = [tuple(getattr(visit, name) for name in _VISIT) for visit in new]
    dialects.insert(tx, visits, rows, _VISIT, new=True)


def undo_visits(tx: Tx, new: Sequence[UndoneVisit]) -> None:
    rows = [tuple(getattr(visit, name) for name in _UNDONE) for visit in new]
    dialects.insert(tx, undone_visits, rows, _UNDONE, new=True)


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
