"""The desk's station: how fresh, what waits, which of the hub's stations was heard when."""

from kiosk.db.tx import Tx
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.health import status
from kiosk.storeroom import stands
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk import station as face
from kiosk.ui.desk.faces import NOTHING, Said
from kiosk.ui.desk.station import DeskStationFace, Looked
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.acting import acting
from kiosk.usecases.inside import heard


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> DeskStationFace | NotIn:
    allowed, now = acting(tx, by, Deed.STATION), behind.clock.read()
    if isinstance(allowed, NotIn):
        return allowed
    found = status.read(tx, now)
    looked = Looked(
        stands=stands.station(tx, "it", now),
        heard=heard(tx, now),
        blanks=found.blanks_left if found else 0,
        aside=found.need_a_person if found else 0,
        anchored=now.anchor is not None,
    )
    return face.derive(looked, now)


def act(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    return NOTHING


def badge(tx: Tx, behind: Behind, by: Entered) -> int:
    return 0
