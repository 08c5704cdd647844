"""The time a long test may take: `./dev test --long --budget 30m`."""

import re
import time
from dataclasses import dataclass

_UNITS = {"s": 1, "m": 60, "h": 3600}


@dataclass(frozen=True)
class Budget:
    """`until` is a moment of the monotonic clock."""

    until: float

    def spent(self) -> bool:
        return time.monotonic() >= self.until

    def check(self, done: str) -> None:
        """Fail, saying how far it came, once the time is over: a long test that did not finish has shown nothing."""
        assert not self.spent(), f"the budget is spent after {done}"


def seconds(text: str) -> int:
    """ "30m", "90s" or "1h" in seconds. Raises ValueError."""
    found = re.fullmatch(r"(\d+)([smh])", text)
    if not found:
        raise ValueError(f"not a time: {text!r}; write it like 30m")
    return int(found[1]) * _UNITS[found[2]]
