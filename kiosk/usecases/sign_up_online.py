"""A sign-up that central can confirm, where this station has no place to give: in two phases, as a redemption.

Where central has none either, or does not answer, it is what it would have been with no network.
"""

from collections.abc import Callable
from typing import TypeVar

from kiosk.clock import Clock, Reading, stamp
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain.allotments import What
from kiosk.domain.redeeming import Asker
from kiosk.domain.signingup import No, NotSigned, SignedUp, Wanted
from kiosk.domain.signups import Paid, Signup, State
from kiosk.domain.wire import PendingAnswer, PendingAsk
from kiosk.domain.workers import NotIn
from kiosk.usecases.ask_online import Ask, CalledOff, asked, is_kept, is_open, void
from kiosk.usecases.enter import InOne
from kiosk.usecases.outages import within_reach
from kiosk.usecases.seats import Said, Seat, begin, open_of, seat, somebody_waits
from kiosk.usecases.sign_up import may_say, needs_a_parent, outcome, places_of, sign_up

T = TypeVar("T")


def sign_up_or_ask(tx: Tx, wanted: Wanted, asker: Asker, now: Reading) -> SignedUp | NotSigned | NotIn | PendingAsk:
    """With a place that is here; else, where central is within reach, it is asked for one: the first phase is on disk.
    A course is not asked for online."""
    station = may_say(tx, asker, wanted.person, wanted.household, now)
    if isinstance(station, NotSigned | NotIn):
        return station
    places = places_of(tx, wanted, asker, now)
    if isinstance(places, NotSigned):
        return places
    if not needs_a_parent(tx, asker, now) and _only_central_has_one(tx, station, places, now):
        return asked(tx, station, What.SESSION, places[0].id, 1, now)
    return sign_up(tx, wanted, asker, now)


def place_asked(
    in_one: InOne,
    ask: Ask,
    first: PendingAsk,
    wanted: Wanted,
    asker: Asker,
    clock: Clock,
    otherwise: Callable[[Tx], T],
) -> SignedUp | NotSigned | NotIn | CalledOff | T:
    """A place by central's word; `otherwise`, in the same transaction, where it has none or does not answer. Run it in
    a job: it waits for the network."""
    answer = ask(first)

    def second(tx: Tx) -> SignedUp | NotSigned | NotIn | CalledOff | T:
        said = _second(tx, first, answer, wanted, asker, clock.read())
        return otherwise(tx) if said == NotSigned(No.NO_PLACE) else said

    return in_one(second)


def sign_up_asked(
    in_one: InOne, ask: Ask, first: PendingAsk, wanted: Wanted, asker: Asker, clock: Clock
) -> SignedUp | NotSigned | NotIn | CalledOff:
    """What comes of it; without a place by central's word, what it would have been with no network."""
    return place_asked(in_one, ask, first, wanted, asker, clock, lambda tx: sign_up(tx, wanted, asker, clock.read()))


def signed_before(tx: Tx, first: PendingAsk, wanted: Wanted) -> SignedUp | None:
    """What came of a request that was called off too late: a place, or what it was without one."""
    pending = tx.pendings.get(first.request)
    theirs = [one for one in open_of(tx, tx.merges.ids(wanted.person)) if one.session == first.of]
    if not theirs or pending is None:
        return None
    event = pending.closed_by if theirs[0].id == first.request else ""
    return SignedUp((theirs[0].id,), theirs[0].state, (event or "",))


def would_ask(tx: Tx, session: str, now: Reading) -> bool:
    """Whether central is asked for a place before anybody is told that there is none."""
    station, place = tx.station.get(), seat(tx, session, now)
    return station is not None and isinstance(place, Seat) and _only_central_has_one(tx, station, [place], now)


def _only_central_has_one(tx: Tx, station: Station, places: list[Seat], now: Reading) -> bool:
    """Whether central is to be asked: nobody waits, there is none here, and it answered a moment ago."""
    if len(places) != 1 or somebody_waits(tx, places[0].id) or not within_reach(tx, now):
        return False
    (said,) = outcome(tx, station, places, None)
    return said.state is not State.CONFIRMED


def _second(
    tx: Tx, first: PendingAsk, answer: PendingAnswer | None, wanted: Wanted, asker: Asker, now: Reading
) -> SignedUp | NotSigned | NotIn | CalledOff:
    if not is_open(tx, first):
        return CalledOff()
    station = may_say(tx, asker, wanted.person, wanted.household, now)
    places = places_of(tx, wanted, asker, now)
    no = next((one for one in (station, places) if isinstance(one, NotSigned | NotIn)), None)
    if no is None and not is_kept(first, answer):
        no = NotSigned(No.NO_PLACE)
    if no is not None:
        void(tx, tx.station.get(), first.request, now)
        return no
    assert isinstance(station, Station)
    assert not isinstance(places, NotSigned)
    (place,) = places
    at = stamp(now.at)
    new = Signup(first.request, place.id, wanted.person, wanted.household, State.CONFIRMED, at, at)
    event = begin(tx, station, place, new, Said(State.CONFIRMED, Paid.CENTRAL, by=asker.worker), wanted.serial, now)
    tx.pendings.close(first.request, event)
    return SignedUp((new.id,), State.CONFIRMED, (event,))
