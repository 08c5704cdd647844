"""Who calls: the station whose HTTP message signature the request bears.

Neither age nor clock is checked: a station with a wrong clock must be able to push. A nonce, used once, stops replay.
A proxy in front of central must pass path and query unchanged. That a station was revoked, or that its certificate ran
out, is said only to whoever holds its key.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Annotated, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import Depends, Request, Security
from fastapi.security import APIKeyHeader
from http_message_signatures import HTTPMessageVerifier, HTTPSignatureKeyResolver, VerifyResult
from http_message_signatures.algorithms import ED25519
from http_message_signatures.exceptions import HTTPMessageSignaturesException

from central import certificates, reconciling
from central.api import bodies
from central.api.errors import documented, refusal
from central.db import reading, standing, stations, writing
from central.db.stations import Station
from central.opening import Central
from kiosk.domain import signing

logging.getLogger("http_message_signatures").setLevel(logging.WARNING)  # it logs what it verifies

_SCHEME = APIKeyHeader(
    name="Signature",
    scheme_name="StationSignature",
    description=(
        "HTTP Message Signature (RFC 9421), Ed25519, label `station`, keyid = station id, parameters created and "
        "nonce, over @method, @path, @query and, with a body, content-digest."
    ),
    auto_error=False,
)
RESPONSES: dict[int | str, dict[str, Any]] = {
    401: documented("signature_invalid, replayed, unknown (no such station) or revoked."),
}
PULL_RESPONSES: dict[int | str, dict[str, Any]] = {
    **RESPONSES,
    403: documented("certificate_expired: the station may still push."),
}


@dataclass(frozen=True)
class Signed:
    """A request whose signature holds, with its body as sent."""

    station: Station
    body: bytes
    encoding: str


Signer = Callable[..., Signed]


def by_a_station(central: Central) -> Signer:
    """The dependency that lets enrolled stations through unless they were revoked."""

    def signed(
        request: Request, body: Annotated[bytes, Depends(bodies.raw)], _: Annotated[str | None, Security(_SCHEME)]
    ) -> Signed:
        return _signed(central, request, body)

    return signed


def may_pull(central: Central) -> Signer:
    """The dependency that lets through, of those, the stations whose certificate holds."""

    def pulling(caller: Annotated[Signed, Depends(by_a_station(central))]) -> Signed:
        if certificates.is_over(caller.station, central.clock()):
            raise refusal(403, "certificate_expired")
        return caller

    return pulling


def _signed(central: Central, request: Request, body: bytes) -> Signed:
    known = _Stations(central)
    nonce = _verified(_Message(request), body, known).nonce
    station = known.asked
    if station is None or not nonce or len(nonce) > signing.NONCE_LONGEST:
        raise refusal(401, "signature_invalid")
    if station.revoked_at is not None:
        raise refusal(401, "revoked")
    with writing(central.engine) as tx:
        fresh = stations.use_nonce(tx, station.id, nonce, central.now())
        if fresh and known.key != station.public:
            standing.take_up_key(tx, station.id, known.key)
            reconciling.note(tx, central.journal, station.id)
    if not fresh:
        raise refusal(401, "replayed")
    caller = replace(station, public=known.key)
    return Signed(caller, body, request.headers.get("content-encoding", "").strip().lower())


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
        path = request.scope.get("raw_path") or request.scope["path"].encode()
        query = request.scope["query_string"]
        target = path.partition(b"?")[0] + (b"?" + query if query else b"")
        self.method = request.method
        self.url = "http://central" + target.decode("latin-1")
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
