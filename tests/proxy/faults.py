"""What can go wrong on the way: one frozen value for each fault.

Bytes are counted over the message a fault is armed for, head and all; armed for a connection, over the connection.
"The answer" is what the upstream says to one request. A connection that does not speak HTTP/1 (TLS, say) is one
request and one answer, all body: what is counted in bytes works there too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus

_SIGN_IN = b"<!doctype html><html><head><title>Free WiFi</title></head><body>Accept our terms to go on</body></html>"


class Way(Enum):
    UP = "up"  # from the client to the upstream: requests
    DOWN = "down"  # from the upstream to the client: answers


@dataclass(frozen=True)
class CutDown:
    """Exactly so many bytes of the answer arrive, then both ends see a FIN. At 0 the upstream has answered in vain."""

    after_bytes: int = 0


@dataclass(frozen=True)
class CutUp:
    """Exactly so many bytes of the request arrive upstream, then both ends see a FIN. At 0 it is not even called."""

    after_bytes: int = 0


@dataclass(frozen=True)
class Reset:
    """A cut with RST instead of FIN, at both ends."""

    after_bytes: int = 0
    way: Way = Way.DOWN


@dataclass(frozen=True)
class Stall:
    """After so many bytes nothing passes that way and the connection stays open, until `FaultProxy.release`."""

    after_bytes: int = 0
    way: Way = Way.DOWN


@dataclass(frozen=True)
class HalfOpen:
    """Accepted, but never answered nor read, and unknown upstream. `FaultProxy.release` resets it.

    Armed for a request, the first bytes of that request are read, and no more.
    """


@dataclass(frozen=True)
class Refuse:
    """Reset at once, and unknown upstream: a client may see it while it connects, or just after.

    Armed ALWAYS or EVERY_CONNECTION, the port itself refuses connections.
    """


@dataclass(frozen=True)
class Duplicate:
    """The upstream gets the request's bytes again, on another connection, once it began to answer the first.

    The client gets the first answer, after the second has come and was thrown away.
    """


@dataclass(frozen=True)
class DuplicateAnswer:
    """The client gets the answer's bytes twice over."""


@dataclass(frozen=True)
class Truncate:
    """The last bytes of the answer's body are missing.

    Not mended, nothing else changes, and a FIN follows: the head promises more than came. Mended, the head or the
    chunks say the new length, so that HTTP looks whole and the connection lives on.
    """

    bytes_off: int
    mended: bool = False


@dataclass(frozen=True)
class Corrupt:
    """The byte at that offset of the answer's body is changed: XOR with 1 to 255."""

    at: int
    xor: int = 0x01

    def __post_init__(self) -> None:
        if not 1 <= self.xor <= 255:
            raise ValueError(f"xor with {self.xor} is no corruption of a byte")


@dataclass(frozen=True)
class Delay:
    """Each segment takes so many seconds longer, each way; plus 0 to `jitter` more. Order is kept."""

    seconds: float
    jitter: float = 0.0
    seed: int | None = None

    def __post_init__(self) -> None:
        if self.jitter and self.seed is None:
            raise ValueError("jitter needs a seed")


@dataclass(frozen=True)
class Bandwidth:
    """So many bits a second each way, shared by all that pass under this one arming."""

    bits_per_second: float


@dataclass(frozen=True)
class Link:
    """A whole line: `rtt` seconds to connect and `rtt` for each request and its answer; `bits` a second each way.

    No loss and no slow start. Connecting is paid by the first bytes: they leave `rtt` after the connection was made.
    """

    rtt: float = 0.0
    bits: float | None = None


@dataclass(frozen=True)
class CaptivePortal:
    """Somebody else answers: a page with 200, or a redirect (302) to an address."""

    body: bytes = _SIGN_IN
    redirect_to: str = ""


@dataclass(frozen=True)
class Respond:
    """These bytes are the answer, whatever they are; the upstream never hears of the request.

    `forever` follows again and again until the client hangs up; then `close` (a FIN at the end) means nothing.
    """

    raw: bytes
    close: bool = True
    forever: bytes = b""

    @staticmethod
    def answer(status: int, body: bytes = b"", headers: Mapping[str, str] | None = None) -> "Respond":
        """A whole answer of HTTP/1.1; its length is said unless `headers` say one."""
        said = {"Content-Length": str(len(body)), **(headers or {})}
        lines = [f"HTTP/1.1 {status} {_phrase(status)}", *(f"{name}: {value}" for name, value in said.items())]
        return Respond("\r\n".join([*lines, "", ""]).encode() + body, close=False)


Fault = (
    CutDown
    | CutUp
    | Reset
    | Stall
    | HalfOpen
    | Refuse
    | Duplicate
    | DuplicateAnswer
    | Truncate
    | Corrupt
    | Delay
    | Bandwidth
    | Link
    | CaptivePortal
    | Respond
)


def portal_page(portal: CaptivePortal) -> Respond:
    headers = {"Content-Type": "text/html; charset=utf-8"}
    if portal.redirect_to:
        return Respond.answer(302, portal.body, {**headers, "Location": portal.redirect_to})
    return Respond.answer(200, portal.body, headers)


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unheard Of"
