"""Events on their way up: a signed batch, and one answer for each event."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.domain.events import Body, Event, Header, Verdict
from kiosk.domain.wire.text import NotTheWire, are_whole, dump, load

BATCH_EVENTS = 500  # most events in a push
BATCH_CONTEXT = "wishmi/batch/1"


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
    return dump(
        {
            "station": batch.station,
            "incarnation": batch.incarnation,
            "signature": batch.signature.hex(),
            "events": [_dump_event(event) for event in batch.events],
        }
    )


def parse_batch(content: bytes) -> Batch:
    """Raises NotTheWire when the batch as a whole cannot be read; events are judged one by one, later."""
    match load(content):
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
    return dump(
        {
            "epoch": answers.epoch,
            "high_water": answers.high_water,
            "time": answers.server_time,
            "answers": [[answer.id, str(answer.verdict), answer.reason] for answer in answers.answers],
        }
    )


def parse_answers(content: bytes) -> Answers:
    match load(content):
        case {
            "epoch": str() as epoch,
            "high_water": int() as high_water,
            "time": str() as time,
            "answers": list() as rows,
        } if are_whole(high_water):
            return Answers(epoch, high_water, time, tuple(_answers(rows)))
    raise NotTheWire("not answers")


def _answers(rows: Iterable[object]) -> Iterable[Answer]:
    verdicts = {str(verdict): verdict for verdict in Verdict}
    for row in rows:
        match row:
            case [str() as id_, str() as verdict, str() as reason] if verdict in verdicts:
                yield Answer(id_, verdicts[verdict], reason)
