"""Signing up with no network: a yes is a place, and where there is none to give nobody is told yes."""

from typing import Any

import pytest

from kiosk.domain.events import Type
from kiosk.domain.overrides import Because
from kiosk.domain.pictures import Identified
from kiosk.domain.redeeming import Asker
from kiosk.domain.signingup import Moved, No, NotSigned, SignedUp, Wanted, Warn, Warned
from kiosk.domain.signups import Paid, State
from kiosk.usecases.answer_request import answer_request
from kiosk.usecases.change_sign_up import cancel_sign_up, move_sign_up, undo_sign_up
from kiosk.usecases.confirm_wish import confirm_wish
from kiosk.usecases.my_sign_ups import OfSession, of_session, sign_ups_of
from kiosk.usecases.sign_up import sign_up_against, warnings
from kiosk.usecases.waiting_list import offer_next, take_offer, tend
from tests import sessions
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.sessions import activity, session, signed, stands
from tests.station import Station
from tests.value import BY_SARA, HOME, allot
from tests.workers import on_shift

AMINA = Asker(Identified("amina", HOME))


def free(station: Station, of: str = "s1") -> int:
    incarnation = station.known.incarnation
    held = station.do(lambda tx: tx.allotments.get(incarnation, of))
    return held.most() if held else 0


def ok(said: object) -> SignedUp:
    assert isinstance(said, SignedUp), said
    return said


def last_body(station: Station) -> dict[str, Any]:
    event = station.do(lambda tx: tx.events.outbox(station.id, 500))[-1]
    assert event.body is not None
    return dict(event.body.content)


def test_a_place_that_is_here_is_confirmed_with_no_network(station: Station, central: CentralAt) -> None:
    sessions.all_set(central, station)
    central.cut()
    done = ok(signed(station))
    assert done.state is State.CONFIRMED
    assert free(station) == 1
    said = last_body(station)
    asked_at = said.pop("asked_at")
    assert asked_at
    assert said == {
        "signup": done.signups[0],
        "session": "s1",
        "activity": "chess",
        "person": "sara",
        "household": HOME,
        "serial": 0,
        "hub": "hub-1",
        "state": "confirmed",
        "paid": "allotment",
        "override": "",
        "worker": "",
        "entry": "",
    }


def test_the_last_place_is_given_once_and_the_next_one_waits_in_order(station: Station, central: CentralAt) -> None:
    sessions.all_set(central, station, places=1)
    assert ok(signed(station)).state is State.CONFIRMED
    waits = ok(signed(station, "amina"))
    assert waits.state is State.WAITING
    assert free(station) == 0


def test_where_this_station_has_no_place_it_is_a_request_and_no_place_yet(station: Station, central: CentralAt) -> None:
    sessions.all_set(central, station, places=0, at="elsewhere")
    assert ok(signed(station)).state is State.REQUESTED


def test_a_child_leaves_a_wish_and_a_parent_makes_it_a_sign_up(station: Station, central: CentralAt) -> None:
    sessions.all_set(central, station)
    wish = ok(signed(station, "amina", asker=AMINA))
    assert wish.state is State.WISHED
    assert free(station) == 2
    now = station.clock.read()
    (signup,) = wish.signups
    assert station.do(lambda tx: confirm_wish(tx, signup, AMINA, now)) == NotSigned(No.NOT_ALLOWED)
    done = station.do(lambda tx: confirm_wish(tx, signup, BY_SARA, now))
    assert isinstance(done, Moved)
    assert (done.state, free(station)) == (State.CONFIRMED, 1)
    assert station.do(lambda tx: confirm_wish(tx, signup, BY_SARA, now)) == NotSigned(No.NOT_SO)


def test_nobody_signs_up_people_of_another_household(station: Station, central: CentralAt) -> None:
    sessions.all_set(central, station)
    assert signed(station, "stranger") == NotSigned(No.NOT_ALLOWED)
    assert signed(station, "sara", asker=Asker(Identified("sara", "household-2"))) == NotSigned(No.NOT_ALLOWED)
    assert signed(station, "sara", asker=AMINA) == NotSigned(No.NOT_ALLOWED)


