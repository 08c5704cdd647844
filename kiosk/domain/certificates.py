"""A station's certificate: central says which key speaks for which station, of which hub, and until when.

It is renewed inside a round once half its life is over. One that has run out still lets its station push; it pulls
again once central renews it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

import cbor2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain import cose
from kiosk.domain.keys import KeyList, KeyState, Purpose

CONTEXT = "wishmi/station/1"


@dataclass(frozen=True)
class Certificate:
    station: str
    hub: str
    role: str  # "touch" or "desk"
    public: bytes  # 32 raw bytes of Ed25519
    issued: datetime  # aware, UTC, whole seconds
    expires: datetime

    def half_over(self, now: datetime) -> bool:
        return now >= self.issued + (self.expires - self.issued) / 2

    def over(self, now: datetime) -> bool:
        return now >= self.expires


def sign(key: Ed25519PrivateKey, kid: bytes, certificate: Certificate) -> bytes:
    """`key` is the wire key that is listed under `kid`."""
    row = [
        certificate.station,
        certificate.hub,
        certificate.role,
        certificate.public,
        int(certificate.issued.timestamp()),
        int(certificate.expires.timestamp()),
    ]
    return cose.sign1(key, kid, CONTEXT, cbor2.dumps(row, canonical=True))


def read(signed: bytes, keys: KeyList) -> Certificate:
    """The certificate, if a listed wire key that is not revoked signed it. Raises cose.NotVerified otherwise."""

    def wire_key(kid: bytes) -> "object | None":
        key = keys.find(kid, Purpose.WIRE)
        return key.public_key() if key is not None and key.state is not KeyState.REVOKED else None

    match cose.decode(cose.open1(signed, CONTEXT, wire_key)):  # type: ignore[arg-type]
        case [str() as station, str() as hub, str() as role, bytes() as public, int() as issued, int() as expires] if (
            len(public) == 32 and 0 <= issued <= expires < 2**34
        ):
            moments = (datetime.fromtimestamp(moment, UTC) for moment in (issued, expires))
            return Certificate(station, hub, role, public, *moments)
    raise cose.NotVerified("certificate")
