"""A wish that a parent confirms, a request that a worker answers: by central's place where there is none here."""

import pytest

from kiosk.domain.accounts import Kind
from kiosk.domain.events import Type
from kiosk.domain.signingup import Moved, No, NotSigned, SignedUp
from kiosk.domain.signups import Paid, State
from kiosk.domain.wire import PendingAsk
from kiosk.domain.workers import Entered
from kiosk.usecases.ask_online import Ask, CalledOff, call_off
from kiosk.usecases.confirm_online import (
    answer_or_ask,
    came_of,
    confirm_wish_or_ask,
    place_for_request,
    place_for_wish,
)
from tests import sessions
from tests.central.value import balance, books_hold
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.kiosk.usecases.test_courses_online import DATES, keeps, nobody, refuses
from tests.kiosk.usecases.test_courses_online import at as at
from tests.kiosk.usecases.test_sign_up import AMINA
from tests.kiosk.usecases.test_sign_up_online import types
from tests.sessions import signed, stands
from tests.station import Station
from tests.value import BY_SARA
from tests.workers import on_shift


@pytest.fixture
def alone(station: Station, central: CentralAt) -> Station:
    """One session in another hub, of which this station may give nothing."""
    sessions.all_set(central, station, places=0, at="elsewhere")
    return station


@pytest.fixture
def worker(alone: Station, central: CentralAt) -> Entered:
    return on_shift(alone, central)


def wished(station: Station, *of: str) -> tuple[str, ...]:
    said = signed(station, "amina", *of, asker=AMINA)
    assert isinstance(said, SignedUp)
    assert said.state is State.WISHED
    return said.signups


def requested(station: Station) -> str:
    said = signed(station)
    assert isinstance(said, SignedUp)
    assert said.state is State.REQUESTED
    return said.signups[0]


def confirms(station: Station, signup: str, ask: Ask, clock: ToldClock) -> object:
    now = clock.read()
    first = station.do(lambda tx: confirm_wish_or_ask(tx, signup, BY_SARA, now))
    if not isinstance(first, PendingAsk):
        return first
    return place_for_wish(station.do, ask, first, signup, BY_SARA, clock)


def answers(station: Station, by: Entered, signup: str, ask: Ask, clock: ToldClock) -> object:
    now = clock.read()
    first = station.do(lambda tx: answer_or_ask(tx, by, signup, now))
    if not isinstance(first, PendingAsk):
        return first
    return place_for_request(station.do, ask, first, by, signup, clock)


def test_a_wish_that_a_parent_confirms_gets_a_place_of_centrals(alone: Station, clock: ToldClock) -> None:
    (wish,) = wished(alone)
    said = confirms(alone, wish, keeps, clock)
    assert isinstance(said, Moved)
    one = alone.do(lambda tx: tx.signups.get(wish))
    assert one is not None
    assert (said.state, one.state, one.paid) == (State.CONFIRMED, State.CONFIRMED, Paid.CENTRAL)
    assert alone.do(lambda tx: tx.pendings.open()) == []


@pytest.mark.parametrize("answer", [refuses, nobody])
def test_without_centrals_yes_the_wish_is_a_request_as_with_no_network(
    alone: Station, clock: ToldClock, answer: Ask
) -> None:
    (wish,) = wished(alone)
    said = confirms(alone, wish, answer, clock)
    assert isinstance(said, Moved)
    assert said.state is State.REQUESTED
    assert types(alone) == [Type.SIGNED_UP, Type.PENDING_ASKED, Type.PENDING_VOIDED, Type.SIGN_UP_MOVED]


def test_the_real_central_takes_the_place_that_it_kept_for_a_wish(
    alone: Station, central: CentralAt, clock: ToldClock
) -> None:
    (wish,) = wished(alone)
    assert alone.sync().trouble == ""
    confirms(alone, wish, alone.central.pending, clock)
    assert balance(central.own, Kind.PENDING) == 1
    outbox = alone.do(lambda tx: tx.events.outbox(alone.id, 50))
    said = next(one for one in outbox if one.header.type == Type.SIGN_UP_MOVED)
    assert said.header.version == 2  # a central that cannot read it answers `later`, and goes on keeping the place
    assert alone.sync().waiting == 0
    assert (balance(central.own, Kind.TAKEN), balance(central.own, Kind.PENDING)) == (1, 0)
    books_hold(central.own)


def test_of_a_course_the_whole_wish_is_asked_for_as_one(at: Station, clock: ToldClock) -> None:
    wish = wished(at, *DATES)
    confirms(at, wish[1], keeps, clock)
    assert {stands(at, id_) for id_ in wish} == {State.CONFIRMED}
    ways = at.do(lambda tx: [one.paid for id_ in wish if (one := tx.signups.get(id_))])
    assert ways == [Paid.ALLOTMENT, Paid.CENTRAL, Paid.CENTRAL]


def test_a_child_who_says_yes_for_themselves_asks_nobody(alone: Station, clock: ToldClock) -> None:
    (wish,) = wished(alone)
    now = clock.read()
    assert alone.do(lambda tx: confirm_wish_or_ask(tx, wish, AMINA, now)) == NotSigned(No.NOT_ALLOWED)
    assert types(alone) == [Type.SIGNED_UP]


def test_a_worker_meets_a_request_with_a_place_of_centrals(alone: Station, worker: Entered, clock: ToldClock) -> None:
    request = requested(alone)
    assert isinstance(answers(alone, worker, request, keeps, clock), Moved)
    assert stands(alone, request) is State.CONFIRMED


def test_a_worker_who_was_told_no_may_ask_again(alone: Station, worker: Entered, clock: ToldClock) -> None:
    request = requested(alone)
    assert answers(alone, worker, request, refuses, clock) == NotSigned(No.NO_PLACE)
    assert stands(alone, request) is State.REQUESTED
    assert isinstance(answers(alone, worker, request, keeps, clock), Moved)


def test_a_request_that_was_answered_meanwhile_takes_nothing_more(
    alone: Station, worker: Entered, clock: ToldClock
) -> None:
    request, now = requested(alone), clock.read()
    first = alone.do(lambda tx: answer_or_ask(tx, worker, request, now))
    again = alone.do(lambda tx: answer_or_ask(tx, worker, request, now))
    assert isinstance(first, PendingAsk)
    assert isinstance(again, PendingAsk)
    assert isinstance(place_for_request(alone.do, keeps, first, worker, request, clock), Moved)
    assert place_for_request(alone.do, keeps, again, worker, request, clock) == NotSigned(No.NOT_SO)
    assert alone.do(lambda tx: tx.pendings.open()) == []


def test_what_is_not_waited_for_stays_a_request_and_is_nobodys_place(
    alone: Station, worker: Entered, clock: ToldClock
) -> None:
    request, now = requested(alone), clock.read()
    first = alone.do(lambda tx: answer_or_ask(tx, worker, request, now))
    assert isinstance(first, PendingAsk)
    alone.do(lambda tx: call_off(tx, first, now))
    assert place_for_request(alone.do, keeps, first, worker, request, clock) == CalledOff()
    assert alone.do(lambda tx: came_of(tx, request, State.REQUESTED)) is None
