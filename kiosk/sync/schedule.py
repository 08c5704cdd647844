"""When the next round is due: always known, never "not at all".

A capture triggers a push after 2 s; an idle station polls each minute, each in its own phase; failure backs off with
full jitter up to 15 minutes; what central asks for with Retry-After is obeyed. While a round runs, what is due is a
look at whether it still moves.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

CAPTURE_S = 2.0
IDLE_S = 60.0
FIRST_BACKOFF_S = 2.0
LONGEST_BACKOFF_S = 15 * 60.0
SILENCE_S = 5 * 60.0  # a round of which nothing was heard for so long is worth a line in the log


@dataclass(frozen=True)
class Schedule:
    """`due` is a moment on the boot clock, seconds."""

    due: float
    failures: int = 0
    running: bool = False  # then `due` is when to look after the round


def started(schedule: Schedule, now: float) -> Schedule:
    """A round begins, or was seen to move."""
    return Schedule(now + SILENCE_S, schedule.failures, running=True)


def captured(schedule: Schedule, now: float) -> Schedule:
    """Somebody did something: push soon. While central is away the back-off stands; a round that runs goes on."""
    if schedule.failures or schedule.running:
        return schedule
    return replace(schedule, due=min(schedule.due, now + CAPTURE_S))


def went_well(now: float, phase: float) -> Schedule:
    """`phase` in 0..1 spreads the stations of a city over the minute."""
    elapsed = (now - phase * IDLE_S) % IDLE_S
    wait = IDLE_S - elapsed
    return Schedule(now + (wait if wait > CAPTURE_S else wait + IDLE_S))


def failed(schedule: Schedule, now: float, retry_after: float | None, random: Callable[[], float]) -> Schedule:
    """Full jitter: anywhere between a short breath and a ceiling that doubles."""
    failures = schedule.failures + 1
    ceiling = min(LONGEST_BACKOFF_S, FIRST_BACKOFF_S * 2 ** min(failures, 16))
    wait = max(FIRST_BACKOFF_S / 2, random() * ceiling)
    if retry_after is not None:
        wait = max(wait, min(retry_after, LONGEST_BACKOFF_S * 4))
    return Schedule(now + wait, failures)
