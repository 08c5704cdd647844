"""The proxy: a port of its own on loopback, a thread of its own, and faults that can be changed while it runs."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import Callable
from types import TracebackType

from tests.proxy.arming import NEXT, When
from tests.proxy.conversation import Conversation
from tests.proxy.counts import Counts
from tests.proxy.ends import readable
from tests.proxy.faults import Fault
from tests.proxy.switchboard import Switchboard

_HOST = "127.0.0.1"
_PATIENCE_S = 30.0


class FaultProxy:
    """Passes connections on to a port of this machine; every method may be called from any thread.

    The upstream is called when the client's first bytes are there: protocols where the server speaks first do not work.
    What a method changes holds for the next request or connection; those under way go on as they are.
    """

    def __init__(self, upstream_port: int) -> None:
        self._name = socket.socket()  # holds the port while the proxy refuses connections
        self._name.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._board = Switchboard((_HOST, upstream_port))
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="fault proxy", daemon=True)
        self._ready = threading.Event()
        self._listening: socket.socket | None = None
        self._accepting: asyncio.Task[None] | None = None
        self._talks: set[asyncio.Task[None]] = set()
        self._broken: list[BaseException] = []
        self._accepted = 0

    def __enter__(self) -> "FaultProxy":
        self._name.bind((_HOST, 0))
        self.port: int = self._name.getsockname()[1]
        self._thread.start()
        assert self._ready.wait(_PATIENCE_S), "the proxy did not start"
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()
        self._name.close()
        if self._broken and error is None:
            raise self._broken[0]  # a bug of the proxy's own: what the test saw proves nothing

    @property
    def url(self) -> str:
        return f"http://{_HOST}:{self.port}"

    def arm(self, fault: Fault, when: When = NEXT) -> None:
        self._do(lambda: self._board.schedule.arm(fault, when))

    def disarm(self, fault: Fault | None = None) -> None:
        """One fault, or all. What is stalled stays so: see `release`."""
        self._do(lambda: self._board.schedule.disarm(fault))

    def release(self) -> None:
        """What is stalled goes on; what is half-open is reset."""
        self._do(self._board.release)

    def forget(self) -> None:
        """Count and note what fired from now on."""
        self._do(self._board.forget)

    @property
    def armed(self) -> tuple[Fault, ...]:
        """What still waits for its turn."""
        return tuple(armed.fault for armed in self._board.schedule.armed)

    @property
    def fired(self) -> tuple[Fault, ...]:
        """What did happen, in order. Delays, bandwidths, links and a port that refuses are not noted."""
        return self._board.fired

    def await_fired(self, fault: Fault, times: int = 1, timeout_s: float = _PATIENCE_S) -> None:
        """Wait until a fault has happened: the bytes before it have left. Raises TimeoutError."""
        if not self._board.await_fired(fault, times, timeout_s):
            raise TimeoutError(f"{fault} did not happen")

    @property
    def counts(self) -> Counts:
        return self._board.counts

    @property
    def connections(self) -> tuple[Counts, ...]:
        """The counts of each connection, in the order they came."""
        return self._board.connections

    def _do(self, act: Callable[[], None]) -> None:
        async def on_the_loop() -> None:
            self._take_callers()  # those who came before are no concern of what comes now
            act()
            await self._listen_or_refuse()

        asyncio.run_coroutine_threadsafe(on_the_loop(), self._loop).result(_PATIENCE_S)

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        await self._listen_or_refuse()
        self._ready.set()
        await self._stop.wait()
        await self._close_port()
        for talk in self._talks:
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)

    async def _listen_or_refuse(self) -> None:
        if self._board.schedule.refuses_all:
            await self._close_port()
        elif self._listening is None:
            self._listening = socket.create_server((_HOST, self.port), backlog=128)
            self._listening.setblocking(False)
            self._accepting = asyncio.create_task(self._accept(self._listening))

    async def _close_port(self) -> None:
        if self._listening is None or self._accepting is None:
            return
        self._accepting.cancel()
        await asyncio.gather(self._accepting, return_exceptions=True)
        self._listening.close()
        self._listening = None

    async def _accept(self, listening: socket.socket) -> None:
        while True:
            await readable(listening)
            self._take_callers()

    def _take_callers(self) -> None:
        """Begin a conversation with each who has connected by now."""
        with contextlib.suppress(BlockingIOError):
            while self._listening is not None:
                near, _ = self._listening.accept()
                self._accepted += 1
                talk = asyncio.create_task(Conversation(near, self._accepted, self._board).run())
                self._talks.add(talk)
                talk.add_done_callback(self._ended)

    def _ended(self, talk: asyncio.Task[None]) -> None:
        self._talks.discard(talk)
        if not talk.cancelled() and (error := talk.exception()) is not None:
            self._broken.append(error)
