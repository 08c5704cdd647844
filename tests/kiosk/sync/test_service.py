"""The timer of the rounds: never without a next one, and quiet once it is stopped."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.rounds import Progress, Round
from kiosk.jobs import ByHand
from kiosk.sync.schedule import SILENCE_S
from kiosk.sync.service import SyncService
from tests.conftest import ToldClock


class Rounds:
    """Answers each round with what the test put there."""

    def __init__(self) -> None:
        self.answer: Round | Exception = Round()
        self.count = 0
        self.progress: list[Progress] = []

    def __call__(self, progress: Callable[[Progress], None]) -> Round:
        self.count += 1
        for one in self.progress:
            progress(one)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def rounds() -> Rounds:
    return Rounds()


@pytest.fixture
def network() -> ByHand:
    return ByHand()


@pytest.fixture
def service(rounds: Rounds, network: ByHand, clock: ToldClock, qtbot: QtBot) -> SyncService:
    return SyncService(rounds, network, clock, 0.25)


@pytest.mark.parametrize("answer", [Round(), Round(trouble="500"), OSError("a bug"), Round(trouble="x", retry_after=9)])
def test_after_any_round_the_next_one_is_due(
    service: SyncService, rounds: Rounds, network: ByHand, answer: Round | Exception
) -> None:
    rounds.answer = answer
    service.go()
    network.run()
    assert 0 < service.due_in() <= 15 * 60


def test_one_round_at_a_time(service: SyncService, rounds: Rounds, network: ByHand) -> None:
    service.go()
    service.go()
    network.run()
    assert rounds.count == 1


def test_a_capture_is_pushed_within_two_seconds(service: SyncService, network: ByHand) -> None:
    service.go()
    network.run()
    service.captured()
    assert service.due_in() <= 2


def test_a_capture_during_a_round_is_pushed_right_after_it(service: SyncService, network: ByHand) -> None:
    service.go()
    service.captured()
    network.run()
    assert service.due_in() <= 2


def test_while_a_round_runs_a_look_after_it_is_due(service: SyncService, clock: ToldClock) -> None:
    service.go()
    assert service.due_in() == SILENCE_S
    clock.pass_(SILENCE_S - 10)
    assert service.due_in() == 10


def test_a_round_that_never_ends_is_noticed_again_and_again(
    service: SyncService, rounds: Rounds, network: ByHand, clock: ToldClock
) -> None:
    heard: list[float] = []
    service.silent.connect(heard.append)
    service.go()
    for _ in range(3):
        clock.pass_(service.due_in())
        service._timer.timeout.emit()
    assert heard == [SILENCE_S, 2 * SILENCE_S, 3 * SILENCE_S]
    network.run()
    assert rounds.count == 1
    assert service.due_in() <= 60 + 2


def test_a_long_round_that_moves_is_not_silent(service: SyncService, rounds: Rounds, clock: ToldClock) -> None:
    heard: list[float] = []
    service.silent.connect(heard.append)
    service.go()
    for _ in range(5):
        clock.pass_(SILENCE_S - 1)
        service._moved.emit(Progress(1, 2, False))
        assert service.due_in() == SILENCE_S
    assert heard == []


def test_progress_is_passed_on(service: SyncService, rounds: Rounds, network: ByHand) -> None:
    seen: list[Progress] = []
    service.progressed.connect(seen.append)
    rounds.progress = [Progress(1, 2, False), Progress(2, 2, True)]
    service.go()
    network.run()
    assert seen == rounds.progress


def test_a_stopped_service_stays_quiet(service: SyncService, rounds: Rounds, network: ByHand) -> None:
    service.go()
    service.stop()
    network.run()
    service.go()
    network.run()
    assert rounds.count == 1
