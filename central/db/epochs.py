"""The epoch, one lifetime of the database's contents, and how far the database has come in it."""

from dataclasses import dataclass

from sqlalchemy import func, select, update
from sqlalchemy.sql.functions import coalesce

from central.db import meta as facts
from central.db.engine import Tx
from central.db.tables import chains, counters, meta, stations


@dataclass(frozen=True)
class Progress:
    """Counts that only grow: a database where one is smaller is an older copy."""

    rev: int
    serial: int
    stations: int
    events: int


_COUNTED = select(counters.c.name, counters.c.value)
_ENROLLED = select(func.count()).select_from(stations)
_HELD = select(coalesce(func.sum(chains.c.seq), 0))


def progress(tx: Tx) -> Progress:
    counted = {row.name: row.value for row in tx.execute(_COUNTED)}
    enrolled = tx.execute(_ENROLLED).scalar_one()
    held = tx.execute(_HELD).scalar_one()
    return Progress(counted["rev"], counted["serial"], int(enrolled), int(held))


def current(tx: Tx) -> str:
    """ "" before the first one was drawn."""
    return _get(tx, "epoch")


def former(tx: Tx) -> list[str]:
    """All epochs before this one."""
    return _get(tx, "former_epochs").split()


def first(tx: Tx) -> str:
    """Which database this is: every copy of it has had the same first epoch."""
    return next(iter(former(tx)), current(tx))


def begin(tx: Tx, epoch: str) -> None:
    """Another epoch begins; the one from now is remembered."""
    before = [*former(tx), current(tx)]
    _set(tx, "former_epochs", " ".join(name for name in before if name))
    _set(tx, "epoch", epoch)


def raise_counters(tx: Tx, rev: int, serial: int) -> None:
    """Count on from these numbers, where they are beyond what was counted."""
    for name, value in (("rev", rev), ("serial", serial)):
        tx.execute(update(counters).where(counters.c.name == name, counters.c.value < value).values(value=value))


def _get(tx: Tx, name: str) -> str:
    return facts.get(tx, name)


def _set(tx: Tx, name: str, value: str) -> None:
    if not tx.execute(update(meta).where(meta.c.name == name).values(value=value)).rowcount:
        tx.execute(meta.insert().values(name=name, value=value))
