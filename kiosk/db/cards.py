"""Cards: whose a serial is, what is revoked, and the stock of blanks this station may give out."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from kiosk.db import schema
from kiosk.domain.people import Binding


class Cards:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def binding(self, serial: int) -> Binding | None:
        """What is known here: central's word, under an own binding that central's row does not contain yet."""
        own, fed = schema.bindings, schema.cards
        row = self._connection.execute(select(own).where(own.c.serial == serial)).one_or_none()
        if row is not None:
            return Binding(serial, row.person, row.household, True)
        row = self._connection.execute(select(fed).where(fed.c.serial == serial)).one_or_none()
        return Binding(serial, row.person, row.household, bool(row.live)) if row else None

    def bind(self, event: str, serial: int, person: str, household: str) -> None:
        row = {"event": event, "serial": serial, "person": person, "household": household}
        self._connection.execute(insert(schema.bindings), row)

    def is_revoked(self, serial: int) -> bool:
        table = schema.revocations
        return self._connection.execute(select(table).where(table.c.serial == serial)).one_or_none() is not None

    def in_stock(self, serial: int) -> bool:
        """Whether this is a blank of this station's own, bound to nobody."""
        table = schema.stock
        return (
            self._connection.execute(select(table.c.serial).where(table.c.serial == serial)).one_or_none() is not None
        )

    def blanks(self, limit: int = 1) -> list[tuple[int, str]]:
        """(serial, code) of blanks that nobody has, lowest serial first."""
        table = schema.stock
        taken = select(schema.bindings.c.serial).union(select(schema.cards.c.serial))
        query = select(table.c.serial, table.c.code).where(table.c.serial.not_in(taken))
        return [(row.serial, row.code) for row in self._connection.execute(query.order_by(table.c.serial).limit(limit))]

    def blanks_left(self) -> int:
        table = schema.stock
        taken = select(schema.bindings.c.serial).union(select(schema.cards.c.serial))
        query = select(func.count()).select_from(table).where(table.c.serial.not_in(taken))
        return int(self._connection.execute(query).scalar_one())

    # --- what the feed says ---------------------------------------------------------------------------------------

    def fed(self, binding: Binding) -> None:
        """Central's row replaces what was fed before, and an own binding of the same serial: it contains that event."""
        self._connection.execute(delete(schema.bindings).where(schema.bindings.c.serial == binding.serial))
        self._connection.execute(insert(schema.cards).prefix_with("OR REPLACE"), vars(binding))

    def forgotten(self, serial: int) -> None:
        self._connection.execute(delete(schema.cards).where(schema.cards.c.serial == serial))

    def revoked(self, serial: int) -> None:
        self._connection.execute(insert(schema.revocations).prefix_with("OR IGNORE"), {"serial": serial})

    def granted(self, grant: str, codes: Mapping[int, str]) -> None:
        if not codes:
            return
        rows: list[dict[str, Any]] = [
            {"serial": serial, "grant": grant, "code": code} for serial, code in codes.items()
        ]
        self._connection.execute(insert(schema.stock).prefix_with("OR IGNORE"), rows)
