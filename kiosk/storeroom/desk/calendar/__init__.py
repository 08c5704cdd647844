"""The desk's calendar: each look and each wish of it goes to the module that knows it."""

from collections.abc import Callable, Mapping

from kiosk.db.tx import Tx
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.calendar import editing, giving, looks
from kiosk.ui.desk.faces import NOTHING, Said
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.edit_calendar import stranded
from kiosk.usecases.lead import leads

Look = Callable[[Tx, Behind, Entered, Place], object]  # None: what is looked at is gone
Act = Callable[[Behind, Entered, Wish], Said | NotIn]

_LOOKS: Mapping[str, Look] = {
    "": looks.week,
    "day": looks.day,
    "turn": looks.turn,
    "find": looks.find,
    "family": looks.family,
    "count": looks.count,
    "full": looks.full,
}
_ACTS: Mapping[str, Act] = {
    "scan": giving.scan,
    "put": editing.put,
    "undo": editing.undo,
    "expect": giving.give,
    "again": giving.again,
    "against": giving.against,
    "off": giving.take_off,
    "mistake": giving.mistake,
}


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> object | NotIn:
    page = _LOOKS.get(place.head)
    return page(tx, behind, by, place) if page else None


def act(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    deed = _ACTS.get(wish.verb)
    return deed(behind, by, wish) if deed else NOTHING


def badge(tx: Tx, behind: Behind, by: Entered) -> int:
    """How many people are expected in a turn that is no more: the lead speaks to them."""
    return len(stranded(tx, behind.clock.read())) if leads(tx) else 0
