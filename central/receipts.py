"""Whether a receipt is genuine: what its code says, and whether what it says was booked, taken back, shown before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from central.db import Tx, redemptions, stations
from central.journal import Journal, StationKnown
from kiosk.domain import receipts
from kiosk.domain.codes import NotACode, Why
from kiosk.domain.receipts import Receipt


class Stands(StrEnum):
    GENUINE = "genuine"
    REVERSED = "reversed"
    UNBOOKED = "unbooked"  # its station has not spoken since
    FORGED = "forged"
    UNKNOWN = "unknown"  # no receipt, or of a station that nobody knows


@dataclass(frozen=True)
class Checked:
    """`presented_at` is when it was first shown for a check, "" where that is now."""

    stands: Stands
    cents: int = 0
    day: date | None = None
    presented_at: str = ""


def check(tx: Tx, journal: Journal, code: str, now: str) -> Checked:
    """And note that it was shown."""
    read = receipts.read(code, lambda kid: _keys(tx, journal, kid))
    if isinstance(read, NotACode):
        return Checked(Stands.FORGED if read.why is Why.FORGED else Stands.UNKNOWN)
    booked = next((row for row in redemptions.by_receipt(tx, read.serial) if _is(row, read)), None)
    if booked is None:
        return Checked(Stands.UNBOOKED, read.cents, read.day)
    if not booked.presented_at:
        redemptions.is_presented(tx, booked.event, now)
    stands = Stands.REVERSED if booked.reversed_at else Stands.GENUINE
    return Checked(stands, read.cents, read.day, booked.presented_at)


def _is(row: redemptions.Receipted, read: Receipt) -> bool:
    return row.cents == read.cents and receipts.subject_of(row.redemption) == read.subject


def _keys(tx: Tx, journal: Journal, kid: bytes) -> Iterator[Ed25519PublicKey]:
    """Of stations; one that has taken up another key since is known by the journal."""
    now = {station.public for station in stations.every(tx)}
    ours = [public for public in sorted(now) if receipts.kid_of(public) == kid]
    if not ours:
        before = {bytes.fromhex(entry.public) for entry in journal.entries() if isinstance(entry, StationKnown)}
        ours = [public for public in sorted(before) if receipts.kid_of(public) == kid]
    return (Ed25519PublicKey.from_public_bytes(public) for public in ours)
