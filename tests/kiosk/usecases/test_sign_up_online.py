"""A place that only central can give: asked in two phases, and never a yes that central did not keep."""

import pytest

from kiosk.domain.events import Type
from kiosk.domain.parts import Part
from kiosk.domain.signingup import SignedUp, Wanted
from kiosk.domain.signups import Paid, State
from kiosk.domain.wire import No, Pending, PendingAnswer, PendingAsk
from kiosk.usecases.ask_online import Ask, CalledOff, call_off
from kiosk.usecases.sign_up_online import sign_up_asked, sign_up_or_ask, signed_before
from tests import sessions
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.sessions import stands
from tests.station import Station
from tests.value import BY_SARA, HOME

ONE_PLACE = (Part("", 1),)


def kept(asked: PendingAsk) -> PendingAnswer:
    return PendingAnswer(asked.request, Pending.PENDING, ONE_PLACE)


def refused(asked: PendingAsk) -> PendingAnswer:
    return PendingAnswer(asked.request, Pending.REFUSED, why=No.NOT_ENOUGH)


def nobody(_: PendingAsk) -> None:
    return None


def asks(station: Station, ask: Ask, clock: ToldClock) -> object:
    """Both phases, as a face goes through them."""
    wanted, now = Wanted(HOME, "sara", ("s1",)), clock.read()
    first = station.do(lambda tx: sign_up_or_ask(tx, wanted, BY_SARA, now))
    if not isinstance(first, PendingAsk):
        return first
    return sign_up_asked(station.do, ask, first, wanted, BY_SARA, clock)


def online(station: Station, answer: Ask, clock: ToldClock) -> SignedUp:
    said = asks(station, answer, clock)
    assert isinstance(said, SignedUp), said
    return said


def types(station: Station) -> list[str]:
    return [one.header.type for one in station.do(lambda tx: tx.events.outbox(station.id, 500))]


def test_what_central_keeps_is_a_place_of_centrals(station: Station, central: CentralAt, clock: ToldClock) -> None:
    sessions.all_set(central, station, places=0, at="elsewhere")
    asked: list[PendingAsk] = []

    def answer(ask: PendingAsk) -> PendingAnswer:
        asked.append(ask)
        assert types(station) == [Type.PENDING_ASKED]  # on disk before anybody is asked
        return kept(ask)

    done = online(station, answer, clock)
    assert (done.state, done.signups) == (State.CONFIRMED, (asked[0].request,))
    one = station.do(lambda tx: tx.signups.get(done.signups[0]))
    assert one is not None
    assert one.paid is Paid.CENTRAL
    assert station.do(lambda tx: tx.pendings.open()) == []


@pytest.mark.parametrize("answer", [refused, nobody])
def test_without_centrals_yes_it_is_a_request_and_what_was_asked_is_voided(
    station: Station, central: CentralAt, clock: ToldClock, answer: Ask
) -> None:
    sessions.all_set(central, station, places=0, at="elsewhere")
    done = online(station, answer, clock)
    assert stands(station, done.signups[0]) is State.REQUESTED
    assert types(station) == [Type.PENDING_ASKED, Type.PENDING_VOIDED, Type.SIGNED_UP]


def test_where_this_station_has_a_place_nobody_is_asked(station: Station, central: CentralAt, clock: ToldClock) -> None:
    sessions.all_set(central, station)

    def answer(_: PendingAsk) -> PendingAnswer:
        raise AssertionError("asked")

    assert online(station, answer, clock).state is State.CONFIRMED


def test_a_session_cancelled_while_central_was_asked_gives_no_place(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    sessions.all_set(central, station, places=0, at="elsewhere")

    def answer(ask: PendingAsk) -> PendingAnswer:
        sessions.session(central, cancelled=True)
        station.sync()
        return kept(ask)

    said = asks(station, answer, clock)
    assert not isinstance(said, SignedUp)
    assert station.do(lambda tx: tx.pendings.open()) == []


def test_a_place_that_was_called_off_is_nobodys_and_no_request_either(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    sessions.all_set(central, station, places=0, at="elsewhere")

    def answer(ask: PendingAsk) -> PendingAnswer:
        now = clock.read()
        station.do(lambda tx: call_off(tx, ask, now))
        return kept(ask)

    assert asks(station, answer, clock) == CalledOff()
    assert types(station) == [Type.PENDING_ASKED, Type.PENDING_VOIDED]


def test_while_somebody_waits_for_it_nobody_passes_them_by_asking(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    sessions.all_set(central, station, places=0)
    assert online(station, nobody, clock).state is State.WAITING
    now, amina = clock.read(), Wanted(HOME, "amina", ("s1",))
    said = station.do(lambda tx: sign_up_or_ask(tx, amina, BY_SARA, now))
    assert isinstance(said, SignedUp)
    assert said.state is State.WAITING


@pytest.mark.parametrize(("answer", "state"), [(kept, State.CONFIRMED), (nobody, State.REQUESTED)])
def test_what_is_called_off_too_late_is_what_it_came_to(
    station: Station, central: CentralAt, clock: ToldClock, answer: Ask, state: State
) -> None:
    sessions.all_set(central, station, places=0, at="elsewhere")
    asked: list[PendingAsk] = []

    def ask(first: PendingAsk) -> PendingAnswer | None:
        asked.append(first)
        return answer(first)

    done, wanted, now = online(station, ask, clock), Wanted(HOME, "sara", ("s1",)), clock.read()
    station.do(lambda tx: call_off(tx, asked[0], now))
    told = station.do(lambda tx: signed_before(tx, asked[0], wanted))
    assert told is not None
    assert (told.signups, told.state) == (done.signups, state)
