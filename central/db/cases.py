"""Cases: what a person has to decide."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import and_, bindparam, func, select, update

from central.db import dialects
from central.db.engine import Tx
from central.db.tables import cases, events, stations


@dataclass(frozen=True)
class Case:
    """`subject` says what it is about without saying whom: an event's id, a serial."""

    kind: str
    station: str
    subject: str
    opened_at: str
    number: int = 0  # how people name it; 0 before it is stored
    closed_at: str | None = None


def open_all(tx: Tx, new: Sequence[Case]) -> None:
    """Open cases; the same trouble with the same subject stays one case."""
    rows = [(case.kind, case.station, case.subject, case.opened_at) for case in new]
    dialects.insert(tx, cases, rows, ("kind", "station", "subject", "opened_at"), new=True)


_CASES = select(cases.c.kind, cases.c.station, cases.c.subject, cases.c.opened_at, cases.c.id, cases.c.closed_at)


def still_open(tx: Tx) -> list[Case]:
    """Oldest first."""
    return [Case(*row) for row in tx.execute(_CASES.where(cases.c.closed_at.is_(None)).order_by(cases.c.id))]


def named(tx: Tx, kind: str, station: str, subject: str) -> Case | None:
    """One that is open."""
    this = cases.c.kind == kind, cases.c.station == station, cases.c.subject == subject
    row = tx.execute(_CASES.where(*this, cases.c.closed_at.is_(None))).first()
    return Case(*row) if row else None


def is_closed(tx: Tx, kind: str, station: str, subject: str) -> bool:
    this = cases.c.kind == kind, cases.c.station == station, cases.c.subject == subject
    return tx.execute(_CASES.where(*this, cases.c.closed_at.is_not(None))).first() is not None


_OPEN = select(cases.c.station).where(
    cases.c.kind == bindparam("of_kind"),
    cases.c.station.in_(bindparam("ids", expanding=True)),
    cases.c.closed_at.is_(None),
)


def with_open(tx: Tx, kind: str, stations_: Collection[str]) -> set[str]:
    """Those of these stations that have one of a kind."""
    return {*tx.execute(_OPEN, {"of_kind": kind, "ids": [*stations_]}).scalars()}


def of_hub(tx: Tx, hub: str, kind: str) -> list[Case]:
    """Those of a kind that the stations of a hub have open."""
    ours = cases.c.station.in_(select(stations.c.id).where(stations.c.hub == hub))
    return [Case(*row) for row in tx.execute(_CASES.where(ours, cases.c.kind == kind, cases.c.closed_at.is_(None)))]


def numbered(tx: Tx, number: int) -> Case | None:
    row = tx.execute(_CASES.where(cases.c.id == number)).first() if 0 < number < 2**63 else None
    return Case(*row) if row else None


def close(tx: Tx, case: Case, now: str) -> bool:
    """False when somebody has closed it before."""
    ours = update(cases).where(cases.c.id == case.number, cases.c.closed_at.is_(None))
    return bool(tx.execute(ours.values(closed_at=now)).rowcount)


def explain(tx: Tx, station: str, holes: Mapping[str, Collection[tuple[int, int]]], now: str) -> list[int]:
    """Nobody has to look at these events without bodies: by incarnation the first and last of each run. The numbers of
    the cases that are closed by it."""
    closed: list[int] = []
    for incarnation, runs in holes.items():
        chain = and_(events.c.station == station, events.c.incarnation == incarnation)
        for first, last in runs:
            theirs = cases.c.subject.in_(select(events.c.id).where(chain, events.c.seq.between(first, last)))
            ours = (cases.c.kind == "shredded", cases.c.station == station, cases.c.closed_at.is_(None), theirs)
            closed += tx.execute(update(cases).where(*ours).values(closed_at=now).returning(cases.c.id)).scalars()
    return closed


def count_open(tx: Tx) -> int:
    return int(tx.execute(select(func.count()).select_from(cases).where(cases.c.closed_at.is_(None))).scalar_one())
