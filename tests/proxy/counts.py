"""What passed, counted at the client's side of the proxy."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Counts:
    """`up_bytes` came from clients, `down_bytes` went to them; `answers` are those that went out whole."""

    connections: int = 0
    requests: int = 0
    answers: int = 0
    up_bytes: int = 0
    down_bytes: int = 0


class Tally:
    """One connection's counts while it lasts."""

    def __init__(self) -> None:
        self.connections = 1
        self.requests = self.answers = self.up_bytes = self.down_bytes = 0

    def counts(self) -> Counts:
        return Counts(self.connections, self.requests, self.answers, self.up_bytes, self.down_bytes)

    def forget(self) -> None:
        self.connections = self.requests = self.answers = self.up_bytes = self.down_bytes = 0


def total(all_of: Iterable[Counts]) -> Counts:
    each = tuple(all_of)
    return Counts(
        sum(one.connections for one in each),
        sum(one.requests for one in each),
        sum(one.answers for one in each),
        sum(one.up_bytes for one in each),
        sum(one.down_bytes for one in each),
    )
