"""Whoever waits for a commit waits for the same one as others do.

What several ask for at once is done in one transaction, by one thread: for all of them the database is asked once, and
waits for its disk once. Those that come meanwhile are the next. Who comes alone is done alone, and waits for nobody.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from threading import Lock
from typing import Any, TypeVar

from central.db.engine import Busy

MOST = 50  # in one transaction: whoever else writes is not to wait for long

Asked = TypeVar("Asked")
Said = TypeVar("Said")
Do = Callable[[Sequence[Any]], Sequence[Any]]


class Together:
    """Where one kind of thing is asked for. `close` it when nobody asks any more."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._thread = ThreadPoolExecutor(1, "together")
        self._waiting: list[tuple[Any, Future[Any]]] = []
        self._works = False

    def ask(self, one: Asked, do: Callable[[Sequence[Asked]], Sequence[Said]]) -> Future[Said]:
        """What `do` says of it, which is given several, in the order in which they came, and is the same for all.
        Where it fails, nothing was done, and each is done alone: one that fails takes no other with it."""
        said: Future[Said] = Future()
        with self._guard:
            self._waiting.append((one, said))
            if self._works:
                return said
            self._works = True
        self._thread.submit(copy_context().run, self._work, do)
        return said

    def __len__(self) -> int:
        """How many wait for what is being done."""
        return len(self._waiting)

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._works

    def close(self) -> None:
        """Those that wait are done before."""
        self._thread.shutdown()

    def _work(self, do: Do) -> None:
        while taken := self._next():
            if some := [each for each in taken if each[1].set_running_or_notify_cancel()]:  # who has gone is not done
                _answer(do, some)

    def _next(self) -> list[tuple[Any, Future[Any]]]:
        with self._guard:
            some, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
            self._works = bool(some)
            return some


def _answer(do: Do, some: Sequence[tuple[Any, Future[Any]]]) -> None:
    try:
        said = dict(zip((waits for _, waits in some), do([one for one, _ in some]), strict=True))
    except Busy as problem:  # and would be for each
        for _, waits in some:
            waits.set_exception(Busy(*problem.args))
    except Exception as problem:  # noqa: BLE001 - whoever asked is told, as by a thread of their own
        if len(some) > 1:
            for each in some:
                _answer(do, [each])
        else:
            some[0][1].set_exception(problem)
    else:
        for waits, answer in said.items():
            waits.set_result(answer)
