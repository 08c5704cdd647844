"""The desk's station: how fresh, what waits, which of the hub's stations was heard when, and what time it is."""

from kiosk.db.tx import Tx
from kiosk.domain.codes import NotACode
from kiosk.domain.workers import Deed, Entered, NotIn, may
from kiosk.health import status
from kiosk.storeroom import stands
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk import station as face
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.station import DeskStationFace, Looked, TimeFace
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.acting import acting
from kiosk.usecases.inside import heard
from kiosk.usecases.tell_time import NotTold, TimeTold, in_the_city, question, show_phone, tell_by_hand


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> DeskStationFace | TimeFace | NotIn | None:
    allowed, now = acting(tx, by, Deed.STATION), behind.clock.read()
    if isinstance(allowed, NotIn):
        return allowed
    if place.about:
        return _time(tx, behind, by) if place.about == "time" else None
    found = status.read(tx, now)
    looked = Looked(
        stands=stands.station(tx, "it", now),
        heard=heard(tx, now),
        blanks=found.blanks_left if found else 0,
        aside=found.need_a_person if found else 0,
        anchored=now.anchor is not None,
        by_hand=behind.clock.by_hand(),
    )
    return face.derive(looked, now)


def act(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "scan": a phone shows what central signed; "time": a coordinator says `day` and `time` as a watch shows them."""
    match wish.verb:
        case "scan":
            read = behind.read(wish.text("code").encode())
            if isinstance(read, NotACode):
                return NOTHING
            return _said(show_phone(behind.in_one, by, read, behind.clock))
        case "time":
            at = in_the_city(wish.text("day"), wish.text("time"))
            return _said(tell_by_hand(behind.in_one, by, at, behind.clock))
    return NOTHING


def badge(tx: Tx, behind: Behind, by: Entered) -> int:
    return 0


def _time(tx: Tx, behind: Behind, by: Entered) -> TimeFace:
    asked = question(tx, behind.settings.pages, behind.clock)
    return face.time_face(asked, behind.clock.read(), by_hand=may(by.worker, Deed.CLOCK))


def _said(told: TimeTold | NotTold | NotIn) -> Said | NotIn:
    if isinstance(told, NotIn):
        return told
    return Said(Tone.DONE, "told", to="station") if isinstance(told, TimeTold) else Said(Tone.NO, told.value)
