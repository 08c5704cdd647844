"""Until when each station may give: the record `lease`, of one station each. A lease that ends frees nothing."""

from datetime import datetime, timedelta

from central import feed
from central.clock import text
from central.db import Tx, cases, incarnations, reading, writing
from central.opening import Central
from central.scope import of_station
from kiosk.domain.allotments import LEASE, Lease, read_lease

RUNS = timedelta(days=35)
_RENEWED = timedelta(days=1)  # an exchange renews it once so much of it is gone
FORK = "fork"  # the case that freezes a station until a person has closed it


def keep_up(central: Central, station: str) -> None:
    """At an exchange: renew what a day is gone of. A station that never asked for value has none, and costs nothing."""
    with reading(central.engine) as tx:
        due = _is_due(tx, station, central.clock())
    if due:
        with writing(central.engine) as tx:
            renew(tx, station, central.clock())


def renew(tx: Tx, station: str, now: datetime) -> None:
    """From now on; frozen, or not."""
    lease = Lease(text(now + RUNS), is_frozen(tx, station))
    feed.publish(tx, LEASE, station, vars(lease), scope=of_station(station))


def is_frozen(tx: Tx, station: str) -> bool:
    """Whether a copy of its store was seen, and nobody has looked at it, or its store is declared lost."""
    known = incarnations.of(tx, station)
    return bool(known and known[-1].lost_at) or cases.has_open(tx, FORK, station)


def _is_due(tx: Tx, station: str, now: datetime) -> bool:
    if not incarnations.of(tx, station):
        return False
    held = feed.get(tx, LEASE, station)
    lease = read_lease(held) if held is not None else None
    if lease is None or lease.frozen != is_frozen(tx, station):
        return True
    return datetime.fromisoformat(lease.until) - now < RUNS - _RENEWED
