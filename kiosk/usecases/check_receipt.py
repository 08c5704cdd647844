"""Somebody shows a receipt at the desk: whether it is genuine, over how much, of which day, and shown before or not.

Of a receipt that another station wrote, or this one with a key that it has no more, this one cannot tell: central's
page does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.clock import Reading, stamp
from kiosk.db.redemptions import Redemption
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain import receipts
from kiosk.domain.codes import NotACode, Why
from kiosk.domain.receipts import Receipt
from kiosk.domain.workers import Deed, Entered
from kiosk.usecases.acting import NotIn, acting


@dataclass(frozen=True)
class Genuine:
    """`before`: when it was first shown here, a stamp; "" for the first time. `reversed`: what it says was taken
    back."""

    cents: int
    day: date
    before: str
    reversed: bool


@dataclass(frozen=True)
class AskCentral:
    """It may be genuine: it was signed with a key that is not known here."""


def check_receipt(tx: Tx, by: Entered, scanned: str | bytes, now: Reading) -> Genuine | AskCentral | NotACode | NotIn:
    station = acting(tx, by, Deed.VOUCHERS)
    if isinstance(station, NotIn):
        return station
    read = receipts.read(scanned, lambda kid: _own(station, kid))
    if isinstance(read, NotACode):
        return AskCentral() if read.why is Why.UNKNOWN_KEY else read
    kid, at = read.kid.hex(), tx.redemptions.presented(read.kid.hex(), read.serial)
    if not at:
        tx.redemptions.present(kid, read.serial, stamp(now.at))
    held = _held(tx, read)
    return Genuine(read.cents, read.day, at, held is not None and held.reversed_by is not None)


def _own(station: Station, kid: bytes) -> Iterable[Ed25519PublicKey]:
    public = Ed25519PrivateKey.from_private_bytes(station.private_key).public_key()
    return [public] if receipts.kid_of(public.public_bytes_raw()) == kid else []


def _held(tx: Tx, read: Receipt) -> Redemption | None:
    ours = tx.redemptions.by_receipt(read.serial)
    return next((one for one in ours if receipts.subject_of(one.redemption) == read.subject), None)
