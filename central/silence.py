"""Stations that are not heard of: what they hold may be given already, and nobody else can have it meanwhile."""

from datetime import UTC, datetime, timedelta

from central.db import Tx, stations
from central.db import ledger as store
from central.ledger import station_of
from kiosk.domain.accounts import Kind

SILENT_FOR = timedelta(hours=1)  # a station that is on speaks every minute, and after failures every quarter of an hour


def holds(tx: Tx, voucher: str, but: str, now: str) -> int:
    """Cents of a voucher that lie at silent stations, all but this one. Who was revoked is silent for ever, and what it
    holds is a case of `declaring`."""
    before = datetime.fromisoformat(now) - SILENT_FOR
    held: dict[str, int] = {}
    for account, cents in store.of(tx, [voucher], Kind.ALLOTTED).items():
        station = station_of(account.at)
        held[station] = held.get(station, 0) + cents
    known = {id_: stations.by_id(tx, id_) for id_, cents in held.items() if cents and id_ != but}
    silent = [one.id for one in known.values() if one and one.revoked_at is None and _at(one.seen_at) < before]
    return sum(held[id_] for id_ in silent)


def _at(seen: str | None) -> datetime:
    return datetime.fromisoformat(seen) if seen else datetime.min.replace(tzinfo=UTC)
