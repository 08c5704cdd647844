import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from central.db.turns import NoTurn, Turns

LONG = 60.0  # seconds; nothing here takes as long


def waiting(turns: Turns, count: int) -> None:
    """Return when so many stand in the queue."""
    while len(turns) < count:
        threading.Event().wait(0)


def test_turns_come_in_the_order_in_which_they_were_asked_for() -> None:
    turns, came = Turns(), list[int]()

    def take(number: int) -> None:
        with turns.turn(LONG):
            came.append(number)

    with ThreadPoolExecutor(8) as pool, turns.turn(LONG):
        for number in range(8):
            pool.submit(take, number)
            waiting(turns, number + 2)
        assert came == []
    assert came == list(range(8))


def test_whoever_has_waited_too_long_goes_without_and_keeps_nobody_up() -> None:
    turns = Turns()
    with turns.turn(LONG):
        for _ in range(2):
            with pytest.raises(NoTurn), turns.turn(0):
                pass
        assert len(turns) == 1
    with turns.turn(0):
        pass
    assert len(turns) == 0


def test_a_turn_that_ends_badly_ends() -> None:
    turns = Turns()
    with pytest.raises(ZeroDivisionError), turns.turn(LONG):
        raise ZeroDivisionError
    with turns.turn(0):
        pass


def test_one_at_a_time() -> None:
    turns, inside, most = Turns(), 0, 0

    def take() -> None:
        nonlocal inside, most
        for _ in range(200):
            with turns.turn(LONG):
                inside += 1
                most = max(most, inside)
                inside -= 1

    with ThreadPoolExecutor(6) as pool:
        for _ in range(6):
            pool.submit(take)
    assert (inside, most) == (0, 1)
