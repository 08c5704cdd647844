"""A deed that waits for central's word: what this station may not give by itself. It takes seconds and can be ended."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.domain.workers import NotIn
from kiosk.ui.desk.faces import Said
from kiosk.ui.desk.today.leaving import PersonLine


@dataclass(frozen=True)
class WaitFace:
    """So many cents of a voucher are asked for, or with 0 of them a place. `ends`: it is called off."""

    cents: int
    person: PersonLine | None = field(default=None, repr=False)
    ends: bool = False


@dataclass(frozen=True)
class ToAsk:
    """The answer to a deed that is on disk as asked, and nothing more. `go_on` waits for the network; `call_off` ends
    that, and says what was given where it comes too late."""

    face: WaitFace
    go_on: Callable[[], Said | NotIn] = field(repr=False)
    call_off: Callable[[], Said | NotIn] = field(repr=False)
