"""A card on the screen: "card/HOUSEHOLD/SERIAL"."""

from kiosk.db.tx import Tx
from kiosk.domain.visits import Reason, Refused
from kiosk.domain.workers import Entered
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk.families import paper as face
from kiosk.ui.desk.families.household import members
from kiosk.ui.desk.families.paper import CardPaperFace
from kiosk.ui.desk.wishes import Place
from kiosk.usecases.acting import NotIn
from kiosk.usecases.bind_card import reprint
from kiosk.usecases.find_family import open_household


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> CardPaperFace | NotIn | None:
    now = behind.clock.read()
    household, _, number = place.argument.partition("/")
    opened = open_household(tx, by, household, now)
    if isinstance(opened, NotIn):
        return opened
    people = members(opened, tx.cards.of_household(household), now.day())
    held = [(one.who, card.serial) for one in people for card in one.cards if str(card.serial) == number]
    if not held:
        return None
    who, serial = held[0]
    again = reprint(tx, by, serial)
    if isinstance(again, NotIn):
        return again
    if isinstance(again, Refused):
        return face.derive(household, who, serial, "") if again.reason is Reason.NOT_OURS else None
    return face.derive(household, who, serial, again.code)
