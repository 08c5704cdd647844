"""Who is inside, and whether that is everybody."""

from kiosk.db.tx import Tx
from kiosk.domain import catalogue
from kiosk.domain.workers import Entered, NotIn
from kiosk.papers import evacuation, words
from kiosk.papers.headcount import Evacuation
from kiosk.papers.paper import ToPrint
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk import inside as face
from kiosk.ui.desk.faces import NOTHING, Said
from kiosk.ui.desk.inside import InsideFace
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases import browse
from kiosk.usecases.day import list_of_inside, register_of_day

LANGUAGE = "it"


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> InsideFace | NotIn:
    now = behind.clock.read()
    day = register_of_day(tx, by, now)
    if isinstance(day, NotIn):
        return day
    return face.derive(day, now, copied=tx.syncing.get().first_copy_complete)


def act(behind: Behind, by: Entered, wish: Wish) -> Said | ToPrint | NotIn:
    return _print(behind, by) if wish.verb == "print" else NOTHING


def _print(behind: Behind, by: Entered) -> ToPrint | NotIn:
    now = behind.clock.read()

    def work(tx: Tx) -> Evacuation | NotIn:
        listed, hub = list_of_inside(tx, by, now), browse.hub(tx)
        if isinstance(listed, NotIn):
            return listed
        name = catalogue.in_language(hub.name, LANGUAGE) if hub else ""
        return Evacuation(name, now.at, *listed)

    listed = behind.in_one(work)
    if isinstance(listed, NotIn):
        return listed
    return ToPrint(lambda: evacuation.paper(listed, words.load(LANGUAGE).headcount))


def badge(tx: Tx, behind: Behind, by: Entered) -> int:
    return 0
