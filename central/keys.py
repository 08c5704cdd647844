"""The keys of central: an offline root, and the working keys it certifies. Pure; files are central.keyfiles.

Of each purpose one key is current and one is announced as the next. The next one is derived from the root, so that
its private half is nowhere until it is taken up: whoever steals the working file has the current keys and no other.
Kids are one byte, for codes are short, and are never used again.
"""

from dataclasses import dataclass, replace
from functools import cached_property

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kiosk.domain import keys
from kiosk.domain.keys import Key, KeyList, KeyState, Purpose

ROOT_FILE = "root.key"
WORKING_FILE = "keys.json"
PURPOSES = (Purpose.WIRE, Purpose.CARDS, Purpose.GRANTS)
_LAST_KID = 255
_DERIVED = b"wishmi/key/1"


@dataclass(frozen=True)
class Signer:
    """A private key and the kid under which its public half is listed."""

    kid: bytes
    key: Ed25519PrivateKey


@dataclass(frozen=True)
class Keys:
    """Everything central signs with. `signed_list` is what stations are fed, certified by the root."""

    wire: Signer
    cards: Signer
    grants: Signer
    root_public: bytes
    signed_list: bytes

    @cached_property
    def _listed(self) -> KeyList:
        return keys.open_list(self.signed_list, self.root_public)

    def listed(self) -> KeyList:
        """Raises cose.NotVerified for a list that this root did not sign."""
        return self._listed

    def current(self, purpose: Purpose) -> Signer:
        return {Purpose.WIRE: self.wire, Purpose.CARDS: self.cards, Purpose.GRANTS: self.grants}[purpose]

    def fingerprint(self) -> str:
        """What a technician compares by eye."""
        return keys.fingerprint(self.root_public)


def first(root: Ed25519PrivateKey) -> Keys:
    """New working keys, and the next ones announced."""
    made = {purpose: Signer(bytes([kid]), Ed25519PrivateKey.generate()) for kid, purpose in enumerate(PURPOSES, 1)}
    listed = KeyList(1, tuple(_row(signer, purpose, KeyState.CURRENT) for purpose, signer in made.items()))
    for purpose in PURPOSES:
        listed, _ = _announced(root, listed, purpose)
    wire, cards, grants = made.values()
    return Keys(wire, cards, grants, keys.raw_public(root), keys.sign_list(root, listed))


def completed(root: Ed25519PrivateKey, working: Keys) -> Keys:
    """Keys made by an older release, with what it did not announce; the same keys when nothing is missing."""
    listed = working.listed()
    for purpose in PURPOSES:
        if not _of(listed, purpose, KeyState.NEXT):
            listed, _ = _announced(root, listed, purpose)
    if listed == working.listed():
        return working
    return replace(working, signed_list=keys.sign_list(root, replace(listed, number=listed.number + 1)))


def rotated(root: Ed25519PrivateKey, working: Keys, held: KeyList, purpose: Purpose, revoke: bool) -> Keys:
    """The announced key becomes the current one, another is announced; the old one only verifies, or is revoked.

    `held` is the list that stations are fed: the working file may be older than it, where a copy was put back.
    """
    listed = max(working.listed(), held, key=lambda one: one.number)
    following = [key for key in _of(listed, purpose, KeyState.NEXT) if _derived(root, key).public == key.public]
    if not following:
        listed, announced = _announced(root, listed, purpose)
        following = [announced]
    current = following[0]
    former = KeyState.REVOKED if revoke else KeyState.VERIFY_ONLY
    rows = tuple(_moved_on(key, current, former) if key.purpose is purpose else key for key in listed.keys)
    listed, _ = _announced(root, KeyList(listed.number + 1, rows), purpose)
    signers = {str(purpose): Signer(current.kid, _private(root, purpose, current.kid))}
    return replace(working, signed_list=keys.sign_list(root, listed), **signers)  # type: ignore[arg-type]


def _moved_on(key: Key, current: Key, former: KeyState) -> Key:
    if key.kid == current.kid:
        return replace(key, state=KeyState.CURRENT)
    if key.state is KeyState.NEXT:
        return replace(key, state=KeyState.REVOKED)  # nobody has its private half
    return replace(key, state=former) if key.state is KeyState.CURRENT else key


def _announced(root: Ed25519PrivateKey, listed: KeyList, purpose: Purpose) -> tuple[KeyList, Key]:
    """The list with one more key to come. Raises ValueError when all kids have been used."""
    last = max(key.kid[0] for key in listed.keys)
    if last == _LAST_KID:
        raise ValueError("no kid is left: make a new root and enrol the stations anew")
    kid = bytes([last + 1])
    key = _row(Signer(kid, _private(root, purpose, kid)), purpose, KeyState.NEXT)
    return replace(listed, keys=(*listed.keys, key)), key


def _derived(root: Ed25519PrivateKey, key: Key) -> Key:
    return _row(Signer(key.kid, _private(root, key.purpose, key.kid)), key.purpose, key.state)


def _private(root: Ed25519PrivateKey, purpose: Purpose, kid: bytes) -> Ed25519PrivateKey:
    info = _DERIVED + b"/" + purpose.encode() + b"/" + kid
    return Ed25519PrivateKey.from_private_bytes(HKDF(SHA256(), 32, None, info).derive(root.private_bytes_raw()))


def _row(signer: Signer, purpose: Purpose, state: KeyState) -> Key:
    return Key(signer.kid, purpose, state, keys.raw_public(signer.key))


def _of(listed: KeyList, purpose: Purpose, state: KeyState) -> list[Key]:
    return [key for key in listed.keys if key.purpose is purpose and key.state is state]
