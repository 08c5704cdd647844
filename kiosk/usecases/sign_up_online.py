"""A sign-up that central can confirm, where this station has no place to give: in two phases, as a redemption. Of a
whole course it is asked for those that are missing, as one.

Where central has none either, or does not answer, it is what it would have been with no network.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from kiosk.clock import Clock, Reading
from kiosk.db.tx import Tx
from kiosk.domain.redeeming import Asker
from kiosk.domain.signingup import No, NotSigned, SignedUp, Wanted
from kiosk.domain.wire import PendingAnswer, PendingAsk
from kiosk.domain.workers import NotIn
from kiosk.usecases.ask_online import Ask, CalledOff, asked_together, is_kept, is_open, void
from kiosk.usecases.enter import InOne
from kiosk.usecases.places_online import each_a_place, missing_to_all
from kiosk.usecases.seats import Seat, open_of, seat
from kiosk.usecases.sign_up import may_say, needs_a_parent, places_of, sign, sign_up

T = TypeVar("T")


def sign_up_or_ask(tx: Tx, wanted: Wanted, asker: Asker, now: Reading) -> SignedUp | NotSigned | NotIn | PendingAsk:
    """With places that are here; else, where central is within reach, it is asked for those that are missing, all of
    them or none: the first phase is on disk."""
    station = may_say(tx, asker, wanted.person, wanted.household, now)
    if isinstance(station, NotSigned | NotIn):
        return station
    places = places_of(tx, wanted, asker, now)
    if isinstance(places, NotSigned):
        return places
    lacks = [] if needs_a_parent(tx, asker, now) else missing_to_all(tx, station, places, now)
    return asked_together(tx, station, lacks, now) if lacks else sign_up(tx, wanted, asker, now)


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
    theirs = [one for one in open_of(tx, tx.merges.ids(wanted.person)) if one.session in wanted.sessions]
    if tx.pendings.get(first.request) is None or first.of not in {one.session for one in theirs}:
        return None
    events = (tx.signups.began(one.id) for one in theirs)
    return SignedUp(tuple(one.id for one in theirs), theirs[0].state, tuple(events))


def would_ask(tx: Tx, sessions: Sequence[str], now: Reading) -> bool:
    """Whether central is asked for places in these before anybody is told that there is none."""
    station, places = tx.station.get(), [seat(tx, session, now) for session in sessions]
    known = [place for place in places if isinstance(place, Seat)]
    return station is not None and len(known) == len(places) and bool(missing_to_all(tx, station, known, now))


def _second(
    tx: Tx, first: PendingAsk, answer: PendingAnswer | None, wanted: Wanted, asker: Asker, now: Reading
) -> SignedUp | NotSigned | NotIn | CalledOff:
    if not is_open(tx, first):
        return CalledOff()
    said = _by_central(tx, first, answer, wanted, asker, now)
    if not isinstance(said, SignedUp):
        void(tx, tx.station.get(), first, now)
    return said


def _by_central(
    tx: Tx, first: PendingAsk, answer: PendingAnswer | None, wanted: Wanted, asker: Asker, now: Reading
) -> SignedUp | NotSigned | NotIn:
    station = may_say(tx, asker, wanted.person, wanted.household, now)
    if isinstance(station, NotSigned | NotIn):
        return station
    places = places_of(tx, wanted, asker, now)
    if isinstance(places, NotSigned):
        return places
    if not is_kept(first, answer):
        return NotSigned(No.NO_PLACE)
    said = each_a_place(tx, station, places, first.by_subject, asker.worker)
    return said if isinstance(said, NotSigned) else sign(tx, station, places, wanted, said, now)
