"""The touch projection of people: first name and picture."""

from sqlalchemy import Connection, bindparam, select

from kiosk.db import schema
from kiosk.domain.people import Person

_PERSON = select(schema.people).where(schema.people.c.id == bindparam("person"))


class People:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id_: str) -> Person | None:
        row = self._connection.execute(_PERSON, {"person": id_}).mappings().one_or_none()
        return Person(**row) if row else None

    def all(self) -> list[Person]:
        rows = self._connection.execute(select(schema.people).order_by(schema.people.c.id)).mappings()
        return [Person(**row) for row in rows]
