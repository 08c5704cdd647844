import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future

import pytest

from central.db import Busy
from central.db.together import MOST, Together


@pytest.fixture
def together() -> Iterator[Together]:
    together = Together()
    yield together
    together.close()


class Work:
    """What is done: each number is doubled. The first time it goes on only once `go` is set."""

    def __init__(self) -> None:
        self.go, self.began, self.done = threading.Event(), threading.Event(), list[list[int]]()

    def __call__(self, some: Sequence[int]) -> list[int]:
        self.done.append([*some])
        self.began.set()
        self.go.wait()
        return [2 * number for number in some]


def waiting(together: Together, work: Work, numbers: Sequence[int]) -> list[Future[int]]:
    """The first of them is being done, the others wait."""
    first = together.ask(numbers[0], work)
    work.began.wait()
    rest = [together.ask(number, work) for number in numbers[1:]]
    assert len(together) == len(rest)
    return [first, *rest]


def asked(together: Together, work: Work, numbers: Sequence[int]) -> list[Future[int]]:
    """The first of them alone, the others while it is being done."""
    said = waiting(together, work, numbers)
    work.go.set()
    return said


def test_those_that_come_meanwhile_are_done_together_in_their_order(together: Together) -> None:
    work = Work()
    said = asked(together, work, range(8))
    assert [one.result() for one in said] == [0, 2, 4, 6, 8, 10, 12, 14]
    assert work.done == [[0], [1, 2, 3, 4, 5, 6, 7]]


def test_who_comes_alone_waits_for_nobody(together: Together) -> None:
    work = Work()
    work.go.set()
    assert [together.ask(number, work).result() for number in range(3)] == [0, 2, 4]
    assert work.done == [[0], [1], [2]]


def test_so_many_and_no_more_are_done_at_once(together: Together) -> None:
    work = Work()
    for one in asked(together, work, range(MOST + 2)):
        one.result()
    assert [len(some) for some in work.done] == [1, MOST, 1]


class OddFails(Work):
    def __init__(self, problem: Callable[[], Exception]) -> None:
        super().__init__()
        self._problem = problem

    def __call__(self, some: Sequence[int]) -> list[int]:
        said = super().__call__(some)
        if any(number % 2 for number in some):
            raise self._problem()
        return said


def test_one_that_fails_takes_no_other_with_it(together: Together) -> None:
    work = OddFails(lambda: ValueError("odd"))
    said = asked(together, work, [0, 2, 3, 4])
    assert [said[n].result() for n in (0, 1, 3)] == [0, 4, 8]
    with pytest.raises(ValueError, match="odd"):
        said[2].result()
    assert work.done == [[0], [2, 3, 4], [2], [3], [4]]


def test_a_database_that_is_not_to_be_had_is_not_asked_again_for_each(together: Together) -> None:
    work = OddFails(lambda: Busy("away"))
    said = asked(together, work, [0, 2, 3])
    for one in said[1:]:
        with pytest.raises(Busy, match="away"):
            one.result()
    assert work.done == [[0], [2, 3]]


def test_who_went_away_meanwhile_is_passed_over(together: Together) -> None:
    work = Work()
    said = waiting(together, work, range(4))
    assert said[2].cancel()
    work.go.set()
    assert [said[n].result() for n in (0, 1, 3)] == [0, 2, 6]
    assert together.ask(4, work).result() == 8
    assert work.done == [[0], [1, 3], [4]]


def test_what_waits_is_done_before_it_closes() -> None:
    together, work = Together(), Work()
    said = asked(together, work, [1, 2])
    together.close()
    assert all(one.done() for one in said)