def test_one_open_sign_up_for_each_person_and_session(station: Station, central: CentralAt) -> None:
    sessions.all_set(central, station)
    (signup,) = ok(signed(station)).signups
    assert signed(station) == NotSigned(No.ALREADY)
    now = station.clock.read()
    assert isinstance(station.do(lambda tx: cancel_sign_up(tx, signup, BY_SARA, now)), Moved)
    assert free(station) == 2
    assert ok(signed(station)).state is State.CONFIRMED


def test_five_are_asked_for_on_one_day_and_a_course_is_one_of_them(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    sessions.all_set(central, station, places=0)
    for number in range(7):
        session(
            central, f"t{number}", starts=f"2026-12-1{number}T10:00:00+01:00", ends=f"2026-12-1{number}T11:00:00+01:00"
        )
    station.sync()
    assert isinstance(signed(station, "sara", "s1", "t0"), SignedUp)
    for number in range(1, 5):
        clock.pass_(1)
        assert isinstance(signed(station, "sara", f"t{number}"), SignedUp)
    clock.pass_(1)
    assert signed(station, "sara", "t5") == NotSigned(No.TOO_MANY)
    clock.pass_(86_400)
    assert isinstance(signed(station, "sara", "t5"), SignedUp)


def test_a_course_is_confirmed_whole_or_not_at_all(station: Station, central: CentralAt) -> None:
    sessions.all_set(central, station)
    session(central, "s2", starts="2026-12-12T10:00:00+01:00", ends="2026-12-12T11:30:00+01:00")
    station.sync()
    assert ok(signed(station, "sara", "s1", "s2")).state is State.REQUESTED
    assert free(station) == 2


@pytest.mark.parametrize(
    ("why", "changes"),
    [
        (No.CANCELLED, {"cancelled": True}),
        (No.OVER, {"starts": "2026-12-01T09:00:00+01:00"}),
        (No.UNKNOWN, {"activity": "nothing"}),
    ],
)
def test_what_cannot_be_signed_up_for(station: Station, central: CentralAt, why: No, changes: dict[str, Any]) -> None:
    sessions.all_set(central, station)
    session(central, **changes)
    station.sync()
    assert signed(station) == NotSigned(why)


def test_a_session_without_a_number_of_places_has_room_for_all(station: Station, central: CentralAt) -> None:
    sessions.all_set(central, station, places=0)
    session(central, capacity=None)
    station.sync()
    assert ok(signed(station)).state is State.CONFIRMED
    assert last_body(station)["paid"] == ""


def test_one_just_goes_to_a_standing_offer(station: Station, central: CentralAt) -> None:
    sessions.all_set(central, station)
    activity(central, standing=True)
    station.sync()
    assert signed(station) == NotSigned(No.STANDING)


def test_ages_and_clashes_are_warned_of_and_hold_nobody_back(station: Station, central: CentralAt) -> None:
    sessions.all_set(central, station)
    session(central, "s2", starts="2026-12-05T11:00:00+01:00", ends="2026-12-05T12:00:00+01:00")
    session(central, "s3", starts="2026-12-05T11:30:00+01:00", ends="2026-12-05T12:00:00+01:00")
    activity(central, min_age=6, max_age=10)
    station.sync()
    ok(signed(station))
    now = station.clock.read()
    said = station.do(lambda tx: warnings(tx, Wanted(HOME, "sara", ("s2", "s3")), now))
    assert said == (Warned(Warn.AGE_UNKNOWN, "s2"), Warned(Warn.AGE_UNKNOWN, "s3"), Warned(Warn.CLASH, "s1"))
    assert ok(signed(station, "sara", "s2")).state is State.WAITING


# --- undo, move -----------------------------------------------------------------------------------------------------


def test_it_is_undone_within_seconds_and_the_place_is_free_again(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    sessions.all_set(central, station, places=1)
    done = ok(signed(station))
    clock.pass_(9)
    now = clock.read()
    assert isinstance(station.do(lambda tx: undo_sign_up(tx, done.events, now)), tuple)
    assert free(station) == 1
    assert station.do(lambda tx: undo_sign_up(tx, done.events, now)) == NotSigned(No.TOO_LATE)
    again = ok(signed(station))
    clock.pass_(16)
    later = clock.read()
    assert station.do(lambda tx: undo_sign_up(tx, again.events, later)) == NotSigned(No.TOO_LATE)


def test_nobody_is_moved_out_of_a_place_into_none(desk: Station, central: CentralAt) -> None:
    sessions.all_set(central, desk, places=1)
    session(central, "s2", starts="2026-12-12T10:00:00+01:00", ends="2026-12-12T11:30:00+01:00")
    by, now = on_shift(desk, central), desk.clock.read()
    (signup,) = ok(signed(desk)).signups
    assert desk.do(lambda tx: move_sign_up(tx, by, signup, "s2", now)) == NotSigned(No.NO_PLACE)
    assert stands(desk, signup) is State.CONFIRMED
    allot(central, desk, "s2", "session", places=1)
    desk.sync()
    moved = desk.do(lambda tx: move_sign_up(tx, by, signup, "s2", now))
    assert isinstance(moved, Moved)
    assert (stands(desk, signup), stands(desk, moved.signup)) == (State.CANCELLED, State.CONFIRMED)
    assert (free(desk, "s1"), free(desk, "s2")) == (1, 0)


def test_beyond_the_capacity_only_by_a_workers_name_at_the_hub_of_the_session(
    desk: Station, central: CentralAt
) -> None:
    sessions.all_set(central, desk, places=0)
    by, now = on_shift(desk, central), desk.clock.read()
    wanted = Wanted(HOME, "sara", ("s1",))
    done = ok(desk.do(lambda tx: sign_up_against(tx, by, wanted, Because.NOBODY_TURNED_AWAY, now)))
    assert done.state is State.CONFIRMED
    said = last_body(desk)
    assert (said["paid"], said["worker"]) == (Paid.OVERRIDE, by.worker.id)
    assert said["override"]
    types = [one.header.type for one in desk.do(lambda tx: tx.events.outbox(desk.id, 50))]
    assert types[-2:] == [Type.OVERRIDDEN, Type.SIGNED_UP]
    (signup,) = done.signups
    assert isinstance(desk.do(lambda tx: cancel_sign_up(tx, signup, Asker(worker=by), now)), Moved)
    assert free(desk) == 0  # the place was none of ours


# --- who waits ------------------------------------------------------------------------------------------------------


def test_a_place_that_is_free_again_is_offered_to_who_waits_longest(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    sessions.all_set(central, station, places=1)
    (has,) = ok(signed(station)).signups
    clock.pass_(60)
    (waits,) = ok(signed(station, "amina")).signups
    now = clock.read()
    station.do(lambda tx: cancel_sign_up(tx, has, BY_SARA, now))
    (offer,) = station.do(lambda tx: tend(tx, now))
    assert (offer.signup, offer.state, offer.until) == (waits, State.OFFERED, "2026-12-03T09:01:00.000Z")
    assert free(station) == 0  # it is kept for them
    assert station.do(lambda tx: tend(tx, now)) == ()
    taken = station.do(lambda tx: take_offer(tx, waits, BY_SARA, now))
    assert isinstance(taken, Moved)
    assert stands(station, waits) is State.CONFIRMED
    assert free(station) == 0


def test_an_offer_that_nobody_takes_goes_to_the_next_and_its_first_one_waits_on_behind(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    sessions.all_set(central, station, places=1)
    (has,) = ok(signed(station)).signups
    clock.pass_(60)
    (first,) = ok(signed(station, "amina")).signups
    now = clock.read()
    station.do(lambda tx: cancel_sign_up(tx, has, BY_SARA, now))
    station.do(lambda tx: tend(tx, now))
    clock.pass_(60)
    (second,) = ok(signed(station)).signups
    assert stands(station, second) is State.WAITING  # somebody was offered the place before
    clock.pass_(48 * 3600)
    later = clock.read()
    assert station.do(lambda tx: take_offer(tx, first, BY_SARA, later)) == NotSigned(No.OFFER_OVER)
    station.do(lambda tx: tend(tx, later))
    assert (stands(station, first), stands(station, second)) == (State.WAITING, State.OFFERED)
    line = station.do(lambda tx: [one.id for one in tx.signups.of_session("s1") if one.id in (first, second)])
    assert line == [second, first]
    assert station.do(lambda tx: offer_next(tx, "s1", later)) == ()


def test_an_offer_ends_where_nobody_else_waits_and_central_alone_still_knows_of_it(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    sessions.all_set(central, station, places=1)
    row = {"session": "s1", "household": "household-9", "person": "p1", "state": "offered", "by": station.id}
    moments = dict.fromkeys(("since", "asked_at"), "2026-12-01T08:00:00.000Z")
    central.publish("signup", "o1", row | moments | {"until": "2026-12-03T08:00:00.000Z"}, scope="hub:hub-1")
    station.sync()
    assert station.do(lambda tx: tend(tx, clock.read())) == ()
    clock.pass_(48 * 3600)
    (moved,) = station.do(lambda tx: tend(tx, clock.read()))
    assert (moved.signup, moved.state) == ("o1", State.WAITING)


def test_the_lead_answers_a_request_from_elsewhere_with_a_place_or_lets_it_wait(
    station: Station, central: CentralAt
) -> None:
    sessions.all_set(central, station, places=1)
    asked = {"session": "s1", "household": "household-9", "state": "requested", "since": "2026-12-01T08:00:00.000Z"}
    for number in (1, 2):
        row = {**asked, "person": f"p{number}", "asked_at": f"2026-12-01T08:00:0{number}.000Z"}
        central.publish("signup", f"r{number}", row, scope="hub:hub-1")
    station.sync()
    now = station.clock.read()
    station.do(lambda tx: tend(tx, now))
    assert (stands(station, "r1"), stands(station, "r2")) == (State.CONFIRMED, State.WAITING)
    assert free(station) == 0


def test_a_worker_answers_a_request(desk: Station, central: CentralAt) -> None:
    sessions.all_set(central, desk, places=0)
    by, now = on_shift(desk, central), desk.clock.read()
    (signup,) = ok(signed(desk)).signups
    assert desk.do(lambda tx: answer_request(tx, by, signup, now, yes=True)) == NotSigned(No.NO_PLACE)
    allot(central, desk, "s1", "session", places=1)
    desk.sync()
    assert isinstance(desk.do(lambda tx: answer_request(tx, by, signup, now, yes=True)), Moved)
    assert stands(desk, signup) is State.CONFIRMED
    listed = desk.do(lambda tx: of_session(tx, by, "s1", now))
    assert isinstance(listed, OfSession)
    assert [one.signup.id for one in listed.confirmed] == [signup]
    assert desk.do(lambda tx: answer_request(tx, by, signup, now, yes=False)) == NotSigned(No.NOT_SO)


def test_what_one_of_14_signs_up_for_discreetly_is_theirs_alone(station: Station, central: CentralAt) -> None:
    sessions.all_set(central, station)
    teen = {"household": HOME, "first_name": "Omar", "creature": "owl", "band": "14-17", "way": "on_their_own"}
    central.publish("person", "omar", teen, scope="hub:hub-1")
    activity(central, sensitive=True)
    station.sync()
    omar, now = Asker(Identified("omar", HOME)), station.clock.read()
    ok(signed(station, "omar", asker=omar))
    assert len(station.do(lambda tx: sign_ups_of(tx, omar, HOME, now))) == 1
    assert station.do(lambda tx: sign_ups_of(tx, BY_SARA, HOME, now)) == ()
