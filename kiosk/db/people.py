"""The touch projection of people: first name and picture.

Central tells of nobody whose household is shielded. One that was shielded here is so at once, before central has heard.
"""

from sqlalchemy import Connection, bindparam, exists, or_, select

from kiosk.db import schema
from kiosk.domain.people import Person

_EDITS = schema.family_edits
_SHIELDED = (
    exists()
    .where(_EDITS.c.household == schema.people.c.household, _EDITS.c.field == "shielded", _EDITS.c.now == "true")
    .correlate(schema.people)
)
_TOLD = select(schema.people).where(~_SHIELDED)
_PERSON = _TOLD.where(schema.people.c.id == bindparam("person"))


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
        rows = self._connection.execute(_TOLD.where(ours).order_by(people.c.id)).mappings()
        return [Person(**row) for row in rows]

    def all(self) -> list[Person]:
        rows = self._connection.execute(_TOLD.order_by(schema.people.c.id)).mappings()
        return [Person(**row) for row in rows]
