"""The middle of several numbers, and what nearly all of them stay under."""

import math
from collections.abc import Sequence


def median(values: Sequence[float]) -> float:
    """The middle one; between two middle ones, their mean. Raises ValueError for nothing."""
    if not values:
        raise ValueError("no values")
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least `percent` (0 to 100) of all do not exceed: nearest rank, nothing invented."""
    if not values or not 0 <= percent <= 100:
        raise ValueError("no values, or not a percentage")
    rank = max(1, math.ceil(len(values) * percent / 100))
    return sorted(values)[rank - 1]
