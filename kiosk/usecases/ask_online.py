"""What only central can give is asked of it in two phases, and this station's own log says what came of it.

First the event that says it is asked; then the network, with no transaction open; then everything is looked at again,
and what came of it is on disk before any screen shows it. What was asked and not answered is voided, at once where
that is known, else when the program starts. Whoever asked may call it off meanwhile: what central says then gives
nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.clock import Reading
from kiosk.db.pendings import Pending
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain.allotments import What
from kiosk.domain.events import JsonBody, Type, uuid7
from kiosk.domain.parts import total
from kiosk.domain.wire import Pending as Stands
from kiosk.domain.wire import PendingAnswer, PendingAsk, Phase, Place

Ask = Callable[[PendingAsk], PendingAnswer | None]
"""Central's answer, None for none."""


@dataclass(frozen=True)
class CalledOff:
    """Whoever asked went on without it, before it was answered."""


def void_unanswered(tx: Tx, now: Reading) -> int:
    """When the program starts: whatever was asked before has come to nothing here. How many."""
    station, open_ = tx.station.get(), tx.pendings.open()
    for pending in open_:
        _void(tx, station, pending.request, now)
    return len(open_)


def call_off(tx: Tx, ask: PendingAsk, now: Reading) -> str:
    """Nothing comes of it any more. The event that closed it before, "" where none had."""
    pending = tx.pendings.get(ask.request)
    void(tx, tx.station.get(), ask, now)
    return (pending.closed_by or "") if pending else ""


def asked(tx: Tx, station: Station, what: What, of: str, amount: int, now: Reading) -> PendingAsk:
    """The first phase, on disk."""
    return PendingAsk(Phase.ASK, _begun(tx, station, what, of, amount, now), station.incarnation, what, of, amount)


def asked_together(tx: Tx, station: Station, sessions: Sequence[str], now: Reading) -> PendingAsk:
    """The first phase of a place in each of them, on disk: all are asked for as one."""
    first, *also = (Place(_begun(tx, station, What.SESSION, of, 1, now), of) for of in sessions)
    return PendingAsk(Phase.ASK, first.request, station.incarnation, What.SESSION, first.of, 1, also=tuple(also))


def _begun(tx: Tx, station: Station, what: What, of: str, amount: int, now: Reading) -> str:
    request = uuid7()
    content: JsonBody = {"request": request, "voucher": of, "cents": amount}
    event = tx.events.record(station, Type.PENDING_ASKED, content, now)
    tx.pendings.ask(Pending(request, event, what.value, of, amount))
    return request


def void(tx: Tx, station: Station | None, ask: PendingAsk, now: Reading) -> None:
    """Nothing came of it; nothing is said of what was closed before."""
    for request in ask.requests:
        _void(tx, station, request, now)


def _void(tx: Tx, station: Station | None, request: str, now: Reading) -> None:
    pending = tx.pendings.get(request)
    if station is None or pending is None or pending.closed_by is not None:
        return
    content: JsonBody = {"request": request, "voucher": pending.of, "cents": pending.amount}
    tx.pendings.close(request, tx.events.record(station, Type.PENDING_VOIDED, content, now))


def is_open(tx: Tx, asked: PendingAsk) -> bool:
    """Whether nothing has come of it yet, of all of it together."""
    pending = tx.pendings.get(asked.request)
    return pending is not None and pending.closed_by is None


def is_kept(asked: PendingAsk, answer: PendingAnswer | None) -> bool:
    """Whether central keeps all of what was asked."""
    if answer is None or answer.state is not Stands.PENDING:
        return False
    return answer.request == asked.request and total(answer.parts) == asked.amount * len(asked.each)
