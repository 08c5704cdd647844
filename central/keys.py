"""The keys of central: an offline root, and the working keys it certifies.

Two files, both readable by their owner only. `root.key` is needed to make or rotate working keys and may then be
taken away; `keys.json` holds the working keys and the list that the root signed. Kids are one byte: codes are short.
"""

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain import keys
from kiosk.domain.keys import Key, KeyList, KeyState, Purpose

ROOT_FILE = "root.key"
WORKING_FILE = "keys.json"
_KIDS = {Purpose.WIRE: b"\x01", Purpose.CARDS: b"\x02", Purpose.GRANTS: b"\x03"}


class KeysUnreadable(Exception):
    """A key file is there but does not hold what it must."""


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

    def listed(self) -> KeyList:
        return keys.open_list(self.signed_list, self.root_public)

    def fingerprint(self) -> str:
        """What a technician compares by eye."""
        return keys.fingerprint(self.root_public)


def load_or_make(root_file: Path, working_file: Path) -> Keys:
    """The keys in these files; whatever is missing is made. Raises KeysUnreadable."""
    if not working_file.exists():
        _keep(working_file, _certified(_root(root_file)))
    return _load(working_file)


def load(working_file: Path) -> Keys | None:
    """The keys in this file, None when it is not there. Raises KeysUnreadable."""
    return _load(working_file) if working_file.exists() else None


def _root(file: Path) -> Ed25519PrivateKey:
    if not file.exists():
        _keep(file, Ed25519PrivateKey.generate().private_bytes_raw().hex() + "\n")
    try:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(file.read_text().strip()))
    except ValueError:
        raise KeysUnreadable(file.name) from None


def _certified(root: Ed25519PrivateKey) -> str:
    """New working keys, certified by the root, as the text of the working file."""
    made = {purpose: Ed25519PrivateKey.generate() for purpose in _KIDS}
    listed = KeyList(
        1, tuple(Key(_KIDS[purpose], purpose, KeyState.CURRENT, keys.raw_public(key)) for purpose, key in made.items())
    )
    private = {
        str(purpose): {"kid": _KIDS[purpose].hex(), "private": key.private_bytes_raw().hex()}
        for purpose, key in made.items()
    }
    content = {
        "root_public": keys.raw_public(root).hex(),
        "signed_list": keys.sign_list(root, listed).hex(),
        "working": private,
    }
    return json.dumps(content, indent=1) + "\n"


def _load(file: Path) -> Keys:
    try:
        content = json.loads(file.read_text())
        working = content["working"]
        return Keys(
            wire=_signer(working["wire"]),
            cards=_signer(working["cards"]),
            grants=_signer(working["grants"]),
            root_public=bytes.fromhex(content["root_public"]),
            signed_list=bytes.fromhex(content["signed_list"]),
        )
    except (ValueError, KeyError, TypeError):
        raise KeysUnreadable(file.name) from None


def _signer(row: dict[str, Any]) -> Signer:
    return Signer(bytes.fromhex(row["kid"]), Ed25519PrivateKey.from_private_bytes(bytes.fromhex(row["private"])))


def _keep(file: Path, content: str) -> None:
    """Write a new file whole, for its owner only; of two writers at once the first wins."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
