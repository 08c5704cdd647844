"""Events: facts recorded at a station; numbered without gaps, chained by hash, never changed.

The personal body lies apart and can be shredded: the chain covers the header and the body's hash, so it still
verifies and shows the hole. A random salt stands before the body's bytes, so that the hash of a shredded body cannot
be guessed from a list of likely bodies.
"""

import hashlib
import json
import secrets
import time
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import cbor2

GENESIS = bytes(32)  # prev_hash of the first event of an incarnation
SALT_BYTES = 16

JsonBody = Mapping[str, str | int | bool | None]


class Type(StrEnum):
    """Every event type ever shipped, read for ever."""

    ARRIVED = "arrived"
    ARRIVAL_UNDONE = "arrival_undone"
    CARD_BOUND = "card_bound"
    ENTERED = "entered"  # a worker
    LOOKED = "looked"  # who looked at which record
    OVERRIDDEN = "overridden"
    OVERRIDE_UNDONE = "override_undone"
    PICTURES_SET = "pictures_set"  # or a PIN; the body carries the verifier only
    TRIES_RESET = "tries_reset"
    EDITED = "edited"  # one field of a family's record
    WEAKENING_ASKED = "weakening_asked"  # somebody of safeguarding asks to take protection away; a second person agrees
    COUNTED = "counted"  # people whom nobody named
    GUEST = "guest"
    GROUP_ARRIVED = "group_arrived"
    SEEN = "seen"  # by a worker
    LEFT = "left"
    TAKEN_BACK = "taken_back"
    EXPECTED = "expected"  # in a turn
    EXPECTED_TAKEN_BACK = "expected_taken_back"
    MERGED = "merged"  # two persons are one human
    MERGE_UNDONE = "merge_undone"
    CASE_CLOSED = "case_closed"  # one that central opened
    ACKNOWLEDGED = "acknowledged"  # a case of the station's own was seen
    ACKNOWLEDGED_TAKEN_BACK = "acknowledged_taken_back"
    CALENDAR_EDITED = "calendar_edited"  # one day of the hub's calendar, or its weekly table
    ERASED = "erased"  # a worker erased a family, or one of its people
    FORGOTTEN = "forgotten"  # this station forgot them; which bodies are holes since
    RESTATED = "restated"  # what an event said of a visit whose body was erased, without whose visit it was
    REDEEMED = "redeemed"  # a voucher paid
    REDEMPTION_REVERSED = "redemption_reversed"
    GIVEN_BACK = "given_back"  # part of an allotment
    PENDING_ASKED = "pending_asked"  # online, in two phases: this is the first
    PENDING_VOIDED = "pending_voided"  # and nothing came of it
    SIGNED_UP = "signed_up"  # for a session
    SIGN_UP_MOVED = "sign_up_moved"  # from one state to another
    TIME_TOLD = "time_told"  # by somebody at the desk, where the clock was not anchored


@dataclass(frozen=True)
class Header:
    station: str
    incarnation: str  # 16 hexadecimal characters, drawn anew whenever a store is made or restored
    seq: int  # from 1, without gaps within one incarnation
    id: str  # UUIDv7
    type: str
    version: int
    body_hash: bytes
    recorded_at: str  # UTC, ISO 8601 with milliseconds and Z
    anchor: str  # the last authenticated server time the clock stood on, same form; "" if none
    prev_hash: bytes
    hash: bytes


@dataclass(frozen=True)
class Body:
    salt: bytes
    content: JsonBody


@dataclass(frozen=True)
class Event:
    header: Header
    body: Body | None  # None: shredded


@dataclass(frozen=True)
class Link:
    """The end of a chain: what the next event is linked to."""

    seq: int
    hash: bytes


START = Link(0, GENESIS)


class Verdict(StrEnum):
    """Central's answer to one event."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"  # answered before; travels with the first answer's reason
    REFUSED = "refused"  # promised nothing; a person has to look at it
    LATER = "later"  # not judged yet: it stays in the outbox


def canonical(content: JsonBody) -> bytes:
    """The one text of a body that is hashed: JSON with sorted keys, no spaces, UTF-8."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def body_hash(body: Body) -> bytes:
    return hashlib.sha256(body.salt + canonical(body.content)).digest()


def header_hash(header: Header) -> bytes:
    """SHA-256 over the deterministic CBOR array of all fields but `hash` itself."""
    fields = [
        1,
        header.station,
        header.incarnation,
        header.seq,
        header.id,
        header.type,
        header.version,
        header.body_hash,
        header.recorded_at,
        header.anchor,
        header.prev_hash,
    ]
    return hashlib.sha256(cbor2.dumps(fields)).digest()


def record(
    station: str,
    incarnation: str,
    link: Link,
    type_: Type,
    content: JsonBody,
    recorded_at: str,
    anchor: str,
    version: int = 1,
) -> Event:
    """The next event of a chain."""
    body = Body(secrets.token_bytes(SALT_BYTES), content)
    unsealed = Header(
        station=station,
        incarnation=incarnation,
        seq=link.seq + 1,
        id=uuid7(),
        type=type_,
        version=version,
        body_hash=body_hash(body),
        recorded_at=recorded_at,
        anchor=anchor,
        prev_hash=link.hash,
        hash=b"",
    )
    return Event(sealed(unsealed), body)


def linked(header: Header, incarnation: str, link: Link) -> Header:
    """The same, as the next of another chain."""
    return sealed(replace(header, incarnation=incarnation, seq=link.seq + 1, prev_hash=link.hash))


def sealed(header: Header) -> Header:
    return Header(**{**header.__dict__, "hash": header_hash(header)})


@dataclass(frozen=True)
class Break:
    """The first place where a chain does not hold."""

    seq: int
    what: str  # "gap", "link", "header" or "body"


def verify(events: Iterable[Event], after: Link = START) -> Break | Link:
    """Walk a chain of one incarnation in the order of seq: its end, or its first break."""
    link = after
    for event in events:
        header = event.header
        if header.seq != link.seq + 1:
            return Break(link.seq + 1, "gap")
        if header.prev_hash != link.hash:
            return Break(header.seq, "link")
        if header_hash(header) != header.hash:
            return Break(header.seq, "header")
        if event.body is not None and body_hash(event.body) != header.body_hash:
            return Break(header.seq, "body")
        link = Link(header.seq, header.hash)
    return link


def uuid7() -> str:
    """A UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, the rest random. Names an event; orders nothing."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & (2**48 - 1)) << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62
    return str(uuid.UUID(int=value | secrets.randbits(62)))
