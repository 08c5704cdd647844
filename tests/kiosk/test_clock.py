"""The only clock: aware moments, one form of writing them, and the city's day."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.clock import (
    GAP,
    HELD,
    LONGEST_TRIP,
    SLOW,
    Certain,
    Clock,
    Kept,
    Reading,
    boot,
    boot_id,
    from_stamp,
    stamp,
    wall,
)
from kiosk.db.store import Store

aware = st.datetimes(datetime(1900, 1, 1), datetime(2199, 1, 1), timezones=st.timezones())


@given(aware)
@settings(max_examples=100, deadline=None)
def test_a_stamp_is_read_again_to_the_millisecond(moment: datetime) -> None:
    again = from_stamp(stamp(moment))
    assert timedelta(0) <= moment - again < timedelta(milliseconds=1)
    assert stamp(again) == stamp(moment)


@given(aware, aware)
@settings(max_examples=100, deadline=None)
def test_stamps_sort_as_their_moments_do(one: datetime, other: datetime) -> None:
    first, second = sorted((one.astimezone(UTC), other.astimezone(UTC)))
    assert stamp(first) <= stamp(second)


def test_a_stamp_is_utc_with_milliseconds_and_z() -> None:
    assert stamp(datetime(2026, 12, 1, 9, 0, 0, 999999, tzinfo=UTC)) == "2026-12-01T09:00:00.999Z"
    assert stamp(datetime(2026, 7, 1, 9, 0, tzinfo=timezone(timedelta(hours=2)))) == "2026-07-01T07:00:00.000Z"


@pytest.mark.parametrize(
    "text",
    ["2026-12-01T09:00:00", "2026-12-01", "", "now", "09:00:00Z", "2026-12-01T25:00:00Z", "2026-02-30T09:00:00Z"],
)
def test_what_is_no_aware_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        from_stamp(text)


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 12, 1, 22, 59, 59, tzinfo=UTC), date(2026, 12, 1)),
        (datetime(2026, 12, 1, 23, 0, tzinfo=UTC), date(2026, 12, 2)),
        (datetime(2026, 7, 1, 21, 59, 59, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 7, 1, 22, 0, tzinfo=UTC), date(2026, 7, 2)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), date(2026, 3, 29)),  # the night the clocks go forward
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),  # the night they went back
    ],
)
def test_a_day_begins_at_midnight_in_rome(at: datetime, day: date) -> None:
    assert Reading(at, None).day() == day


def test_a_clock_that_was_told_nothing_reads_the_machine_s_and_stands_on_nothing() -> None:
    moment = datetime(2026, 12, 1, tzinfo=UTC)
    clock = Clock(wall=lambda: moment, boot=lambda: 12.5)
    assert clock.read() == Reading(moment, anchor=None)
    assert clock.boot() == 12.5
    assert clock.kept() is None
    assert clock.certain() == Certain(None, None)


def test_the_machine_s_own_clock_is_aware() -> None:
    assert wall().tzinfo is UTC


def test_the_boot_clock_never_goes_back() -> None:
    clock = Clock()
    readings = [clock.boot() for _ in range(100)]
    assert readings == sorted(readings)


def test_the_machine_names_its_start() -> None:
    assert len(boot_id()) == 36
    assert boot_id() == boot_id()
    assert boot() > 0


# --- anchored time --------------------------------------------------------------------------------------------------

TRUE = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
YEARS = timedelta(days=3650)


class Machine:
    """A machine in a world whose true time we know. Its hardware clock may be wrong, its boot clock never is."""

    def __init__(self) -> None:
        self.true = TRUE
        self.wrong = timedelta(0)  # how far the hardware clock is off
        self.up = 100.0  # the boot clock
        self.starts = 1
        self.clock = self._new()

    def _new(self) -> Clock:
        return Clock(wall=lambda: self.true + self.wrong, boot=lambda: self.up, boot_id=lambda: f"boot {self.starts}")

    def runs(self, span: timedelta) -> None:
        self.true += span
        self.up += span.total_seconds()

    def hears(self, there: float = 0.1, back: float = 0.1) -> None:
        """Central signs what time it is, in whole seconds."""
        asked = self.up
        self.runs(timedelta(seconds=there))
        said = self.true.replace(microsecond=0)
        self.runs(timedelta(seconds=back))
        self.clock.anchor(said, asked, self.up)

    def program_restarts(self, kept: Kept | None) -> None:
        self.clock = self._new()
        self.clock.start(kept)

    def is_switched_off(self, span: timedelta, kept: Kept | None) -> None:
        self.true += span
        self.up, self.starts = 5.0, self.starts + 1
        self.program_restarts(kept)

    @property
    def anchored(self) -> bool:
        return self.clock.read().anchor is not None

    @property
    def error(self) -> timedelta:
        return self.clock.read().at - self.true


@pytest.fixture
def machine() -> Machine:
    return Machine()


def test_what_central_signed_is_the_time_whatever_the_machine_says(machine: Machine) -> None:
    machine.wrong = -YEARS
    machine.hears()
    machine.runs(timedelta(days=3))
    machine.wrong = YEARS
    reading = machine.clock.read()
    assert abs(machine.error) < timedelta(seconds=2)
    assert reading.anchor == TRUE


def test_a_slow_answer_does_not_move_the_clock_on(machine: Machine) -> None:
    machine.hears()
    before = machine.error
    machine.hears(there=0.1, back=29.0)
    assert machine.error == before
    machine.hears(there=29.0, back=0.1)
    assert machine.error == before


def test_an_answer_that_took_too_long_says_nothing(machine: Machine) -> None:
    machine.hears(there=LONGEST_TRIP, back=1)
    assert not machine.anchored
    machine.clock.anchor(TRUE, machine.up, machine.up - 1)
    assert not machine.anchored


def test_a_clock_that_drifts_is_moved_no_further_than_it_must(machine: Machine) -> None:
    machine.hears()
    machine.true += timedelta(seconds=40)  # the boot clock was slow
    machine.hears()
    assert timedelta(seconds=-2) < machine.error <= timedelta(0)


def test_a_small_step_back_is_waited_out(machine: Machine) -> None:
    machine.hears()
    machine.true -= timedelta(seconds=40)  # the boot clock was fast
    before = machine.clock.read().at
    machine.hears()
    assert machine.clock.read().at == before
    machine.runs(timedelta(seconds=60))
    assert abs(machine.error) < timedelta(seconds=2)


def test_central_corrects_a_hardware_clock_that_was_believed(machine: Machine) -> None:
    machine.hears()
    kept = machine.clock.kept()
    machine.wrong = timedelta(days=3)
    machine.is_switched_off(timedelta(hours=1), kept)
    assert machine.anchored
    assert machine.error > timedelta(days=2)
    machine.hears()
    assert abs(machine.error) < timedelta(seconds=2)


@pytest.mark.parametrize(
    ("wrong", "off", "anchored"),
    [
        (timedelta(0), timedelta(hours=14), True),
        (timedelta(0), GAP - timedelta(minutes=1), True),
        (timedelta(0), GAP + timedelta(minutes=1), False),
        (timedelta(days=3), timedelta(hours=1), True),
        (timedelta(hours=1), timedelta(hours=1), True),
        (timedelta(hours=-1), timedelta(minutes=1), False),
        (timedelta(days=-3), timedelta(hours=14), False),
        (-YEARS, timedelta(hours=14), False),
        (YEARS, timedelta(hours=14), False),
    ],
)
def test_after_a_restart_the_hardware_clock_counts_between_the_floor_and_14_days_beyond(
    machine: Machine, wrong: timedelta, off: timedelta, anchored: bool
) -> None:
    machine.hears()
    kept = machine.clock.kept()
    machine.wrong = wrong
    machine.is_switched_off(off, kept)
    assert machine.anchored is anchored


def test_a_hardware_clock_that_is_a_little_slow_costs_no_trust(machine: Machine) -> None:
    machine.wrong = timedelta(seconds=-50)
    machine.hears()
    kept = machine.clock.kept()
    assert kept is not None
    machine.is_switched_off(timedelta(seconds=20), kept)
    assert timedelta(seconds=50) < SLOW
    assert machine.anchored
    assert machine.clock.read().at == kept.floor


def test_the_time_switched_off_counts_fully(machine: Machine) -> None:
    machine.hears()
    machine.is_switched_off(timedelta(days=9), machine.clock.kept())
    assert abs(machine.error) < timedelta(seconds=2)


def test_what_is_not_anchored_goes_on_with_the_machine_s_clock_and_never_below_the_floor(machine: Machine) -> None:
    machine.hears()
    kept = machine.clock.kept()
    assert kept is not None
    machine.wrong = -YEARS
    machine.is_switched_off(timedelta(hours=1), kept)
    machine.runs(timedelta(hours=2))
    assert machine.clock.read() == Reading(kept.floor + timedelta(hours=2), None)
    machine.wrong = timedelta(0)
    assert machine.clock.read() == Reading(machine.true, None)


def test_a_machine_s_clock_that_is_years_ahead_does_not_lift_the_floor(machine: Machine) -> None:
    machine.hears()
    machine.wrong = YEARS
    machine.is_switched_off(timedelta(hours=1), machine.clock.kept())
    assert machine.clock.read().at > TRUE + timedelta(days=3000)
    kept = machine.clock.kept()
    machine.wrong = timedelta(0)
    machine.is_switched_off(timedelta(hours=1), kept)
    assert machine.anchored
    assert abs(machine.error) < timedelta(seconds=2)


def test_a_hub_switched_off_every_night_for_three_weeks_without_network_stays_anchored(machine: Machine) -> None:
    machine.hears()
    for _ in range(21):
        for _ in range(10 * 60):
            machine.runs(timedelta(minutes=1))
            kept = machine.clock.kept()
        machine.is_switched_off(timedelta(hours=14), kept)
        assert machine.anchored
        assert abs(machine.error) < timedelta(seconds=2)


def test_a_restarted_program_goes_on_without_the_hardware_clock(machine: Machine) -> None:
    machine.hears()
    machine.runs(timedelta(hours=3))
    machine.wrong = -YEARS
    machine.program_restarts(machine.clock.kept())
    assert machine.anchored
    assert abs(machine.error) < timedelta(seconds=2)


def test_a_boot_clock_that_went_back_is_another_machine_s(machine: Machine) -> None:
    machine.hears()
    kept = machine.clock.kept()
    machine.up, machine.wrong = 3.0, -YEARS  # a copy of a running machine, put back
    machine.program_restarts(kept)
    assert not machine.anchored


def test_for_sure_is_only_what_central_said(machine: Machine) -> None:
    machine.hears()
    reading = machine.clock.read()
    assert machine.clock.certain() == Certain(reading.at, reading.at)
    machine.is_switched_off(timedelta(days=5), machine.clock.kept())
    assert machine.anchored
    assert machine.clock.certain() == Certain(reading.anchor, None)


def test_a_clock_is_kept_in_the_store(store: Store, machine: Machine) -> None:
    with store.begin() as tx:
        assert tx.clock.get() is None
    machine.hears()
    for _ in range(2):
        machine.runs(timedelta(minutes=1))
        kept = machine.clock.kept()
        assert kept is not None
        with store.begin() as tx:
            tx.clock.keep(kept)
        with store.begin() as tx:
            again = tx.clock.get()
        assert again is not None
        assert timedelta(0) <= kept.floor - again.floor < timedelta(milliseconds=1)
        assert (again.boot, again.boot_id) == (kept.boot, kept.boot_id)


wrongs = st.sampled_from(
    [
        YEARS,
        -YEARS,
        *(sign * span for sign in (1, -1) for span in (timedelta(days=3), timedelta(hours=1), timedelta(seconds=20))),
        timedelta(0),
    ]
)
spans = st.timedeltas(timedelta(0), timedelta(days=20))
FURTHEST_OFF = timedelta(seconds=LONGEST_TRIP) + HELD
steps = st.lists(
    st.one_of(
        st.tuples(st.just("runs"), spans),
        st.tuples(st.just("hears"), st.tuples(st.floats(0, 40), st.floats(0, 40))),
        st.tuples(st.just("wrong"), wrongs),
        st.tuples(st.just("program"), st.none()),
        st.tuples(st.just("off"), spans),
    ),
    max_size=40,
)


@given(steps)
@settings(max_examples=300, deadline=None)
def test_no_fault_of_a_clock_takes_it_below_its_floor_or_further_off_than_it_says(steps: list[tuple[str, Any]]) -> None:
    machine = Machine()
    off, ahead, sure = timedelta(0), timedelta(0), False  # since central was last heard
    for step, argument in steps:
        kept = machine.clock.kept()
        match step:
            case "runs":
                machine.runs(argument)
            case "hears":
                machine.hears(*argument)
                if sum(argument) <= LONGEST_TRIP:
                    off, ahead, sure, kept = timedelta(0), timedelta(0), True, None
            case "wrong":
                machine.wrong = argument
            case "program":
                machine.program_restarts(kept)
            case "off":
                machine.is_switched_off(argument, kept)
                off, ahead, sure = off + argument, ahead + GAP, False
        reading = machine.clock.read()
        assert kept is None or reading.at >= kept.floor
        if sure:
            assert abs(machine.error) <= FURTHEST_OFF
        if reading.anchor is not None:
            assert -off - FURTHEST_OFF <= machine.error <= ahead + FURTHEST_OFF


# --- told by hand -----------------------------------------------------------------------------------------------------


def lost(machine: Machine, off: timedelta = timedelta(days=20)) -> None:
    """Switched off, with a hardware clock that began at zero: nobody knows what time it is."""
    machine.hears()
    machine.wrong = timedelta(days=-3653)
    machine.is_switched_off(off, machine.clock.kept())
    assert not machine.anchored


def test_what_somebody_says_is_the_time_until_central_speaks(machine: Machine) -> None:
    lost(machine)
    assert machine.clock.tell(machine.true + timedelta(hours=2))
    assert machine.anchored
    assert machine.clock.by_hand()
    machine.runs(timedelta(hours=1))
    assert abs(machine.error - timedelta(hours=2)) < timedelta(seconds=1)
    machine.hears()
    assert not machine.clock.by_hand()
    assert abs(machine.error) <= timedelta(seconds=2)


@pytest.mark.parametrize(
    ("days", "may"), [(-21, False), (-20.1, False), (-19.9, True), (0, True), (71, True), (73, False), (3653, False)]
)
def test_time_told_by_hand_never_goes_back_and_never_far_ahead(days: float, may: bool, machine: Machine) -> None:
    lost(machine)
    assert machine.clock.tell(machine.true + timedelta(days=days)) is may
    assert machine.anchored is may


def test_nobody_says_what_time_it_is_where_that_is_known(machine: Machine) -> None:
    assert not machine.clock.tell(machine.true)
    machine.hears()
    assert not machine.clock.tell(machine.true + timedelta(days=1))
    lost(machine)
    assert machine.clock.tell(machine.true)
    assert not machine.clock.tell(machine.true + timedelta(days=1))


def test_what_was_told_outlives_the_program_and_not_the_machine(machine: Machine) -> None:
    lost(machine)
    assert machine.clock.tell(machine.true)
    machine.runs(timedelta(minutes=10))
    kept = machine.clock.kept()
    machine.runs(timedelta(minutes=10))
    machine.program_restarts(kept)
    assert machine.clock.by_hand()
    assert abs(machine.error) < timedelta(seconds=1)
    machine.is_switched_off(timedelta(hours=1), machine.clock.kept())
    assert not machine.anchored


def test_tls_believes_nothing_that_was_told_by_hand(machine: Machine) -> None:
    lost(machine)
    before = machine.clock.certain()
    assert machine.clock.tell(machine.true)
    assert machine.clock.certain() == before
    assert before.latest is None


def test_what_was_told_is_kept_in_the_store(store: Store) -> None:
    kept = Kept(TRUE, 5.0, "boot 1", TRUE, 7.5, "boot 2")
    with store.begin() as tx:
        tx.clock.keep(kept)
    with store.begin() as tx:
        assert tx.clock.get() == kept
