"""The desk's day: each look and each wish of it goes to the module that knows it."""

from collections.abc import Callable, Mapping

from kiosk.db.tx import Tx
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.today import arrivals, awaited, departures, looks, mending, scans
from kiosk.ui.desk.faces import NOTHING, Said
from kiosk.ui.desk.wishes import Place, Wish

Look = Callable[[Tx, Behind, Entered, Place], object | NotIn]
Act = Callable[[Behind, Entered, Wish], Said | NotIn]

_LOOKS: Mapping[str, Look] = {
    "": looks.register,
    "arrive": looks.arrive,
    "family": looks.family,
    "count": looks.count,
    "guest": looks.guest,
    "group": looks.group,
    "leave": looks.leave,
    "stop": looks.stop,
    "mend": looks.mend,
}
_ACTS: Mapping[str, Act] = {
    "scan": scans.scan,
    "come": arrivals.come,
    "count": arrivals.count,
    "guest": arrivals.guest,
    "group": arrivals.group,
    "awaited": awaited.came,
    "not_come": awaited.not_come,
    "see": mending.see,
    "let_go": departures.let_go,
    "against": departures.against,
    "together": departures.together,
    "mend": mending.mend,
    "undo": mending.undo_last,
}


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> object | NotIn:
    seen = _LOOKS.get(place.head)
    return seen(tx, behind, by, place) if seen else None


def act(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    done = _ACTS.get(wish.verb)
    return done(behind, by, wish) if done else NOTHING


def badge(tx: Tx, behind: Behind, by: Entered) -> int:
    return 0
