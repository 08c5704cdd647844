"""The line to central: one keep-alive connection, that another thread can hang up at any moment.

Redirects are not followed, cookies not kept, proxies and passwords of the environment not used. Bytes are read as they
were sent. Whoever answers has little time: 5 s to connect, 30 s between two bytes, and a limit for the whole answer.
"""

import http.client
import logging
import queue
import socket
import ssl
import threading
import weakref
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from kiosk.domain.wire import NotTheWire
from kiosk.sync.central.protocol import NoConnection
from kiosk.sync.central.tls import Trust

CONNECT_S = 5.0  # for a name, and for each of its addresses
STALL_S = 30.0  # without a byte
WHOLE_S = 120.0  # a small answer from question to end
PACE = (90.0, 32_768)  # a long answer: at least so many bytes in so many seconds
WHOLE_LONG_S = 900.0  # and then it is cut, to be gone on with
CHUNK = 256 * 1024  # bytes
_AGENT = "wishmi-kiosk"


@dataclass(frozen=True)
class Patience:
    """How long an answer may take: seconds without a byte, and for the whole; one that is paced keeps PACE as well."""

    stall: float
    whole: float
    paced: bool = False


SMALL = Patience(STALL_S, WHOLE_S)
LONG = Patience(stall=75.0, whole=WHOLE_LONG_S, paced=True)  # a snapshot: central may have to make it first


