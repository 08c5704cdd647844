"""One connection: requests and answers in turn, each with the faults that are meant for it."""

import asyncio
import contextlib
import socket
from collections.abc import Coroutine, Sequence
from typing import Any

from tests.proxy.alterations import Alteration, Halt, How, Step, altered, bytewise, of_answers
from tests.proxy.arming import Armed
from tests.proxy.ends import End, until
from tests.proxy.faults import CaptivePortal, Duplicate, Fault, HalfOpen, Refuse, Respond, Way, portal_page
from tests.proxy.messages import Messages, Part, Piece
from tests.proxy.shape import Shape
from tests.proxy.switchboard import Switchboard

_READABLE = 16384  # bytes: an answer without end is said in portions of about that


class Dropped(Exception):
    """This connection is over."""

    def __init__(self, *, reset: bool) -> None:
        super().__init__(reset)
        self.reset = reset


class Exchange:
    """One request and its answer: what happens to them, and how far they are."""

    def __init__(self, armed: Sequence[Armed], bytes_of_connection: dict[Way, list[Alteration]], board: Switchboard):
        self.faults: list[Fault] = [one.fault for one in armed]
        self.shapes: list[Shape] = [one.shape for one in armed if one.shape is not None]
        here = [one.fault for one in armed if one.for_request]
        self.bytes = {way: [step for fault in here for step in bytewise(fault, way)] for way in Way}
        for way in Way:
            self.bytes[way] += bytes_of_connection[way]
        self.answer = [step for fault in self.faults for step in of_answers(fault, board.fire)]
        self.head = b""
        self.request = bytearray()
        self.called = asyncio.Event()  # the first bytes are on their way up
        self.passed = asyncio.Event()  # the whole request is

    @property
    def instead(self) -> CaptivePortal | Respond | None:
        """The first fault that answers in the upstream's place."""
        return next((fault for fault in self.faults if isinstance(fault, CaptivePortal | Respond)), None)


