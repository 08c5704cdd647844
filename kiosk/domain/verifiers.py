"""What is kept of a PIN or of three pictures: never the secret, only what says whether it is the one (Argon2id).

A verifier is a PHC string, `$argon2id$v=19$m=..,t=..,p=..$salt$hash`. Making and trying one takes a tenth of a second
and 64 MiB: it runs in a job, and never while a transaction is open.
"""

import re
import secrets

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

# RFC 9106, section 4, second recommended option, in one lane: a kiosk has two cores, and one draws the screen.
MEMORY_KIB = 64 * 1024
PASSES = 3
LANES = 1
_SALT_BYTES = 16
_HASH_BYTES = 32
# A verifier comes over the wire: one that asks for more than this could stop the machine, and is none.
_MOST_KIB, _MOST_PASSES, _MOST_LANES = 256 * 1024, 10, 4
_SHAPE = re.compile(
    r"\$argon2id\$v=19\$m=([1-9][0-9]{0,6}),t=([1-9][0-9]?),p=([1-9])\$[A-Za-z0-9+/]{11,64}\$[A-Za-z0-9+/]{22,86}"
)


def make(secret: str) -> str:
    """The verifier of a secret, with a salt of its own."""
    kdf = Argon2id(
        salt=secrets.token_bytes(_SALT_BYTES),
        length=_HASH_BYTES,
        iterations=PASSES,
        lanes=LANES,
        memory_cost=MEMORY_KIB,
    )
    return kdf.derive_phc_encoded(secret.encode())


def holds(verifier: str, secret: str) -> bool:
    """Whether this is the secret. False, too, for what is no verifier."""
    if not is_verifier(verifier):
        return False
    try:
        Argon2id.verify_phc_encoded(secret.encode(), verifier)
    except (InvalidKey, ValueError):
        return False
    return True


def is_verifier(text: object) -> bool:
    """Whether it has the form of a verifier, and asks for no more than a small machine can give."""
    shaped = _SHAPE.fullmatch(text) if isinstance(text, str) else None
    if shaped is None:
        return False
    memory, passes, lanes = (int(part) for part in shaped.groups())
    return memory <= _MOST_KIB and passes <= _MOST_PASSES and lanes <= _MOST_LANES
