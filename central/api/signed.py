"""Who calls: the station whose HTTP message signature the request bears.

Neither age nor clock is checked: a station with a wrong clock must be able to push. A nonce, used once, stops replay.
A proxy in front of central must pass path and query unchanged.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import Depends, Request, Security
from fastapi.security import APIKeyHeader
from http_message_signatures import HTTPMessageVerifier, HTTPSignatureKeyResolver, VerifyResult
from http_message_signatures.algorithms import ED25519
from http_message_signatures.exceptions import HTTPMessageSignaturesException

from central.api import bodies
from central.api.errors import Error, refusal
from central.db import reading, stations, writing
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
    401: {"model": Error, "description": "No station's signature, or a nonce that was used before."},
}


@dataclass(frozen=True)
class Signed:
    """A request whose signature holds, with its body as sent."""

    station: Station
    body: bytes
    encoding: str


Signer = Callable[..., Signed]


def by_a_station(central: Central) -> Signer:
    """The dependency that lets only enrolled stations through."""

    def signed(
        request: Request, body: Annotated[bytes, Depends(bodies.raw)], _: Annotated[str | None, Security(_SCHEME)]
    ) -> Signed:
        return _signed(central, request, body)

    return signed


def _signed(central: Central, request: Request, body: bytes) -> Signed:
    known = _Stations(central)
    result = _verified(_Message(request), body, known)
    nonce, station = result.nonce, known.asked
    if station is None or not nonce or len(nonce) > signing.NONCE_LONGEST:
        raise refusal(401, "signature_invalid")
    with writing(central.engine) as tx:
        fresh = stations.use_nonce(tx, station.id, nonce, central.now())
    if not fresh:
        raise refusal(401, "replayed")
    return Signed(station, body, request.headers.get("content-encoding", "").strip().lower())


def _verified(message: "_Message", body: bytes, known: "_Stations") -> VerifyResult:
    verifier = _Clockless(signature_algorithm=ED25519, key_resolver=known)
    needed = signing.COMPONENTS_WITH_BODY if body else signing.COMPONENTS
    try:
        (result,) = verifier.verify(message, max_age=None, require_components=needed, body=body)
    except (HTTPMessageSignaturesException, ValueError):
        raise refusal(401, "signature_invalid") from None
    if result.label != signing.LABEL or "created" not in result.parameters:
        raise refusal(401, "signature_invalid")
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
    """Looks the keyid up among the stations, and remembers which it was."""

    def __init__(self, central: Central) -> None:
        self._central = central
        self.asked: Station | None = None

    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey | None:
        with reading(self._central.engine) as tx:
            self.asked = stations.by_id(tx, key_id)
        return Ed25519PublicKey.from_public_bytes(self.asked.public) if self.asked else None


class _Clockless(HTTPMessageVerifier):
    def validate_created_and_expires(self, sig_input: Any, max_age: Any = None) -> None:
        """Nothing: see the module's docstring."""
