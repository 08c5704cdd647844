"""Central over HTTP: what a station asks is signed by it, what it hears is believed only as central signed it."""

import gzip
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kiosk.clock import Clock
from kiosk.domain import keys, wire
from kiosk.domain.cose import NotVerified
from kiosk.domain.keys import KeyList
from kiosk.domain.wire import (
    AllotmentsAnswer,
    AllotmentsAsk,
    Answers,
    Batch,
    Cursor,
    Digests,
    NotTheWire,
    Page,
    PendingAnswer,
    PendingAsk,
)
from kiosk.sync.central import answers, download, joining
from kiosk.sync.central.answers import Message, Question, UnknownKey, Unsigned
from kiosk.sync.central.download import NoSuchRange, Piece
from kiosk.sync.central.line import LONG, SMALL, Line, Reply
from kiosk.sync.central.protocol import CentralUnreachable, NoConnection, NotWelcome, Restarted
from kiosk.sync.central.questions import RequestSigner
from kiosk.sync.central.tls import Anybody, Pinned, Trust

if TYPE_CHECKING:
    from kiosk.db.station import Station

LARGEST_SENT = 8_000_000  # bytes of an answer as sent
LARGEST_ANSWER = 16_000_000  # bytes of it inflated
LARGEST_REFUSAL = 100_000  # bytes of anything but a 200
KEYS_AGAIN_S = 10.0  # a key list that did not help is not asked for again so soon
_JSON = "application/json"


@dataclass(frozen=True)
class Identity:
    """Who this station is to central, and whom it believes."""

    url: str
    station: str
    private_key: bytes = field(repr=False)  # 32 raw bytes of Ed25519
    root_public: bytes
    key_list: bytes  # signed by the root
    root_certificate: str = ""  # PEM; "" is fetched where it is needed, and must be of this root


def identity_of(station: "Station") -> Identity:
    return Identity(
        url=station.central_url,
        station=station.id,
        private_key=station.private_key,
        root_public=station.root_public,
        key_list=station.key_list,
        root_certificate=station.root_certificate,
    )


def _nothing(_: Any) -> None:
    pass


