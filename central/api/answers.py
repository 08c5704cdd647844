"""Every answer to a request that names a nonce is signed: refusals and failures too.

Pure ASGI, outside of everything else. An answer is held back until it is whole, for its digest is signed; one that
brings a `Repr-Digest`, the snapshot, is signed by that and passes as it comes. What is signed and what for:
kiosk.domain.signing.
"""

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from fastapi.concurrency import run_in_threadpool
from http_message_signatures import HTTPMessageSigner
from http_message_signatures.algorithms import ED25519
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from central.keys import Signer
from central.opening import Central
from kiosk.domain import signing

# Within a signature's parameters; a text is printable ASCII, and one with a quote or backslash in it is none of ours.
_NONCE = re.compile(rb';\s*nonce="([\x20\x21\x23-\x5b\x5d-\x7e]{1,%d})"' % signing.NONCE_LONGEST)
_LARGE = 100_000  # bytes; to digest more would keep others waiting
_SIGNER = HTTPMessageSigner(signature_algorithm=ED25519)


class Answers:
    def __init__(self, app: ASGIApp, central: Central) -> None:
        self._app = app
        self._central = central

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = _asked(scope) if scope["type"] == "http" else None
        if asked is None:
            await self._app(scope, receive, send)
        else:
            await self._app(scope, receive, _Answer(self._central, asked, send).send)


@dataclass(frozen=True)
class Asked:
    """What an answer is bound to: the nonce of the request, and the tag of its signature."""

    nonce: str
    tag: str


def _asked(scope: Scope) -> Asked | None:
    """What the request names; None without exactly one nonce that is short and plain."""
    named = [value for name, value in scope["headers"] if name == b"signature-input"]
    nonces = _NONCE.findall(b", ".join(named))
    if len(nonces) != 1:
        return None
    held = [value for name, value in scope["headers"] if name == b"signature"]
    tag = signing.answer_tag(_text(named), _text(held))
    return Asked(nonces[0].decode(), tag)


def _text(lines: list[bytes]) -> str:
    return b", ".join(lines).decode("latin-1")


class _Answer:
    """One answer on its way out."""

    def __init__(self, central: Central, asked: Asked, send: Send) -> None:
        self._central = central
        self._asked = asked
        self._send = send
        self._start: Message | None = None
        self._pieces: list[bytes] = []

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            if _header(message, b"repr-digest"):
                await self._begin(signing.SNAPSHOT_COMPONENTS)
        elif self._start is None or message["type"] != "http.response.body":
            await self._send(message)
        else:
            self._pieces.append(message.get("body", b""))
            if not message.get("more_body", False):
                body = b"".join(self._pieces)
                digest = await _content_digest(body)
                self._start["headers"] = [*self._start["headers"], (b"content-digest", digest)]
                await self._begin(signing.ANSWER_COMPONENTS)
                await self._send({"type": "http.response.body", "body": body})

    async def _begin(self, covered: tuple[str, ...]) -> None:
        """Sign and send the first part; what follows passes as it comes."""
        start, self._start = self._start, None
        assert start is not None
        fields = {name.decode("latin-1"): value.decode("latin-1") for name, value in start["headers"]}
        lines = sign(
            _Response(start["status"], fields), covered, self._asked, self._central.keys.wire, self._central.clock()
        )
        start["headers"] = [*start["headers"], *lines]
        await self._send(start)


async def _content_digest(body: bytes) -> bytes:
    large = len(body) > _LARGE
    digest = await run_in_threadpool(_sha256, body) if large else _sha256(body)
    return b"sha-256=:" + base64.b64encode(digest) + b":"


def _sha256(body: bytes) -> bytes:
    return hashlib.sha256(body).digest()


def _header(message: Message, wanted: bytes) -> bytes:
    return next((value for name, value in message["headers"] if name.lower() == wanted), b"")


@dataclass
class _Response:
    """An answer as the library wants to see it."""

    status_code: int
    headers: Mapping[str, str] = field(default_factory=dict)


def sign(
    response: _Response, covered: tuple[str, ...], asked: Asked, wire: Signer, now: datetime
) -> list[tuple[bytes, bytes]]:
    """The two header lines. The library makes what is signed; its own `sign` would make it once more to compare."""
    prepared = _SIGNER.prepare(
        response,
        key_id=wire.kid.hex(),
        created=now,
        nonce=asked.nonce,
        tag=asked.tag,
        label=signing.CENTRAL_LABEL,
        covered_component_ids=covered,
        use_existing_digest="content-digest" in covered,
    )
    signature = base64.b64encode(wire.key.sign(prepared.signature_base)).decode()
    return [
        (b"signature-input", f"{prepared.label}={prepared.signature_params}".encode()),
        (b"signature", f"{prepared.label}=:{signature}:".encode()),
    ]
