"""There is always a next round, soon when somebody did something and never too often."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kiosk.sync import schedule
from kiosk.sync.schedule import CAPTURE_S, IDLE_S, LONGEST_BACKOFF_S, SILENCE_S, Schedule

moments = st.floats(0, 10**8)
phases = st.floats(0, 1)
draws = st.floats(0, 1, exclude_max=True)


def always(number: float) -> Callable[[], float]:
    return lambda: number


@given(moments, phases)
@settings(max_examples=200, deadline=None)
def test_after_a_good_round_the_next_is_due_within_a_minute_in_the_station_s_phase(now: float, phase: float) -> None:
    due = schedule.went_well(now, phase).due
    assert now + CAPTURE_S < due <= now + IDLE_S + CAPTURE_S
    off = (due - phase * IDLE_S) % IDLE_S
    assert min(off, IDLE_S - off) < 1e-4


def test_the_stations_of_a_city_do_not_come_all_at_once() -> None:
    due = sorted(schedule.went_well(1000.0, number / 300).due for number in range(300))
    assert max(later - earlier for earlier, later in pairwise(due)) < 1
    assert due[-1] - due[0] > IDLE_S - 1


def test_a_good_round_forgets_the_failures() -> None:
    assert schedule.went_well(5.0, 0.5).failures == 0


def test_a_capture_is_pushed_after_two_seconds() -> None:
    assert schedule.captured(Schedule(due=160.0), 100.0) == Schedule(due=102.0)


def test_a_second_capture_does_not_put_the_first_one_off() -> None:
    first = schedule.captured(Schedule(due=160.0), 100.0)
    assert schedule.captured(first, 101.0) == first


def test_a_capture_leaves_a_round_that_is_due_sooner_alone() -> None:
    assert schedule.captured(Schedule(due=101.0), 100.0) == Schedule(due=101.0)


def test_a_capture_does_not_shorten_a_back_off() -> None:
    away = Schedule(due=700.0, failures=3)
    assert schedule.captured(away, 100.0) == away


def test_while_a_round_runs_a_look_after_it_is_due_and_no_capture_hurries_it() -> None:
    running = schedule.started(Schedule(due=100.0, failures=2), 100.0)
    assert running == Schedule(due=100.0 + SILENCE_S, failures=2, running=True)
    assert schedule.captured(running, 100.0) == running


def test_a_round_that_ends_runs_no_more() -> None:
    running = schedule.started(Schedule(due=100.0, failures=2), 100.0)
    assert not schedule.went_well(101.0, 0.5).running
    assert schedule.failed(running, 101.0, None, always(0.5)).failures == 3
    assert not schedule.failed(running, 101.0, None, always(0.5)).running


@pytest.mark.parametrize(
    ("failures", "ceiling"), [(0, 4), (1, 8), (2, 16), (6, 256), (7, 512), (8, 900), (15, 900), (10**9, 900)]
)
def test_the_ceiling_doubles_up_to_a_quarter_of_an_hour(failures: int, ceiling: float) -> None:
    assert schedule.failed(Schedule(0, failures), 50.0, None, always(1.0)) == Schedule(50.0 + ceiling, failures + 1)


def test_the_jitter_is_full_but_never_hurried() -> None:
    assert schedule.failed(Schedule(0, 9), 50.0, None, always(0.0)).due == 51.0
    assert schedule.failed(Schedule(0, 9), 50.0, None, always(0.5)).due == 500.0


@pytest.mark.parametrize(
    ("asked", "wait"),
    [(0.0, 2.0), (1.0, 2.0), (30.0, 30.0), (3600.0, 3600.0), (86400.0, 3600.0), (float("inf"), 3600.0)],
)
def test_what_central_asks_for_is_obeyed_within_reason(asked: float, wait: float) -> None:
    assert schedule.failed(Schedule(0), 50.0, asked, always(0.5)).due == 50.0 + wait


class Station(RuleBasedStateMachine):
    """Whatever happens in whatever order, the next round is due, neither never nor at once."""

    @initialize(now=moments, phase=phases)
    def starts(self, now: float, phase: float) -> None:
        self.now, self.phase = now, phase
        self.schedule = Schedule(now)
        self.latest = now

    @rule()
    def a_round_begins_or_moves(self) -> None:
        self.schedule = schedule.started(self.schedule, self.now)
        self.latest = self.now + SILENCE_S

    @rule(seconds=st.floats(0, 4000))
    def time_passes(self, seconds: float) -> None:
        self.now += seconds

    @rule()
    def somebody_arrives(self) -> None:
        before = self.schedule
        self.schedule = schedule.captured(before, self.now)
        assert self.schedule.due <= before.due
        assert before.failures or before.running or self.schedule.due <= self.now + CAPTURE_S

    @rule()
    def a_round_goes_well(self) -> None:
        self.schedule = schedule.went_well(self.now, self.phase)
        self.latest = self.now + IDLE_S + CAPTURE_S

    @rule(retry=st.one_of(st.none(), st.floats(0)), draw=draws)
    def a_round_fails(self, retry: float | None, draw: float) -> None:
        before = self.schedule
        self.schedule = schedule.failed(before, self.now, retry, always(draw))
        assert self.schedule.failures == before.failures + 1
        assert self.schedule.due >= self.now + min(1.0, retry or 1.0)
        self.latest = self.now + (LONGEST_BACKOFF_S if retry is None else 4 * LONGEST_BACKOFF_S)

    @invariant()
    def a_round_is_due(self) -> None:
        assert self.schedule.due <= self.latest


TestStation = Station.TestCase
TestStation.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
