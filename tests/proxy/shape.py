"""The slowness of a line, as arithmetic on moments (seconds of the loop's clock)."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.proxy.faults import Bandwidth, Delay, Fault, Link, Way

SEGMENT = 1460  # bytes: what one packet carries


class Lane:
    """One way of a line: one segment after the other, each as long as its bits take."""

    def __init__(self, bits_per_second: float) -> None:
        self._bits = bits_per_second
        self._free = 0.0

    def leave(self, now: float, size: int) -> float:
        """The moment the last of `size` bytes has left."""
        self._free = max(self._free, now) + size * 8 / self._bits
        return self._free


@dataclass(frozen=True)
class Latency:
    """Seconds from one end to the other."""

    seconds: float = 0.0
    jitter: float = 0.0
    seed: int | None = None


class Shape:
    """What one arming does to the time of all that pass under it."""

    def __init__(self, latency: Latency, bits: float | None = None, connect_s: float = 0.0) -> None:
        self.connect_s = connect_s
        self._latency = latency
        self._lanes = {way: Lane(bits) for way in Way} if bits else {}
        self._chances: dict[tuple[int, Way], random.Random] = {}

    @property
    def narrow(self) -> bool:
        return bool(self._lanes)

    def leave(self, way: Way, now: float, size: int) -> float:
        return self._lanes[way].leave(now, size) if self._lanes else now

    def latency(self, connection: int, way: Way) -> float:
        """Seconds; the chances of one connection do not depend on another's."""
        if not self._latency.jitter:
            return self._latency.seconds
        key = (connection, way)
        chance = self._chances.setdefault(key, random.Random(f"{self._latency.seed} {connection} {way.value}"))
        return self._latency.seconds + chance.uniform(0, self._latency.jitter)


def shape_of(fault: Fault) -> Shape | None:
    match fault:
        case Delay(seconds, jitter, seed):
            return Shape(Latency(seconds, jitter, seed))
        case Bandwidth(bits):
            return Shape(Latency(), bits)
        case Link(rtt, bits_or_none):
            return Shape(Latency(rtt / 2), bits_or_none, connect_s=rtt)
        case _:
            return None


def segments(data: bytes, shapes: Sequence[Shape]) -> Iterator[bytes]:
    """Whole where nothing is narrow: smaller pieces would only cost."""
    size = SEGMENT if any(shape.narrow for shape in shapes) else len(data)
    for start in range(0, len(data), size or 1):
        yield data[start : start + size]
