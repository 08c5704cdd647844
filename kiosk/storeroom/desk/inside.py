"""Who is inside, and whether that is everybody."""

from kiosk.db.tx import Tx
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk import inside as face
from kiosk.ui.desk.faces import NOTHING, Said
from kiosk.ui.desk.inside import InsideFace
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.day import register_of_day


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> InsideFace | NotIn:
    now = behind.clock.read()
    day = register_of_day(tx, by, now)
    if isinstance(day, NotIn):
        return day
    return face.derive(day, now, copied=tx.syncing.get().first_copy_complete)


def act(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    return NOTHING


def badge(tx: Tx, behind: Behind, by: Entered) -> int:
    return 0
