"""What the calls of a face stand on, once the store is open."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.clock import Clock
from kiosk.domain.codes import Code, NotACode
from kiosk.domain.wire import PendingAsk
from kiosk.settings import Settings
from kiosk.usecases.ask_online import Ask
from kiosk.usecases.enter import InOne


def nobody(_: PendingAsk) -> None:
    """Where there is no way to central."""


@dataclass(frozen=True)
class Behind:
    """`in_one` runs work in one transaction on the store thread and waits for it, whoever asks; `read` is total; `ask`
    waits for central, with no transaction open."""

    in_one: InOne
    clock: Clock
    settings: Settings
    read: Callable[[bytes], Code | NotACode]
    ask: Ask = nobody
