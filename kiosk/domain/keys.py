"""Who may sign what: the key list, certified by the offline root that a station pins at enrolment."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

import cbor2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.domain import cose

LIST_CONTEXT = "wishmi/keys/1"
ROOT_KID = b"root"


class Purpose(StrEnum):
    WIRE = "wire"
    CARDS = "cards"
    GRANTS = "grants"
    UPDATES = "updates"


class KeyState(StrEnum):
    NEXT = "next"
    CURRENT = "current"
    VERIFY_ONLY = "verify_only"  # cards outlive a rotation
    REVOKED = "revoked"  # check-in goes on, value asks the desk


@dataclass(frozen=True)
class Key:
    kid: bytes
    purpose: Purpose
    state: KeyState
    public: bytes  # 32 raw bytes of Ed25519

    def public_key(self) -> Ed25519PublicKey:
        return Ed25519PublicKey.from_public_bytes(self.public)


@dataclass(frozen=True)
class KeyList:
    """All keys that ever signed. A newer list has a higher `number` and replaces the older whole."""

    number: int
    keys: tuple[Key, ...]

    def find(self, kid: bytes, *purposes: Purpose) -> Key | None:
        return next((key for key in self.keys if key.kid == kid and key.purpose in purposes), None)


EMPTY = KeyList(0, ())


def fingerprint(public: bytes) -> str:
    """What a technician compares by eye: 16 hexadecimal characters of the SHA-256 of a public key."""
    return hashlib.sha256(public).hexdigest()[:16]


def raw_public(key: Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes_raw()


def sign_list(root: Ed25519PrivateKey, keys: KeyList) -> bytes:
    rows = [[key.kid, str(key.purpose), str(key.state), key.public] for key in keys.keys]
    return cose.sign1(root, ROOT_KID, LIST_CONTEXT, cbor2.dumps([keys.number, rows], canonical=True))


def open_list(signed: bytes, root_public: bytes) -> KeyList:
    """The key list, if the pinned root signed it. Raises cose.NotVerified otherwise."""
    root = Ed25519PublicKey.from_public_bytes(root_public)
    payload = cose.decode(cose.open1(signed, LIST_CONTEXT, lambda kid: root if kid == ROOT_KID else None))
    match payload:
        case [int() as number, list() as rows]:
            return KeyList(number, tuple(_key(row) for row in rows))
    raise cose.NotVerified("key list")


def _key(row: object) -> Key:
    match row:
        case [bytes() as kid, str() as purpose, str() as state, bytes() as public] if len(public) == 32:
            try:
                return Key(kid, Purpose(purpose), KeyState(state), public)
            except ValueError:
                raise cose.NotVerified("key") from None
    raise cose.NotVerified("key")
