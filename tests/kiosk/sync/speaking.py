"""A server on loopback that speaks as central does, signed with central's keys, or as somebody else would."""

import base64
import hashlib
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from http_message_signatures import HTTPMessageSigner
from http_message_signatures.algorithms import ED25519
from http_message_signatures.resolvers import MappingKeyResolver
from requests.structures import CaseInsensitiveDict

from kiosk.clock import Clock
from kiosk.domain import keys, signing
from kiosk.domain.keys import Key, KeyList, KeyState, Purpose
from kiosk.sync.central import HttpCentral, Identity

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)  # what this central says it is


@dataclass(frozen=True)
class Asked:
    method: str
    path: str  # with the query
    headers: Mapping[str, str]
    body: bytes

    def named(self, parameter: str) -> str:
        """A parameter of the request's signature."""
        return self.headers["Signature-Input"].split(f'{parameter}="')[1].split('"')[0]


@dataclass(frozen=True)
class Answer:
    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut_after: int | None = None  # bytes of the body, then the line is dropped


Speak = Callable[[Asked], Answer]


@dataclass(frozen=True)
class Signing:
    """Central's side of an answer. Every part of it can be made wrong."""

    root: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    wire: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    kid: str = "01"
    state: KeyState = KeyState.CURRENT
    purpose: Purpose = Purpose.WIRE
    number: int = 1
    label: str = signing.CENTRAL_LABEL
    nonce: str | None = None  # another than was asked with
    tag: str | None = None
    created: datetime | None = NOW
    components: tuple[str, ...] | None = None

    @property
    def listed(self) -> bytes:
        key = Key(bytes.fromhex(self.kid), self.purpose, self.state, keys.raw_public(self.wire))
        return keys.sign_list(self.root, KeyList(self.number, (key,)))

    def rotated(self) -> "Signing":
        return replace(self, wire=Ed25519PrivateKey.generate(), kid="02", number=self.number + 1)

    def identity(self, url: str) -> Identity:
        return Identity(url, "station", bytes(32), keys.raw_public(self.root), self.listed)

    def __call__(self, asked: Asked, answer: Answer) -> Answer:
        """The answer, signed."""
        headers = dict(answer.headers)
        long = "Repr-Digest" in headers
        if not long and "Content-Digest" not in headers:
            headers["Content-Digest"] = digest(answer.body)
        message = _Message(answer.status, headers)
        tag = signing.answer_tag(asked.headers["Signature-Input"], asked.headers["Signature"])
        whole = signing.SNAPSHOT_COMPONENTS if long else signing.ANSWER_COMPONENTS
        HTTPMessageSigner(
            signature_algorithm=ED25519,
            key_resolver=MappingKeyResolver(public_keys={}, private_keys={self.kid: self.wire}),
        ).sign(
            message,
            key_id=self.kid,
            created=self.created,
            nonce=self.nonce or asked.named("nonce"),
            tag=self.tag or tag,
            label=self.label,
            covered_component_ids=self.components or whole,
            use_existing_digest="Content-Digest" in headers,
        )
        return replace(answer, headers=headers)


@dataclass
class _Message:
    status_code: int
    headers: dict[str, str]


def digest(content: bytes) -> str:
    return f"sha-256=:{base64.b64encode(hashlib.sha256(content).digest()).decode()}:"


@contextmanager
def serving(speak: Speak, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """The URL of a server that answers like this."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 20

        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            answer = speak(Asked(self.command, self.path, CaseInsensitiveDict(self.headers.items()), body))
            self.send_response_only(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if "Content-Length" not in answer.headers:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body if answer.cut_after is None else answer.body[: answer.cut_after])
            self.close_connection = self.close_connection or answer.cut_after is not None

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    with _Server(("127.0.0.1", 0), Handler) as server:
        if tls is not None:
            server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"{'https' if tls else 'http'}://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever hung up on us did so for a reason of the test."""


@contextmanager
def reached(
    speak: Speak, sign: Signing | None = None, clock: Clock | None = None, **more: Any
) -> Iterator[tuple[HttpCentral, Signing]]:
    """A station's client of a server that answers like this, as it is: signing is up to `speak`."""
    sign = sign or Signing()
    with serving(speak) as url:
        central = HttpCentral(sign.identity(url), clock or Clock(), **more)
        try:
            yield central, sign
        finally:
            central.close()
