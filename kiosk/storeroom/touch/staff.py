"""What a worker asks at the touchscreen: who may enter by PIN, and who is inside."""

from collections.abc import Mapping

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.overrides import Sight
from kiosk.domain.workers import Entered
from kiosk.storeroom import stands
from kiosk.storeroom.behind import Behind
from kiosk.ui.faces import StationState
from kiosk.ui.touch import derive_inside
from kiosk.ui.touch.staff_faces import InsideFace
from kiosk.ui.touch.wishes import LookInside, Pick, StaffWish, WhoIsIn
from kiosk.usecases.acting import NotIn
from kiosk.usecases.enter import colleagues, pick
from kiosk.usecases.inside import Inside, inside
from kiosk.usecases.look import look


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
    """Who looked is in the chain before they see it."""
    seen = look(tx, by, Sight.INSIDE, "", now)
    if isinstance(seen, NotIn):
        return seen
    held, station = inside(tx, now), stands.station(tx, "it", now)
    fresh = station is not None and station.state is StationState.UP_TO_DATE
    return derive_inside.inside(held, _initials(tx, held), fresh, now)


def _initials(tx: Tx, held: Inside) -> Mapping[str, str]:
    """Of family names, as the household knows them by which each is told of: "R." Nothing at a touch-only station."""
    people = {line.person.id: line.person.household for line in held.lines if line.person}
    names = tx.families.family_names(people)
    return {person: f"{name[0]}." for person, name in names.items()}
