"""Enrolling stations by one-time codes."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from central import certificates, leads, scope
from central.clock import text
from central.db import Tx, locks, meta, standing, stations
from central.db.stations import Invitation, Station
from central.keys import Keys
from kiosk.domain import codes
from kiosk.domain.events import uuid7
from kiosk.domain.keys import KeyState
from kiosk.domain.wire import Enrolment, EnrolmentAsk

HOLDS = timedelta(days=7)  # how long a code may be used
ROLES = ("touch", "desk")


@dataclass(frozen=True)
class NotEnrolled:
    """Why not: "not_a_code", "unknown", "used", "expired", "key_known" or "revoked"."""

    why: str


def invite(tx: Tx, keys: Keys, hub: str, role: str, name: str, now: datetime, *, lead: bool = False) -> str:
    """A one-time code, as printed; `lead`: whoever uses it is its hub's lead. Raises ValueError for a role or hub that
    cannot be."""
    if role not in ROLES or not hub or not hub.isascii() or not hub.isprintable() or " " in hub or not name:
        raise ValueError("hub, role or name")
    subject, expires = secrets.token_bytes(codes.SUBJECT_BYTES), now + HOLDS
    stations.invite(tx, _hash(subject), Invitation(hub, role, name, text(expires), None, None, lead))
    return codes.write(keys.wire.key, keys.wire.kid, codes.Kind.ENROLMENT, 0, subject, expires.date())


def read(keys: Keys, ask: EnrolmentAsk) -> codes.Code | None:
    """The code, if central made it: what strangers send is found out without the database."""
    code = codes.read(ask.code, keys.listed())
    if isinstance(code, codes.NotACode) or code.kind is not codes.Kind.ENROLMENT:
        return None
    return None if code.key_state is KeyState.REVOKED else code


def enrol(tx: Tx, keys: Keys, ask: EnrolmentAsk, now: datetime) -> Enrolment | NotEnrolled:
    """Make a station of whoever holds an unused code.

    Asked again with the same key while the code holds, because the answer was lost, it is the same station.
    """
    code = read(keys, ask)
    if code is None:
        return NotEnrolled("not_a_code")
    locks.enrolment(tx)
    subject = _hash(code.subject)
    invitation = stations.invitation(tx, subject)
    if invitation is None:
        return NotEnrolled("unknown")
    if invitation.station is not None:
        return _again(tx, keys, invitation, ask.public, now)
    if invitation.expires_at < text(now):
        return NotEnrolled("expired")
    if standing.holder(tx, ask.public):
        return NotEnrolled("key_known")
    station = Station(uuid7(), invitation.hub, invitation.role, invitation.name, ask.public, text(now), None)
    stations.add(tx, station)
    stations.use_invitation(tx, subject, station.id, text(now))
    leads.settle(tx, station.hub, text(now))
    if invitation.lead:
        leads.name(tx, station, text(now))
    return _answer(tx, keys, station, now)


def _again(tx: Tx, keys: Keys, invitation: Invitation, public: bytes, now: datetime) -> Enrolment | NotEnrolled:
    """The code was used. Its holder is answered as long as it holds: later the certificate is renewed, not given."""
    station = stations.by_public(tx, public)
    if station is None or station.id != invitation.station:
        return NotEnrolled("used")
    if station.revoked_at is not None:
        return NotEnrolled("revoked")
    return NotEnrolled("expired") if invitation.expires_at < text(now) else _answer(tx, keys, station, now)


def _answer(tx: Tx, keys: Keys, station: Station, now: datetime) -> Enrolment:
    return Enrolment(
        station=station.id,
        hub=station.hub,
        role=station.role,
        scope=" ".join(scope.seen_by(station.id, station.hub, station.role)),
        epoch=meta.get(tx, "epoch"),
        root_public=keys.root_public,
        key_list=keys.signed_list,
        certificate=certificates.issue(tx, keys, station, station.public, now),
    )


def _hash(subject: bytes) -> bytes:
    return hashlib.sha256(subject).digest()
