"""Visits: one person's, or one unnamed card's, stay at the hub."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, insert, or_, select, update

from kiosk.db import schema


@dataclass(frozen=True)
class Visit:
    id: str
    event: str  # the event that began it
    serial: int
    person: str
    household: str
    arrived_at: str
    day: str
    undone_by: str | None = None


class Visits:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, visit: Visit) -> None:
        self._connection.execute(insert(schema.visits), vars(visit))

    def get(self, id_: str) -> Visit | None:
        row = self._connection.execute(select(schema.visits).where(schema.visits.c.id == id_)).mappings().one_or_none()
        return Visit(**row) if row else None

    def is_here(self, day: str, since: str, person: str, serial: int) -> bool:
        """Whether this card, or its person by whichever card, arrived today, or since a moment, and is here.

        The card counts too when its person is known: it may have been scanned before its binding was copied.
        """
        table = schema.visits
        query = select(table.c.id).where(
            or_(table.c.day == day, table.c.arrived_at > since), table.c.undone_by.is_(None)
        )
        same: ColumnElement[bool] = table.c.serial == serial
        if person:
            same = or_(same, table.c.person == person)
        return self._connection.execute(query.where(same).limit(1)).one_or_none() is not None

    def undo(self, id_: str, event: str) -> None:
        self._connection.execute(update(schema.visits).where(schema.visits.c.id == id_).values(undone_by=event))

    def count(self) -> int:
        return int(self._connection.execute(select(func.count()).select_from(schema.visits)).scalar_one())
