"""Receipts: a code that a station signs with its own certified key when a voucher has paid.

It says how much and on which day, and names the redemption by half a hash: nothing of whom or for what. Whoever knows
the station's public key can tell that it is genuine, without asking anybody.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import cbor2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.domain import codes, cose
from kiosk.domain.codes import DAY_ZERO, SUBJECT_BYTES, Kind, NotACode, Why

KID_BYTES = 4  # a longer one would not leave room for the amount
MOST_CENTS = 2**32 - 1

Keys = Callable[[bytes], Iterable[Ed25519PublicKey]]
"""The public keys of stations that go by a kid: none where nobody knows it."""


@dataclass(frozen=True)
class Receipt:
    """`kid` and `serial` together are one receipt; `subject` is of the redemption."""

    kid: bytes
    serial: int
    subject: bytes
    day: date  # on which it was paid, Europe/Rome
    cents: int


def kid_of(public: bytes) -> bytes:
    """By what a station's public key (32 raw bytes) is found."""
    return hashlib.sha256(public).digest()[:KID_BYTES]


def subject_of(redemption: str) -> bytes:
    return hashlib.sha256(redemption.encode()).digest()[:SUBJECT_BYTES]


def new_serial() -> int:
    """Drawn at random: a store that was put back from a copy repeats none."""
    return secrets.randbits(32)


def write(key: Ed25519PrivateKey, serial: int, redemption: str, day: date, cents: int) -> str:
    """The text of the code. ValueError for more than can be on a receipt."""
    if not (0 <= serial < 2**32 and 0 <= cents <= MOST_CENTS):
        raise ValueError("serial or amount out of range")
    claims = [int(Kind.RECEIPT), serial, subject_of(redemption), (day - DAY_ZERO).days, cents]
    kid = kid_of(key.public_key().public_bytes_raw())
    return codes.framed(cose.sign1(key, kid, codes.context(Kind.RECEIPT), cbor2.dumps(claims, canonical=True)))


def read(scanned: str | bytes, keys: Keys) -> Receipt | NotACode:
    """What a scanner read, as a receipt that one of these keys signed, or the reason why it is none. Never raises."""
    message = codes.unframed(scanned)
    if isinstance(message, NotACode):
        return message
    claimed = _claimed(message)
    if claimed is None:
        return NotACode(Why.MALFORMED)
    known = list(keys(claimed.kid))
    if not known:
        return NotACode(Why.UNKNOWN_KEY)
    return claimed if any(_signed(message, key) for key in known) else NotACode(Why.FORGED)


def _claimed(message: bytes) -> Receipt | None:
    try:
        kid, payload = cose.peek(message)
        match cose.decode(payload):
            case [int() as kind, int() as serial, bytes() as subject, int() as day, int() as cents]:
                good = kind == Kind.RECEIPT and len(kid) == KID_BYTES and len(subject) == SUBJECT_BYTES
                if good and 0 <= serial < 2**32 and 0 <= cents <= MOST_CENTS:
                    return Receipt(kid, serial, subject, DAY_ZERO + timedelta(days=day), cents)
    except (cose.NotVerified, ValueError, OverflowError):
        return None
    return None


def _signed(message: bytes, key: Ed25519PublicKey) -> bool:
    try:
        cose.open1(message, codes.context(Kind.RECEIPT), lambda _: key)
    except cose.NotVerified:
        return False
    return True
