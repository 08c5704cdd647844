"""A faulty network on loopback: a proxy that cuts, stalls, repeats, spoils and slows what passes through it.

with FaultProxy(port) as proxy:
    proxy.arm(CutDown(100))             # the next answer ends after 100 bytes
    proxy.arm(Refuse(), Connection(2))  # the second connection from now is closed at once
    proxy.arm(Link(0.2, 2_000_000), ALWAYS)
"""

from tests.proxy.arming import ALWAYS, EVERY_CONNECTION, Connection, Request
from tests.proxy.counts import Counts
from tests.proxy.fault_proxy import FaultProxy
from tests.proxy.faults import (
    Bandwidth,
    CaptivePortal,
    Corrupt,
    CutDown,
    CutUp,
    Delay,
    Duplicate,
    DuplicateAnswer,
    Fault,
    HalfOpen,
    Link,
    Refuse,
    Reset,
    Respond,
    Stall,
    Truncate,
    Way,
)

__all__ = [
    "ALWAYS",
    "EVERY_CONNECTION",
    "Bandwidth",
    "CaptivePortal",
    "Connection",
    "Corrupt",
    "Counts",
    "CutDown",
    "CutUp",
    "Delay",
    "Duplicate",
    "DuplicateAnswer",
    "Fault",
    "FaultProxy",
    "HalfOpen",
    "Link",
    "Refuse",
    "Request",
    "Reset",
    "Respond",
    "Stall",
    "Truncate",
    "Way",
]
