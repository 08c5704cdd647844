"""Time in the simulation: one true time, and machines whose clocks may lie."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

START = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)


@dataclass
class TrueTime:
    """Seconds that really went by since START."""

    seconds: float = 0.0

    def now(self) -> datetime:
        return START + timedelta(seconds=self.seconds)


@dataclass
class Machine:
    """A computer's clocks: the hardware clock may be wrong, the boot clock begins at each boot."""

    true: TrueTime
    wrong_by: float = 0.0  # seconds
    booted_at: float = 0.0
    boots: int = field(default=1)

    def wall(self) -> datetime:
        return self.true.now() + timedelta(seconds=self.wrong_by)

    def boot(self) -> float:
        return self.true.seconds - self.booted_at

    def boot_id(self) -> str:
        return f"boot-{self.boots}"

    def reboot(self) -> None:
        self.booted_at = self.true.seconds
        self.boots += 1
