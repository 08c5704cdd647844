"""What all connections of one proxy share: where they go, what is armed, what was counted, what waits."""

import asyncio
import threading

from tests.proxy.arming import Schedule
from tests.proxy.counts import Counts, Tally, total
from tests.proxy.faults import Fault


class Switchboard:
    """Lives on the proxy's loop; `counts`, `fired` and `await_fired` may be asked from any thread."""

    def __init__(self, upstream: tuple[str, int]) -> None:
        self.upstream = upstream
        self.schedule = Schedule()
        self._tallies: list[Tally] = []
        self._fired: list[Fault] = []
        self._changed = threading.Condition()
        self._released = asyncio.Event()

    def tally(self) -> Tally:
        self._tallies.append(Tally())
        return self._tallies[-1]

    @property
    def counts(self) -> Counts:
        return total(self.connections)

    @property
    def connections(self) -> tuple[Counts, ...]:
        return tuple(tally.counts() for tally in self._tallies)

    def forget(self) -> None:
        """Count from zero."""
        for tally in self._tallies:
            tally.forget()
        with self._changed:
            self._fired.clear()

    def fire(self, fault: Fault) -> None:
        with self._changed:
            self._fired.append(fault)
            self._changed.notify_all()

    @property
    def fired(self) -> tuple[Fault, ...]:
        with self._changed:
            return tuple(self._fired)

    def await_fired(self, fault: Fault, times: int, timeout_s: float) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: self._fired.count(fault) >= times, timeout_s)

    async def hold(self) -> None:
        """Wait for the next release."""
        await self._released.wait()

    def release(self) -> None:
        waiting, self._released = self._released, asyncio.Event()
        waiting.set()
