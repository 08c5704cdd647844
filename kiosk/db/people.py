"""The touch projection of people: first name and picture."""

from sqlalchemy import Connection, bindparam, or_, select

from kiosk.db import schema
from kiosk.domain.people import Person

_PERSON = select(schema.people).where(schema.people.c.id == bindparam("person"))


class People:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id_: str) -> Person | None:
        row = self._connection.execute(_PERSON, {"person": id_}).mappings().one_or_none()
        return Person(**row) if row else None

    def of_household(self, household: str) -> list[Person]:
        """Who lives there, and who has a card of it: a child of two homes is told of by the other one."""
        people, cards, own = schema.people, schema.cards, schema.bindings
        with_card = select(cards.c.person).where(cards.c.household == household, cards.c.live)
        here = select(own.c.person).where(own.c.household == household)
        ours = or_(people.c.household == household, people.c.id.in_(with_card.union(here)))
        rows = self._connection.execute(select(people).where(ours).order_by(people.c.id)).mappings()
        return [Person(**row) for row in rows]

    def all(self) -> list[Person]:
        rows = self._connection.execute(select(schema.people).order_by(schema.people.c.id)).mappings()
        return [Person(**row) for row in rows]