class HttpCentral:
    """Central over HTTP. One thread at a time; only `cancel` may come from another.

    `adopt` is given a newer key list, signed by the root, and `pin` the root's certificate (PEM), to be kept.
    """

    def __init__(
        self,
        identity: Identity,
        clock: Clock,
        adopt: Callable[[bytes], None] = _nothing,
        pin: Callable[[str], None] = _nothing,
        limit: int = wire.PAGE_ITEMS,
    ) -> None:
        self._identity = identity
        self._clock = clock
        self._adopt = adopt
        self._pin = pin
        self._limit = limit
        self._keys = _listed(identity)
        self._signer = RequestSigner(identity.station, identity.private_key)
        self._line: Line | None = None
        self._cancelled = False
        self._keys_not_before = float("-inf")  # on the boot clock

    def become(self, identity: Identity) -> None:
        """The station's key, or whom it believes, may have changed; the connection goes on where it can."""
        if identity == self._identity:
            return
        here = self._identity
        same_place = (identity.url, identity.root_certificate) == (here.url, here.root_certificate)
        if not same_place:
            self._drop_line()
        newer = _listed(identity)
        self._keys = newer if newer.number >= self._keys.number else self._keys
        self._identity = identity
        self._signer = RequestSigner(identity.station, identity.private_key)

    def cancel(self) -> None:
        """What runs ends within a moment as NoConnection, and so does whatever is asked after."""
        self._cancelled = True
        line = self._line
        if line is not None:
            line.hang_up()

    def close(self) -> None:
        """Central is not asked again."""
        self._cancelled = True
        self._drop_line()

    # --- the calls ------------------------------------------------------------------------------------------------

    def feed(self, cursor: Cursor, kinds: Sequence[str] = ()) -> Page:
        content = self._ask("GET", f"/v1/feed?{self._query(cursor, kinds)}")
        if content.count(b"\n") + content.count(b"\r") > self._limit + 2:
            raise NotTheWire("more than was asked for")
        return wire.parse_page(content, cursor)

    def digests(self) -> Digests:
        return wire.parse_digests(self._ask("GET", "/v1/digests"))

    def push(self, batch: Batch) -> Answers:
        packed = gzip.compress(wire.dump_batch(batch), 1, mtime=0)
        headers = {"Content-Type": _JSON, "Content-Encoding": "gzip"}
        return wire.parse_answers(self._ask("POST", "/v1/events", headers, packed))

    def renew(self, public: bytes) -> bytes:
        headers = {"Content-Type": _JSON}
        return wire.parse_signed(self._ask("POST", "/v1/certificates", headers, wire.dump_renewal(public)))

    def allot(self, ask: AllotmentsAsk) -> AllotmentsAnswer:
        headers = {"Content-Type": _JSON}
        return wire.parse_allotments_answer(self._ask("POST", "/v1/allotments", headers, wire.dump_allotments(ask)))

    def pending(self, ask: PendingAsk) -> PendingAnswer:
        headers = {"Content-Type": _JSON}
        return wire.parse_pending_answer(self._ask("POST", "/v1/pending", headers, wire.dump_pending(ask)))

    def snapshot(self, folder: Path) -> Path:
        return download.fetch(folder, lambda: self._clock.read().at, self._piece)

    def _query(self, cursor: Cursor, kinds: Sequence[str]) -> str:
        fields: dict[str, str | int] = {"epoch": cursor.epoch, "after": cursor.rev, "revoked": cursor.revoked}
        if cursor.catalogue is not None:
            fields["catalogue"] = cursor.catalogue
        fields |= {"began": cursor.began, "limit": self._limit}
        if kinds:
            fields["kinds"] = ",".join(kinds)
        return "&".join(f"{name}={quote(str(value), safe=',')}" for name, value in fields.items())

    # --- question and answer --------------------------------------------------------------------------------------

    def _ask(
        self, method: str, path: str, headers: Mapping[str, str] | None = None, body: bytes | None = None
    ) -> bytes:
        """The content of a 200 that central signed for this question. Raises CentralUnreachable, NotTheWire."""
        line = self._open()
        request = line.prepare(method, path, headers or {}, body)
        question = self._signer.sign(request, body)
        with line.ask(request, SMALL) as reply:
            content = self._read(reply)
        self._checked(reply, question, content)
        if reply.status != 200:
            raise _refusal(reply, content)
        return answers.inflated(content, reply.headers.get("Content-Encoding", ""), LARGEST_ANSWER)

    def _read(self, reply: Reply) -> bytes:
        if not Message(reply.status, reply.headers).may_be_signed:
            _must_go_on(reply)
            raise _not_central(reply, "not signed")
        return reply.read(LARGEST_SENT if reply.status == 200 else LARGEST_REFUSAL)

    def _checked(self, reply: Reply, question: Question, content: bytes) -> None:
        """Raises what the answer is when central did not sign it; sets our clock when it did."""
        message = Message(reply.status, reply.headers)
        try:
            try:
                created = answers.check(message, question, self._keys, content)
            except UnknownKey:
                if not self._learn_keys():
                    raise
                created = answers.check(message, question, self._keys, content)
        except Unsigned as error:
            raise _not_central(reply, str(error)) from None
        self._clock.anchor(created, reply.asked, reply.heard)

    @contextmanager
    def _piece(self, start: int, etag: str) -> Iterator[Piece]:
        """The snapshot from a byte on. Raises NoSuchRange too."""
        headers = {"Accept-Encoding": "identity"}
        if start:
            headers |= {"Range": f"bytes={start}-", "If-Range": etag}
        for _ in range(2):  # once more when the first answer was signed with a key that we then learned
            line = self._open()
            request = line.prepare("GET", "/v1/snapshot", headers, None)
            question = self._signer.sign(request, None)
            with line.ask(request, LONG) as reply:
                try:
                    sha256 = self._begun(reply, question)
                except UnknownKey:
                    pass
                else:
                    yield _as_piece(reply, sha256, start)
                    return
            if not self._learn_keys():
                break
        raise NotTheWire("signed with an unknown key")

    def _begun(self, reply: Reply, question: Question) -> bytes:
        """What the whole snapshot adds up to. Raises UnknownKey; NoSuchRange, CentralUnreachable when there is none."""
        if reply.status not in (200, 206):
            content = self._read(reply)
            self._checked(reply, question, content)
            raise NoSuchRange if reply.status == 416 else _refusal(reply, content)
        try:
            created, sha256 = answers.check_long(Message(reply.status, reply.headers), question, self._keys)
        except UnknownKey:
            raise
        except Unsigned as error:
            _must_go_on(reply)
            raise NotTheWire(str(error)) from None
        self._clock.anchor(created, reply.asked, reply.heard)
        return sha256

    # --- whom we believe ------------------------------------------------------------------------------------------

    def _open(self) -> Line:
        return self._line or self._dial(self._trust())

    def _dial(self, trust: Trust | None) -> Line:
        self._line = line = Line(self._identity.url, trust, self._clock.boot)
        if self._cancelled:
            line.hang_up()
        return line

    def _trust(self) -> Trust | None:
        identity = self._identity
        if not joining.is_safe(identity.url):
            return None
        pem = identity.root_certificate
        if not pem:  # of a station that was enrolled before there was one
            line = self._dial(Anybody())
            try:
                pem = joining.root_certificate(line, lambda public: public == identity.root_public)
            finally:
                self._drop_line()
            self._identity = replace(identity, root_certificate=pem)
            self._pin(pem)
        return Pinned(pem, self._clock.certain)

    def _drop_line(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None

    def _learn_keys(self) -> bool:
        """Ask for the key list; whether it is newer. Whoever hands it to us, the root signed it."""
        now = self._clock.boot()
        if now < self._keys_not_before:
            return False
        self._keys_not_before = now + KEYS_AGAIN_S
        try:
            signed = wire.parse_signed(joining.fetched(self._open(), "/v1/keys", LARGEST_REFUSAL))
            newer = keys.open_list(signed, self._identity.root_public)
        except (CentralUnreachable, NotTheWire, NotVerified):
            return False
        if newer.number <= self._keys.number:
            return False
        self._keys, self._keys_not_before = newer, float("-inf")
        self._adopt(signed)
        return True


def _listed(identity: Identity) -> KeyList:
    try:
        return keys.open_list(identity.key_list, identity.root_public)
    except NotVerified:
        return keys.EMPTY


def _must_go_on(reply: Reply) -> None:
    """A head that was cut looks like one without a signature, but nothing comes after it. Raises NoConnection then."""
    if reply.status in (200, 206) and reply.headers.get("Content-Length") != "0" and not next(reply.chunks, b""):
        raise NoConnection("cut in the head")


def _not_central(reply: Reply, why: str) -> Exception:
    """A 200 that central did not sign is a lie; anything else is just not an answer."""
    if reply.status == 200:
        return NotTheWire(why)
    return CentralUnreachable(str(reply.status), answers.retry_after(reply.headers))


def _refusal(reply: Reply, content: bytes) -> Exception:
    plain = answers.inflated(content, reply.headers.get("Content-Encoding", ""), LARGEST_REFUSAL)
    word = answers.reason(plain)
    if reply.status in (401, 403):
        return NotWelcome(word or str(reply.status))
    if reply.status == 410:
        return Restarted(wire.parse_restart(plain))
    return CentralUnreachable(f"{reply.status} {word}".strip(), answers.retry_after(reply.headers))


def _as_piece(reply: Reply, sha256: bytes, asked_from: int) -> Piece:
    """A 206 says where it starts and ends; those are not signed, but what the whole adds up to is."""
    length = reply.headers.get("Content-Length", "")
    left = int(length[:18]) if length.isascii() and length.isdigit() else 0
    starts = reply.headers.get("Content-Range", "").startswith(f"bytes {asked_from}-")
    if reply.status == 206 and not starts:
        raise NotTheWire("another range than was asked for")
    return Piece(asked_from if reply.status == 206 else 0, reply.headers.get("ETag", ""), sha256, left, reply.chunks)
