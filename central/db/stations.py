"""Stations, the codes that enrol them, and the nonces they have used."""

from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from sqlalchemy import Row, bindparam, delete, or_, select, update

from central.clock import text
from central.db import dialects
from central.db.engine import Tx
from central.db.tables import enrolment_codes, nonces, stations

NONCES_KEPT = timedelta(hours=24)
_AN_HOUR = len("2026-12-01T09")


@dataclass(frozen=True)
class Station:
    id: str
    hub: str
    role: str  # "touch" or "desk"
    name: str
    public: bytes  # 32 raw bytes of Ed25519
    enrolled_at: str
    seen_at: str | None
    revoked_at: str | None = None
    next_public: bytes | None = None  # it has asked for this key, and may sign with it, and has not done so yet
    expires_at: str = ""  # of its certificate; "" for a station that enrolled before there were any
    forgiven: bool = False  # an expired certificate may be renewed once


@dataclass(frozen=True)
class Invitation:
    """What a one-time code is good for. `station` and `used_at` are set once it has been used."""

    hub: str
    role: str
    name: str
    expires_at: str
    used_at: str | None
    station: str | None
    lead: bool = False  # of its hub


def _station(row: Row[*tuple[object, ...]]) -> Station:
    return Station(**row._mapping)


_BY_ID = select(stations).where(stations.c.id == bindparam("of"))


def by_id(tx: Tx, station: str) -> Station | None:
    row = tx.execute(_BY_ID, {"of": station}).first()
    return _station(row) if row else None


def by_public(tx: Tx, public: bytes) -> Station | None:
    row = tx.execute(select(stations).where(stations.c.public == public)).first()
    return _station(row) if row else None


def has_neighbours(tx: Tx, station: Station) -> bool:
    """Whether its hub has another station that is not revoked."""
    others = stations.c.hub == station.hub, stations.c.id != station.id, stations.c.revoked_at.is_(None)
    return tx.execute(select(stations.c.id).where(*others).limit(1)).first() is not None


def of_hub(tx: Tx, hub: str) -> list[Station]:
    """Those that are not revoked, the first that enrolled first."""
    ours = select(stations).where(stations.c.hub == hub, stations.c.revoked_at.is_(None))
    return [_station(row) for row in tx.execute(ours.order_by(stations.c.enrolled_at, stations.c.id))]


def hubs(tx: Tx) -> list[str]:
    """Those that have a station which is not revoked."""
    return list(tx.execute(select(stations.c.hub).where(stations.c.revoked_at.is_(None)).distinct()).scalars())


def named(tx: Tx, name: str) -> list[Station]:
    """The stations with this id or this name."""
    return [
        _station(row) for row in tx.execute(select(stations).where(or_(stations.c.id == name, stations.c.name == name)))
    ]


def every(tx: Tx) -> list[Station]:
    return [_station(row) for row in tx.execute(select(stations).order_by(stations.c.hub, stations.c.name))]


def add(tx: Tx, station: Station) -> None:
    tx.execute(stations.insert().values(**vars(station)))


_HEARD = (
    update(stations)
    .where(stations.c.id == bindparam("of"))
    .values(seen_at=bindparam("now"))
    .returning(*(stations.c[one.name] for one in fields(Station)))
)
_FORGET = delete(nonces).where(nonces.c.station == bindparam("of"), nonces.c.used_at < bindparam("before"))


def hear(tx: Tx, station: str, nonce: str, now: str, before: str | None = None) -> Station | None:
    """Note that a station was heard and has used a nonce. The station as it is now, which stays as it is until the
    commit; None when it had used the nonce before. `before`: when it was last heard, as far as is known.

    However many it uses, each is known for NONCES_KEPT, and for an hour more where it is heard all the time.
    """
    if not dialects.insert(tx, nonces, [(station, nonce, now)], ("station", "nonce", "used_at"), new=True):
        return None
    row = tx.execute(_HEARD, {"of": station, "now": now}).one()
    if (before or "")[:_AN_HOUR] != now[:_AN_HOUR]:
        tx.execute(_FORGET, {"of": station, "before": text(datetime.fromisoformat(now) - NONCES_KEPT)})
    return _station(row)


def has_used(tx: Tx, station: str, nonce: str) -> bool:
    """Whether a station was heard with this nonce."""
    this = select(nonces.c.nonce).where(nonces.c.station == station, nonces.c.nonce == nonce)
    return tx.execute(this).first() is not None


def invite(tx: Tx, subject_hash: bytes, invitation: Invitation) -> None:
    tx.execute(enrolment_codes.insert().values(subject_hash=subject_hash, **vars(invitation)))


def invitation(tx: Tx, subject_hash: bytes) -> Invitation | None:
    columns = [column for column in enrolment_codes.c if column.name != "subject_hash"]
    row = tx.execute(select(*columns).where(enrolment_codes.c.subject_hash == subject_hash)).first()
    return Invitation(**row._mapping) if row else None


def use_invitation(tx: Tx, subject_hash: bytes, station: str, now: str) -> None:
    code = update(enrolment_codes).where(enrolment_codes.c.subject_hash == subject_hash)
    tx.execute(code.values(station=station, used_at=now))
