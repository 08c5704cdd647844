"""An alarm that rings when the test says so."""

from collections.abc import Callable


class HandAlarm:
    def __init__(self) -> None:
        self.seconds: float | None = None  # for how long it is set; None when it is not
        self._ring: Callable[[], None] | None = None

    def set(self, seconds: float, ring: Callable[[], None]) -> None:
        self.seconds, self._ring = seconds, ring

    def clear(self) -> None:
        self.seconds, self._ring = None, None

    def ring(self) -> None:
        ring = self._ring
        assert ring is not None, "it was not set"
        self.clear()
        ring()


class Alarms:
    """Hands them out and keeps them, the oldest first."""

    def __init__(self) -> None:
        self.made: list[HandAlarm] = []

    def __call__(self) -> HandAlarm:
        self.made.append(HandAlarm())
        return self.made[-1]
