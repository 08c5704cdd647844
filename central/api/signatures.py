"""Whether the signature of a request holds, and whose it is (RFC 9421).

A request signed as our stations sign (kiosk.domain.signing) is checked at a tenth of the cost; whatever is written in
any other way, or does not hold so, the library judges. What the short way takes the library takes.

Neither age nor clock is checked: a station with a wrong clock must be able to push.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import Request
from http_message_signatures import HTTPMessageVerifier, HTTPSignatureKeyResolver, VerifyResult
from http_message_signatures.algorithms import ED25519
from http_message_signatures.exceptions import HTTPMessageSignaturesException

from central.api.errors import refusal
from central.db import reading, stations
from central.db.stations import Station
from central.opening import Central
from kiosk.domain import signing
from kiosk.domain.signing import Signed

logging.getLogger("http_message_signatures").setLevel(logging.WARNING)  # it logs what it verifies


_FIELDS = ("signature-input", "signature", "content-digest")


@dataclass(frozen=True)
class Signature:
    """One that holds: the station as it was when it was looked at, which of its keys it is, the nonce."""

    station: Station
    key: bytes
    nonce: str


def of(central: Central, request: Request, body: bytes) -> Signature:
    """Raises 401. Stations seen before are not looked up again: what they may do is decided by how they stand when it
    is done, not by this."""
    return _plainly(central, request, body) or _by_the_library(central, request, body)


# --- as our stations sign -------------------------------------------------------------------------------------------


def _plainly(central: Central, request: Request, body: bytes) -> Signature | None:
    """A signature written as our stations write it, which holds under the station's key; None for any other."""
    values = signing.asked(request.method, *_target(request), body)
    written = _read(request, body, values) if values else None
    if written is None or values is None:
        return None
    said, signature = written
    station = central.seen.get(said.keyid) or _looked_up(central, said.keyid)
    if station is None or not _holds(station.public, signature, said.base(values)):
        return None
    return Signature(station, station.public, said.nonce)


def _looked_up(central: Central, keyid: str) -> Station | None:
    with reading(central.engine) as tx:
        return stations.by_id(tx, keyid)


def _read(request: Request, body: bytes, values: Sequence[str]) -> tuple[Signed, bytes] | None:
    """What is said once, for this body, by this label, of all that must be signed and of nothing else."""
    inputs, held, digests = (request.headers.getlist(name) for name in _FIELDS)
    if (len(inputs), len(held)) != (1, 1) or digests != [*values[len(signing.COMPONENTS) :]]:
        return None
    written = signing.read(inputs[0], held[0])
    needed = signing.COMPONENTS_WITH_BODY if body else signing.COMPONENTS
    if written is None or (written[0].label, written[0].covered) != (signing.LABEL, needed):
        return None
    return written if _is_good(written[0].nonce) else None


def _holds(public: bytes, signature: bytes, base: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, base)
    except InvalidSignature:
        return False
    return True


def _target(request: Request) -> tuple[str, str]:
    """Path and query as they were sent."""
    path: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
    query: bytes = request.scope["query_string"]
    return path.partition(b"?")[0].decode("latin-1"), query.decode("latin-1")


def _is_good(nonce: str | None) -> bool:
    return nonce is not None and 0 < len(nonce) <= signing.NONCE_LONGEST


# --- as the standard allows -----------------------------------------------------------------------------------------


def _by_the_library(central: Central, request: Request, body: bytes) -> Signature:
    known = _Stations(central)
    nonce = _verified(_Message(request), body, known).nonce
    station = known.asked
    if station is None or nonce is None or not _is_good(nonce):
        raise refusal(401, "signature_invalid")
    return Signature(station, known.key, nonce)


def _verified(message: "_Message", body: bytes, known: "_Stations") -> VerifyResult:
    """The signature, which holds under one of the station's keys; raises 401."""
    while True:
        try:
            return _verified_once(message, body, known)
        except (HTTPMessageSignaturesException, ValueError):
            if known.named and known.asked is None:
                raise refusal(401, "unknown") from None
            if not known.has_another():
                raise refusal(401, "signature_invalid") from None


def _verified_once(message: "_Message", body: bytes, known: "_Stations") -> VerifyResult:
    verifier = _Clockless(signature_algorithm=ED25519, key_resolver=known)
    needed = signing.COMPONENTS_WITH_BODY if body else signing.COMPONENTS
    (result,) = verifier.verify(message, max_age=None, require_components=needed, body=body)
    if result.label != signing.LABEL or "created" not in result.parameters:
        raise ValueError("label or created")
    return result


class _Message:
    """A request as the library wants to see it. The authority is not covered, so any will do."""

    def __init__(self, request: Request) -> None:
        path, query = _target(request)
        self.method = request.method
        self.url = f"http://central{path}{'?' if query else ''}{query}"
        self.headers = request.headers


class _Stations(HTTPSignatureKeyResolver):
    """Looks the keyid up among the stations, and remembers which it was and which of its keys is tried."""

    def __init__(self, central: Central) -> None:
        self._central = central
        self.named = False
        self.asked: Station | None = None
        self.key = b""

    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey | None:
        if not self.named:
            self.named = True
            with reading(self._central.engine) as tx:
                self.asked = stations.by_id(tx, key_id)
            self.key = self.asked.public if self.asked else b""
        return Ed25519PublicKey.from_public_bytes(self.key) if self.asked else None

    def has_another(self) -> bool:
        """Whether there is a key still to be tried: the one that is to follow."""
        if self.asked is None or self.asked.next_public is None or self.key == self.asked.next_public:
            return False
        self.key = self.asked.next_public
        return True


class _Clockless(HTTPMessageVerifier):
    def validate_created_and_expires(self, sig_input: Any, max_age: Any = None) -> None:
        """Nothing: see the module's docstring."""
