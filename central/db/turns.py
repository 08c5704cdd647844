"""Whose turn it is among the threads of one process: first come, first served.

SQLite lets one write at a time and knows no queue. Threads that all ask it for its lock take processor time from the
one that has it, and some are unlucky for long. So they wait here, and only processes contend for SQLite's own lock.
"""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class NoTurn(Exception):
    """It did not come in time."""


class Turns:
    """A lock that is handed on in the order in which it was asked for."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._queue: deque[threading.Lock] = deque()  # the first has its turn; the others' locks open when it is theirs

    @contextmanager
    def turn(self, patience: float) -> Iterator[None]:
        """Raises NoTurn when it has not come after so many seconds."""
        mine = threading.Lock()
        with self._guard:
            if self._queue:
                mine.acquire()
            self._queue.append(mine)
        try:
            if not mine.acquire(timeout=patience):
                raise NoTurn
            yield
        finally:
            self._leave(mine)

    def __len__(self) -> int:
        """How many have it or wait for it."""
        return len(self._queue)

    def _leave(self, mine: threading.Lock) -> None:
        with self._guard:
            had_turn = self._queue[0] is mine
            self._queue.remove(mine)
            if had_turn and self._queue:
                self._queue[0].release()