class Conversation:
    def __init__(self, near: socket.socket, number: int, board: Switchboard) -> None:
        """`number` is this connection's among all of the proxy; `near` is the client, and closed at the end."""
        self._board = board
        self._number = number
        self._armed = board.schedule.for_connection()
        self._bytes = {way: [step for one in self._armed for step in bytewise(one.fault, way)] for way in Way}
        self._tally = board.tally()
        self._opened = asyncio.get_running_loop().time()
        self._connecting_paid = False
        self._near = End(near, Messages(), (number, Way.DOWN), self._came_up, self._went_down)
        self._far: End | None = None

    async def run(self) -> None:
        try:
            await self._turn_away(self._armed)
            while await self._asked():
                await self._exchange()
            await self._hang_up(reset=False)
        except Dropped as how:
            await self._hang_up(how.reset)
        except ConnectionResetError:
            await self._hang_up(reset=True)
        except OSError:
            await self._hang_up(reset=False)
        finally:
            for end in self._ends():
                await end.close()

    async def _turn_away(self, armed: Sequence[Armed]) -> None:
        for fault in (one.fault for one in armed):
            if isinstance(fault, Refuse | HalfOpen):
                self._board.fire(fault)
                if isinstance(fault, HalfOpen):
                    await self._board.hold()
                raise Dropped(reset=True)

    async def _asked(self) -> bool:
        """Wait for the next request; False when one of the ends has closed instead."""
        while not self._near.messages.waiting:
            if await self._far_spoke_first():
                return False
            if not await self._near.fill():
                return False
        return True

    async def _far_spoke_first(self) -> bool:
        """The upstream has closed while nobody asked it anything; what it says unasked is passed on."""
        while self._far is not None and not await first(self._near.readable(), self._far.readable()):
            if not await self._far.fill():
                return True
            await self._near.send(self._far.messages.end().data)
        return False

    async def _exchange(self) -> None:
        self._tally.requests += 1
        armed = [*self._armed, *self._board.schedule.for_request()]
        await self._turn_away(armed)
        exchange = Exchange(armed, self._bytes, self._board)
        if exchange.instead is not None:
            await self._answer_instead(exchange.instead, exchange)
        else:
            await self._pass(exchange)

    async def _pass(self, exchange: Exchange) -> None:
        watch = asyncio.create_task(self._pass_end_of_client(exchange))
        try:
            await both(self._pass_up(exchange), self._pass_down(exchange))
        finally:
            watch.cancel()
            await asyncio.gather(watch, return_exceptions=True)

    async def _pass_up(self, exchange: Exchange) -> None:
        await self._connected(exchange)
        async for piece in self._near.message():
            if piece.part is Part.HEAD:
                exchange.head = piece.data
            for step in altered(piece, exchange.bytes[Way.UP]):
                await self._step_up(step, exchange)
        if self._near.finished and self._far is not None:
            self._far.fin()
        exchange.passed.set()

    async def _step_up(self, step: Step, exchange: Exchange) -> None:
        if isinstance(step, Halt):
            await self._halt(step, self._far)
        elif step.data:
            far = await self._upstream()
            exchange.request += step.data
            exchange.called.set()
            with contextlib.suppress(OSError):  # it may have answered before it heard all: the answer tells
                await far.send(step.data, exchange.shapes)

    async def _pass_down(self, exchange: Exchange) -> None:
        await exchange.called.wait()
        far = await self._upstream()
        far.messages.expect(raw=self._near.messages.raw, to_head=exchange.head.startswith(b"HEAD "))
        whole = False
        async for piece in far.message():
            if piece.part is Part.HEAD:
                await self._replays(exchange)
            await self._down(altered(piece, [*exchange.answer, *exchange.bytes[Way.DOWN]]), exchange)
            whole = piece.last
        self._tally.answers += whole
        if far.ended:
            raise Dropped(reset=False)

    async def _down(self, steps: Sequence[Step], exchange: Exchange) -> None:
        for step in steps:
            if isinstance(step, Halt):
                await self._halt(step, self._near)
            else:
                await self._near.send(step.data, exchange.shapes)

    async def _halt(self, halt: Halt, end: End | None) -> None:
        if end is not None:
            await end.flush()
        self._board.fire(halt.fault)
        if halt.how is not How.HOLD:
            raise Dropped(reset=halt.how is How.RST)
        await self._board.hold()

    async def _pass_end_of_client(self, exchange: Exchange) -> None:
        """A client that goes while it waits for its answer: the upstream gets to know."""
        await exchange.passed.wait()
        if self._near.messages.waiting or self._near.ended or self._far is None:
            return
        if await self._near.left_by_peer():
            self._far.fin()

    async def _answer_instead(self, fault: CaptivePortal | Respond, exchange: Exchange) -> None:
        await self._connected(exchange)
        async for _ in self._near.message():
            pass
        self._board.fire(fault)
        said = fault if isinstance(fault, Respond) else portal_page(fault)
        await self._say(said.raw, exchange)
        while said.forever:
            await self._say(said.forever * (_READABLE // len(said.forever) + 1), exchange)
        self._tally.answers += 1
        if said.close:
            raise Dropped(reset=False)

    async def _say(self, data: bytes, exchange: Exchange) -> None:
        await self._down(altered(Piece(data, Part.BODY), exchange.bytes[Way.DOWN]), exchange)

    async def _replays(self, exchange: Exchange) -> None:
        for fault in exchange.faults:
            if isinstance(fault, Duplicate):
                await exchange.passed.wait()
                await self._replay(fault, exchange)

    async def _replay(self, fault: Duplicate, exchange: Exchange) -> None:
        """The same bytes on a connection of their own; the answer is read to its end and thrown away."""
        again = await self._call()
        try:
            again.messages.expect(to_head=exchange.head.startswith(b"HEAD "))
            await again.send(bytes(exchange.request))
            async for _ in again.message():
                pass
        finally:
            await again.close()
        self._board.fire(fault)

    async def _connected(self, exchange: Exchange) -> None:
        """Before the first request, wait as long as connecting would have taken."""
        if not self._connecting_paid:
            self._connecting_paid = True
            await until(self._opened + sum(shape.connect_s for shape in exchange.shapes))

    async def _upstream(self) -> End:
        if self._far is None:
            self._far = await self._call()
        return self._far

    async def _call(self) -> End:
        """A new connection to the upstream. Where nobody is there, this one ends with a reset."""
        far = socket.socket()
        far.setblocking(False)
        try:
            await asyncio.get_running_loop().sock_connect(far, self._board.upstream)
        except OSError as error:
            far.close()
            raise Dropped(reset=True) from error
        except asyncio.CancelledError:
            far.close()
            raise
        return End(far, Messages(answers=True), (self._number, Way.UP))

    async def _hang_up(self, reset: bool) -> None:
        if reset:
            await asyncio.gather(*(end.reset() for end in self._ends()))
            return
        for end in self._ends():
            end.fin()
        await asyncio.gather(*(end.drain() for end in self._ends()))

    def _ends(self) -> list[End]:
        return [self._near] if self._far is None else [self._near, self._far]

    def _came_up(self, size: int) -> None:
        self._tally.up_bytes += size

    def _went_down(self, size: int) -> None:
        self._tally.down_bytes += size


async def both(*work: Coroutine[Any, Any, None]) -> None:
    """Do them together; when one fails the other is given up, and the failure raised."""
    tasks = [asyncio.create_task(one) for one in work]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()


async def first(one: Coroutine[Any, Any, None], other: Coroutine[Any, Any, None]) -> bool:
    """Whether `one` came before `other`, or with it; what did not come is given up."""
    tasks = [asyncio.create_task(one), asyncio.create_task(other)]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return tasks[0] in done
