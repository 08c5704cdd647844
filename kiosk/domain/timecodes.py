"""The time, said by central in a code that any phone can show to a station without network.

The station asks with a question of its own and central signs the moment over it, so that a code from yesterday, or one
for another station, says nothing. A question carries when it was asked: nothing has to be remembered.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain import codes
from kiosk.domain.codes import SUBJECT_BYTES, Code, Kind
from kiosk.domain.keys import KeyState

HOLDS = 300.0  # seconds on the boot clock in which a question may be answered
_EACH = 60  # seconds in which the same question is asked: a page that is drawn again shows what the phone has read
_ZERO = datetime(2020, 1, 1, tzinfo=UTC)
_ASKED = 4  # bytes of a question: when; the rest binds it to the station and to this start of its machine
_LATEST = 2**32 - 1


@dataclass(frozen=True)
class Told:
    """Central signed that it was `server`; the station had asked at `asked` on its boot clock."""

    server: datetime  # aware, UTC, whole seconds
    asked: float


def question(secret: bytes, boot_id: str, boot: float) -> bytes:
    """What a station asks now: 8 bytes. `secret` never leaves the station."""
    return _question(secret, boot_id, int(boot) // _EACH * _EACH)


def write(key: Ed25519PrivateKey, kid: bytes, asked: bytes, now: datetime) -> str:
    """The text of a code. ValueError for a question that none is, and for a moment outside 2020 to 2156."""
    return codes.write(key, kid, Kind.TIME, int((now - _ZERO).total_seconds()), asked, now.date())


def read(code: Code, secret: bytes, boot_id: str, boot: float) -> Told | None:
    """What a verified code says to this station now; None where it answers no question that still holds."""
    asked = int.from_bytes(code.subject[:_ASKED])
    if code.kind is not Kind.TIME or code.key_state is KeyState.REVOKED or not 0 <= boot - asked <= HOLDS:
        return None
    if not hmac.compare_digest(code.subject, _question(secret, boot_id, asked)):
        return None
    return Told(_ZERO + timedelta(seconds=code.serial), float(asked))


def _question(secret: bytes, boot_id: str, asked: int) -> bytes:
    when = min(asked, _LATEST).to_bytes(_ASKED)
    bound = hmac.digest(secret, b"wishmi/time/1" + when + boot_id.encode(), hashlib.sha256)
    return when + bound[: SUBJECT_BYTES - _ASKED]
