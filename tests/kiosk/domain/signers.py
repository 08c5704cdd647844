"""Keys that never change, so that a failure can be repeated; and codes put together by hand."""

import re
from datetime import date

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.codes import Code, Kind
from kiosk.domain.keys import Key, KeyList, KeyState, Purpose, raw_public

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
EXPIRES = date(2028, 8, 31)
SUBJECT = bytes(range(8))


def private(seed: int) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)


ROOT, OTHER_ROOT = private(1), private(2)
CARDS, OLD_CARDS, LOST_CARDS, WIRE, STRANGER = private(3), private(4), private(5), private(6), private(7)

KEYS = KeyList(
    4,
    (
        Key(b"c2", Purpose.CARDS, KeyState.CURRENT, raw_public(CARDS)),
        Key(b"c1", Purpose.CARDS, KeyState.VERIFY_ONLY, raw_public(OLD_CARDS)),
        Key(b"c0", Purpose.CARDS, KeyState.REVOKED, raw_public(LOST_CARDS)),
        Key(b"w1", Purpose.WIRE, KeyState.CURRENT, raw_public(WIRE)),
        Key(b"g1", Purpose.GRANTS, KeyState.CURRENT, raw_public(WIRE)),
    ),
)


def signer(kind: Kind) -> tuple[Ed25519PrivateKey, bytes]:
    """Who signs codes of a kind, and under which name."""
    return (WIRE, b"w1") if kind in (Kind.ENROLMENT, Kind.RECEIPT, Kind.TIME) else (CARDS, b"c2")


def card(serial: int = 1234) -> Code:
    return Code(Kind.CARD, serial, SUBJECT, EXPIRES, KeyState.CURRENT)


def as_text(message: bytes) -> str:
    """`WM1` and base32, written down from the definition: five bits a letter, zeros at the end."""
    bits = "".join(f"{byte:08b}" for byte in message)
    bits += "0" * (-len(bits) % 5)
    return "WM1" + "".join(ALPHABET[int(five, 2)] for five in re.findall(".{5}", bits))


def as_bytes(text: str) -> bytes:
    bits = "".join(f"{ALPHABET.index(letter):05b}" for letter in text.removeprefix("WM1"))
    return bytes(int(eight, 2) for eight in re.findall(".{8}", bits))
