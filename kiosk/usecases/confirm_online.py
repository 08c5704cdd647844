"""A wish that a parent confirms and a request that a worker answers get a place by central's word, where this station
has none: in two phases, as a sign-up (kiosk.usecases.sign_up_online)."""

from collections.abc import Callable
from typing import TypeVar

from kiosk.clock import Clock, Reading
from kiosk.db.tx import Tx
from kiosk.domain.redeeming import Asker
from kiosk.domain.signingup import Moved, NotSigned
from kiosk.domain.signups import State
from kiosk.domain.wire import PendingAnswer, PendingAsk
from kiosk.domain.workers import Entered, NotIn
from kiosk.usecases.answer_request import answer_request, requested
from kiosk.usecases.ask_online import Ask, CalledOff, asked_together, is_kept, is_open, void
from kiosk.usecases.confirm_wish import confirm_wish, wished
from kiosk.usecases.enter import InOne
from kiosk.usecases.places_online import each_a_place, missing, missing_to_all
from kiosk.usecases.sought import Sought, all_moved

T = TypeVar("T")
Look = Callable[[Tx, Reading], Sought | NotSigned | NotIn]
"""What a place is sought for: looked at before central is asked, and again after."""


def confirm_wish_or_ask(tx: Tx, signup: str, asker: Asker, now: Reading) -> Moved | NotSigned | NotIn | PendingAsk:
    """Where nobody waits for a place, as in a sign-up of their own."""
    those = wished(tx, signup, asker, now)
    lacks = missing_to_all(tx, those.station, those.places, now) if isinstance(those, Sought) else []
    if isinstance(those, Sought) and lacks:
        return asked_together(tx, those.station, lacks, now)
    return confirm_wish(tx, signup, asker, now)


def answer_or_ask(tx: Tx, by: Entered, signup: str, now: Reading) -> Moved | NotSigned | NotIn | PendingAsk:
    """Yes, whoever else waits: the worker chooses whom they answer."""
    those = requested(tx, by, signup, now)
    lacks = missing(tx, those.station, those.places, now) if isinstance(those, Sought) else []
    if isinstance(those, Sought) and lacks:
        return asked_together(tx, those.station, lacks, now)
    return answer_request(tx, by, signup, now, yes=True)


def place_for_wish(
    in_one: InOne, ask: Ask, first: PendingAsk, signup: str, asker: Asker, clock: Clock
) -> Moved | NotSigned | NotIn | CalledOff:
    """What comes of it; without a place by central's word, what it would have been with no network. Run it in a job: it
    waits for the network."""
    return _asked(
        in_one,
        ask,
        first,
        clock,
        look=lambda tx, now: wished(tx, signup, asker, now),
        otherwise=lambda tx, now: confirm_wish(tx, signup, asker, now),
    )


def place_for_request(
    in_one: InOne, ask: Ask, first: PendingAsk, by: Entered, signup: str, clock: Clock
) -> Moved | NotSigned | NotIn | CalledOff:
    """Likewise, of a request."""
    return _asked(
        in_one,
        ask,
        first,
        clock,
        look=lambda tx, now: requested(tx, by, signup, now),
        otherwise=lambda tx, now: answer_request(tx, by, signup, now, yes=True),
    )


def came_of(tx: Tx, signup: str, before: State) -> Moved | None:
    """What it came to where the question was called off too late; None where it stands as it stood `before`."""
    one = tx.signups.get(signup)
    return None if one is None or one.state is before else Moved(signup, one.state, "")


def _asked(
    in_one: InOne, ask: Ask, first: PendingAsk, clock: Clock, *, look: Look, otherwise: Callable[[Tx, Reading], T]
) -> Moved | CalledOff | T:
    answer = ask(first)

    def second(tx: Tx) -> Moved | CalledOff | T:
        now = clock.read()
        if not is_open(tx, first):
            return CalledOff()
        done = _by_central(tx, first, answer, look(tx, now), now)
        if done is None:
            void(tx, tx.station.get(), first, now)
        return otherwise(tx, now) if done is None else done

    return in_one(second)


def _by_central(
    tx: Tx, first: PendingAsk, answer: PendingAnswer | None, those: Sought | NotSigned | NotIn, now: Reading
) -> Moved | None:
    """None where central keeps none, or nothing is sought any more."""
    if not isinstance(those, Sought) or not is_kept(first, answer):
        return None
    if not {*first.by_subject} <= {place.id for place in those.places}:
        return None
    said = each_a_place(tx, those.station, those.places, first.by_subject, those.by)
    return None if isinstance(said, NotSigned) else all_moved(tx, those, said, now)
