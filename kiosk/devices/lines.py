"""What a serial reader sends, cut into payloads: by CR or LF, or by silence. Pure."""

import re
from dataclasses import dataclass, field

GAP_S = 0.1  # of silence ends a payload without terminator: at 9600 baud a character takes 1 ms, USB sends in bursts
LONGEST = 4096  # bytes of a payload; more is a machine that talks, not a reader
_ENDS = re.compile(rb"[\r\n]")


@dataclass(frozen=True)
class Line:
    """What came since the last end. `spilt`: it was too long, and all of it up to the next end is dropped."""

    held: bytes = field(default=b"", repr=False)
    spilt: bool = False


NOTHING = Line()


@dataclass(frozen=True)
class Begun:
    """The first bytes of something."""


@dataclass(frozen=True)
class Payload:
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Dropped:
    """What had begun was none."""


Fact = Begun | Payload | Dropped


def more(line: Line, data: bytes) -> tuple[Line, tuple[Fact, ...]]:
    """Some bytes more, however they were cut on the way."""
    *ended, rest = _ENDS.split(data)
    facts: list[Fact] = []
    for part in ended:
        line, said = _longer(line, part)
        facts += [*said, *silence(line)]
        line = NOTHING
    line, said = _longer(line, rest)
    return line, (*facts, *said)


def silence(line: Line) -> tuple[Fact, ...]:
    """Nothing came for GAP_S: what is held is whole."""
    if line.spilt:
        return (Dropped(),)
    return (Payload(line.held),) if line.held else ()


def _longer(line: Line, data: bytes) -> tuple[Line, tuple[Fact, ...]]:
    begun = (Begun(),) if data and line == NOTHING else ()
    held = line.held + data
    if line.spilt or len(held) > LONGEST:
        return Line(spilt=True), begun
    return Line(held), begun
