"""Somebody is looked for as a worker types."""

from kiosk.db.tx import Tx
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk.families import FamiliesFace, Stock, allowed, hit_lines
from kiosk.ui.desk.wishes import Place
from kiosk.usecases.find_family import find


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> FamiliesFace | NotIn:
    found = find(tx, by, place.typed, behind.clock.read())
    if isinstance(found, NotIn):
        return found
    lines = hit_lines(found, behind.clock.read().day())
    return FamiliesFace(place.typed, lines, stock(tx, behind), allowed(by.worker))


def stock(tx: Tx, behind: Behind) -> Stock:
    left = tx.cards.blanks_left()
    return Stock(left, left < behind.settings.blanks_low)
