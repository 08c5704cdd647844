"""Vouchers of this hub's households, as central fed them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from kiosk.db import schema
from kiosk.domain.programmes import State, Voucher


class Vouchers:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id_: str) -> Voucher | None:
        table = schema.vouchers
        return next(iter(_read(self._connection.execute(select(table).where(table.c.id == id_)))), None)

    def of_household(self, household: str) -> list[Voucher]:
        """Those that end first come first."""
        table = schema.vouchers
        ours = select(table).where(table.c.household == household)
        return _read(self._connection.execute(ours.order_by(table.c.until == "", table.c.until, table.c.id)))


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
        )
        for row in rows
    ]
