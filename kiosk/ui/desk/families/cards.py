"""Cards are given out: to whom of a household, and how many blanks are left."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from kiosk.domain.people import Binding
from kiosk.domain.workers import Worker
from kiosk.ui.desk.families import Allowed, Stock, allowed
from kiosk.ui.desk.families.household import Member, living
from kiosk.usecases.find_family import Opened


@dataclass(frozen=True)
class CardsFace:
    """`at` is whom the next blank that is scanned is given to, "" for nobody: a person's id."""

    household: str
    at: str
    people: tuple[Member, ...]
    stock: Stock
    allowed: Allowed
    label: str = field(default="", repr=False)


def derive(
    opened: Opened, cards: Sequence[Binding], at: str, stock: Stock, worker: Worker, day: date, label: str
) -> CardsFace:
    people = living(opened, cards, day)
    known = any(one.who.id == at for one in people)
    return CardsFace(opened.household, at if known else "", people, stock, allowed(worker), label)


def next_without(people: Sequence[Member], after: str) -> str:
    """Who comes next and has no card; "" when all have one."""
    places = [one.who.id for one in people]
    start = places.index(after) + 1 if after in places else 0
    turn = [*people[start:], *people[:start]]
    return next((one.who.id for one in turn if not one.cards), "")
