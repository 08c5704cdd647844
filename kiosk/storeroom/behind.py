"""What the calls of a face stand on, once the store is open."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.clock import Clock
from kiosk.domain.codes import Code, NotACode
from kiosk.settings import Settings
from kiosk.usecases.enter import InOne


@dataclass(frozen=True)
class Behind:
    """`in_one` runs work in one transaction on the store thread and waits for it, whoever asks; `read` is total."""

    in_one: InOne
    clock: Clock
    settings: Settings
    read: Callable[[bytes], Code | NotACode]
