"""One end of a connection: a socket read only when somebody asks, and written in order when its moment has come."""

import asyncio
import contextlib
import fcntl
import socket
import struct
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass

from tests.proxy.faults import Way
from tests.proxy.messages import Messages, Piece
from tests.proxy.shape import Shape, segments

_READ = 65536  # bytes at once
_UNDER_WAY = 1024 * 1024  # bytes that may be on a slow line before its sender has to wait
_LEAD_S = 0.02  # a segment is handed over so long before it leaves: timers are coarse, and the line must not idle
_UNSENT = 0x894B  # SIOCOUTQNSD: bytes the peer has no room for yet (Linux)
_RESET_WAIT_S = 5.0


@dataclass(frozen=True)
class Due:
    """Bytes and the moment they arrive; None is the FIN."""

    at: float
    data: bytes | None


class End:
    """`way` is that of the bytes written here; `read` and `wrote` are told how many passed."""

    def __init__(
        self,
        end: socket.socket,
        messages: Messages,
        line: tuple[int, Way],
        read: Callable[[int], None] = lambda _: None,
        wrote: Callable[[int], None] = lambda _: None,
    ) -> None:
        self._socket = end
        end.setblocking(False)
        end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.messages = messages
        self.ended = False
        self._connection, self._way = line
        self._read, self._wrote = read, wrote
        self._queue: asyncio.Queue[Due] = asyncio.Queue()
        self._under_way, self._latest = 0, 0.0
        self._room = asyncio.Event()
        self._broken: OSError | None = None
        self._writer = asyncio.create_task(self._write())

    async def readable(self) -> None:
        await readable(self._socket)

    async def fill(self) -> bool:
        """Add what came to `messages`; False at the end of the stream."""
        data = await self._receive()
        self.ended = not data
        self.messages.add(data)
        return not self.ended

    async def message(self) -> AsyncIterator[Piece]:
        """The pieces of one message as they come. Where the stream ends too early, none of them is the last."""
        while True:
            piece = self.messages.take()
            if piece is None and not self.ended and await self.fill():
                continue
            piece = piece or self.messages.end()
            yield piece
            if piece.last or self.finished:
                return

    @property
    def finished(self) -> bool:
        """The stream has ended, and all of it was taken."""
        return self.ended and not self.messages.waiting

    async def left_by_peer(self) -> bool:
        """Wait until the peer sends more (False) or nothing any more (True); takes nothing away."""
        await self.readable()
        with contextlib.suppress(ConnectionError):
            return not self._socket.recv(1, socket.MSG_PEEK)
        return True

    async def send(self, data: bytes, shapes: Sequence[Shape] = ()) -> None:
        """Pass bytes on as slowly as the shapes want. Raises OSError once the peer is gone."""
        for segment in segments(data, shapes):
            await self._send(segment, shapes)

    async def flush(self) -> None:
        """Wait until everything has arrived. Raises OSError when it did not."""
        await self._queue.join()
        self._check()

    def fin(self) -> None:
        """Say, behind all that is under way, that nothing more will come."""
        self._queue.put_nowait(Due(self._latest, None))

    async def drain(self) -> None:
        """Read and forget until the peer ends: closing before that would be a reset."""
        with contextlib.suppress(OSError):
            while await self._receive():
                pass

    async def reset(self) -> None:
        """RST, behind the bytes that were passed on."""
        waited = 0.0
        while self._broken is None and self._unsent() and waited < _RESET_WAIT_S:
            await asyncio.sleep(0.001)
            waited += 0.001
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        await self.close()

    async def close(self) -> None:
        self._writer.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._writer
        self._socket.close()

    async def _receive(self) -> bytes:
        await self.readable()
        data = self._socket.recv(_READ)
        self._read(len(data))
        return data

    async def _send(self, segment: bytes, shapes: Sequence[Shape]) -> None:
        self._check()
        clock = asyncio.get_running_loop().time
        leaves, latency = clock(), 0.0
        for shape in shapes:
            leaves = shape.leave(self._way, leaves, len(segment))
            latency += shape.latency(self._connection, self._way)
        await until(leaves - _LEAD_S)
        await self._until_room()
        self._latest = max(self._latest, leaves + latency)
        self._under_way += len(segment)
        self._queue.put_nowait(Due(self._latest, segment))

    async def _until_room(self) -> None:
        while self._under_way > _UNDER_WAY:
            self._room.clear()
            await self._room.wait()

    async def _write(self) -> None:
        while True:
            due = await self._queue.get()
            try:
                await until(due.at)
                if self._broken is None:
                    await self._put(due.data)
            except OSError as error:
                self._broken = error
            self._under_way -= len(due.data or b"")
            self._room.set()
            self._queue.task_done()

    async def _put(self, data: bytes | None) -> None:
        if data is None:
            self._socket.shutdown(socket.SHUT_WR)
            return
        self._wrote(len(data))
        await asyncio.get_running_loop().sock_sendall(self._socket, data)

    def _check(self) -> None:
        if self._broken is not None:
            raise self._broken

    def _unsent(self) -> int:
        try:
            return int(struct.unpack("i", fcntl.ioctl(self._socket, _UNSENT, bytes(4)))[0])
        except OSError:
            return 0


async def readable(end: socket.socket) -> None:
    """Wait for bytes, an end or a caller. Given up, nothing that came is lost: nothing was taken."""
    loop = asyncio.get_running_loop()
    came = loop.create_future()

    def there() -> None:
        if not came.done():
            came.set_result(None)

    loop.add_reader(end, there)
    try:
        await came
    finally:
        loop.remove_reader(end)


async def until(moment: float) -> None:
    """Wait for a moment of the loop's clock."""
    left = moment - asyncio.get_running_loop().time()
    if left > 0:
        await asyncio.sleep(left)
