"""What central and a station say to one another, as values: the shared vocabulary of both ends.

Feed pages are NDJSON: one header line, then one line per item. Parsing is strict about the page (header, epoch, from,
digest) and forgiving about items: a bad item becomes a `BadItem` that is put aside, and everything else flows.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.domain.events import Body, Event, Header, Verdict

PAGE_ITEMS = 1000  # most items in a feed page
BATCH_EVENTS = 500  # most events in a push
NDJSON = "application/x-ndjson"
BATCH_CONTEXT = "wishmi/batch/1"
REVOCATION = "revocation"
_HALF_A_PAIR = re.compile(r"\\u[dD][89a-fA-F]")


class NotTheWire(Exception):
    """The bytes do not come from central, or not whole: a captive portal's page, a cut, another epoch."""


@dataclass(frozen=True)
class Item:
    """One record as fed. `state` is "live" or "gone"; the data of a gone record is empty."""

    kind: str
    id: str
    rev: int
    state: str
    v: int
    data: Mapping[str, Any]


@dataclass(frozen=True)
class BadItem:
    """A line that cannot be read as an item. `raw` is kept for the person who will look at it."""

    raw: str
    why: str


@dataclass(frozen=True)
class Cursor:
    """How far a station has read: one position for revocations, one for everything else."""

    epoch: str
    rev: int
    revoked: int


@dataclass(frozen=True)
class Page:
    after: Cursor
    to: Cursor
    more: bool
    total: int  # live records in the station's scope, for the progress bar of a first copy
    server_time: str
    items: tuple[Item | BadItem, ...]


def dump_page(page: Page) -> bytes:
    lines = [_dump(vars_of(item)) for item in page.items if isinstance(item, Item)]
    body = b"".join(line + b"\n" for line in lines)
    header = {
        "epoch": page.to.epoch,
        "from": page.after.rev,
        "to": page.to.rev,
        "revoked_from": page.after.revoked,
        "revoked_to": page.to.revoked,
        "more": page.more,
        "total": page.total,
        "time": page.server_time,
        "digest": hashlib.sha256(body).hexdigest(),
    }
    return _dump(header) + b"\n" + body


def parse_page(content: bytes, asked: Cursor) -> Page:
    """Raises NotTheWire unless the content is one whole page that answers `asked`."""
    first, _, body = content.partition(b"\n")
    match _load(first):
        case {
            "epoch": str() as epoch,
            "from": int() as start,
            "to": int() as to,
            "revoked_from": int() as revoked_start,
            "revoked_to": int() as revoked_to,
            "more": bool() as more,
            "total": int() as total,
            "time": str() as time,
            "digest": str() as digest,
        } if _are_whole(start, to, revoked_start, revoked_to, total):
            pass
        case _:
            raise NotTheWire("no feed header")
    if asked.epoch and epoch != asked.epoch:
        raise NotTheWire("another epoch")
    if (start, revoked_start) != (asked.rev, asked.revoked) or to < start or revoked_to < revoked_start:
        raise NotTheWire("another page than was asked for")
    if more and (to, revoked_to) == (start, revoked_start):
        raise NotTheWire("a page that leads nowhere")
    if hashlib.sha256(body).hexdigest() != digest:
        raise NotTheWire("the digest does not hold")
    items = tuple(_item(line) for line in body.splitlines())
    after = Cursor(epoch, start, revoked_start)
    return Page(after, Cursor(epoch, to, revoked_to), more, total, time, items)


def _item(line: bytes) -> Item | BadItem:
    match _load(line):
        case {
            "kind": str() as kind,
            "id": str() as id_,
            "rev": int() as rev,
            "state": "live" | "gone" as state,
            "v": int() as v,
            "data": dict() as data,
        } if kind and id_ and _are_whole(rev, v) and rev > 0:
            return Item(kind, id_, rev, state, v, data)
    return BadItem(line.decode("utf-8", "replace"), "not an item")


def _are_whole(*numbers: int) -> bool:
    """What a store can hold; true and false are not numbers here."""
    return all(type(number) is int and 0 <= number < 2**63 for number in numbers)


def vars_of(item: Item) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "id": item.id,
        "rev": item.rev,
        "state": item.state,
        "v": item.v,
        "data": dict(item.data),
    }


# --- events ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Batch:
    """Events of one incarnation in the order of seq, with one signature over first, last and head hash."""

    station: str
    incarnation: str
    events: tuple[Event, ...]
    signature: bytes


@dataclass(frozen=True)
class Answer:
    id: str
    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True)
class Answers:
    """Central's answers to a batch, and the last seq of this incarnation that it holds without a gap."""

    epoch: str
    high_water: int
    server_time: str
    answers: tuple[Answer, ...]


def sign_batch(key: Ed25519PrivateKey, events: Sequence[Event]) -> Batch:
    last = events[-1].header
    signature = key.sign(_to_be_signed(events))
    return Batch(last.station, last.incarnation, tuple(events), signature)


def batch_holds(batch: Batch, public: Ed25519PublicKey) -> bool:
    """Whether the station that is named made this batch."""
    try:
        public.verify(batch.signature, _to_be_signed(batch.events))
    except InvalidSignature:
        return False
    return True


def _to_be_signed(events: Sequence[Event]) -> bytes:
    first, last = events[0].header, events[-1].header
    return cbor2.dumps([BATCH_CONTEXT, first.station, first.incarnation, first.seq, last.seq, last.hash])


def dump_batch(batch: Batch) -> bytes:
    return _dump(
        {
            "station": batch.station,
            "incarnation": batch.incarnation,
            "signature": batch.signature.hex(),
            "events": [_dump_event(event) for event in batch.events],
        }
    )


