"""Printed codes: `WM1` + Crockford base32 of a COSE_Sign1, at most 170 characters.

Upper-case letters and digits only: keyboard scanners set to another layout garble everything else. A code holds no
personal data: an opaque subject, a serial number and an expiry day. `read` is pure and total: for any text it returns
a `Code` or a `NotACode` and never raises; length first, then grammar, then signature.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum
from typing import assert_never

import cbor2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain import cose
from kiosk.domain.keys import KeyList, KeyState, Purpose

PREFIX = "WM1"
LONGEST = 170  # characters; a version 7 QR at level M
SUBJECT_BYTES = 8
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {character: value for value, character in enumerate(_ALPHABET)}
DAY_ZERO = date(2020, 1, 1)
# What scanners may put around a code: an AIM identifier (]Q1), an ECI escape (\000026), control characters.
_AROUND = re.compile(r"^[\x00-\x20\x7f]*(?:\][A-Za-z][0-9A-Za-z])?(?:\\[0-9]{6})*[\x00-\x20\x7f]*|[\x00-\x20\x7f]+$")


class Kind(IntEnum):
    CARD = 1
    WORKER = 2
    RECEIPT = 3
    PLACE = 4  # a mission or a hub
    ENROLMENT = 5
    TIME = 6  # see kiosk.domain.timecodes


class Why(StrEnum):
    """Why something scanned is not a code of ours. For the log and the desk; the person sees the same kind words."""

    TOO_LONG = "too_long"
    FOREIGN = "foreign"  # something else: a bottle, a web address, another programme's code
    MALFORMED = "malformed"
    UNKNOWN_KEY = "unknown_key"
    FORGED = "forged"


@dataclass(frozen=True)
class Code:
    kind: Kind
    serial: int
    subject: bytes
    expires: date  # the last day it holds, Europe/Rome
    key_state: KeyState


@dataclass(frozen=True)
class NotACode:
    why: Why


def context(kind: Kind) -> str:
    """The context string that binds a signature to one kind of code."""
    return f"wishmi/{kind.name.lower()}/1"


def issuer(kind: Kind) -> Purpose:
    """Whose key signs codes of this kind. Receipts are signed by stations: see kiosk.domain.receipts."""
    match kind:
        case Kind.CARD | Kind.WORKER | Kind.PLACE:
            return Purpose.CARDS
        case Kind.ENROLMENT | Kind.RECEIPT | Kind.TIME:
            return Purpose.WIRE
        case _:
            assert_never(kind)


def write(key: Ed25519PrivateKey, kid: bytes, kind: Kind, serial: int, subject: bytes, expires: date) -> str:
    """The text of a code. `serial` fits 32 bits, `subject` is 8 opaque bytes."""
    if len(subject) != SUBJECT_BYTES or not 0 <= serial < 2**32:
        raise ValueError("subject or serial out of range")
    payload = cbor2.dumps([int(kind), serial, subject, (expires - DAY_ZERO).days], canonical=True)
    return framed(cose.sign1(key, kid, context(kind), payload))


def read(scanned: str | bytes, keys: KeyList) -> Code | NotACode:
    """What a scanner read, as a code signed by a key of the list, or the reason why it is none."""
    message = unframed(scanned)
    return message if isinstance(message, NotACode) else _verified(message, keys)


def framed(message: bytes) -> str:
    """A signed message as the text of a code. ValueError where it is too long to be printed."""
    text = PREFIX + _encode(message)
    if len(text) > LONGEST:
        raise ValueError("the code would be too long")
    return text


def unframed(scanned: str | bytes) -> bytes | NotACode:
    """What a scanner read, as the signed message in it; the signature is not looked at."""
    text = scanned.decode("latin-1") if isinstance(scanned, bytes) else scanned
    if len(text) > LONGEST + 16:
        return NotACode(Why.TOO_LONG)
    text = _AROUND.sub("", text).upper()
    if not text.startswith(PREFIX):
        return NotACode(Why.FOREIGN)
    if len(text) > LONGEST:
        return NotACode(Why.TOO_LONG)
    message = _decode(text[len(PREFIX) :])
    return NotACode(Why.MALFORMED) if message is None else message


def _verified(message: bytes, keys: KeyList) -> Code | NotACode:
    try:
        kid, payload = cose.peek(message)
        kind, serial, subject, expires = _claims(payload)
    except (cose.NotVerified, ValueError, OverflowError):
        return NotACode(Why.MALFORMED)
    key = keys.find(kid, issuer(kind))
    if key is None:
        return NotACode(Why.UNKNOWN_KEY)
    try:
        cose.open1(message, context(kind), lambda _: key.public_key())
    except cose.NotVerified:
        return NotACode(Why.FORGED)
    return Code(kind, serial, subject, expires, key.state)


def _claims(payload: bytes) -> tuple[Kind, int, bytes, date]:
    match cose.decode(payload):
        case [int() as kind, int() as serial, bytes() as subject, int() as day] if len(subject) == SUBJECT_BYTES:
            if not 0 <= serial < 2**32:
                raise ValueError("serial")
            return Kind(kind), serial, subject, DAY_ZERO + timedelta(days=day)
    raise ValueError("claims")


def _encode(data: bytes) -> str:
    bits = len(data) * 8
    padded = int.from_bytes(data) << (-bits % 5)
    return "".join(_ALPHABET[padded >> shift & 31] for shift in range(bits + (-bits % 5) - 5, -1, -5))


def _decode(text: str) -> bytes | None:
    """The bytes, or None: a foreign character, or one text of several for the same bytes."""
    number = 0
    for character in text:
        value = _VALUES.get(character)
        if value is None:
            return None
        number = number << 5 | value
    spare = len(text) * 5 % 8
    if spare >= 5 or number & ((1 << spare) - 1):
        return None
    return (number >> spare).to_bytes(len(text) * 5 // 8)
