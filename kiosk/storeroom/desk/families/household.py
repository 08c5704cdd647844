"""One household is open."""

from kiosk.db.tx import Tx
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.families.finding import stock
from kiosk.ui.desk.families import household as face
from kiosk.ui.desk.families.household import HouseholdFace
from kiosk.ui.desk.wishes import Place
from kiosk.usecases.find_family import open_household


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> HouseholdFace | NotIn | None:
    now = behind.clock.read()
    opened = open_household(tx, by, place.argument, now)
    if isinstance(opened, NotIn):
        return opened
    if not opened.records:
        return None
    cards = tx.cards.of_household(opened.household)
    return face.derive(opened, cards, stock(tx, behind), by.worker, now.day())
