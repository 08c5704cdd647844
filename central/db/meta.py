"""Facts about the database itself, and its counters."""

from typing import NamedTuple

from sqlalchemy import bindparam, select, update

from central.db.engine import Tx
from central.db.tables import counters, meta

_NAMED = select(meta.c.value).where(meta.c.name == bindparam("of"))
_HIGHEST = select(counters.c.value).where(counters.c.name == "rev")

_OF_FEED = select(
    select(meta.c.value).where(meta.c.name == "epoch").scalar_subquery(),
    _HIGHEST.scalar_subquery(),
    select(meta.c.value).where(meta.c.name == "purged_rev").scalar_subquery(),
)


class Feed(NamedTuple):
    """The epoch, the highest rev there is, and the last one of which the tombstone is gone."""

    epoch: str
    highest: int
    purged: int


def get(tx: Tx, name: str) -> str:
    """The value, or "" when it was never set."""
    return tx.execute(_NAMED, {"of": name}).scalar() or ""


def put(tx: Tx, name: str, value: str) -> None:
    """Set what has not been set yet."""
    tx.execute(meta.insert().values(name=name, value=value))


def put_highest(tx: Tx, name: str, value: int) -> None:
    """Set a number that only ever rises."""
    held = get(tx, name)
    if not held:
        put(tx, name, str(value))
    elif value > int(held):
        tx.execute(update(meta).where(meta.c.name == name).values(value=str(value)))


def feed(tx: Tx) -> Feed:
    epoch, highest, purged = tx.execute(_OF_FEED).one()
    return Feed(epoch or "", int(highest), int(purged or 0))


def highest_rev(tx: Tx) -> int:
    return int(tx.execute(_HIGHEST).scalar_one())


def take_serials(tx: Tx, count: int) -> range:
    """The next `count` (at least 1) serial numbers of cards; no number is ever given twice."""
    statement = update(counters).where(counters.c.name == "serial").values(value=counters.c.value + count)
    last: int = tx.execute(statement.returning(counters.c.value)).scalar_one()
    return range(last - count + 1, last + 1)
