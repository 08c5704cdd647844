"""A whole course is one: confirmed, requested, answered, called off and counted as one; in no line of single dates."""

from functools import partial

import pytest

from kiosk.domain.redeeming import Asker
from kiosk.domain.signingup import Moved, No, NotSigned, SignedUp
from kiosk.domain.signups import State
from kiosk.domain.workers import Entered
from kiosk.usecases import courses
from kiosk.usecases.answer_request import answer_request
from kiosk.usecases.change_sign_up import cancel_sign_up, undo_sign_up
from kiosk.usecases.confirm_wish import confirm_wish
from kiosk.usecases.late_requests import late_requests
from kiosk.usecases.sessions_here import requests_here
from kiosk.usecases.sign_up_again import sign_up_again
from kiosk.usecases.waiting_list import tend
from tests import sessions
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.kiosk.usecases.test_sign_up import AMINA, free
from tests.sessions import signed, stands
from tests.station import Station
from tests.value import BY_SARA, allot
from tests.workers import on_shift

DATES = ("s1", "s2", "s3")


@pytest.fixture
def at(station: Station, central: CentralAt) -> Station:
    """Three Saturdays, signed up for as one, with places of which this station may give two, two and one."""
    sessions.all_set(central, station)
    sessions.activity(central, booking="course")
    for n, day in (("2", 12), ("3", 19)):
        sessions.session(central, f"s{n}", starts=f"2026-12-{day}T10:00:00+01:00", ends=f"2026-12-{day}T11:30:00+01:00")
    allot(central, station, "s2", "session", places=2)
    allot(central, station, "s3", "session", places=1)
    station.sync()
    return station


@pytest.fixture
def worker(at: Station, central: CentralAt) -> Entered:
    return on_shift(at, central)


def whole(at: Station, person: str = "sara", asker: Asker = BY_SARA) -> SignedUp:
    said = signed(at, person, *DATES, asker=asker)
    assert isinstance(said, SignedUp), said
    return said


def states(at: Station, of: SignedUp) -> set[State]:
    return {stands(at, id_) for id_ in of.signups}


def answered(at: Station, by: Entered, signup: str, *, yes: bool) -> object:
    now = at.clock.read()
    return at.do(lambda tx: answer_request(tx, by, signup, now, yes=yes))


def test_it_has_as_many_places_as_the_least_of_its_dates(at: Station) -> None:
    now, known = at.clock.read(), at.known
    of = at.do(lambda tx: courses.coming(tx, "chess", now))
    assert [place.id for place in of] == [*DATES]
    assert at.do(lambda tx: courses.left(tx, known, of)) == 1


def test_an_activity_of_single_dates_is_no_course(at: Station, central: CentralAt) -> None:
    sessions.activity(central, booking="something of later")
    at.sync()
    now = at.clock.read()
    assert at.do(lambda tx: courses.coming(tx, "chess", now)) == ()


def test_where_one_date_has_no_place_it_is_one_request_and_takes_none(at: Station, worker: Entered) -> None:
    assert states(at, whole(at)) == {State.CONFIRMED}
    asked = whole(at, "amina")
    assert states(at, asked) == {State.REQUESTED}
    assert [free(at, of) for of in DATES] == [1, 1, 0]
    assert at.do(lambda tx: requests_here(tx, worker)) == 1


def test_no_line_of_single_dates_tears_it_apart(at: Station) -> None:
    whole(at)
    asked, now = whole(at, "amina"), at.clock.read()
    assert at.do(lambda tx: tend(tx, now)) == ()
    assert states(at, asked) == {State.REQUESTED}


def test_a_single_date_of_a_course_waits_and_is_served_like_any(at: Station) -> None:
    first = whole(at)
    alone, now = signed(at, "amina", "s3"), at.clock.read()
    assert isinstance(alone, SignedUp)
    assert stands(at, alone.signups[0]) is State.WAITING
    at.do(lambda tx: cancel_sign_up(tx, first.signups[0], BY_SARA, now, whole=True))
    at.do(lambda tx: tend(tx, now))
    assert stands(at, alone.signups[0]) is State.OFFERED


def test_a_request_for_it_is_answered_as_one(at: Station, worker: Entered) -> None:
    first, now = whole(at), at.clock.read()
    asked = whole(at, "amina")
    assert answered(at, worker, asked.signups[1], yes=True) == NotSigned(No.NO_PLACE)
    assert states(at, asked) == {State.REQUESTED}
    at.do(lambda tx: cancel_sign_up(tx, first.signups[2], BY_SARA, now))  # of the last date alone
    assert [stands(at, id_) for id_ in first.signups] == [State.CONFIRMED, State.CONFIRMED, State.CANCELLED]
    assert isinstance(answered(at, worker, asked.signups[1], yes=True), Moved)
    assert states(at, asked) == {State.CONFIRMED}
    assert [free(at, of) for of in DATES] == [0, 0, 0]


def test_a_no_is_for_all_of_it_and_taken_back_as_a_request(at: Station, worker: Entered) -> None:
    whole(at)
    asked, now = whole(at, "amina"), at.clock.read()
    answered(at, worker, asked.signups[0], yes=False)
    assert states(at, asked) == {State.DECLINED}
    for id_ in asked.signups:
        again = at.do(partial(sign_up_again, by=worker, signup=id_, held=False, now=now))
        assert isinstance(again, SignedUp)
        assert again.state is State.REQUESTED


def test_a_childs_wish_for_it_is_said_once_by_a_parent(at: Station) -> None:
    wish, now = whole(at, "amina", AMINA), at.clock.read()
    assert states(at, wish) == {State.WISHED}
    at.do(lambda tx: confirm_wish(tx, wish.signups[1], BY_SARA, now))
    assert states(at, wish) == {State.CONFIRMED}


def test_it_is_called_off_whole_and_undone_whole(at: Station) -> None:
    first, now = whole(at), at.clock.read()
    at.do(lambda tx: undo_sign_up(tx, first.events, now))
    assert [free(at, of) for of in DATES] == [2, 2, 1]
    again = whole(at)
    at.do(lambda tx: cancel_sign_up(tx, again.signups[1], BY_SARA, now, whole=True))
    assert states(at, again) == {State.CANCELLED}


def test_a_date_that_is_over_stays_as_it_is(at: Station, clock: ToldClock) -> None:
    first = whole(at)
    clock.pass_(5 * 86_400)
    now = at.clock.read()
    at.do(lambda tx: cancel_sign_up(tx, first.signups[1], BY_SARA, now, whole=True))
    assert [stands(at, id_) for id_ in first.signups] == [State.CONFIRMED, State.CANCELLED, State.CANCELLED]


def test_past_its_day_it_is_one_line_for_a_person(at: Station, clock: ToldClock) -> None:
    whole(at)
    asked = whole(at, "amina")
    clock.pass_(3 * 86_400)
    now = at.clock.read()
    assert [one.id for one, _ in at.do(lambda tx: [*late_requests(tx, now)])] == [asked.signups[0]]
