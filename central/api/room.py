"""How much is under way at once: beyond a bound whoever comes is asked to come later, and nothing of it is kept.

Most of what waits here waits for a thread, and then for its turn to write; the first come is served first. A request
that waited longer than its station does would be done for nobody.
"""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from central.api.errors import busy
from central.db import Busy

MOST = 1000  # requests; of 300 stations each asks one thing at a time
MOST_BYTES = 256 * 2**20  # of their bodies, as sent


class Room:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._requests = 0
        self._bytes = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif self._requests >= MOST:
            await busy()(scope, receive, send)
        else:
            await self._inside(scope, receive, send)

    async def _inside(self, scope: Scope, receive: Receive, send: Send) -> None:
        came = 0

        async def counted() -> Message:
            nonlocal came
            message = await receive()
            if self._bytes >= MOST_BYTES:
                raise Busy("the bodies that are under way fill the memory meant for them")
            size = len(message.get("body", b""))
            came += size
            self._bytes += size
            return message

        self._requests += 1
        try:
            await self._app(scope, counted, send)
        finally:
            self._requests -= 1
            self._bytes -= came
