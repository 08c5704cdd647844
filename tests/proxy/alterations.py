"""What faults do to the pieces of a message on their way: no sockets here, no waiting."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Protocol

from tests.proxy.faults import Corrupt, CutDown, CutUp, DuplicateAnswer, Fault, Reset, Stall, Truncate, Way
from tests.proxy.messages import Part, Piece, field


class How(Enum):
    FIN = auto()
    RST = auto()
    HOLD = auto()


@dataclass(frozen=True)
class Halt:
    """Here something ends, or waits to be released."""

    how: How
    fault: Fault


Step = Piece | Halt
Fire = Callable[[Fault], None]


class Alteration(Protocol):
    def feed(self, piece: Piece) -> Iterable[Step]: ...


def altered(piece: Piece, alterations: Sequence[Alteration]) -> list[Step]:
    """What becomes of one piece when it goes through all of them, one after the other."""
    steps: list[Step] = [piece]
    for alteration in alterations:
        steps = [out for step in steps for out in ([step] if isinstance(step, Halt) else alteration.feed(step))]
    return steps


def bytewise(fault: Fault, way: Way) -> list[Alteration]:
    """The alteration that counts bytes that way, if the fault is one."""
    match fault, way:
        case (CutDown(after), Way.DOWN) | (CutUp(after), Way.UP):
            return [After(after, Halt(How.FIN, fault))]
        case Reset(after, on), _ if on == way:
            return [After(after, Halt(How.RST, fault))]
        case Stall(after, on), _ if on == way:
            return [After(after, Halt(How.HOLD, fault))]
        case _:
            return []


def of_answers(fault: Fault, fire: Fire) -> list[Alteration]:
    """The alteration of one whole answer, if the fault is one."""
    match fault:
        case Corrupt():
            return [Corrupted(fault, fire)]
        case Truncate(mended=True):
            return [Truncated(fault, fire), Mended(fault)]
        case Truncate():
            return [Truncated(fault, fire)]
        case DuplicateAnswer():
            return [Doubled(fault, fire)]
        case _:
            return []


class After:
    """Halts after so many bytes; what comes behind the halt goes on."""

    def __init__(self, after_bytes: int, halt: Halt) -> None:
        self._left = after_bytes
        self._halt: Halt | None = halt

    def feed(self, piece: Piece) -> Iterator[Step]:
        if self._halt is None or len(piece.data) < self._left:
            self._left -= len(piece.data)
            yield piece
            return
        yield Piece(piece.data[: self._left], piece.part)
        yield self._halt
        yield replace(piece, data=piece.data[self._left :])
        self._halt = None


class Corrupted:
    def __init__(self, fault: Corrupt, fire: Fire) -> None:
        self._fault = fault
        self._fire = fire
        self._left = fault.at

    def feed(self, piece: Piece) -> Iterator[Step]:
        if piece.part is not Part.BODY:
            yield piece
            return
        if 0 <= self._left < len(piece.data):
            data = bytearray(piece.data)
            data[self._left] ^= self._fault.xor
            piece = replace(piece, data=bytes(data))
            self._fire(self._fault)
        self._left -= len(piece.data)
        yield piece


class Truncated:
    """Keeps back as much as may have to be dropped, until the last piece tells."""

    def __init__(self, fault: Truncate, fire: Fire) -> None:
        self._fault = fault
        self._fire = fire
        self._kept: deque[Piece] = deque()
        self._over = -fault.bytes_off  # of the kept bytes of the body, those that may go

    def feed(self, piece: Piece) -> Iterator[Step]:
        self._kept.append(replace(piece, last=False))
        self._over += _body(piece)
        yield from self._surely_wanted()
        if not piece.last:
            return
        dropped = any(_body(kept) for kept in self._kept)
        yield from (kept for kept in self._kept if kept.part is not Part.BODY)
        if dropped and not self._fault.mended:
            yield Halt(How.FIN, self._fault)
        elif dropped:
            self._fire(self._fault)
        yield Piece(b"", piece.part, last=True)

    def _surely_wanted(self) -> Iterator[Piece]:
        while self._kept and (self._over > 0 or self._kept[0].part is not Part.BODY):
            first = self._kept.popleft()
            if _body(first) > self._over > 0:
                self._kept.appendleft(replace(first, data=first.data[self._over :]))
                first = replace(first, data=first.data[: self._over])
            self._over -= _body(first)
            yield first


def _body(piece: Piece) -> int:
    return len(piece.data) if piece.part is Part.BODY else 0


class Mended:
    """Stands behind Truncated: the length in the head is the new one, chunks are made anew."""

    def __init__(self, fault: Truncate) -> None:
        self._off = fault.bytes_off
        self._chunked = False

    def feed(self, piece: Piece) -> Iterator[Step]:
        if piece.part is Part.HEAD and piece.data:
            self._chunked = field(piece.data, b"transfer-encoding").lower().endswith(b"chunked")
            yield replace(piece, data=self._shortened(piece.data))
        elif self._chunked:
            yield replace(piece, data=self._chunk(piece))
        else:
            yield piece

    def _shortened(self, head: bytes) -> bytes:
        def less(found: re.Match[bytes]) -> bytes:
            return found[1] + b"%d" % max(0, int(found[2]) - self._off)

        return re.sub(rb"(?i)(\r\ncontent-length:[ \t]*)(\d+)", less, head)

    def _chunk(self, piece: Piece) -> bytes:
        data = b"%x\r\n%s\r\n" % (len(piece.data), piece.data) if piece.part is Part.BODY and piece.data else b""
        return data + (b"0\r\n\r\n" if piece.last else b"")


class Doubled:
    def __init__(self, fault: DuplicateAnswer, fire: Fire) -> None:
        self._fault = fault
        self._fire = fire
        self._all = bytearray()

    def feed(self, piece: Piece) -> Iterator[Step]:
        self._all += piece.data
        yield replace(piece, last=False)
        if piece.last:
            self._fire(self._fault)
            yield Piece(bytes(self._all), piece.part, last=True)
