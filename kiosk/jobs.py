"""The only door to another thread: a job is a callable, its outcome an `Ok` or an `Err`, delivered where it was asked.

There are two runners in a running kiosk: the store thread, on which all store work runs, and the network thread. Tests
pass an `Inline` executor, or a `ByHand` one that they drive step by step.
"""

import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Ok(Generic[T]):
    value: T


@dataclass(frozen=True)
class Err:
    error: Exception


Result = Ok[T] | Err


class JobExecutor(Protocol):
    def submit(self, job: Callable[[], T], done: Callable[[Result[T]], None]) -> None:
        """Run `job` and call `done` with its result, on the thread that owns the executor."""
        ...

    def close(self) -> None:
        """Finish what was submitted; what is submitted later is dropped: whoever asked is going, too."""
        ...


def outcome(job: Callable[[], T]) -> Result[T]:
    try:
        return Ok(job())
    except Exception as error:  # noqa: BLE001 - the one door: a job's failure is a value for whoever asked
        log.debug("job failed: %s", type(error).__name__)
        return Err(error)


class Inline:
    """Runs each job at once, here."""

    def submit(self, job: Callable[[], T], done: Callable[[Result[T]], None]) -> None:
        done(outcome(job))

    def close(self) -> None:
        pass


class ByHand:
    """Keeps jobs until a test runs them."""

    def __init__(self) -> None:
        self._waiting: deque[Callable[[], None]] = deque()

    def submit(self, job: Callable[[], T], done: Callable[[Result[T]], None]) -> None:
        self._waiting.append(lambda: done(outcome(job)))

    def step(self) -> bool:
        """Run the oldest job. False if there is none."""
        if not self._waiting:
            return False
        self._waiting.popleft()()
        return True

    def run(self) -> None:
        while self.step():
            pass

    def close(self) -> None:
        self.run()


class _Home(QObject):
    """Lives on the thread that made it and calls what is sent to it there."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _call(self, call: Callable[[], None]) -> None:
        call()


class OneThread:
    """One worker thread; results come home through the Qt event loop of the thread that made it."""

    def __init__(self, name: str) -> None:
        self._home = _Home()
        self._closed = False
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    def submit(self, job: Callable[[], T], done: Callable[[Result[T]], None]) -> None:
        def work() -> None:
            result = outcome(job)
            self._home.arrived.emit(lambda: done(result))

        if not self._closed:
            self._worker.submit(work)

    def ask(self, job: Callable[[], T]) -> T:
        """Run `job` on this thread and wait for it, from another worker thread. Its exceptions pass through."""
        return self._worker.submit(job).result()

    def close(self) -> None:
        self._closed = True
        self._worker.shutdown(wait=True)
