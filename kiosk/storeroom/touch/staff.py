"""What a worker asks at the touchscreen: who may enter by PIN, and who is inside."""

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.ui.touch import derive_inside
from kiosk.ui.touch.staff_faces import InsideFace
from kiosk.ui.touch.wishes import LookInside, Pick, StaffWish, WhoIsIn
from kiosk.usecases.day import register_of_day
from kiosk.usecases.enter import colleagues, pick


def ask(tx: Tx, behind: Behind, wish: StaffWish) -> object:
    now = behind.clock.read()
    match wish:
        case WhoIsIn():
            return tuple(colleagues(tx, now))
        case Pick(worker):
            return pick(tx, worker, now)
        case LookInside(by):
            return _inside(tx, by, now)


def _inside(tx: Tx, by: Entered, now: Reading) -> InsideFace | NotIn:
    day = register_of_day(tx, by, now)
    if isinstance(day, NotIn):
        return day
    return derive_inside.inside(day, now, copied=tx.syncing.get().first_copy_complete)
