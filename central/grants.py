"""What central grants to one station, for it to give out without asking: so far, blank cards."""

import secrets
from collections.abc import Collection, Sequence
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
_KIND = "grant"
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
    put(tx, uuid7(), station, signed)
    return signed


def put(tx: Tx, grant: str, station: str, signed: Sequence[Blank]) -> None:
    """Note whose these blanks are, and feed them."""
    rows = [(blank.serial, station, grant) for blank in signed]
    dialects.insert(tx, blanks, rows, ("serial", "station", "grant_id"))
    pairs = [[blank.serial, blank.code] for blank in signed]
    feed.publish(tx, _KIND, grant, {"what": "blanks", "codes": pairs}, scope=of_station(station))


def every(tx: Tx) -> list[tuple[str, str]]:
    """All grants of blanks, each with its station."""
    rows = tx.execute(select(blanks.c.grant_id, blanks.c.station).distinct().order_by(blanks.c.grant_id))
    return [(row.grant_id, row.station) for row in rows]


def grant_of(tx: Tx, serial: int) -> str:
    """The grant that a blank came with."""
    grant: str = tx.execute(select(blanks.c.grant_id).where(blanks.c.serial == serial)).scalar_one()
    return grant


def signed(tx: Tx, grant: str) -> list[Blank]:
    """The blanks of a grant, as they were fed; none when it was withdrawn."""
    fed = feed.get(tx, _KIND, grant) or {"codes": []}
    return [Blank(serial, code) for serial, code in fed["codes"]]


def known(tx: Tx, serials: Collection[int]) -> bool:
    """Whether any of these blanks was granted."""
    return tx.execute(select(blanks.c.serial).where(blanks.c.serial.in_(serials)).limit(1)).first() is not None


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
