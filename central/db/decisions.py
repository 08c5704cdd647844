"""The audit trail: what named people decided, and why. It is only ever added to."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, bindparam, select

from central.db.engine import Tx
from central.db.tables import decisions


class What(StrEnum):
    CLOSED = "closed"  # a case
    SKIPPED = "skipped"  # an event that held up those behind it
    AGREED = "agreed"  # that a protection is taken away
    ERASED = "erased"  # a family, or one of its people
    SUSPENDED = "suspended"  # a voucher
    RESUMED = "resumed"
    EXTENDED = "extended"
    LOST = "lost"  # a station, or a former copy of its store: it takes two people
    CONFIRMED = "confirmed"  # a provider's statement
    PAID = "paid"  # likewise, by another one than who confirmed it


@dataclass(frozen=True)
class Decision:
    """`kind`, `station` and `subject` are those of the case it was made on; of an erasure the subject is its id, of a
    statement PROVIDER:SINCE:UNTIL."""

    at: str  # UTC, ISO 8601
    who: str
    what: What
    kind: str
    station: str
    subject: str
    why: str


_COLUMNS = tuple(column for column in decisions.c if column.name != "n")

_SKIPPED = select(decisions.c.subject).where(decisions.c.station == bindparam("of"), decisions.c.what == What.SKIPPED)


def add(tx: Tx, decision: Decision) -> None:
    tx.execute(decisions.insert().values(**vars(decision)))


def every(tx: Tx) -> list[Decision]:
    """Oldest first."""
    return [_read(row) for row in tx.execute(select(*_COLUMNS).order_by(decisions.c.n))]


_SKIPPED = select(decisions.c.subject).where(decisions.c.station == bindparam("of"), decisions.c.what == What.SKIPPED)


def skipped(tx: Tx, station: str) -> frozenset[str]:
    """The ids of the events of this station that are to be skipped, or were."""
    return frozenset(tx.execute(_SKIPPED, {"of": station}).scalars())


def last(tx: Tx, kind: str, subject: str) -> Decision | None:
    """The newest on this."""
    this = decisions.c.kind == kind, decisions.c.subject == subject
    row = tx.execute(select(*_COLUMNS).where(*this).order_by(decisions.c.n.desc()).limit(1)).first()
    return _read(row) if row else None


def of_station(tx: Tx, station: str, what: What) -> list[Decision]:
    """Oldest first."""
    return [one for one in every(tx) if one.station == station and one.what is what]


def _read(row: Row[Any]) -> Decision:
    return Decision(**{**row._mapping, "what": What(row.what)})
