"""How a test process serves its centrals: one web application and one event loop for all of them.

To build the application costs more than most tests do, and so does it to stop a server, which waits a tenth of a
second or two for whoever is not there. Here both are made once. All else is the product's: its application, the way
connections are kept, sockets on loopback.
"""

import asyncio
import socket
from collections.abc import Coroutine
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar, cast

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.lifespan.off import LifespanOff

from central.app import serve
from central.opening import Central
from central.server import configured

T = TypeVar("T")

_asked: ContextVar[Central] = ContextVar("_asked")


class _Whichever:
    """Stands for the central that is asked just now."""

    def __getattr__(self, name: str) -> Any:
        return getattr(_asked.get(), name)


@cache
def _application() -> ASGIApp:
    return serve(cast(Central, _Whichever()))


def app_of(central: Central) -> ASGIApp:
    """The web application of a central that is open."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        _asked.set(central)
        await _application()(scope, receive, send)

    return app


@cache
def _loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, name="centrals", daemon=True).start()
    return loop


def _done(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run_coroutine_threadsafe(work, _loop()).result()


class Door:
    """Where a central answers, from now until it is closed."""

    def __init__(self, central: Central, port: int = 0, certificate: Path | None = None) -> None:
        """Port 0 lets the system choose; with a certificate it speaks TLS."""
        config = configured(app_of(central), certificate)
        if not config.loaded:
            config.load()
        self._server = uvicorn.Server(config)
        self._server.lifespan = LifespanOff(config)  # whose central it is opens and closes it
        listening = socket.create_server(("127.0.0.1", port), backlog=config.backlog)
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.port: int = listening.getsockname()[1]
        _done(self._server.startup([listening]))

    def close(self) -> None:
        """What is under way is answered; who waits is hung up on."""
        _done(self._closed())

    async def _closed(self) -> None:
        for server in self._server.servers:
            server.close()
        state = self._server.server_state
        for connection in list(state.connections):
            connection.shutdown()
        while state.tasks:
            await asyncio.wait(state.tasks)
        while state.connections:
            await asyncio.sleep(0)  # a closed transport says so in the loop's next turn
