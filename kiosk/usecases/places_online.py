"""Places that this station cannot give and central may: which are asked for, and what is said of each then."""

from collections.abc import Mapping, Sequence

from kiosk.clock import Reading
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain.signingup import No, NotSigned
from kiosk.domain.signups import Paid, State
from kiosk.domain.workers import Entered
from kiosk.usecases.outages import within_reach
from kiosk.usecases.seats import Said, Seat, free, seat, somebody_waits


def missing(tx: Tx, station: Station, places: Sequence[Seat], now: Reading) -> list[str]:
    """The sessions in which there is none here; nothing where central did not answer a moment ago."""
    return [place.id for place in places if _is_full(tx, station, place)] if within_reach(tx, now) else []


def missing_to_all(tx: Tx, station: Station, places: Sequence[Seat], now: Reading) -> list[str]:
    """Likewise, and nothing where somebody waits: whoever asks passes nobody by."""
    return [] if any(somebody_waits(tx, place.id) for place in places) else missing(tx, station, places, now)


def may_have(tx: Tx, sessions: Sequence[str], now: Reading) -> bool:
    """Whether central may have what is missing of these: it is within reach, and not all is given that is known."""
    station, found = tx.station.get(), [seat(tx, session, now) for session in sessions]
    places = {place.id: place for place in found if isinstance(place, Seat)}
    if station is None or len(places) < len(found):
        return False
    lacks = missing(tx, station, [*places.values()], now)
    return bool(lacks) and not any(_is_given(tx, places[id_]) for id_ in lacks)


def each_a_place(
    tx: Tx, station: Station, places: Sequence[Seat], requests: Mapping[str, str], by: Entered | None
) -> list[Said] | NotSigned:
    """A place in each of them, or in none. `requests`: by which central keeps one, by the session; the others are this
    station's own."""
    said = list[Said]()
    for place in places:
        request = requests.get(place.id, "")
        if request:
            said.append(Said(State.CONFIRMED, Paid.CENTRAL, by=by, request=request))
        elif _is_full(tx, station, place):
            return NotSigned(No.NO_PLACE)
        else:
            said.append(Said(State.CONFIRMED, Paid.ALLOTMENT if place.counted else Paid.NONE, by=by))
    return said


def _is_given(tx: Tx, place: Seat) -> bool:
    """Whether every place of it is somebody's."""
    return sum(one.holds for one in tx.signups.of_session(place.id)) >= (place.session.capacity or 0)


def _is_full(tx: Tx, station: Station, place: Seat) -> bool:
    return place.counted and free(tx, station, place.id) < 1
