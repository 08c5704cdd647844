"""What a station's clock stands on: switched off, its boot clock begins anew and its hardware clock goes on."""

from datetime import datetime, timedelta

from kiosk.clock import Clock
from tests.station import Station


class Machine:
    """`wrong` is how far the hardware clock is off."""

    def __init__(self, at: datetime) -> None:
        self.true, self.wrong, self.up, self.boots = at, timedelta(), 0.0, 1

    def clock(self) -> Clock:
        return Clock(lambda: self.true + self.wrong, lambda: self.up, lambda: f"boot-{self.boots}")

    def runs(self, time: timedelta) -> None:
        self.true, self.up = self.true + time, self.up + time.total_seconds()

    def off(self, time: timedelta, wrong: timedelta = timedelta()) -> None:
        self.true, self.up, self.boots = self.true + time, 0.0, self.boots + 1
        self.wrong = wrong

    def starts(self, station: Station) -> None:
        """The program starts: what was kept of the clock goes on."""
        kept = station.clock.kept()
        station.clock = self.clock()
        station.clock.start(kept)

    def anchors(self, station: Station) -> None:
        """Central said what time it is."""
        station.clock = self.clock()
        station.clock.anchor(self.true, self.up, self.up)

    def loses_the_time(self, station: Station, off: timedelta = timedelta(days=20)) -> None:
        """Switched off, with a hardware clock that began at zero."""
        self.anchors(station)
        self.off(off, wrong=timedelta(days=-3653))
        self.starts(station)
