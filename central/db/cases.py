"""Cases: what a person has to decide."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from central.db import dialects
from central.db.engine import Tx
from central.db.tables import cases


@dataclass(frozen=True)
class Case:
    """`subject` says what it is about without saying whom: an event's id, a serial."""

    kind: str
    station: str
    subject: str
    opened_at: str


def open_all(tx: Tx, new: Sequence[Case]) -> None:
    """Open cases; the same trouble with the same subject stays one case."""
    rows = [(case.kind, case.station, case.subject, case.opened_at) for case in new]
    dialects.insert(tx, cases, rows, ("kind", "station", "subject", "opened_at"), new=True)


def still_open(tx: Tx) -> list[Case]:
    """Oldest first."""
    rows = tx.execute(
        select(cases.c.kind, cases.c.station, cases.c.subject, cases.c.opened_at)
        .where(cases.c.closed_at.is_(None))
        .order_by(cases.c.id)
    )
    return [Case(**row._mapping) for row in rows]


def count_open(tx: Tx) -> int:
    return int(tx.execute(select(func.count()).select_from(cases).where(cases.c.closed_at.is_(None))).scalar_one())
