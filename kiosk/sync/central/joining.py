"""How a machine meets central: the root's certificate, checked by the fingerprint, then the one-time code.

The answer is believed as every other: signed by a wire key of the list that comes with it, which the root signed.
"""

from collections.abc import Callable
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.clock import Clock
from kiosk.domain import keys, wire
from kiosk.domain.cose import NotVerified
from kiosk.domain.keys import KeyList
from kiosk.domain.wire import Enrolment, EnrolmentAsk, NotTheWire
from kiosk.sync.central import answers
from kiosk.sync.central.answers import Message, Unsigned
from kiosk.sync.central.line import SMALL, Line
from kiosk.sync.central.protocol import CentralUnreachable
from kiosk.sync.central.questions import RequestSigner
from kiosk.sync.central.tls import Anybody, NotOurs, Pinned, read_root

LARGEST = 100_000  # bytes of an enrolment, a key list, a certificate


class OtherRoot(NotTheWire):
    """Central shows another root key than the one that was brought by another way."""

    def __init__(self) -> None:
        super().__init__("it shows another root key than the one you were given: do not go on, ask the office")


class Joined(NamedTuple):
    enrolment: Enrolment
    root_certificate: str  # PEM, "" over plain HTTP


def is_safe(url: str) -> bool:
    """Whether this is TLS."""
    return url.lower().startswith("https:")


def root_certificate(line: Line, is_ours: Callable[[bytes], bool]) -> str:
    """The root's certificate, PEM, fetched from whoever answers there. Raises NotOurs, NotTheWire, CentralUnreachable.

    `is_ours` judges its key, 32 raw bytes.
    """
    return read_root(fetched(line, "/v1/root", LARGEST), is_ours)


def fetched(line: Line, path: str, most: int) -> bytes:
    """What proves itself, whoever hands it out. Raises NotTheWire, CentralUnreachable."""
    with line.ask(line.prepare("GET", path, {}, None), SMALL) as reply:
        if reply.status != 200:
            raise CentralUnreachable(str(reply.status), answers.retry_after(reply.headers))
        return answers.inflated(reply.read(most), reply.headers.get("Content-Encoding", ""), most)


def enrol(url: str, ask: EnrolmentAsk, private_key: Ed25519PrivateKey, fingerprint: str, clock: Clock) -> Joined:
    """Ask central to make a station of this machine. Raises OtherRoot, NotTheWire, CentralUnreachable.

    Asked again with the same code and key, the answer is the same. Sets the clock.
    """
    wanted = fingerprint.strip().lower()
    pem = _root(url, wanted)
    line = Line(url, Pinned(pem, clock.certain) if pem else None, clock.boot)
    try:
        return Joined(_asked(line, ask, private_key, wanted, clock), pem)
    finally:
        line.close()


def _root(url: str, fingerprint: str) -> str:
    if not is_safe(url):
        return ""
    line = Line(url, Anybody(), lambda: 0.0)
    try:
        return root_certificate(line, lambda public: keys.fingerprint(public) == fingerprint)
    except NotOurs:
        raise OtherRoot from None
    finally:
        line.close()


def _asked(line: Line, ask: EnrolmentAsk, key: Ed25519PrivateKey, fingerprint: str, clock: Clock) -> Enrolment:
    body = wire.dump_ask(ask)
    request = line.prepare("POST", "/v1/enrolments", {"Content-Type": "application/json"}, body)
    question = RequestSigner(ask.public.hex(), key.private_bytes_raw()).sign(request, body)
    with line.ask(request, SMALL) as reply:
        content = reply.read(LARGEST)
    if reply.status != 200:
        why = answers.reason(content)  # before a station is enrolled it knows no key that could prove a refusal
        raise CentralUnreachable(f"{reply.status} {why}".strip(), answers.retry_after(reply.headers))
    enrolment = wire.parse_enrolment(answers.inflated(content, reply.headers.get("Content-Encoding", ""), LARGEST))
    known = _trusted(enrolment, fingerprint)
    try:
        created = answers.check(Message(reply.status, reply.headers), question, known, content)
    except Unsigned as error:
        raise NotTheWire(str(error)) from None
    clock.anchor(created, reply.asked, reply.heard)
    return enrolment


def _trusted(enrolment: Enrolment, fingerprint: str) -> KeyList:
    if keys.fingerprint(enrolment.root_public) != fingerprint:
        raise OtherRoot
    try:
        return keys.open_list(enrolment.key_list, enrolment.root_public)
    except NotVerified:
        raise NotTheWire("its key list is not signed by the root") from None
