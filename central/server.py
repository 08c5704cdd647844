"""Central in a thread of this process: for `serve`, for a demonstration and for tests."""

import socket
import threading

import uvicorn

from central.app import create_app
from central.settings import Settings

_GRACE = 2  # seconds that answers under way get at the end


class Server:
    """One server on one port; start it once, stop it once."""

    def __init__(self, settings: Settings, host: str = "127.0.0.1", port: int = 0) -> None:
        """Port 0 lets the system choose."""
        self._settings = settings
        self._address = (host, port)
        self._thread: threading.Thread | None = None
        self._server: uvicorn.Server | None = None

    def start(self) -> str:
        """Open central and listen; the address, "http://127.0.0.1:40123". Raises OSError when the port is taken."""
        listening = socket.create_server(self._address, backlog=128)
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # or answers on a kept connection wait 40 ms
        try:
            app = create_app(self._settings)
        except BaseException:
            listening.close()
            raise
        config = uvicorn.Config(
            app, log_config=None, access_log=False, ws="none", timeout_graceful_shutdown=_GRACE, server_header=False
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([listening],), name="central", daemon=True)
        self._thread.start()
        host, port = listening.getsockname()[:2]
        return f"http://{host}:{port}"

    def stop(self) -> None:
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join()
