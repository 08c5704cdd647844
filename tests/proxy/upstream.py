"""A little HTTP server that remembers what it was asked, and a client that shows bytes as they are."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.proxy.fault_proxy import FaultProxy

PATIENCE_S = 30.0


class Upstream(ThreadingHTTPServer):
    """GET /N gives N bytes; GET /chunked/N the same in chunks; GET /open/N until it closes; POST gives back.

    `asked` are the requests that came whole, as "METHOD path body"; `called` the number of connections.
    """

    daemon_threads = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[str] = []
        self.called = 0

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def process_request(self, request: Any, client_address: Any) -> None:
        self.called += 1
        super().process_request(request, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went is no error here."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True
    server: Upstream

    def do_GET(self) -> None:
        self._remember("")
        body = bytes_of(int(self.path.rpartition("/")[2]))
        if self.path.startswith("/chunked/"):
            self._chunked(body)
        elif self.path.startswith("/open/"):
            self.close_connection = True
            self._answer(body, {})
        else:
            self._answer(body, {"Content-Length": str(len(body))})

    do_HEAD = do_GET  # noqa: N815 - http.server's name

    def do_POST(self) -> None:
        size = int(self.headers["Content-Length"])
        body = self.rfile.read(size)
        if len(body) < size:
            self.close_connection = True
            return
        self._remember(body.decode())
        self._answer(body, {"Content-Length": str(len(body))})

    def log_message(self, *_: object) -> None:
        pass

    def date_time_string(self, timestamp: float | None = None) -> str:
        return "Tue, 01 Dec 2026 09:00:00 GMT"  # every answer to the same question has the same bytes

    def _remember(self, body: str) -> None:
        self.server.asked.append(f"{self.command} {self.path} {body}".strip())

    def _answer(self, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(200)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _chunked(self, body: bytes) -> None:
        chunks = [body[at : at + 100] for at in range(0, len(body), 100)]
        framed = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"
        self._answer(framed, {"Transfer-Encoding": "chunked"})


def bytes_of(count: int) -> bytes:
    """So many bytes, no two neighbours alike."""
    return (bytes(range(256)) * (count // 256 + 1))[:count]


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Upstream]:
    with Upstream() as server:
        if tls is not None:
            server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def get(proxy: FaultProxy, path: str) -> bytes:
    """The body of one answer on a connection of its own. Raises what http.client raises."""
    with keeping(proxy) as client:
        client.request("GET", path)
        return client.getresponse().read()


@contextmanager
def keeping(proxy: FaultProxy) -> Iterator[HTTPConnection]:
    """A client that keeps its connection, and never connects again by itself."""
    client = HTTPConnection("127.0.0.1", proxy.port, timeout=PATIENCE_S)
    client.connect()
    client.auto_open = 0
    try:
        yield client
    finally:
        client.close()


def connected(proxy: FaultProxy) -> socket.socket:
    return socket.create_connection(("127.0.0.1", proxy.port), PATIENCE_S)


def question(path: str, method: str = "GET") -> bytes:
    return f"{method} {path} HTTP/1.1\r\nHost: hub\r\n\r\n".encode()


def to_the_end(end: socket.socket) -> bytes:
    """What comes until the FIN. Raises ConnectionResetError for an RST, TimeoutError for silence."""
    came = bytearray()
    while data := end.recv(65536):
        came += data
    return bytes(came)


def exactly(end: socket.socket, count: int) -> bytes:
    """The next so many bytes. Raises TimeoutError for silence; fewer come before a FIN."""
    came = bytearray()
    while len(came) < count and (data := end.recv(count - len(came))):
        came += data
    return bytes(came)


def turned_away(proxy: FaultProxy) -> bool:
    """A new connection is reset before it gave anything."""
    try:
        with connected(proxy) as end:
            return until_reset(end) == b""
    except ConnectionResetError:
        return True


def until_reset(end: socket.socket) -> bytes:
    """What comes until the RST; fails the test on a FIN."""
    came = bytearray()
    try:
        while data := end.recv(65536):
            came += data
    except ConnectionResetError:
        return bytes(came)
    raise AssertionError(f"a FIN after {len(came)} bytes")


def raw_answer(path: str, upstream: Upstream) -> bytes:
    """The bytes of the upstream's own answer, asked without a proxy."""
    with socket.create_connection(("127.0.0.1", upstream.port), PATIENCE_S) as end:
        end.sendall(question(path))
        end.shutdown(socket.SHUT_WR)
        return to_the_end(end)
