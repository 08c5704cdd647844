"""The HTTP client: one keep-alive session, every request signed by the station (RFC 9421). The only `requests`."""

import gzip
import secrets
from dataclasses import dataclass
from typing import Protocol

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from http_message_signatures import HTTPMessageSigner, HTTPSignatureKeyResolver, algorithms

from kiosk.domain import signing, wire
from kiosk.domain.wire import Answers, Batch, Cursor, Enrolment, EnrolmentAsk, NotTheWire, Page

CONNECT_S, READ_S = 5.0, 30.0
LARGEST_ANSWER = 64 * 1024 * 1024  # bytes, inflated


class CentralUnreachable(Exception):
    """No answer of central's own: no network, a refusal, a failure there, or somebody else's page."""

    def __init__(self, what: str, retry_after: float | None = None) -> None:
        super().__init__(what)
        self.retry_after = retry_after  # seconds central asked for


class NoConnection(CentralUnreachable):
    """Nobody answered: no network, no such machine, or silence."""


class NotWelcome(CentralUnreachable):
    """Central knows this station no longer, or not yet."""


class AnotherEpoch(CentralUnreachable):
    """Central's database is another one than this station copied from."""


class Central(Protocol):
    """What a station asks of central."""

    def feed(self, cursor: Cursor) -> Page: ...

    def push(self, batch: Batch) -> Answers: ...


@dataclass(frozen=True)
class _Keys(HTTPSignatureKeyResolver):
    private_key: Ed25519PrivateKey

    def resolve_private_key(self, key_id: str) -> Ed25519PrivateKey:
        return self.private_key


class HttpCentral:
    """Central over HTTP. Raises CentralUnreachable, NotTheWire."""

    def __init__(self, url: str, station: str, private_key: bytes, limit: int = wire.PAGE_ITEMS) -> None:
        self._url = url.rstrip("/")
        self._station = station
        self._limit = limit
        self._http = requests.Session()
        keys = _Keys(Ed25519PrivateKey.from_private_bytes(private_key))
        self._signer = HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=keys)

    def feed(self, cursor: Cursor) -> Page:
        asked = f"epoch={cursor.epoch}&after={cursor.rev}&revoked={cursor.revoked}&limit={self._limit}"
        return wire.parse_page(self._send("GET", f"/v1/feed?{asked}"), cursor)

    def push(self, batch: Batch) -> Answers:
        return wire.parse_answers(self._send("POST", "/v1/events", wire.dump_batch(batch)))

    def _send(self, method: str, path: str, body: bytes | None = None) -> bytes:
        packed = gzip.compress(body, 1, mtime=0) if body is not None else None
        request = self._http.prepare_request(requests.Request(method, self._url + path, data=packed))
        if packed is not None:
            request.headers["Content-Type"] = "application/json"
            request.headers["Content-Encoding"] = "gzip"
        self._signer.sign(
            request,
            key_id=self._station,
            nonce=secrets.token_hex(12),
            label=signing.LABEL,
            covered_component_ids=signing.COMPONENTS,
            body=packed,
        )
        return _answer(self._http, request)


def enrol(url: str, ask: EnrolmentAsk) -> Enrolment:
    """The one call without an identity. Raises CentralUnreachable, NotTheWire."""
    with requests.Session() as http:
        request = requests.Request("POST", url.rstrip("/") + "/v1/enrolments", data=wire.dump_ask(ask))
        try:
            prepared = http.prepare_request(request)
        except requests.RequestException as error:
            raise NoConnection(f"{url} is no address of central") from error
        prepared.headers["Content-Type"] = "application/json"
        return wire.parse_enrolment(_answer(http, prepared))


def _answer(http: requests.Session, request: requests.PreparedRequest) -> bytes:
    try:
        with http.send(request, timeout=(CONNECT_S, READ_S), stream=True, allow_redirects=False) as response:
            _check(response)
            return _content(response)
    except requests.RequestException as error:
        raise NoConnection(type(error).__name__) from error


def _check(response: requests.Response) -> None:
    status = response.status_code
    if status in (401, 403):
        raise NotWelcome(str(status))
    if status == 410:
        raise AnotherEpoch(str(status))
    if status != 200:
        raise CentralUnreachable(str(status), _retry_after(response))
    if "html" in response.headers.get("Content-Type", ""):
        raise NotTheWire("a web page")


def _content(response: requests.Response) -> bytes:
    content = bytearray()
    for chunk in response.iter_content(65536):
        content += chunk
        if len(content) > LARGEST_ANSWER:
            raise NotTheWire("too long")
    return bytes(content)


def _retry_after(response: requests.Response) -> float | None:
    try:
        return max(0.0, float(response.headers["Retry-After"]))
    except (KeyError, ValueError):
        return None
