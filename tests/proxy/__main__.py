"""`python -m tests.proxy --to PORT ...`: a fault proxy for trials by hand. Prints its address, ends with its input."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.proxy.arming import ALWAYS, Request, When
from tests.proxy.fault_proxy import FaultProxy
from tests.proxy.faults import (
    CaptivePortal,
    Corrupt,
    CutDown,
    CutUp,
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
)


def main(argv: Sequence[str] | None = None) -> int:
    asked = _parser().parse_args(argv)
    with FaultProxy(asked.to) as proxy:
        for fault, when in wanted(asked):
            proxy.arm(fault, when)
        print(proxy.url, flush=True)
        for _ in sys.stdin:
            pass
        print(proxy.counts)
    return 0


def wanted(asked: argparse.Namespace) -> Iterator[tuple[Fault, When]]:
    """The line holds for everything; faults for the request that was meant."""
    if asked.rtt or asked.bits:
        yield Link(asked.rtt, asked.bits), ALWAYS
    when = ALWAYS if asked.always else Request(asked.request)
    for fault in (*_counted(asked), *_plain(asked)):
        yield fault, when


def _counted(asked: argparse.Namespace) -> Iterator[Fault]:
    made: dict[str, Callable[[Any], Fault]] = {
        "cut": CutDown,
        "cut_up": CutUp,
        "reset": Reset,
        "stall": Stall,
        "truncate": Truncate,
        "shorten": lambda off: Truncate(off, mended=True),
        "corrupt": Corrupt,
        "respond": lambda path: Respond(path.read_bytes()),
    }
    for name, make in made.items():
        if (value := getattr(asked, name)) is not None:
            yield make(value)


def _plain(asked: argparse.Namespace) -> Iterator[Fault]:
    made: dict[str, Fault] = {
        "half_open": HalfOpen(),
        "refuse": Refuse(),
        "duplicate": Duplicate(),
        "duplicate_answer": DuplicateAnswer(),
        "portal": CaptivePortal(),
    }
    yield from (fault for name, fault in made.items() if getattr(asked, name))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.proxy", description=__doc__)
    parser.add_argument("--to", type=int, required=True, metavar="PORT", help="the upstream, on this machine")
    parser.add_argument("--rtt", type=float, default=0.0, metavar="S", help="seconds there and back, e.g. 0.2")
    parser.add_argument("--bits", type=float, metavar="N", help="bits a second each way, e.g. 2000000")
    parser.add_argument("--request", type=int, default=1, metavar="K", help="the faults are for the K-th request (1)")
    parser.add_argument("--always", action="store_true", help="the faults are for all requests")
    parser.add_argument("--cut", type=int, metavar="N", help="FIN after N bytes of the answer")
    parser.add_argument("--cut-up", type=int, metavar="N", help="FIN after N bytes of the request")
    parser.add_argument("--reset", type=int, metavar="N", help="RST after N bytes of the answer")
    parser.add_argument("--stall", type=int, metavar="N", help="silence after N bytes of the answer")
    parser.add_argument("--truncate", type=int, metavar="N", help="the last N bytes of the body are missing")
    parser.add_argument("--shorten", type=int, metavar="N", help="the same, and the head says the new length")
    parser.add_argument("--corrupt", type=int, metavar="AT", help="one bit of that byte of the body is flipped")
    parser.add_argument("--respond", type=Path, metavar="FILE", help="these bytes are the answer")
    parser.add_argument("--half-open", action="store_true", help="never read, never answered")
    parser.add_argument("--refuse", action="store_true", help="reset at once; with --always the port refuses")
    parser.add_argument("--duplicate", action="store_true", help="the upstream gets the request twice")
    parser.add_argument("--duplicate-answer", action="store_true", help="the client gets the answer twice")
    parser.add_argument("--portal", action="store_true", help="a page of a captive portal answers")
    return parser


if __name__ == "__main__":
    sys.exit(main())
