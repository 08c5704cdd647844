"""A sign-up that central can confirm, where this station has no place to give: in two phases, as a redemption.

Where central has none either, or does not answer, it is what it would have been with no network.
"""

from kiosk.clock import Clock, Reading, stamp
from kiosk.db.tx import Tx
from kiosk.domain.allotments import What
from kiosk.domain.events import uuid7
from kiosk.domain.redeeming import Asker
from kiosk.domain.signingup import NotSigned, SignedUp, Wanted
from kiosk.domain.signups import Paid, Signup, State
from kiosk.domain.wire import PendingAnswer, PendingAsk
from kiosk.usecases.acting import NotIn
from kiosk.usecases.ask_online import Ask, asked, is_kept, void
from kiosk.usecases.enter import InOne
from kiosk.usecases.seats import Said, Seat, begin, somebody_waits
from kiosk.usecases.sign_up import may_say, needs_a_parent, outcome, places_of, sign_up


def sign_up_online(in_one: InOne, ask: Ask, wanted: Wanted, asker: Asker, clock: Clock) -> SignedUp | NotSigned | NotIn:
    """Of one session; a course is not asked for online. Run it in a job: it waits for the network."""
    first = in_one(lambda tx: _first(tx, wanted, asker, clock.read()))
    if not isinstance(first, PendingAsk):
        return first
    answer = ask(first)
    return in_one(lambda tx: _second(tx, first, answer, wanted, asker, clock.read()))


def _first(tx: Tx, wanted: Wanted, asker: Asker, now: Reading) -> PendingAsk | SignedUp | NotSigned | NotIn:
    station = may_say(tx, asker, wanted.person, wanted.household, now)
    if isinstance(station, NotSigned | NotIn):
        return station
    places = places_of(tx, wanted, asker, now)
    if isinstance(places, NotSigned):
        return places
    if not needs_a_parent(tx, asker, now) and _only_central_has_one(tx, places, asker):
        return asked(tx, station, uuid7(), What.SESSION, places[0].id, 1, now)
    return sign_up(tx, wanted, asker, now)


def _only_central_has_one(tx: Tx, places: list[Seat], asker: Asker) -> bool:
    station = tx.station.get()
    if station is None or len(places) != 1 or somebody_waits(tx, places[0].id):
        return False
    (said,) = outcome(tx, station, places, asker.worker)
    return said.state is not State.CONFIRMED


def _second(
    tx: Tx, first: PendingAsk, answer: PendingAnswer | None, wanted: Wanted, asker: Asker, now: Reading
) -> SignedUp | NotSigned | NotIn:
    station = may_say(tx, asker, wanted.person, wanted.household, now)
    places = places_of(tx, wanted, asker, now)
    if isinstance(station, NotSigned | NotIn) or isinstance(places, NotSigned) or not is_kept(tx, first, answer):
        void(tx, tx.station.get(), first.request, now)
        return sign_up(tx, wanted, asker, now)
    (place,) = places
    at = stamp(now.at)
    new = Signup(first.request, place.id, wanted.person, wanted.household, State.CONFIRMED, at, at)
    event = begin(tx, station, place, new, Said(State.CONFIRMED, Paid.CENTRAL, by=asker.worker), wanted.serial, now)
    tx.pendings.close(first.request, event)
    return SignedUp((new.id,), State.CONFIRMED, (event,))
