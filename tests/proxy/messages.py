"""Where one message of HTTP/1.1 ends and the next begins, in a stream of bytes that comes in any portions."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

_STARTS = tuple(b"%s " % word for word in b"GET HEAD POST PUT PATCH DELETE OPTIONS TRACE".split())
_NO_BODY = (204, 304)


class Part(Enum):
    HEAD = auto()
    FRAME = auto()  # sizes of chunks and what is between them; interim answers; what broke off
    BODY = auto()


@dataclass(frozen=True)
class Piece:
    """Bytes as they came. `last` ends the message."""

    data: bytes
    part: Part
    last: bool = False


class Messages:
    """Add bytes, take pieces. The pieces' data joined are the bytes added: nothing is lost or made up.

    What is no HTTP/1 is body until the stream ends.
    """

    def __init__(self, *, answers: bool = False) -> None:
        self._answers = answers
        self._to_head = False
        self._buffer = bytearray()
        self._left = 0
        self._next: Callable[[], Piece | None] = self._head

    @property
    def raw(self) -> bool:
        """The rest of the stream is no HTTP."""
        return self._next == self._rest

    @property
    def waiting(self) -> bool:
        return bool(self._buffer)

    def expect(self, *, raw: bool = False, to_head: bool = False) -> None:
        """What the next answer answers: a HEAD request, or something that was no HTTP."""
        self._to_head = to_head
        if raw:
            self._next = self._rest

    def add(self, data: bytes) -> None:
        self._buffer += data

    def take(self) -> Piece | None:
        """The next piece, or None until more bytes were added."""
        return self._next() if self._buffer else None

    def end(self) -> Piece:
        """The stream has ended: what is left. It is the last of its message only where a message ends like that."""
        return Piece(self._cut(len(self._buffer)), Part.BODY if self.raw else Part.FRAME, last=self.raw)

    def _cut(self, size: int) -> bytes:
        data = bytes(self._buffer[:size])
        del self._buffer[:size]
        return data

    def _to_end_of(self, mark: bytes) -> bytes | None:
        at = self._buffer.find(mark)
        return None if at < 0 else self._cut(at + len(mark))

    def _head(self) -> Piece | None:
        start = bytes(self._buffer[:8])
        known = (b"HTTP/1.",) if self._answers else _STARTS
        if not any(start.startswith(word) or word.startswith(start) for word in known):
            self._next = self._rest
            return self._rest()
        head = self._to_end_of(b"\r\n\r\n")
        return None if head is None else self._headed(head)

    def _headed(self, head: bytes) -> Piece:
        if self._interim(head):
            return Piece(head, Part.FRAME)
        self._next, self._left = self._body(head)
        return Piece(head, Part.HEAD, last=self._next == self._head)

    def _interim(self, head: bytes) -> bool:
        return self._answers and 100 <= _status(head) < 200 and _status(head) != 101

    def _body(self, head: bytes) -> tuple[Callable[[], Piece | None], int]:
        """What follows that head, and how many bytes of it."""
        if self._answers and (self._to_head or _status(head) in _NO_BODY):
            return self._head, 0
        if _status(head) == 101 if self._answers else field(head, b"upgrade"):
            return self._rest, 0
        if field(head, b"transfer-encoding").lower().endswith(b"chunked"):
            return self._chunk_size, 0
        length = field(head, b"content-length")
        if length.isdigit():
            return (self._fixed, int(length)) if int(length) else (self._head, 0)
        return (self._rest if self._answers else self._head), 0

    def _fixed(self) -> Piece:
        data = self._of_the_left()
        if not self._left:
            self._next = self._head
        return Piece(data, Part.BODY, last=not self._left)

    def _chunk_size(self) -> Piece | None:
        line = self._to_end_of(b"\r\n")
        if line is None:
            return None
        size = re.match(rb"[0-9A-Fa-f]+", line)
        self._left = int(size[0], 16) if size else 0
        self._next = (self._chunk if self._left else self._trailer) if size else self._rest
        return Piece(line, Part.FRAME)

    def _chunk(self) -> Piece:
        data = self._of_the_left()
        if not self._left:
            self._next = self._chunk_end
        return Piece(data, Part.BODY)

    def _chunk_end(self) -> Piece | None:
        if len(self._buffer) < 2:
            return None
        self._next = self._chunk_size
        return Piece(self._cut(2), Part.FRAME)

    def _trailer(self) -> Piece | None:
        line = self._to_end_of(b"\r\n")
        if line is None:
            return None
        if line == b"\r\n":
            self._next = self._head
        return Piece(line, Part.FRAME, last=line == b"\r\n")

    def _rest(self) -> Piece:
        return Piece(self._cut(len(self._buffer)), Part.BODY)

    def _of_the_left(self) -> bytes:
        data = self._cut(self._left)
        self._left -= len(data)
        return data


def field(head: bytes, name: bytes) -> bytes:
    """A header's value; empty where there is none."""
    found = re.search(rb"\r\n" + re.escape(name) + rb":[ \t]*([^\r\n]*)", head, re.IGNORECASE)
    return found[1].strip() if found else b""


def _status(head: bytes) -> int:
    found = re.match(rb"HTTP/1\.\d (\d{3})", head)
    return int(found[1]) if found else 0
