"""Central in a thread of this process: for `serve`, for a demonstration and for tests.

It speaks TLS where `wishmi-central tls` has made a certificate, and takes up a new one while it serves.
"""

import socket
import ssl
import threading

import uvicorn

from central import tls
from central.app import create_app
from central.connections import Connection
from central.settings import Settings
from central.tls import Renewing

_GRACE = 2  # seconds that answers under way get at the end
_BACKLOG = 1024  # connections that come at once and are not taken yet: a city of stations after an outage
_LOOK = 10  # seconds between two looks for a new certificate


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
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            ws="none",
            timeout_graceful_shutdown=_GRACE,
            server_header=False,
            http=Connection,
            ssl_certfile=self._certificate if secured else None,
            timeout_notify=_LOOK,
        )
        if secured and self._certificate is not None:
            config.load()
            assert config.ssl is not None
            config.callback_notify = Renewing(self._certificate, config.ssl).look
        self._server = uvicorn.Server(config)
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
