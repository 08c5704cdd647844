"""One person of a household is open: "person/HOUSEHOLD/PERSON"."""

from kiosk.db.tx import Tx
from kiosk.domain.workers import Entered
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk.families import person as face
from kiosk.ui.desk.families.person import PersonFace
from kiosk.ui.desk.wishes import Place
from kiosk.usecases.acting import NotIn
from kiosk.usecases.find_family import open_household


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> PersonFace | NotIn | None:
    now = behind.clock.read()
    household, _, person = place.argument.partition("/")
    opened = open_household(tx, by, household, now)
    if isinstance(opened, NotIn):
        return opened
    cards = tx.cards.of_household(household)
    secret = tx.secrets.of(person, household)
    tried = [tx.secrets.wrong(one.serial) for one in cards if one.person == person]
    wrong = max((one.count for one in tried if one is not None and one.day >= now.day()), default=0)
    return face.derive(opened, person, cards, secret, wrong, behind.settings.consent_text, by.worker, now.day())
