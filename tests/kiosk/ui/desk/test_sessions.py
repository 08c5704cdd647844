"""How the places of a session stand, and what may be done with each of those in it: pure."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.signups import HOLDS_A_PLACE, Signup, State
from kiosk.ui.desk.sessions import places
from kiosk.ui.desk.sessions.one import Deed, Desk, may
from kiosk.ui.desk.sessions.places import PlacesFace

LEAD, OTHER = Desk(lead=True, override=True, begun=False), Desk(lead=False, override=False, begun=False)


def signups(*states: State) -> list[Signup]:
    return [Signup(str(n), "s", str(n), "h", state, "", "") for n, state in enumerate(states)]


def test_the_places_of_a_session_are_each_one_thing() -> None:
    some = signups(State.CONFIRMED, State.ATTENDED, State.OFFERED, State.WAITING, State.REQUESTED, State.CANCELLED)
    assert places.derive(6, some, 2) == PlacesFace(6, taken=2, offered=1, here=2, elsewhere=1)


def test_what_was_given_beyond_the_capacity_is_no_seat() -> None:
    assert places.derive(2, signups(*[State.CONFIRMED] * 3), 0) == PlacesFace(2, taken=2, beyond=1)


def test_without_a_capacity_only_those_who_come_are_counted() -> None:
    assert places.derive(None, signups(State.CONFIRMED, State.WISHED), 0) == PlacesFace(None, taken=1)


@given(st.integers(0, 30), st.lists(st.sampled_from(State), max_size=40), st.integers(0, 40))
def test_the_seats_that_are_drawn_add_up_to_the_capacity(capacity: int, every: Sequence[State], held: int) -> None:
    face = places.derive(capacity, signups(*every), held)
    assert face.taken + face.offered + face.here + face.elsewhere == capacity
    assert min(face.taken, face.offered, face.here, face.elsewhere, face.beyond) >= 0
    assert face.taken + face.offered + face.beyond == sum(state in HOLDS_A_PLACE for state in every)


@pytest.mark.parametrize(
    ("state", "room", "first", "expected"),
    [
        (State.REQUESTED, True, False, (Deed.CONFIRM, Deed.DECLINE, Deed.MOVE)),
        (State.REQUESTED, False, False, (Deed.AGAINST, Deed.DECLINE, Deed.MOVE)),
        (State.WAITING, True, True, (Deed.OFFER, Deed.MOVE, Deed.CANCEL)),
        (State.WAITING, True, False, (Deed.MOVE, Deed.CANCEL)),
        (State.OFFERED, False, False, (Deed.CONFIRM, Deed.CANCEL)),
        (State.CONFIRMED, False, False, (Deed.MOVE, Deed.CANCEL)),
        (State.ATTENDED, False, False, (Deed.NOT_COME,)),
        (State.CANCELLED, True, False, ()),
    ],
)
def test_nothing_is_offered_that_would_be_refused(
    state: State, room: bool, first: bool, expected: tuple[Deed, ...]
) -> None:
    (one,) = signups(state)
    assert may(one, LEAD, room=room, first=first) == expected


def test_what_central_may_have_is_confirmed_by_its_word_and_of_a_course_all_of_it() -> None:
    (one,) = signups(State.WISHED)
    asks = replace(LEAD, asks=True)
    assert may(one, asks, room=False, first=False) == (Deed.CONFIRM, Deed.AGAINST, Deed.DECLINE)
    assert may(one, asks, room=False, first=False, whole=True) == (Deed.DECLINE,)
    assert may(one, replace(OTHER, asks_all=True), room=False, first=False, whole=True) == (Deed.CONFIRM, Deed.DECLINE)


def test_what_is_the_leads_to_do_is_offered_at_no_other_station() -> None:
    for state in State:
        (one,) = signups(state)
        assert not {Deed.OFFER, Deed.AGAINST} & set(may(one, OTHER, room=False, first=True))


def test_on_its_day_who_came_is_marked_first() -> None:
    (one,) = signups(State.CONFIRMED)
    begun = Desk(lead=False, override=False, begun=True)
    assert may(one, begun, room=False, first=False)[:2] == (Deed.ATTENDED, Deed.NOT_COME)
