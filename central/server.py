"""Central in a thread of this process: for `serve`, for a demonstration and for tests.

Connections that ask nothing are closed, and those beyond a bound at once: silence is not to keep stations out. Were all
files of the process in use, asyncio would fill the log with what it cannot accept, and no database opens. (A body that
comes too slowly is refused by central.api.bodies.)

It speaks TLS where `wishmi-central tls` has made a certificate, and takes up a new one while it serves.
"""

import asyncio
import resource
import socket
import ssl
import threading
from pathlib import Path
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from central import tls
from central.app import create_app
from central.settings import Settings
from central.tls import Renewing

_GRACE = 2  # seconds that answers under way get at the end
_BACKLOG = 256  # connections that may come between two looks of the loop, and are counted only then
_LOOK = 10  # seconds between two looks for a new certificate
PATIENCE = 60.0  # seconds between opening a connection, or an answer on it, and the whole head of a request


def most() -> int:
    """Connections at once: half of the files that the process may have open."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return 2**20 if soft == resource.RLIM_INFINITY else soft // 2


class Connection(H11Protocol):
    """Looked at from time to time; closed when it waits for the same head as the time before."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if len(self.connections) > most():
            transport.abort()
        else:
            self._look(object())

    def _look(self, before: Any) -> None:
        waits = self.cycle is None or self.cycle.response_complete
        if waits and self.cycle is before:
            self.transport.close()
        if not self.transport.is_closing():
            self.loop.call_later(PATIENCE, self._look, self.cycle)


def configured(app: ASGIApp, certificate: Path | None) -> uvicorn.Config:
    """How central is served, with TLS where there is a certificate. Raises ssl.SSLError for a file that is none."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        ws="none",
        timeout_graceful_shutdown=_GRACE,
        server_header=False,
        http=Connection,
        backlog=_BACKLOG,
        ssl_certfile=certificate,
        timeout_notify=_LOOK,
    )
    if certificate is not None:
        config.load()
        assert config.ssl is not None
        config.callback_notify = Renewing(certificate, config.ssl).look
    return config


class Server:
    """One server on one port; start it once, stop it once."""

    def __init__(self, settings: Settings, host: str = "127.0.0.1", port: int = 0, *, plain: bool = False) -> None:
        """Port 0 lets the system choose; `plain` serves without TLS in any case."""
        self._settings = settings
        self._certificate = None if plain else settings.folder() / tls.SERVER_FILE
        self._address = (host, port)
        self._thread: threading.Thread | None = None
        self._server: uvicorn.Server | None = None

    def start(self) -> str:
        """Open central and listen; the address, "http://127.0.0.1:40123". Raises OSError when the port is taken.

        Raises what central.opening.open_central raises, and ssl.SSLError for a certificate file that is none.
        """
        listening = socket.create_server(self._address, backlog=_BACKLOG)
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # or answers on a kept connection wait 40 ms
        try:
            secured = self._has_certificate()
            app = create_app(self._settings)
        except BaseException:
            listening.close()
            raise
        self._server = uvicorn.Server(configured(app, self._certificate if secured else None))
        self._thread = threading.Thread(target=self._server.run, args=([listening],), name="central", daemon=True)
        self._thread.start()
        host, port = listening.getsockname()[:2]
        return f"{'https' if secured else 'http'}://{host}:{port}"

    def _has_certificate(self) -> bool:
        if self._certificate is None or not self._certificate.exists():
            return False
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(self._certificate)
        return True

    def stop(self) -> None:
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join()
