"""Who is at the desk now, and when it locks."""

from kiosk.domain import seat
from kiosk.domain.seat import EMPTY, LEAVE_AFTER, LOCK_AFTER
from kiosk.domain.workers import Entered, Role, Worker

ADA = Entered(Worker("ada", "Ada Prova", frozenset({Role.EDUCATOR}), 7), "e1")
BEA = Entered(Worker("bea", "Bea Prova", frozenset({Role.EDUCATOR}), 8), "e2")


def test_whoever_entered_acts_until_they_have_rested_too_long() -> None:
    taken = seat.taken(ADA, 100.0)
    assert seat.acting(seat.rested(taken, 100.0 + LOCK_AFTER - 1)) == ADA
    assert seat.acting(seat.rested(taken, 100.0 + LOCK_AFTER)) is None


def test_whatever_they_do_begins_the_rest_anew() -> None:
    touched = seat.touched(seat.taken(ADA, 0.0), LOCK_AFTER - 1)
    assert seat.acting(seat.rested(touched, LOCK_AFTER + 1)) == ADA


def test_a_touch_after_the_rest_does_not_unlock() -> None:
    late = seat.touched(seat.taken(ADA, 0.0), LOCK_AFTER + 1)
    assert seat.acting(late) is None
    assert late.here == ADA


def test_on_the_touchscreen_the_rest_is_shorter() -> None:
    assert seat.rested(seat.taken(ADA, 0.0), LEAVE_AFTER, LEAVE_AFTER).locked


def test_a_colleague_takes_the_place() -> None:
    assert seat.acting(seat.taken(BEA, 5.0)) == BEA


def test_a_clock_of_another_start_locks() -> None:
    assert seat.rested(seat.taken(ADA, 100.0), 5.0).locked


def test_it_is_locked_by_hand_and_an_empty_one_has_nothing_to_lock() -> None:
    assert seat.acting(seat.locked(seat.taken(ADA, 0.0))) is None
    assert seat.locked(EMPTY) == seat.rested(EMPTY, 10.0**6) == EMPTY
