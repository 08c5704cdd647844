"""Requests that were signed before the clock started, and answers that are looked at after it has stopped.

What asks and what answers share this machine's processors. Stations sign and check on machines of their own; so of what
they do, only what cannot be done at another time is done while central is measured: bytes out, bytes in.
"""

import http.client
import io
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from bench.harness import BenchFailed
from kiosk.clock import Clock
from kiosk.domain import keys
from kiosk.sync.central import Identity
from kiosk.sync.central.answers import Message, Question, check
from kiosk.sync.central.line import Line
from kiosk.sync.central.questions import RequestSigner

_CHUNK = 65536  # bytes
_PATIENCE_S = 30.0
_END = b"\r\n\r\n"


@dataclass(frozen=True)
class Request:
    """One as it goes over the wire, and what its answer is bound to."""

    sent: bytes
    question: Question


def signed(identity: Identity, clock: Clock, path: str, bodies: Sequence[bytes]) -> list[Request]:
    """POSTs of these bodies, as the station's own client makes them."""
    line, signer = Line(identity.url, None, clock.boot), RequestSigner(identity.station, identity.private_key)
    return [_signed(line, signer, path, body) for body in bodies]


def _signed(line: Line, signer: RequestSigner, path: str, body: bytes) -> Request:
    request = line.prepare("POST", path, {"Content-Type": "application/json"}, body)
    question = signer.sign(request, body)
    head = {"Host": urlsplit(line.url).netloc, **request.headers}
    lines = [f"POST {path} HTTP/1.1", *(f"{name}: {value}" for name, value in head.items())]
    return Request("\r\n".join(lines).encode() + _END + body, question)


def asked(url: str, requests: Sequence[Request]) -> list[bytes]:
    """Each once the one before was answered, over one connection; the answers, head and body. Raises BenchFailed."""
    there = urlsplit(url)
    with socket.create_connection((there.hostname or "", there.port or 80), _PATIENCE_S) as line:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return [_answer(line, request.sent) for request in requests]


def _answer(line: socket.socket, sent: bytes) -> bytes:
    line.sendall(sent)
    answer, whole = b"", 0
    while not whole or len(answer) < whole:
        chunk = line.recv(_CHUNK)
        if not chunk:
            raise BenchFailed("central hung up")
        answer += chunk
        whole = whole or _length(answer)
    return answer


def _length(begun: bytes) -> int:
    """Of an answer, once its head is there; 0 before."""
    head, end, _ = begun.partition(_END)
    said = head.lower().partition(b"\r\ncontent-length:")[2].partition(b"\r\n")[0]
    return len(head) + len(end) + int(said) if end else 0


def content(identity: Identity, request: Request, answer: bytes) -> bytes:
    """The body of a 200 that central signed for this request. Raises BenchFailed, and Unsigned for any other."""
    head, _, body = answer.partition(_END)
    first, _, fields = head.partition(b"\r\n")
    status = int(first.split()[1])
    message = Message(status, dict(http.client.parse_headers(io.BytesIO(fields + _END)).items()))
    check(message, request.question, keys.open_list(identity.key_list, identity.root_public), body)
    if status != 200:
        raise BenchFailed(f"{status}: {body[:200]!r}")
    return body
