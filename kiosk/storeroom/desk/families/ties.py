"""What one adult is to one child: "tie/HOUSEHOLD/CHILD/ADULT"."""

from kiosk.db.tx import Tx
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk.families import tie as face
from kiosk.ui.desk.families.tie import TieFace
from kiosk.ui.desk.wishes import Place
from kiosk.usecases.find_family import open_household


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> TieFace | NotIn | None:
    now = behind.clock.read()
    household, _, pair = place.argument.partition("/")
    child, _, adult = pair.partition("/")
    opened = open_household(tx, by, household, now)
    return opened if isinstance(opened, NotIn) else face.derive(opened, adult, child, by.worker, now.day())
