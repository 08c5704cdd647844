"""Stations, and the codes that enrol them."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Row, bindparam, or_, select, update

from central.db import locks
from central.db.engine import Tx
from central.db.tables import enrolment_codes, stations


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


_NEIGHBOURS = (
    select(stations.c.id)
    .where(stations.c.hub == bindparam("hub"), stations.c.id != bindparam("besides"), stations.c.revoked_at.is_(None))
    .limit(1)
)


def has_neighbours(tx: Tx, station: Station) -> bool:
    """Whether its hub has another station that is not revoked."""
    return tx.execute(_NEIGHBOURS, {"hub": station.hub, "besides": station.id}).first() is not None


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


_EVERY = select(stations).order_by(stations.c.hub, stations.c.name)


def every(tx: Tx) -> list[Station]:
    return [_station(row) for row in tx.execute(_EVERY)]


def add(tx: Tx, station: Station) -> None:
    tx.execute(stations.insert().values(**vars(station)))


_HELD = (
    select(stations)
    .where(stations.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(stations.c.id)
    .with_for_update(key_share=True)  # whoever only refers to a station need not wait; SQLite has but one writer
)
_SEEN = update(stations).where(stations.c.id.in_(bindparam("ids", expanding=True))).values(seen_at=bindparam("now"))


def held(tx: Tx, ids: Collection[str]) -> dict[str, Station]:
    """Those of these that there are, by id, as they are until the commit: locks.station."""
    found = {row.id: _station(row) for row in tx.execute(_HELD, {"ids": sorted(ids)})}
    locks.stations_are_held(tx, found)
    return found


def are_seen(tx: Tx, ids: Collection[str], now: str) -> None:
    """They were heard; whoever says so has locked them."""
    if ids:
        tx.execute(_SEEN, {"ids": sorted(ids), "now": now})


def invite(tx: Tx, subject_hash: bytes, invitation: Invitation) -> None:
    tx.execute(enrolment_codes.insert().values(subject_hash=subject_hash, **vars(invitation)))


def invitation(tx: Tx, subject_hash: bytes) -> Invitation | None:
    columns = [column for column in enrolment_codes.c if column.name != "subject_hash"]
    row = tx.execute(select(*columns).where(enrolment_codes.c.subject_hash == subject_hash)).first()
    return Invitation(**row._mapping) if row else None


def use_invitation(tx: Tx, subject_hash: bytes, station: str, now: str) -> None:
    code = update(enrolment_codes).where(enrolment_codes.c.subject_hash == subject_hash)
    tx.execute(code.values(station=station, used_at=now))
