"""The two files that hold central's keys, readable by their owner only.

`root.key` is needed to make or rotate working keys, and to certify a TLS name; it may be taken away in between.
`keys.json` holds the working keys and the list that the root signed.
"""

import json
import logging
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from central import files
from central.keys import PURPOSES, Keys, Signer, first
from kiosk.domain.cose import NotVerified

log = logging.getLogger(__name__)

_Mark = tuple[int, int, int]


class KeysUnreadable(Exception):
    """A key file is there but does not hold what it must."""


def load_or_make(root_file: Path, working_file: Path) -> Keys:
    """The keys in these files; whatever is missing is made. Raises KeysUnreadable."""
    if not working_file.exists():
        if not root_file.exists():
            files.keep(root_file, Ed25519PrivateKey.generate().private_bytes_raw().hex() + "\n")
        files.keep(working_file, dump(first(root(root_file))))
    return _load(working_file)


def load(working_file: Path) -> Keys | None:
    """The keys in this file, None when it is not there. Raises KeysUnreadable."""
    return _load(working_file) if working_file.exists() else None


def root(file: Path) -> Ed25519PrivateKey:
    """Raises KeysUnreadable; OSError where the file cannot be read."""
    try:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(file.read_text().strip()))
    except ValueError:
        raise KeysUnreadable(file.name) from None


def dump(working: Keys) -> str:
    """The text of the working file."""
    content = {
        "root_public": working.root_public.hex(),
        "signed_list": working.signed_list.hex(),
        "working": {str(purpose): _row(working.current(purpose)) for purpose in PURPOSES},
    }
    return json.dumps(content, indent=1) + "\n"


def _load(file: Path) -> Keys:
    try:
        content = json.loads(file.read_text())
        working = content["working"]
        loaded = Keys(
            wire=_signer(working["wire"]),
            cards=_signer(working["cards"]),
            grants=_signer(working["grants"]),
            root_public=bytes.fromhex(content["root_public"]),
            signed_list=bytes.fromhex(content["signed_list"]),
        )
        loaded.listed()
    except (ValueError, KeyError, TypeError, NotVerified):
        raise KeysUnreadable(file.name) from None
    return loaded


def _row(signer: Signer) -> dict[str, str]:
    return {"kid": signer.kid.hex(), "private": signer.key.private_bytes_raw().hex()}


def _signer(row: dict[str, Any]) -> Signer:
    return Signer(bytes.fromhex(row["kid"]), Ed25519PrivateKey.from_private_bytes(bytes.fromhex(row["private"])))


class Ring:
    """The keys in the working file, read anew when another process changed it."""

    def __init__(self, file: Path, working: Keys) -> None:
        self._file = file
        self._held: tuple[_Mark | None, Keys] = (_mark(file), working)

    def keys(self) -> Keys:
        read, working = self._held
        mark = _mark(self._file)
        if mark != read and mark is not None:
            working = self._again(working)
            self._held = (mark, working)
        return working

    def _again(self, before: Keys) -> Keys:
        """The keys now in the file; those from before when it holds none of this root."""
        try:
            now = _load(self._file)
            if now.root_public == before.root_public:
                return now
        except (KeysUnreadable, OSError):
            pass
        log.error("%s was changed and holds no keys of this root: those from before go on", self._file.name)
        return before


def _mark(file: Path) -> _Mark | None:
    """What changes with the file; None while it is away."""
    try:
        there = file.stat()
    except OSError:
        return None
    return there.st_mtime_ns, there.st_ino, there.st_size
