"""How long somebody who was wrong waits, whatever the machine's clock is set to.

A wait is reckoned by the boot clock, which nobody sets. Across a restart of the machine only central's word counts:
without it the wait goes on where it stood when the machine was switched off. The hardware clock is never asked.
"""

from dataclasses import dataclass
from datetime import datetime

FREE_TRIES = 2  # that may be wrong before there is a wait
FIRST_WAIT = 30.0  # seconds; doubled by each further wrong try
LONGEST_WAIT = 900.0  # seconds: half a million PINs last 14 years, and a morning is not lost
# By how much two readings of central's time may be nearer or farther than they were: see kiosk.clock, LONGEST_TRIP.
SLACK = 62.0


@dataclass(frozen=True)
class Instant:
    """A moment, as far as it cannot be lied about: which start of the machine, its boot clock in seconds, and between
    which moments it is by what central signed (None: not known)."""

    boot_id: str
    boot: float
    earliest: datetime | None = None
    latest: datetime | None = None


@dataclass(frozen=True)
class Tries:
    """Wrong tries in a row, and the seconds that were still to be waited at a moment."""

    wrong: int
    owed: float
    noted: Instant


def elapsed(before: Instant, now: Instant) -> float:
    """Seconds that have passed for sure."""
    if before.boot_id == now.boot_id != "":
        return max(0.0, now.boot - before.boot)
    if before.latest is None or now.earliest is None:
        return 0.0
    return max(0.0, (now.earliest - before.latest).total_seconds() - SLACK)


def carried(tries: Tries, now: Instant) -> Tries:
    """The same wait as it stands now. Write it down: after a restart the rest is reckoned from here."""
    return Tries(tries.wrong, max(0.0, tries.owed - elapsed(tries.noted, now)), now)


def charged(tries: Tries | None, now: Instant) -> Tries:
    """One wrong try more. A try is charged before it is checked, so that pulling the plug spares nobody."""
    wrong = min((tries.wrong if tries else 0) + 1, 1000)
    return Tries(wrong, wait_after(wrong), now)


def wait_after(wrong: int) -> float:
    """Seconds to wait after so many wrong tries in a row."""
    if wrong <= FREE_TRIES:
        return 0.0
    return float(min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(wrong - FREE_TRIES - 1, 10)))
