"""The way from the screens to the store: jobs for the store thread, longer ones beside it, and those that ask central.

What is asked before the first frame is painted waits until the store is opened.
"""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from kiosk.domain.visits import Reason, Refused
from kiosk.jobs import Err, Ok, OneThread, Result

log = logging.getLogger("wishmi")
T = TypeVar("T")


class Asking:
    """Jobs run on one of three threads and answer on the GUI thread. `suspect` hears of every failure first."""

    def __init__(self, suspect: Callable[[Err], None]) -> None:
        self._suspect = suspect
        self._store = OneThread("store")
        self._beside = OneThread("beside")
        self._online = OneThread("online")
        self._begun = False
        self._early: list[Callable[[], None]] = []

    def begin(self) -> None:
        """The first frame is painted: what waited is asked, in its order, behind what was asked just now."""
        self._begun = True

    def catch_up(self) -> None:
        for ask in self._early:
            ask()
        self._early.clear()

    def ask(self, job: Callable[[], T], done: Callable[[Result[T]], None]) -> None:
        """A short job, on the store thread."""
        self._submit(self._store, job, done)

    def ask_beside(self, job: Callable[[], T], done: Callable[[Result[T]], None]) -> None:
        """A job that takes its time (Argon2, a page to print), beside the store thread."""
        self._submit(self._beside, job, done)

    def ask_online(self, job: Callable[[], T], done: Callable[[Result[T]], None]) -> None:
        """A job that waits for central's word: nothing else waits for it."""
        self._submit(self._online, job, done)

    def of_store(self, call: Callable[[], Any]) -> Any:
        """Run a call on the store thread and wait for it, from another thread than the GUI's."""
        return self._store.ask(call)

    def close(self, last: Callable[[], None]) -> None:
        """Finish what was submitted; `last` is the store thread's last job."""
        self._beside.close()
        self._online.close()
        self._store.submit(last, lambda result: None)
        self._store.close()

    def _submit(self, thread: OneThread, job: Callable[[], T], done: Callable[[Result[T]], None]) -> None:
        def answered(result: Result[T]) -> None:
            if isinstance(result, Err):
                self._suspect(result)
            done(result)

        if self._begun:
            thread.submit(job, answered)
        else:
            self._early.append(lambda: self._submit(thread, job, done))


def or_refused(result: Result[T]) -> T | Refused:
    """A failed store is "ask at the desk", like every other no: never a false green."""
    if isinstance(result, Ok):
        return result.value
    log.error("nothing was recorded: %s", named(result.error))
    return Refused(Reason.NOT_NOW)


def named(error: Exception) -> str:
    """The kind of a failure, never its text, which may hold what somebody scanned; and which trouble of the store."""
    return f"{type(error).__name__} {getattr(error, 'trouble', '')}".strip()
