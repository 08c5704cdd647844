"""Requests of two phases that this station made of central: what was asked, and whether anything came of it."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from kiosk.db import schema


@dataclass(frozen=True)
class Pending:
    """`what` is kiosk.domain.allotments.What; `closed_by` the event that says what came of it, None while none does."""

    request: str
    event: str
    what: str
    of: str
    amount: int
    closed_by: str | None = None


_OPEN = select(schema.pendings).where(schema.pendings.c.closed_by.is_(None)).order_by(schema.pendings.c.request)


class Pendings:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ask(self, pending: Pending) -> None:
        self._connection.execute(insert(schema.pendings), vars(pending))

    def open(self) -> list[Pending]:
        """Those without an outcome, the oldest first."""
        return [Pending(**row) for row in self._connection.execute(_OPEN).mappings()]

    def get(self, request: str) -> Pending | None:
        query = select(schema.pendings).where(schema.pendings.c.request == request)
        row = self._connection.execute(query).mappings().one_or_none()
        return Pending(**row) if row else None

    def close(self, request: str, event: str) -> None:
        table = schema.pendings
        self._connection.execute(update(table).where(table.c.request == request).values(closed_by=event))
