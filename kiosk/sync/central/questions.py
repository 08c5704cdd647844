"""What a station asks, signed by it (RFC 9421)."""

import secrets
import time
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain import signing
from kiosk.domain.signing import Signed
from kiosk.sync.central.answers import Question


class RequestSigner:
    """Signs requests as a station."""

    def __init__(self, keyid: str, private_key: bytes) -> None:
        self._keyid = keyid
        self._key = Ed25519PrivateKey.from_private_bytes(private_key)

    def sign(self, request: Any, body: bytes | None) -> Question:
        """Sign a requests.PreparedRequest in place."""
        path, _, query = request.path_url.partition("?")
        values = [request.method, path, f"?{query}"]
        if body is not None:
            request.headers["Content-Digest"] = signing.content_digest(body)
            values.append(request.headers["Content-Digest"])
        covered = signing.COMPONENTS if body is None else signing.COMPONENTS_WITH_BODY
        said = Signed(signing.LABEL, covered, int(time.time()), self._keyid, secrets.token_hex(12))
        named, held = said.lines(self._key.sign(said.base(values)))
        request.headers.update({"Signature-Input": named, "Signature": held})
        return Question(said.nonce, signing.answer_tag(named, held))