class Hangup:
    """Ends what runs on a socket, from any thread. Holds a second handle, for the first one changes hands in TLS."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: list[socket.socket] = []  # one or none
        self.for_good = threading.Event()
        weakref.finalize(self, _let_go, self._held)

    def hold(self, sock: socket.socket) -> None:
        """Raises OSError once hung up for good."""
        with self._lock:
            _let_go(self._held)
            if self.for_good.is_set():
                raise OSError("hung up")
            self._held.append(sock.dup())

    def cut(self) -> None:
        """Whoever waits for this socket gets the end of it, or an error, at once."""
        with self._lock:
            for handle in self._held:
                with suppress(OSError):
                    handle.shutdown(socket.SHUT_RDWR)
            _let_go(self._held)


def _let_go(held: list[socket.socket]) -> None:
    while held:
        held.pop().close()


class Watch:
    """Cuts the line when time is up, even where every single byte came in time."""

    def __init__(self, hangup: Hangup, patience: Patience, boot: Callable[[], float]) -> None:
        self._hangup = hangup
        self._seconds = PACE[0] if patience.paced else patience.whole
        self._keeps_pace = patience.paced
        self._boot = boot
        self._until = boot() + patience.whole
        self._bytes = 0
        self._late = False
        self._timer = self._started()

    def came(self, count: int) -> None:
        self._bytes += count
        if self._keeps_pace and self._bytes >= PACE[1]:
            self._bytes = 0
            self._timer.cancel()
            if self._boot() >= self._until:
                self._up()
                return
            self._timer = self._started()

    def over(self) -> None:
        self._timer.cancel()

    def check(self) -> None:
        """Raises NoConnection when the line was cut here: the end of an answer then looks as if it were one."""
        if self._late:
            raise NoConnection("too slow")
        if self._hangup.for_good.is_set():
            raise NoConnection("hung up")

    def _up(self) -> None:
        self._late = True
        self._hangup.cut()

    def _started(self) -> threading.Timer:
        timer = threading.Timer(self._seconds, self._up)
        timer.daemon = True
        timer.start()
        return timer


@dataclass(frozen=True)
class Reply:
    """An answer whose body is still to be read. Moments are on the boot clock, seconds."""

    status: int
    headers: Mapping[str, str]
    asked: float
    heard: float  # when the header was there
    chunks: Iterator[bytes]  # as sent; raises NoConnection

    def read(self, most: int) -> bytes:
        """The body as sent. Raises NotTheWire when it is longer than `most` bytes."""
        content = bytearray()
        for chunk in self.chunks:
            content += chunk
            if len(content) > most:
                raise NotTheWire("too long")
        return bytes(content)


class Line:
    """To one address. Used by one thread at a time; `hang_up` comes from any."""

    def __init__(self, url: str, trust: Trust | None, boot: Callable[[], float]) -> None:
        """`trust` is what TLS stands on; None for plain HTTP. Raises NoConnection for what is no address."""
        self.url = url.rstrip("/")
        self._boot = boot
        self._hangup = Hangup()
        self._adapter = _Adapter(_pool(self.url, trust, self._hangup))

    def hang_up(self) -> None:
        """For good: what runs ends within a moment, what comes fails at once."""
        self._hangup.for_good.set()
        self._hangup.cut()

    def close(self) -> None:
        self.hang_up()
        self._adapter.close()

    def prepare(self, method: str, path: str, headers: Mapping[str, str], body: bytes | None) -> Any:
        """A request, a requests.PreparedRequest, that may still be signed."""
        try:
            request = requests.Request(method, self.url + path, data=body).prepare()
        except (requests.RequestException, ValueError) as error:
            raise NoConnection(f"{self.url} is no address of central") from error
        request.headers.update({"User-Agent": _AGENT, "Accept-Encoding": "gzip", **headers})
        return request

    @contextmanager
    def ask(self, request: Any, patience: Patience) -> Iterator[Reply]:
        """Send a request. Raises NoConnection."""
        if self._hangup.for_good.is_set():
            raise NoConnection("hung up")
        watch, asked = Watch(self._hangup, patience, self._boot), self._boot()
        try:
            response = self._sent(request, patience)
            try:
                watch.check()
                chunks = self._chunks(response, watch)
                yield Reply(response.status_code, response.headers, asked, self._boot(), chunks)
            finally:
                response.close()  # gives back a connection that was read to its end, and drops any other
        finally:
            watch.over()

    def _sent(self, request: Any, patience: Patience) -> requests.Response:
        try:
            return self._adapter.send(request, stream=True, timeout=(CONNECT_S, patience.stall))
        except _LOST as error:
            raise NoConnection(_in_words(error)) from error

    def _chunks(self, response: requests.Response, watch: Watch) -> Iterator[bytes]:
        try:
            while chunk := response.raw.read1(CHUNK, decode_content=False):
                watch.came(len(chunk))
                watch.check()
                yield chunk
            watch.check()
        except _LOST as error:
            raise NoConnection(_in_words(error)) from error


logging.getLogger("urllib3.connection").setLevel(logging.ERROR)  # of a head that was cut it logs the whole address

_LOST = (requests.RequestException, HTTPError, http.client.HTTPException, OSError)


def _in_words(error: BaseException) -> str:
    """The kind of a failure; of TLS, what is wrong with the certificate, too."""
    inner: BaseException | None = error
    while inner is not None:
        if isinstance(inner, ssl.SSLCertVerificationError):
            return f"certificate: {inner.verify_message}"
        inner = _cause(inner)
    return type(error).__name__


def _cause(error: BaseException) -> BaseException | None:
    nested = [error.__cause__, getattr(error, "reason", None), *error.args]
    return next((one for one in nested if isinstance(one, BaseException)), error.__context__)


# --- connections ----------------------------------------------------------------------------------------------------


class _Adapter(HTTPAdapter):
    """Uses one pool, made by us, whatever address and environment say."""

    def __init__(self, pool: HTTPConnectionPool) -> None:
        super().__init__()
        self._pool = pool

    def get_connection_with_tls_context(self, *_: Any, **__: Any) -> HTTPConnectionPool:
        return self._pool

    def cert_verify(self, *_: Any) -> None:
        """Nothing: `Trust` does."""

    def close(self) -> None:
        super().close()
        self._pool.close()


def _pool(url: str, trust: Trust | None, hangup: Hangup) -> HTTPConnectionPool:
    made: Any = HTTPSConnectionPool if trust else HTTPConnectionPool
    try:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise ValueError(url)
        pool: HTTPConnectionPool = made(parts.hostname, parts.port, maxsize=1)
    except (ValueError, HTTPError):
        raise NoConnection(f"{url} is no address of central") from None
    pool.ConnectionCls = _safe(trust, hangup) if trust else _plain(hangup)
    return pool


def _plain(hangup: Hangup) -> type[HTTPConnection]:
    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return _connected(self._dns_host, self.port, hangup)

    return Plain


def _safe(trust: Trust, hangup: Hangup) -> type[HTTPSConnection]:
    class Safe(HTTPSConnection):
        def connect(self) -> None:
            sock = _connected(self._dns_host, self.port, hangup)
            try:
                self.sock = trust.shaken(sock, self.host.strip("[]"))
            except BaseException:
                sock.close()
                raise
            self.is_verified = True

    return Safe


def _connected(host: str, port: int, hangup: Hangup) -> socket.socket:
    """Raises OSError. Tries each address of the host in turn."""
    failed: OSError = OSError("no address")
    for family, address in _addresses(host.strip("[]"), port, hangup):
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            hangup.hold(sock)
            sock.settimeout(CONNECT_S)
            sock.connect(address)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.settimeout(STALL_S)
            return sock
        except OSError as error:
            sock.close()
            failed = error
    raise failed


def _addresses(host: str, port: int, hangup: Hangup) -> list[tuple[int, Any]]:
    """Looked up on a thread of its own: a resolver can be silent for long, and cannot be hung up."""
    found: queue.SimpleQueue[list[tuple[int, Any]] | OSError] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.put([(int(row[0]), row[4]) for row in rows])
        except (OSError, UnicodeError) as error:
            found.put(OSError(str(error)))

    threading.Thread(target=look_up, daemon=True).start()
    for _ in range(round(CONNECT_S / 0.25)):
        with suppress(queue.Empty):
            answer = found.get(timeout=0.25)
            if isinstance(answer, OSError):
                raise answer
            return answer
        if hangup.for_good.is_set():
            break
    raise TimeoutError("no name service")
