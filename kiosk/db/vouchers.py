"""Vouchers of this hub's households, as central fed them; and of those that come from elsewhere, by their cards."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, select

from kiosk.db import schema
from kiosk.domain.elsewhere import Away
from kiosk.domain.programmes import State, Voucher


class Vouchers:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id_: str) -> Voucher | None:
        table = schema.vouchers
        return next(iter(_read(self._connection.execute(select(table).where(table.c.id == id_)))), None)

    def of_card(self, serial: int) -> list[Voucher]:
        """Those to which a card from elsewhere leads, that end first come first."""
        table = schema.vouchers_away
        theirs = select(table).where(table.c.serial == serial).order_by(table.c.until == "", table.c.until)
        found = [_away(row) for row in self._connection.execute(theirs.order_by(table.c.voucher, table.c.record))]
        return list({voucher.id: voucher for voucher in found}.values())

    def programme(self, id_: str) -> str:
        """Of a voucher that is known here, whoever's; "" of another."""
        own, away = schema.vouchers, schema.vouchers_away
        ours = select(own.c.programme).where(own.c.id == id_)
        every = ours.union_all(select(away.c.programme).where(away.c.voucher == id_))
        return self._connection.execute(every).scalars().first() or ""

    def of_household(self, household: str) -> list[Voucher]:
        """Those that end first come first."""
        return _read(self._connection.execute(_OF_HOUSEHOLD, {"of": household}))


_VOUCHERS = schema.vouchers.c
_OF_HOUSEHOLD = (
    select(schema.vouchers)
    .where(_VOUCHERS.household == bindparam("of"))
    .order_by(_VOUCHERS.until == "", _VOUCHERS.until, _VOUCHERS.id)
)


def _read(rows: Iterable[Any]) -> list[Voucher]:
    return [
        Voucher(
            id=row.id,
            programme=row.programme,
            household=row.household,
            people=tuple(row.people.split()),
            worth=row.worth,
            left=row.left,
            state=State(row.state),
            starts=row.starts,
            until=row.until,
            owes=row.owes,
        )
        for row in rows
    ]


def _away(row: Any) -> Voucher:
    state = State(row.state)
    away = Away(row.voucher, row.programme, (row.serial,), row.left, state, row.starts, row.until, row.owes)
    return away.as_voucher()
