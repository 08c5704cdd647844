"""The only clock: the last authenticated server time, and the boot clock since then, with a floor.

An answer that central signed sets it (`anchor`), over the network or by way of a phone. After a restart of the machine
its hardware clock is trusted if it stands between the floor and 14 days beyond it, so that time switched off counts
fully; otherwise readings are not anchored, and nothing of value may hang on them, until central speaks or somebody says
what time it is (`tell`). The wall clock orders nothing, and is looked at only then.

How far a reading can be off: anchored since the machine started, by LONGEST_TRIP and what the boot clock drifts;
trusted by the hardware clock, ahead by at most GAP for each start without central, behind by at most the time that
the machine was switched off. Told by hand, by whatever was told, but never back and never ahead by more than FURTHEST.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Lock
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")
GAP = timedelta(days=14)  # `clock_gap_max`: how far beyond the floor a hardware clock is believed
SLOW = timedelta(minutes=5)  # a hardware clock this far before the floor was not set, it is slow: the floor counts
LONGEST_TRIP = 30.0  # seconds from question to answer; one that took longer says too little about now
FURTHEST = timedelta(days=92)  # beyond the floor that a person may say it is: a hub that was shut for a summer
HELD = timedelta(minutes=10)  # readings stand still rather than go back this far; further back it is central's word
_WHOLE_SECOND = 1.0  # server time comes in whole seconds: it may be that much later
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


@dataclass(frozen=True)
class Reading:
    """A moment, and the authenticated server time it stands on (None: only the machine's own clock)."""

    at: datetime  # aware, UTC
    anchor: datetime | None

    def day(self) -> date:
        """The day in the city, which every rule about days means."""
        return self.at.astimezone(ROME).date()


@dataclass(frozen=True)
class Kept:
    """What is written down of a clock, so that it can go on after a restart of the program or of the machine."""

    server: datetime  # the last authenticated server time
    boot: float  # seconds on the boot clock when it was that
    boot_id: str  # of which start of the machine
    floor: datetime  # no reading is earlier than this
    told: float | None = None  # told by hand: the boot clock's seconds at the floor
    told_in: str = ""  # and of which start of the machine


@dataclass(frozen=True)
class Certain:
    """What is known of the time for sure: never the hardware clock's word. None: nothing."""

    earliest: datetime | None
    latest: datetime | None


@dataclass(frozen=True)
class _Standing:
    """It was `base` when the boot clock said `since`. `sure`: central said so since the machine started."""

    base: datetime
    since: float
    sure: bool
    by_hand: bool = False


def wall() -> datetime:
    return datetime.now(UTC)


def boot() -> float:
    """Seconds since the machine started, those in which it slept too."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def boot_id() -> str:
    """Another one each time the machine starts; "" where there is none, which is never the same as before."""
    with suppress(OSError):
        return _BOOT_ID.read_text().strip()
    return ""


class Clock:
    """Time as the rules see it. The sources are passed in, so that tests and simulations own time.

    Read and set from several threads. Before `start` it knows only the machine's own clock.
    """

    def __init__(
        self,
        wall: Callable[[], datetime] = wall,
        boot: Callable[[], float] = boot,
        boot_id: Callable[[], str] = boot_id,
    ) -> None:
        self._wall = wall
        self._boot = boot
        self._boot_id = boot_id()
        self._lock = Lock()
        self._standing: _Standing | None = None
        self._last: Kept | None = None  # the last anchor, of whichever start of the machine
        self._floor: tuple[datetime, float] | None = None  # and the boot clock when it was set

    def boot(self) -> float:
        """Seconds on the boot clock: for durations."""
        return self._boot()

    def this_boot(self) -> str:
        """Which start of the machine this is, "" where that is not known."""
        return self._boot_id

    def read(self) -> Reading:
        with self._lock:
            return self._read(self._boot())

    def start(self, kept: Kept | None) -> None:
        """Go on from what was written down. Changes nothing once central has said what time it is."""
        with self._lock:
            if kept is None or (self._standing is not None and self._standing.sure):
                return
            now = self._boot()
            self._last, self._floor = kept, (kept.floor, now)
            if kept.boot_id == self._boot_id != "" and kept.boot <= now:
                self._standing = _Standing(kept.server, kept.boot, sure=True)
            elif kept.told is not None and kept.told_in == self._boot_id != "" and kept.told <= now:
                self._standing = _Standing(kept.floor, kept.told, sure=False, by_hand=True)
            else:
                self._standing = _by_hardware(self._wall(), kept.floor, now)

    def anchor(self, server: datetime, asked: float, answered: float, longest: float = LONGEST_TRIP) -> None:
        """Central signed that it was `server`, between these two moments of the boot clock, `longest` seconds at most.

        Moves the clock no further than it must, so that a slow answer moves it on by nothing.
        """
        trip = answered - asked
        if not 0 <= trip <= longest:
            return
        latest = server + timedelta(seconds=_WHOLE_SECOND + trip)
        with self._lock:
            before = self._standing
            at = server if before is None else min(max(_at(before, answered), server), latest)
            self._standing = _Standing(at, answered, sure=True)
            floor = max(self._floor_at(answered) or at, at)
            self._floor = (at if floor - at > HELD else floor, answered)
            self._last = Kept(at, answered, self._boot_id, self._floor[0])

    def may_be_told(self, at: datetime) -> bool:
        """Whether somebody may say that it is `at`: only while nothing else says it, never back, and not far ahead."""
        with self._lock:
            floor = self._floor_at(self._boot())
            return self._standing is None and floor is not None and floor <= at <= floor + FURTHEST

    def tell(self, at: datetime) -> bool:
        """Somebody says that it is `at`; False where that may not be. Central's next word counts above it."""
        if not self.may_be_told(at):
            return False
        with self._lock:
            now = self._boot()
            self._standing, self._floor = _Standing(at, now, sure=False, by_hand=True), (at, now)
            return True

    def by_hand(self) -> bool:
        """Whether readings stand on what somebody said, and not on central's word."""
        with self._lock:
            return self._standing is not None and self._standing.by_hand

    def kept(self) -> Kept | None:
        """What to write down now. None: central never said what time it is."""
        with self._lock:
            self._read(self._boot())
            if self._last is None or self._floor is None:
                return None
            floor, since = self._floor
            told = (since, self._boot_id) if self._standing is not None and self._standing.by_hand else (None, "")
            return Kept(self._last.server, self._last.boot, self._last.boot_id, floor, *told)

    def certain(self) -> Certain:
        """Between which moments it is now, by what central said and nothing else."""
        with self._lock:
            if self._standing is not None and self._standing.sure:
                now = self._read(self._boot()).at
                return Certain(now, now)
            return Certain(self._last.server if self._last else None, None)

    def _read(self, now: float) -> Reading:
        floor = self._floor_at(now)
        if self._standing is None or self._last is None:
            self._floor = (floor, now) if floor else None
            return Reading(max(self._wall(), floor) if floor else self._wall(), None)
        at = _at(self._standing, now)
        at = max(at, self._floor[0]) if self._floor else at
        self._floor = (at, now)
        return Reading(at, self._last.server)

    def _floor_at(self, now: float) -> datetime | None:
        """The floor, which rises as surely as the boot clock runs."""
        if self._floor is None:
            return None
        floor, since = self._floor
        if self._standing is not None:
            return floor  # what is anchored rises by itself, and may have to wait until it has reached its floor
        return floor + timedelta(seconds=max(0.0, now - since))


def _by_hardware(wall: datetime, floor: datetime, now: float) -> _Standing | None:
    """What the machine's clock is good for after it was switched off."""
    if floor - SLOW <= wall <= floor + GAP:
        return _Standing(max(wall, floor), now, sure=False)
    return None


def _at(standing: _Standing, now: float) -> datetime:
    return standing.base + timedelta(seconds=now - standing.since)


def stamp(moment: datetime) -> str:
    """UTC with milliseconds and Z: the one form of a moment in events and on the wire. ValueError if naive."""
    if moment.tzinfo is None:
        raise ValueError("a moment without its zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def from_stamp(text: str) -> datetime:
    """Raises ValueError for anything but an aware ISO 8601 moment."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment
