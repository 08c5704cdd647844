"""What a station asks, signed by it (RFC 9421)."""

import secrets
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from http_message_signatures import HTTPMessageSigner, HTTPSignatureKeyResolver, algorithms

from kiosk.domain import signing
from kiosk.sync.central.answers import Question


@dataclass(frozen=True)
class _OneKey(HTTPSignatureKeyResolver):
    private_key: Ed25519PrivateKey

    def resolve_private_key(self, key_id: str) -> Ed25519PrivateKey:
        return self.private_key


class RequestSigner:
    """Signs requests as a station."""

    def __init__(self, keyid: str, private_key: bytes) -> None:
        self._keyid = keyid
        key = _OneKey(Ed25519PrivateKey.from_private_bytes(private_key))
        self._signer = HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=key)

    def sign(self, request: Any, body: bytes | None) -> Question:
        """Sign a requests.PreparedRequest in place."""
        nonce = secrets.token_hex(12)
        self._signer.sign(
            request,
            key_id=self._keyid,
            nonce=nonce,
            label=signing.LABEL,
            covered_component_ids=signing.COMPONENTS,
            body=body,
        )
        return Question(nonce, signing.answer_tag(request.headers["Signature-Input"], request.headers["Signature"]))
