"""Every answer to a request that names a nonce is signed: refusals and failures too.

Pure ASGI, outside of everything else. An answer is held back until it is whole, for its digest is signed; one that
brings a `Repr-Digest`, the snapshot, is signed by that and passes as it comes. What is signed and what for:
kiosk.domain.signing.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from fastapi.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from central.keys import Signer
from central.opening import Central
from kiosk.domain import signing
from kiosk.domain.signing import Signed

# Within a signature's parameters; a text is printable ASCII, and one with a quote or backslash in it is none of ours.
_NONCE = re.compile(rb';\s*nonce="([\x20\x21\x23-\x5b\x5d-\x7e]{1,%d})"' % signing.NONCE_LONGEST)
_LARGE = 100_000  # bytes; to digest more would keep others waiting


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
        digest = _header(start, covered[-1].encode())
        central = self._central
        start["headers"] = [
            *start["headers"],
            *sign(start["status"], digest, covered, self._asked, central.keys.wire, central.clock()),
        ]
        await self._send(start)


async def _content_digest(body: bytes) -> bytes:
    large = len(body) > _LARGE
    said = await run_in_threadpool(signing.content_digest, body) if large else signing.content_digest(body)
    return said.encode()


def _header(message: Message, wanted: bytes) -> bytes:
    return next((value for name, value in message["headers"] if name.lower() == wanted), b"")


def sign(
    status: int, digest: bytes, covered: tuple[str, ...], asked: Asked, wire: Signer, now: datetime
) -> list[tuple[bytes, bytes]]:
    """The two header lines."""
    created = int(now.timestamp())
    said = Signed(signing.CENTRAL_LABEL, covered, created, wire.kid.hex(), asked.nonce, asked.tag)
    named, held = said.lines(wire.key.sign(said.base((str(status), digest.decode("latin-1")))))
    return [(b"signature-input", named.encode()), (b"signature", held.encode())]
