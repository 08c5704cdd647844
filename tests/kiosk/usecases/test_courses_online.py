"""A whole course that only central can fill: what is missing is asked for as one, and all of it is a yes, or none."""

from collections.abc import Callable, Sequence

import pytest

from kiosk.domain.events import Type
from kiosk.domain.parts import Part
from kiosk.domain.signingup import SignedUp, Wanted
from kiosk.domain.signups import Paid, State
from kiosk.domain.wire import No, Pending, PendingAnswer, PendingAsk
from kiosk.usecases.ask_online import Ask, CalledOff, call_off, void_unanswered
from kiosk.usecases.change_sign_up import undo_sign_up
from kiosk.usecases.sign_up_online import sign_up_asked, sign_up_or_ask, signed_before
from tests import sessions
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.kiosk.usecases.test_sign_up import free
from tests.kiosk.usecases.test_sign_up_online import types
from tests.sessions import signed, stands
from tests.station import Station
from tests.value import BY_SARA, HOME

DATES = ("s1", "s2", "s3")
WANTED = Wanted(HOME, "sara", DATES)


@pytest.fixture
def at(station: Station, central: CentralAt) -> Station:
    """Three Saturdays, signed up for as one, in another hub: this station may give a place of the first alone."""
    sessions.all_set(central, station, places=1, at="elsewhere")
    sessions.activity(central, booking="course")
    for n, day in (("2", 12), ("3", 19)):
        sessions.session(central, f"s{n}", starts=f"2026-12-{day}T10:00:00+01:00", ends=f"2026-12-{day}T11:30:00+01:00")
    assert station.sync().trouble == ""
    return station


def keeps(ask: PendingAsk) -> PendingAnswer:
    return PendingAnswer(ask.request, Pending.PENDING, (Part("", len(ask.each)),))


def keeps_the_first(ask: PendingAsk) -> PendingAnswer:
    """As a central does that knows nothing of courses."""
    return PendingAnswer(ask.request, Pending.PENDING, (Part("", 1),))


def refuses(ask: PendingAsk) -> PendingAnswer:
    return PendingAnswer(ask.request, Pending.REFUSED, why=No.NOT_ENOUGH)


def nobody(_: PendingAsk) -> None:
    return None


def asked(at: Station) -> PendingAsk:
    now = at.clock.read()
    first = at.do(lambda tx: sign_up_or_ask(tx, WANTED, BY_SARA, now))
    assert isinstance(first, PendingAsk), first
    return first


def answered(at: Station, first: PendingAsk, ask: Ask, clock: ToldClock) -> SignedUp:
    said = sign_up_asked(at.do, ask, first, WANTED, BY_SARA, clock)
    assert isinstance(said, SignedUp), said
    return said


def paid(at: Station, signups: Sequence[str]) -> list[Paid]:
    every = at.do(lambda tx: [tx.signups.get(id_) for id_ in signups])
    return [one.paid for one in every if one is not None]


def test_what_is_missing_is_asked_for_as_one_and_the_rest_is_the_stations_own(at: Station, clock: ToldClock) -> None:
    first = asked(at)
    assert [one.of for one in first.each] == ["s2", "s3"]
    assert types(at) == [Type.PENDING_ASKED, Type.PENDING_ASKED]  # on disk before anybody is asked
    done = answered(at, first, keeps, clock)
    assert (done.state, len(done.events)) == (State.CONFIRMED, 3)
    assert paid(at, done.signups) == [Paid.ALLOTMENT, Paid.CENTRAL, Paid.CENTRAL]
    assert {*first.requests} < {*done.signups}
    assert at.do(lambda tx: tx.pendings.open()) == []


@pytest.mark.parametrize("answer", [refuses, nobody, keeps_the_first])
def test_without_all_of_it_it_is_a_request_and_all_that_was_asked_is_voided(
    at: Station, clock: ToldClock, answer: Ask
) -> None:
    done = answered(at, asked(at), answer, clock)
    assert {stands(at, id_) for id_ in done.signups} == {State.REQUESTED}
    assert types(at).count(Type.PENDING_VOIDED) == 2
    assert free(at, "s1") == 1


def test_a_place_of_its_own_that_went_meanwhile_makes_it_a_request(at: Station, clock: ToldClock) -> None:
    def meanwhile(ask: PendingAsk) -> PendingAnswer:
        signed(at, "amina", "s1")
        return keeps(ask)

    done = answered(at, asked(at), meanwhile, clock)
    assert done.state is State.REQUESTED
    assert at.do(lambda tx: tx.pendings.open()) == []


def test_what_was_asked_and_not_answered_is_voided_at_the_start(at: Station, clock: ToldClock) -> None:
    first, now = asked(at), clock.read()
    assert at.do(lambda tx: void_unanswered(tx, now)) == 2
    assert sign_up_asked(at.do, keeps, first, WANTED, BY_SARA, clock) == CalledOff()


def test_within_seconds_it_is_undone_whole(at: Station, clock: ToldClock) -> None:
    done, now = answered(at, asked(at), keeps, clock), clock.read()
    at.do(lambda tx: undo_sign_up(tx, done.events, now))
    assert {stands(at, id_) for id_ in done.signups} == {State.CANCELLED}
    assert free(at, "s1") == 1


def test_with_no_network_nobody_is_asked(at: Station, central: CentralAt, clock: ToldClock) -> None:
    central.cut()
    at.sync()
    now = clock.read()
    said = at.do(lambda tx: sign_up_or_ask(tx, WANTED, BY_SARA, now))
    assert isinstance(said, SignedUp)
    assert said.state is State.REQUESTED


def whole(at: Station, clock: ToldClock) -> tuple[PendingAsk, SignedUp]:
    first = asked(at)
    return first, answered(at, first, keeps, clock)


def by_itself(at: Station, clock: ToldClock) -> tuple[PendingAsk, SignedUp]:
    first = asked(at)
    return first, answered(at, first, nobody, clock)


@pytest.mark.parametrize("so", [whole, by_itself])
def test_what_is_called_off_too_late_is_what_it_came_to_and_can_still_be_undone(
    at: Station, clock: ToldClock, so: Callable[[Station, ToldClock], tuple[PendingAsk, SignedUp]]
) -> None:
    first, done = so(at, clock)
    now = clock.read()
    at.do(lambda tx: call_off(tx, first, now))
    told = at.do(lambda tx: signed_before(tx, first, WANTED))
    assert told is not None
    assert ({*told.signups}, told.state, {*told.events}) == ({*done.signups}, done.state, {*done.events})


def test_what_is_called_off_in_time_is_nobodys(at: Station, clock: ToldClock) -> None:
    first, now = asked(at), clock.read()
    assert at.do(lambda tx: call_off(tx, first, now)) == ""
    assert at.do(lambda tx: signed_before(tx, first, WANTED)) is None
    assert types(at).count(Type.PENDING_VOIDED) == 2
