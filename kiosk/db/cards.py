"""Cards: whose a serial is, what is revoked, and the stock of blanks this station may give out."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Integer, Select, bindparam, func, insert, select, text, union

from kiosk.db import schema
from kiosk.domain.people import Binding


@dataclass(frozen=True)
class Known:
    """What this station knows of a serial. `in_stock`: a blank of its own, whoever it was bound to since."""

    binding: Binding | None
    revoked: bool
    in_stock: bool


def _about() -> Select[Any]:
    asked = select(bindparam("serial", type_=Integer).label("serial")).subquery()
    own, fed, stock, revocations = schema.bindings, schema.cards, schema.stock, schema.revocations
    source = asked
    for table in (own, fed, stock, revocations):
        source = source.outerjoin(table, table.c.serial == asked.c.serial)  # type: ignore[assignment]
    return select(
        own.c.person.label("own_person"),
        own.c.household.label("own_household"),
        fed.c.person,
        fed.c.household,
        fed.c.live,
        stock.c.serial.label("stock"),
        revocations.c.serial.label("revoked"),
    ).select_from(source)


_ABOUT = _about()
_NEWER = text(
    """
    SELECT 1 FROM bindings AS newer
    WHERE newer.household = :household AND newer.serial <> :serial
        AND NOT EXISTS (SELECT 1 FROM cards WHERE cards.serial = newer.serial)
        AND NOT EXISTS (SELECT 1 FROM events WHERE events.id = newer.event AND events.verdict = 'refused')
        AND (newer.person = :person AND newer.rowid
                > coalesce((SELECT max(own.rowid) FROM bindings AS own WHERE own.serial = :serial), 0)
            OR instr(' ' || newer.replaces || ' ', ' ' || :serial || ' '))
    LIMIT 1
    """
)
_FEW = """
SELECT count(*) FROM (
    SELECT 1 FROM stock WHERE NOT EXISTS (SELECT 1 FROM cards WHERE cards.serial = stock.serial)
        AND NOT EXISTS (SELECT 1 FROM bindings WHERE bindings.serial = stock.serial)
        AND NOT EXISTS (SELECT 1 FROM revocations WHERE revocations.serial = stock.serial)
    ORDER BY serial DESC LIMIT ?
)
"""
_EVER = union(
    *(
        select(table.c.serial, table.c.household).where(table.c.person.in_(bindparam("people", expanding=True)))
        for table in (schema.cards, schema.bindings)
    )
).order_by("serial", "household")
_TAKEN = union(*(select(table.c.serial) for table in (schema.bindings, schema.cards, schema.revocations)))


class Cards:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def about(self, serial: int) -> Known:
        """All a scan needs to know of a serial, in one question."""
        row = self._connection.execute(_ABOUT, {"serial": serial}).one()
        binding = None
        if row.person is not None:
            live = bool(row.live) and not self._replaced(serial, row.person, row.household)
            binding = Binding(serial, row.person, row.household, live)
        elif row.own_person is not None:
            live = not self._replaced(serial, row.own_person, row.own_household)
            binding = Binding(serial, row.own_person, row.own_household, live)
        return Known(binding, row.revoked is not None, row.stock is not None)

    def _replaced(self, serial: int, person: str, household: str) -> bool:
        """Whether a newer card was given out here, of which central has said nothing yet: the older is dead at once."""
        asked = {"serial": serial, "person": person, "household": household}
        return self._connection.execute(_NEWER, asked).first() is not None

    def code(self, serial: int) -> str:
        """What is printed on a card of this station's blanks, whoever has it now; "" for any other."""
        query = select(schema.stock.c.code).where(schema.stock.c.serial == serial)
        return self._connection.execute(query).scalar() or ""

    def binding(self, serial: int) -> Binding | None:
        """What is known here: central's word; an own binding where central does not know of it, or no longer does."""
        return self.about(serial).binding

    def of_household(self, household: str) -> list[Binding]:
        """The live cards of its people; of one person there may be several where two stations gave one each."""
        own, fed = schema.bindings, schema.cards
        given = [select(table.c.serial).where(table.c.household == household) for table in (fed, own)]
        serials = self._connection.execute(union(*given).order_by("serial")).scalars().all()
        known = [self.about(serial) for serial in serials]
        return [one.binding for one in known if one.binding is not None and one.binding.live and not one.revoked]

    def bind(self, event: str, serial: int, person: str, household: str, replaces: str = "") -> None:
        """`replaces`: serials, with spaces between, of cards that the same human has by another id: they are dead."""
        row = {"event": event, "serial": serial, "person": person, "household": household, "replaces": replaces}
        self._connection.execute(insert(schema.bindings), row)

    def of_people(self, persons: Collection[str]) -> list[tuple[int, str]]:
        """(serial, household) of all cards that these people were ever given."""
        rows = self._connection.execute(_EVER, {"people": [*persons]}) if persons else ()
        return [(row.serial, row.household) for row in rows]

    def blanks(self, limit: int = 1) -> list[tuple[int, str]]:
        """(serial, code) of blanks that nobody has or ever had, lowest serial first."""
        table = schema.stock
        query = select(table.c.serial, table.c.code).where(table.c.serial.not_in(_TAKEN))
        return [(row.serial, row.code) for row in self._connection.execute(query.order_by(table.c.serial).limit(limit))]

    def few_blanks(self, few: int) -> int:
        """How many are left, counted no further than this: the newest are looked at first."""
        row = self._connection.exec_driver_sql(_FEW, (few,)).one()
        return int(row[0])

    def blanks_left(self) -> int:
        table = schema.stock
        query = select(func.count()).select_from(table).where(table.c.serial.not_in(_TAKEN))
        return int(self._connection.execute(query).scalar_one())
