"""How a station stands: its keys, its certificate, whether it was revoked."""

from sqlalchemy import or_, select, update

from central.db.engine import Tx
from central.db.tables import stations


def holder(tx: Tx, public: bytes) -> str:
    """The station that has this key or is about to take it, "" for nobody."""
    either = or_(stations.c.public == public, stations.c.next_public == public)
    return tx.execute(select(stations.c.id).where(either)).scalar() or ""


def certify(tx: Tx, station: str, expires_at: str) -> None:
    """Note a certificate that was issued; forgiveness is used up by it."""
    tx.execute(update(stations).where(stations.c.id == station).values(expires_at=expires_at, forgiven=False))


def expect_key(tx: Tx, station: str, public: bytes) -> None:
    """A second key that this station may sign with; the one expected before is forgotten."""
    tx.execute(update(stations).where(stations.c.id == station).values(next_public=public))


def take_up_key(tx: Tx, station: str, public: bytes) -> None:
    """The expected key was used: from now on it is the only one."""
    expected = update(stations).where(stations.c.id == station, stations.c.next_public == public)
    tx.execute(expected.values(public=public, next_public=None))


def forgive(tx: Tx, station: str) -> None:
    """Its expired certificate may be renewed once."""
    tx.execute(update(stations).where(stations.c.id == station).values(forgiven=True))


def revoke(tx: Tx, station: str, now: str) -> bool:
    """False when it had been revoked before, or there is no such station."""
    standing = update(stations).where(stations.c.id == station, stations.c.revoked_at.is_(None))
    return bool(tx.execute(standing.values(revoked_at=now)).rowcount)