def parse_batch(content: bytes) -> Batch:
    """Raises NotTheWire when the batch as a whole cannot be read; events are judged one by one, later."""
    match _load(content):
        case {
            "station": str() as station,
            "incarnation": str() as incarnation,
            "signature": str() as signature,
            "events": [_, *_] as rows,
        } if len(rows) <= BATCH_EVENTS and _are_plain(station, incarnation):
            try:
                events = tuple(_event(station, incarnation, row) for row in rows)
                return Batch(station, incarnation, events, bytes.fromhex(signature))
            except (KeyError, TypeError, ValueError, AttributeError):
                raise NotTheWire("an event without its header") from None
    raise NotTheWire("not a batch")


def _dump_event(event: Event) -> dict[str, Any]:
    header = event.header
    return {
        "seq": header.seq,
        "id": header.id,
        "type": header.type,
        "v": header.version,
        "body_hash": header.body_hash.hex(),
        "recorded_at": header.recorded_at,
        "anchor": header.anchor,
        "prev_hash": header.prev_hash.hex(),
        "hash": header.hash.hex(),
        "salt": event.body.salt.hex() if event.body else None,
        "body": dict(event.body.content) if event.body else None,
    }


def _are_plain(*texts: object) -> bool:
    """What a header is made of: short printable ASCII, so that it can be hashed, stored and sent back anywhere."""
    return all(isinstance(text, str) and len(text) <= 64 and text.isascii() and text.isprintable() for text in texts)


def _event(station: str, incarnation: str, row: Mapping[str, Any]) -> Event:
    texts = (row["id"], row["type"], row["recorded_at"], row["anchor"])
    numbers = (row["seq"], row["v"])
    if not _are_plain(*texts) or not all(type(number) is int and 0 <= number < 2**53 for number in numbers):
        raise ValueError("header")
    header = Header(
        station=station,
        incarnation=incarnation,
        seq=row["seq"],
        id=row["id"],
        type=row["type"],
        version=row["v"],
        body_hash=bytes.fromhex(row["body_hash"]),
        recorded_at=row["recorded_at"],
        anchor=row["anchor"],
        prev_hash=bytes.fromhex(row["prev_hash"]),
        hash=bytes.fromhex(row["hash"]),
    )
    if row["body"] is None:
        return Event(header, None)
    if not isinstance(row["body"], dict):
        raise ValueError("body")
    return Event(header, Body(bytes.fromhex(row["salt"]), row["body"]))


def dump_answers(answers: Answers) -> bytes:
    return _dump(
        {
            "epoch": answers.epoch,
            "high_water": answers.high_water,
            "time": answers.server_time,
            "answers": [[answer.id, str(answer.verdict), answer.reason] for answer in answers.answers],
        }
    )


def parse_answers(content: bytes) -> Answers:
    match _load(content):
        case {
            "epoch": str() as epoch,
            "high_water": int() as high_water,
            "time": str() as time,
            "answers": list() as rows,
        } if _are_whole(high_water):
            return Answers(epoch, high_water, time, tuple(_answers(rows)))
    raise NotTheWire("not answers")


def _answers(rows: Iterable[object]) -> Iterable[Answer]:
    verdicts = {str(verdict): verdict for verdict in Verdict}
    for row in rows:
        match row:
            case [str() as id_, str() as verdict, str() as reason] if verdict in verdicts:
                yield Answer(id_, verdicts[verdict], reason)


# --- enrolment ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class EnrolmentAsk:
    code: str  # the one-time code, as printed
    public: bytes  # the station's new public key, 32 raw bytes


@dataclass(frozen=True)
class Enrolment:
    """What central answers: who the station is, and the keys it is to trust, certified by the root it pins."""

    station: str
    hub: str
    role: str  # "touch" or "desk"
    scope: str
    epoch: str
    root_public: bytes
    key_list: bytes  # signed, see keys.open_list
    server_time: str


def dump_ask(ask: EnrolmentAsk) -> bytes:
    return _dump({"code": ask.code, "public": ask.public.hex()})


def parse_ask(content: bytes) -> EnrolmentAsk:
    match _load(content):
        case {"code": str() as code, "public": str() as public}:
            return EnrolmentAsk(code, _public(public))
    raise NotTheWire("not an enrolment")


def dump_enrolment(enrolment: Enrolment) -> bytes:
    fields = {**vars(enrolment), "root_public": enrolment.root_public.hex(), "key_list": enrolment.key_list.hex()}
    return _dump(fields)


def parse_enrolment(content: bytes) -> Enrolment:
    match _load(content):
        case {
            "station": str() as station,
            "hub": str() as hub,
            "role": str() as role,
            "scope": str() as scope,
            "epoch": str() as epoch,
            "root_public": str() as root,
            "key_list": str() as key_list,
            "server_time": str() as time,
        }:
            return Enrolment(station, hub, role, scope, epoch, _public(root), _hex(key_list), time)
    raise NotTheWire("not an enrolment")


def _public(text: str) -> bytes:
    raw = _hex(text)
    if len(raw) != 32:
        raise NotTheWire("not a public key")
    return raw


def _hex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise NotTheWire("not hexadecimal") from None


def _dump(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


def _load(content: bytes) -> object:
    """The JSON, or None where it is none. Half a surrogate pair is none: no store and no hash can take it."""
    try:
        text = content.decode()
        value: object = json.loads(text)
        if _HALF_A_PAIR.search(text):
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return None
    return value
