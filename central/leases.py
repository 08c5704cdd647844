"""Until when each station may give: the record `lease`, of one station each. A lease that ends frees nothing."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from central import casework, feed
from central.clock import text
from central.db import Engine, Tx, cases, epochs, incarnations, reading, writing
from central.db.cases import Case
from central.db.incarnations import Incarnation
from central.scope import of_station
from kiosk.domain.allotments import LEASE, Lease, read_lease

RUNS = timedelta(days=35)
_RENEWED = timedelta(days=1)  # an exchange renews it once so much of it is gone
FORK = "fork"  # the case that freezes a station until a person has closed it


@contextmanager
def kept_up(engine: Engine, station: str, now: datetime) -> Iterator[Tx]:
    """What an exchange reads: its lease is renewed first, once a day of it is gone.

    A station that never asked for value has none, and costs nothing.
    """
    with reading(engine) as tx:
        due = _is_due(tx, station, now)
        if not due:
            yield tx
    if due:
        with writing(engine) as tx:
            renew(tx, station, now)
        with reading(engine) as tx:
            yield tx


def renew(tx: Tx, station: str, now: datetime) -> None:
    """From now on; frozen, or not."""
    lease = Lease(text(now + RUNS), is_frozen(tx, station))
    feed.publish(tx, LEASE, station, vars(lease), scope=of_station(station))


def freeze(tx: Tx, station: str, now: datetime) -> None:
    """A copy of its store was seen: it is told at once, if it gives anything of value."""
    if incarnations.of(tx, station):
        renew(tx, station, now)


def stays_frozen(tx: Tx, station: str, now: datetime) -> None:
    """It says that it was frozen, and this central was restored and may have forgotten why: so it stays until a person
    has looked."""
    if not is_frozen(tx, station):
        casework.open_all(tx, [Case(FORK, station, epochs.current(tx), text(now))])
        renew(tx, station, now)


def is_frozen(tx: Tx, station: str, its: Sequence[Incarnation] | None = None) -> bool:
    """Whether a copy of its store was seen, and nobody has looked at it, or its store is declared lost. `its`: copies
    of its store, where they are known already."""
    return station in frozen(tx, {station: incarnations.of(tx, station) if its is None else its})


def frozen(tx: Tx, copies: Mapping[str, Sequence[Incarnation]]) -> set[str]:
    """Those of these stations that are, by the copies of their stores."""
    return {id_ for id_, its in copies.items() if its and its[-1].lost_at} | cases.with_open(tx, FORK, copies)


def _is_due(tx: Tx, station: str, now: datetime) -> bool:
    known = incarnations.of(tx, station)
    if not known:
        return False
    held = feed.get(tx, LEASE, station)
    lease = read_lease(held) if held is not None else None
    if lease is None or lease.frozen != is_frozen(tx, station, known):
        return True
    return datetime.fromisoformat(lease.until) - now < RUNS - _RENEWED
