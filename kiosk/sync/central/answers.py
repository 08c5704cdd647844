"""Whether an answer is central's: signed by a listed wire key, for this very question, over the bytes as sent."""

import email.utils
import logging
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import http_sf
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from http_message_signatures import HTTPMessageVerifier, HTTPSignatureKeyResolver
from http_message_signatures.algorithms import ED25519
from http_message_signatures.exceptions import HTTPMessageSignaturesException

from kiosk.domain import signing
from kiosk.domain.keys import Key, KeyList, KeyState, Purpose
from kiosk.domain.wire import NotTheWire
from kiosk.domain.wire.text import load

logging.getLogger("http_message_signatures").setLevel(logging.WARNING)  # it logs what it verifies

_SPEAKS = (KeyState.CURRENT, KeyState.NEXT)
_LATEST = 2**34  # seconds: a `created` that a datetime takes
_MEMBERS = 1000  # gzip members of one answer
_SLICE = 65536  # bytes


class Unsigned(Exception):
    """Not central's: not signed, or not for this question, or not over these bytes."""


class UnknownKey(Unsigned):
    """Signed with a key that is not on our list, which may be old."""


@dataclass(frozen=True)
class Question:
    """What an answer has to be bound to: the nonce of the request, and the tag of its signature."""

    nonce: str
    tag: str


@dataclass(frozen=True)
class Message:
    """The header of an answer, as the library wants to see it."""

    status_code: int
    headers: Mapping[str, str]

    @property
    def may_be_signed(self) -> bool:
        """Whether it is worth reading on."""
        return "Signature" in self.headers and "Signature-Input" in self.headers


def check(message: Message, question: Question, keys: KeyList, body: bytes) -> datetime:
    """Central's time, signed with an answer whose body as sent is `body`. Raises Unsigned."""
    said = _plainly_signed(message, keys, body) or _verified(message, keys, signing.ANSWER_COMPONENTS, body)
    return _moment(said, question)


def check_long(message: Message, question: Question, keys: KeyList) -> tuple[datetime, bytes]:
    """The same for an answer that is signed by what the whole file adds up to: the time, and its SHA-256."""
    said = _verified(message, keys, signing.SNAPSHOT_COMPONENTS, None)
    return _moment(said, question), _sha256(message.headers["Repr-Digest"])


@dataclass(frozen=True)
class _Said:
    """What a signature that holds says of itself."""

    label: str
    created: object
    nonce: str | None
    tag: object


def _plainly_signed(message: Message, keys: KeyList, body: bytes) -> _Said | None:
    """A signature that is written as central writes it, and holds. None for any other, which is the library's to judge:
    what holds here holds there."""
    written = signing.read(message.headers.get("Signature-Input", ""), message.headers.get("Signature", ""))
    digest = message.headers.get("Content-Digest", "")
    if written is None or digest != signing.content_digest(body) or written[0].covered != signing.ANSWER_COMPONENTS:
        return None
    said, signature = written
    key = _WireKeys(keys).resolve_public_key(said.keyid)
    if key is None:
        return None
    try:
        key.verify(signature, said.base((str(message.status_code), digest)))
    except InvalidSignature:
        return None
    return _Said(said.label, said.created, said.nonce, said.tag)


def _verified(message: Message, keys: KeyList, components: tuple[str, ...], body: bytes | None) -> _Said:
    listed = _WireKeys(keys)
    verifier = _Clockless(signature_algorithm=ED25519, key_resolver=listed)
    try:
        (result,) = verifier.verify(message, max_age=None, require_components=components, body=body)
    except (HTTPMessageSignaturesException, ValueError) as error:
        if listed.stranger:
            raise UnknownKey("an unknown key") from error
        raise Unsigned("not signed by central") from error
    parameters = result.parameters
    return _Said(result.label, parameters.get("created"), result.nonce, parameters.get("tag"))


def _moment(said: _Said, question: Question) -> datetime:
    """When this question was answered. Raises Unsigned when it was another that was."""
    if (said.label, said.nonce) != (signing.CENTRAL_LABEL, question.nonce):
        raise Unsigned("an answer to something else")
    if said.tag != question.tag:
        raise Unsigned("an answer to another request")
    if not isinstance(said.created, int) or not 0 < said.created < _LATEST:
        raise Unsigned("without a time")
    return datetime.fromtimestamp(said.created, UTC)


def _sha256(field: str) -> bytes:
    try:
        fields: Any = http_sf.parse(field.encode(), tltype="dictionary")
        digest = fields["sha-256"][0]
    except (ValueError, KeyError, TypeError, IndexError):
        raise Unsigned("no digest") from None
    if not isinstance(digest, bytes) or len(digest) != 32:
        raise Unsigned("no digest")
    return digest


class _WireKeys(HTTPSignatureKeyResolver):
    """The wire keys that may speak for central, by kid; remembers when it was asked for one it does not know."""

    def __init__(self, keys: KeyList) -> None:
        self._keys = keys
        self.stranger = False

    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey | None:
        key = self._find(key_id)
        self.stranger = key is None
        return key.public_key() if key is not None and key.state in _SPEAKS else None

    def _find(self, key_id: str) -> Key | None:
        try:
            return self._keys.find(bytes.fromhex(key_id), Purpose.WIRE)
        except ValueError:
            return None


class _Clockless(HTTPMessageVerifier):
    def validate_created_and_expires(self, sig_input: Any, max_age: Any = None) -> None:
        """Nothing: `created` is what our clock is set by, not what it judges."""


# --- what else there is to read in an answer ------------------------------------------------------------------------


def inflated(content: bytes, encoding: str, most: int) -> bytes:
    """The content without its gzip. Raises NotTheWire, without having more than `most` bytes in memory."""
    match encoding.strip().lower():
        case "" | "identity":
            return content
        case "gzip":
            return _gunzipped(content, most)
    raise NotTheWire("an encoding that was not asked for")


def _gunzipped(content: bytes, most: int) -> bytes:
    """Slice by slice, for what is left of a slice after a member is copied each time."""
    found = bytearray()
    inflater, members = zlib.decompressobj(zlib.MAX_WBITS | 16), 1
    for start in range(0, len(content), _SLICE):
        rest = content[start : start + _SLICE]
        while rest:
            if inflater.eof:
                inflater, members = zlib.decompressobj(zlib.MAX_WBITS | 16), members + 1
            if members > _MEMBERS:
                raise NotTheWire("too many pieces")
            try:
                found += inflater.decompress(rest, most + 1 - len(found))
            except zlib.error:
                raise NotTheWire("not gzip") from None
            if len(found) > most:
                raise NotTheWire("too long")
            rest = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
    if not inflater.eof:
        raise NotTheWire("cut gzip")
    return bytes(found)


def reason(body: bytes) -> str:
    """The word of a refusal, "" when it has none."""
    match load(body):
        case {"error": str() as word} if len(word) <= 64 and word.isascii() and word.isprintable():
            return word
    return ""


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that central asks to wait: as a number, or as a date, which is compared with the answer's own."""
    wish = headers.get("Retry-After", "").strip()
    if wish.isascii() and wish.isdigit():
        return float(wish[:9])
    until, now = _date(wish), _date(headers.get("Date", ""))
    return max(0.0, (until - now).total_seconds()) if until and now else None


def _date(text: str) -> datetime | None:
    try:
        moment = email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
