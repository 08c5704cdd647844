"""The desk's vouchers: each look and each wish goes to the module that knows it."""

from collections.abc import Callable, Mapping

from kiosk.db.tx import Tx
from kiosk.domain.workers import Entered, NotIn
from kiosk.papers.paper import ToPrint
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.vouchers import checking, finding, paid, paying, second, statements, using
from kiosk.ui.desk.asking import ToAsk
from kiosk.ui.desk.faces import NOTHING, Said
from kiosk.ui.desk.wishes import ANOTHER, Place, Wish

Look = Callable[[Tx, Behind, Entered, Place], object]  # None: what is looked at is gone
Act = Callable[[Behind, Entered, Wish], Said | NotIn | ToPrint | ToAsk]

_LOOKS: Mapping[str, Look] = {
    "": finding.find,
    "family": finding.family,
    "use": using.use,
    "say": using.say,
    ANOTHER: second.look,
    "done": paid.done,
    "reverse": paid.reverse,
    "check": checking.look,
    "statement": statements.look,
}
_ACTS: Mapping[str, Act] = {
    "pay": paying.pay,
    "with": second.stands_by,
    "reverse": paid.reverse_it,
    "print": paid.print_receipt,
    "statement": statements.print_it,
    "csv": statements.save,
}
_SCANS: Mapping[str, Act] = {ANOTHER: second.scan, "check": checking.scan, "say": using.scan}


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> object | NotIn:
    seen = _LOOKS.get(place.head)
    return seen(tx, behind, by, place) if seen else None


def act(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn | ToPrint | ToAsk:
    if wish.verb == "scan":
        return _SCANS.get(Place(wish.section, wish.about).head, finding.scan)(behind, by, wish)
    done = _ACTS.get(wish.verb)
    return done(behind, by, wish) if done else NOTHING


def badge(tx: Tx, behind: Behind, by: Entered) -> int:
    return 0
