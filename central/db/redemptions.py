"""What vouchers paid for, without of whom: of which voucher, to which provider, when, by which receipt."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import and_, func, select, update

from central.db import dialects
from central.db.engine import Tx
from central.db.tables import accounts, moves, redemptions
from central.judge.valuebodies import Redemption
from central.judge.values import Redeemed
from kiosk.domain.accounts import Kind

_NAMES = (
    "event", "redemption", "transfer", "station", "hub", "voucher", "activity", "session", "provider", "at", "price",
    "cents", "means", "receipt",
)  # fmt: skip
_LENDING = (Kind.CONTINGENCY, Kind.SHORT)


def add(tx: Tx, station: str, new: Sequence[tuple[Redemption, str]]) -> None:
    """Each with the transfer in which it stands; the same again is one."""
    rows = [_row(station, read, transfer) for read, transfer in new]
    dialects.insert(tx, redemptions, rows, _NAMES, new=True)


def _row(station: str, read: Redemption, transfer: str) -> tuple[object, ...]:
    said = {**vars(read), "station": station, "transfer": transfer, "means": read.means.value}
    return tuple(said[name] for name in _NAMES)


def known(tx: Tx, events: Collection[str]) -> dict[str, Redeemed]:
    """Of these events, those that were booked."""
    columns = select(redemptions.c.event, redemptions.c.station, redemptions.c.reversed_at)
    rows = tx.execute(columns.where(redemptions.c.event.in_(events))) if events else ()
    return {row.event: Redeemed(row.station, bool(row.reversed_at)) for row in rows}


def booked(tx: Tx, event: str) -> tuple[str, str] | None:
    """The voucher of a redemption, and the transfer in which it stands."""
    row = tx.execute(select(redemptions.c.voucher, redemptions.c.transfer).where(redemptions.c.event == event)).first()
    return (row.voucher, row.transfer) if row else None


def lent(tx: Tx, station: str, voucher: str) -> int:
    """Cents that contingency, or nobody, paid of what a station gave of a voucher, whether paid back since or not."""
    theirs = and_(redemptions.c.voucher == voucher, redemptions.c.station == station, accounts.c.kind.in_(_LENDING))
    given = redemptions.join(moves, moves.c.transfer == redemptions.c.transfer)
    query = select(func.sum(moves.c.amount)).select_from(given.join(accounts, accounts.c.id == moves.c.source))
    return int(tx.execute(query.where(theirs)).scalar_one() or 0)


def is_reversed(tx: Tx, event: str, now: str) -> None:
    this = and_(redemptions.c.event == event, redemptions.c.reversed_at == "")
    tx.execute(update(redemptions).where(this).values(reversed_at=now))


class Receipted(NamedTuple):
    """What a receipt is checked by."""

    event: str
    redemption: str
    cents: int
    reversed_at: str
    presented_at: str


def by_receipt(tx: Tx, serial: int) -> list[Receipted]:
    """Those whose receipts have this serial, of any station."""
    columns = (redemptions.c[name] for name in Receipted._fields)
    which = and_(redemptions.c.receipt != 0, redemptions.c.receipt == serial)
    return [Receipted(*row) for row in tx.execute(select(*columns).where(which))]


def is_presented(tx: Tx, event: str, now: str) -> None:
    this = and_(redemptions.c.event == event, redemptions.c.presented_at == "")
    tx.execute(update(redemptions).where(this).values(presented_at=now))
