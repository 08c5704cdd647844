"""What nothing asks for any more, beside tombstones (central.db.records.purge)."""

from sqlalchemy import delete, select

from central.db.engine import Tx
from central.db.tables import enrolment_codes, nonces, stations


def drop_nonces_of_revoked(tx: Tx) -> int:
    """A revoked station is refused before its nonce is looked at."""
    revoked = select(stations.c.id).where(stations.c.revoked_at.is_not(None))
    return tx.execute(delete(nonces).where(nonces.c.station.in_(revoked))).rowcount


def drop_unused_codes(tx: Tx, before: str) -> int:
    """One-time codes that ran out before this time and were never used."""
    unused = (enrolment_codes.c.used_at.is_(None), enrolment_codes.c.expires_at < before)
    return tx.execute(delete(enrolment_codes).where(*unused)).rowcount
