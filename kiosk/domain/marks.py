"""Marks: what two copies of the records compare, without sending them.

A live record has a mark over its kind, id, version and data; the marks of a kind add up in any order, and the sums of
all kinds make one short digest. Central's database computes the same in its triggers (central.db.triggers).
"""

import hashlib
from collections.abc import Mapping
from typing import NamedTuple

MODULUS = 2**62  # two of them added stay within a signed 64-bit integer


class Sum(NamedTuple):
    """The live records of a kind: how many, and their marks added up (modulo MODULUS)."""

    live: int
    marks: int


def mark(kind: str, id_: str, v: int, text: str) -> int:
    """The mark of a live record whose data is `text`, JSON as fed."""
    named = f"{kind}\n{id_}\n{v}\n{text}".encode()
    return int.from_bytes(hashlib.sha256(named).digest()[:8]) % MODULUS


def digest(sums: Mapping[str, Sum]) -> str:
    """16 hexadecimal characters over the sums of all kinds; a kind without live records counts as absent."""
    lines = [f"{kind} {live} {marks}" for kind, (live, marks) in sorted(sums.items()) if live]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
