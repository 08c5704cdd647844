"""Certificates of stations: which key speaks for which station, for 90 days at a time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from central.clock import text
from central.db import Tx, locks, standing
from central.db.stations import Station
from central.keys import Keys
from kiosk.domain import certificates
from kiosk.domain.certificates import Certificate

HOLDS = timedelta(days=90)


@dataclass(frozen=True)
class NotRenewed:
    """Why not: "certificate_expired", or "key_known" for the key of another station."""

    why: str


def issue(tx: Tx, keys: Keys, station: Station, public: bytes, now: datetime) -> bytes:
    """A signed certificate for this key of the station; from now on its time counts."""
    issued = now.replace(microsecond=0)
    expires = issued + HOLDS
    standing.certify(tx, station.id, text(expires))
    named = Certificate(station.id, station.hub, station.role, public, issued, expires)
    return certificates.sign(keys.wire.key, keys.wire.kid, named)


def is_over(station: Station, now: datetime) -> bool:
    """A station that enrolled before there were certificates has none that could have run out."""
    return station.expires_at != "" and station.expires_at <= text(now)


def renew(tx: Tx, keys: Keys, station: Station, public: bytes, now: datetime) -> bytes | NotRenewed:
    """A certificate for the station's key, or for the one that is to follow it.

    Either key is good for signing until the new one is used. Asked again, the answer is as good. A certificate that
    has run out is renewed only once it was forgiven.
    """
    locks.enrolment(tx)
    if is_over(station, now) and not station.forgiven:
        return NotRenewed("certificate_expired")
    if standing.holder(tx, public) not in ("", station.id):
        return NotRenewed("key_known")
    if public != station.public:
        standing.expect_key(tx, station.id, public)
    return issue(tx, keys, station, public, now)
