"""Rotating a working key, while central serves: the file first, then the feed."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from central import files, keyfiles, published
from central.db import reading, writing
from central.keys import WORKING_FILE, Keys, rotated
from central.opening import Central
from kiosk.domain.keys import Purpose, raw_public


def rotate(central: Central, root_file: Path, purpose: Purpose, *, revoke: bool) -> Keys:
    """The keys from now on. Cut short between file and feed, the list is fed when central is opened next.

    Raises OSError, ValueError or KeysUnreadable when the root key is not there or is another one.
    """
    file = central.folder / WORKING_FILE
    with files.locked(root_file):
        root = root_of(root_file, central.keys)
        with reading(central.engine) as tx:
            held = published.listed(tx, central.keys.root_public)
        now = rotated(root, keyfiles.load(file) or central.keys, held, purpose, revoke)
        files.replace(file, keyfiles.dump(now))
    with writing(central.engine) as tx:
        published.publish(tx, now)
    return now


def root_of(file: Path, working: Keys) -> Ed25519PrivateKey:
    """The root that these keys are certified by. Raises as `rotate` does."""
    root = keyfiles.root(file)
    if raw_public(root) != working.root_public:
        raise ValueError(f"{file.name} is another root's")
    return root
