"""No lie about the time shortens a wait, and every wait ends."""

from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from kiosk.clock import Clock
from kiosk.domain import waits
from kiosk.domain.waits import FIRST_WAIT, FREE_TRIES, LONGEST_WAIT, SLACK, Instant, Tries
from kiosk.usecases.enter import instant

NOON = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)


def test_waits_double_from_the_first_to_the_longest() -> None:
    found = [waits.wait_after(wrong) for wrong in range(1, 12)]
    assert found[:5] == [0, 0, FIRST_WAIT, 60, 120]
    assert found[-1] == LONGEST_WAIT
    assert found == sorted(found)
    assert waits.wait_after(10**6) == LONGEST_WAIT


def test_the_boot_clock_alone_counts_while_the_machine_runs() -> None:
    before = Instant("a", 100.0, NOON, NOON)
    assert waits.elapsed(before, Instant("a", 130.0, NOON + timedelta(days=9), NOON + timedelta(days=9))) == 30
    assert waits.elapsed(before, Instant("a", 90.0)) == 0


def test_after_a_restart_only_centrals_word_counts() -> None:
    before = Instant("a", 100.0, NOON, NOON)
    later = NOON + timedelta(hours=1)
    assert waits.elapsed(before, Instant("b", 5.0)) == 0
    assert waits.elapsed(before, Instant("b", 5.0, later, None)) == 3600 - SLACK
    assert waits.elapsed(Instant("a", 100.0, NOON, None), Instant("b", 5.0, later, later)) == 0
    assert waits.elapsed(Instant("", 100.0), Instant("", 200.0)) == 0  # starts that have no name are never the same


class Machine(RuleBasedStateMachine):
    """A kiosk whose clock anybody sets, that anybody switches off, and a hand that is always wrong."""

    @initialize()
    def begin(self) -> None:
        self.true = 0.0  # seconds that have really passed
        self.lie = 0.0  # what the hardware clock is off by
        self.up_since = 0.0
        self.starts = 1
        self.tries: Tries | None = None
        self.last_wrong = 0.0
        self.clock = self.new_clock()

    def new_clock(self) -> Clock:
        start = f"boot-{self.starts}"
        return Clock(
            wall=lambda: NOON + timedelta(seconds=self.true + self.lie),
            boot=lambda: self.true - self.up_since,
            boot_id=lambda: start,
        )

    @rule(seconds=st.floats(0, 2000))
    def time_passes(self, seconds: float) -> None:
        self.true += seconds

    @rule(seconds=st.floats(-(10**7), 10**7))
    def somebody_sets_the_clock(self, seconds: float) -> None:
        self.lie = seconds

    @rule(trip=st.floats(0, 29))
    def central_answers(self, trip: float) -> None:
        asked = self.clock.boot()
        self.true += trip
        signed = NOON + timedelta(seconds=int(self.true - trip / 2))
        self.clock.anchor(signed, asked, self.clock.boot())

    @rule()
    def the_program_starts_again(self) -> None:
        kept = self.clock.kept()
        self.clock = self.new_clock()
        self.clock.start(kept)

    @rule(seconds=st.floats(0, 5000))
    def the_machine_is_switched_off(self, seconds: float) -> None:
        kept = self.clock.kept()
        self.true += seconds
        self.up_since, self.starts = self.true, self.starts + 1
        self.clock = self.new_clock()
        self.clock.start(kept)

    @rule()
    def a_wrong_try(self) -> None:
        now = instant(self.clock)
        if self.tries is not None:
            self.tries = waits.carried(self.tries, now)
            if self.tries.owed > 0:
                return
            waited, due = self.true - self.last_wrong, waits.wait_after(self.tries.wrong)
            assert waited >= due - 0.001, f"{waited} s instead of {due} s"
        self.tries = waits.charged(self.tries, now)
        self.last_wrong = self.true

    @rule()
    def whoever_waits_long_enough_may_try(self) -> None:
        if self.tries is not None:
            looked = waits.carried(self.tries, instant(self.clock))
            self.true += LONGEST_WAIT
            self.tries = waits.carried(looked, instant(self.clock))
            assert self.tries.owed == 0


Machine.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestNoLieShortensAWait = Machine.TestCase


def test_a_few_may_be_wrong_without_a_wait() -> None:
    tries = None
    for _ in range(FREE_TRIES):
        tries = waits.charged(tries, Instant("a", 1.0))
        assert tries.owed == 0
    assert waits.charged(tries, Instant("a", 1.0)).owed == FIRST_WAIT
