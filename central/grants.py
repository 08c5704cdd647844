"""What central grants to one station, for it to give out without asking: so far, blank cards."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from central import feed
from central.db import Tx, dialects, epochs, locks, meta
from central.db.tables import blanks
from central.keys import Keys
from central.scope import of_station
from kiosk.domain import codes
from kiosk.domain.events import uuid7

CARD_YEARS = 10  # a card outlives a childhood's changes of programme
MOST_BLANKS = 2000  # in one grant: it travels as one record


@dataclass(frozen=True)
class Blank:
    serial: int
    code: str  # as printed


def sign_cards(tx: Tx, keys: Keys, count: int, today: date) -> list[Blank]:
    """Opaque, unbound card codes with serials never used before."""
    expires = date(today.year + CARD_YEARS, 12, 31)
    locks.feed(tx)
    return [Blank(serial, _code(keys, serial, expires)) for serial in meta.take_serials(tx, count)]


def _code(keys: Keys, serial: int, expires: date) -> str:
    subject = secrets.token_bytes(codes.SUBJECT_BYTES)
    return codes.write(keys.cards.key, keys.cards.kid, codes.Kind.CARD, serial, subject, expires)


def grant_blanks(tx: Tx, keys: Keys, station: str, count: int, today: date) -> list[Blank]:
    """Sign blanks for a station and put them into its feed; raises ValueError for a count out of range."""
    if not 1 <= count <= MOST_BLANKS:
        raise ValueError(f"from 1 to {MOST_BLANKS} blanks")
    signed = sign_cards(tx, keys, count, today)
    grant = uuid7()
    rows = [(blank.serial, station, grant) for blank in signed]
    dialects.insert(tx, blanks, rows, ("serial", "station", "grant_id"))
    pairs = [[blank.serial, blank.code] for blank in signed]
    feed.publish(tx, "grant", grant, {"what": "blanks", "codes": pairs}, scope=of_station(station))
    return signed


def in_stock(tx: Tx, station: str, serials: Collection[int]) -> frozenset[int]:
    """Which of these serials were granted to the station."""
    if not serials:
        return frozenset()
    mine = select(blanks.c.serial).where(blanks.c.station == station, blanks.c.serial.in_(serials))
    return frozenset(tx.execute(mine).scalars())


def forgotten(tx: Tx, serials: Collection[int]) -> frozenset[int]:
    """Which of these serials may have been granted after the backup that this database was restored from.

    None in a database that never was; else those that no station is known to have been granted.
    """
    if not serials or not epochs.former(tx):
        return frozenset()
    granted = tx.execute(select(blanks.c.serial).where(blanks.c.serial.in_(serials))).scalars()
    return frozenset(serials) - frozenset(granted)
