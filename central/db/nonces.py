"""The nonces that stations have used: a request that comes again is known by its own."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select

from central.clock import text
from central.db import dialects
from central.db.engine import Tx
from central.db.tables import nonces

KEPT = timedelta(hours=24)

Used = tuple[str, str]  # station, nonce


def use(tx: Tx, used: Sequence[Used], now: str) -> list[bool]:
    """Of each whether it is used by this for the first time; of two that are the same the first one is."""
    rows = [(station, nonce, now) for station, nonce in sorted(set(used))]  # in order: two writers wait for no other
    new = {(row[0], row[1]) for row in dialects.insert_new(tx, nonces, rows, _COLUMNS)}
    return [_taken(new, one) for one in used]


_COLUMNS = ("station", "nonce", "used_at")


def _taken(new: set[Used], one: Used) -> bool:
    first = one in new
    new.discard(one)
    return first


_THIS = (nonces.c.station == bindparam("of"), nonces.c.nonce == bindparam("that"))
_HAS_USED = select(nonces.c.nonce).where(*_THIS)
_NOT_USED = delete(nonces).where(*_THIS)
_FORGET = delete(nonces).where(nonces.c.station == bindparam("of"), nonces.c.used_at < bindparam("before"))


def has_used(tx: Tx, station: str, nonce: str) -> bool:
    """Whether a station was heard with this nonce."""
    return tx.execute(_HAS_USED, {"of": station, "that": nonce}).first() is not None


def not_used(tx: Tx, some: Sequence[Used]) -> None:
    """Nothing was done for these, which this transaction has used."""
    for station, nonce in some:
        tx.execute(_NOT_USED, {"of": station, "that": nonce})


def forget(tx: Tx, station: str, now: str) -> None:
    """Those of before KEPT."""
    tx.execute(_FORGET, {"of": station, "before": text(datetime.fromisoformat(now) - KEPT)})
