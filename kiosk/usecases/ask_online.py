"""Online, in two phases, where this station has no allotment: central keeps it, and this station's own log says what
came of it.

First the event that says it is asked; then the network, with no transaction open; then everything is looked at again,
and what came of it is on disk before any screen shows it. What was asked and not answered is voided, at once where
that is known, else when the program starts.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.clock import Clock, Reading
from kiosk.db.pendings import Pending
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain import programmes
from kiosk.domain.allotments import What
from kiosk.domain.events import JsonBody, Type, uuid7
from kiosk.domain.parts import total
from kiosk.domain.programmes import Use, Why
from kiosk.domain.redeeming import Asker, Means, NeedsSecond, NotPaid, Payment, Redeemed
from kiosk.domain.wire import No, PendingAnswer, PendingAsk, Phase
from kiosk.domain.wire import Pending as Stands
from kiosk.domain.workers import NotIn
from kiosk.usecases.enter import InOne
from kiosk.usecases.paying import allowed, halted, sources, use_of, whose
from kiosk.usecases.redeem import needs_second, record, row

Ask = Callable[[PendingAsk], PendingAnswer | None]
"""Central's answer, None for none."""

_WHY = {
    No.MODULE_OFF: Why.MODULE_OFF,
    No.UNKNOWN: Why.UNKNOWN,
    No.SUSPENDED: Why.SUSPENDED,
    No.FROZEN: Why.FROZEN,
    No.NOT_ENOUGH: Why.ABOVE_LEFT,
}


@dataclass(frozen=True)
class Unanswered:
    """Central did not answer; nothing was given. In an outage a worker may redeem out of the purse."""


@dataclass(frozen=True)
class _Ready:
    station: Station
    use: Use


Said = Redeemed | NotPaid | NeedsSecond | NotIn


def redeem_online(
    in_one: InOne, ask: Ask, voucher: str, payment: Payment, asker: Asker, clock: Clock
) -> Said | Unanswered:
    """All of the amount by central, or nothing. Run it in a job: it waits for the network."""
    first = in_one(lambda tx: _first(tx, voucher, payment, asker, clock.read()))
    if not isinstance(first, PendingAsk):
        return first
    answer = ask(first)
    return in_one(lambda tx: _second(tx, first, answer, payment, asker, clock.read()))


def void_unanswered(tx: Tx, now: Reading) -> int:
    """When the program starts: whatever was asked before has come to nothing here. How many."""
    station, asked = tx.station.get(), tx.pendings.open()
    for pending in asked if station else ():
        void(tx, station, pending.request, now)
    return len(asked)


def asked(tx: Tx, station: Station, request: str, what: What, of: str, amount: int, now: Reading) -> PendingAsk:
    """The first phase, on disk."""
    content: JsonBody = {"request": request, "voucher": of, "cents": amount}
    event = tx.events.record(station, Type.PENDING_ASKED, content, now)
    tx.pendings.ask(Pending(request, event, what.value, of, amount))
    return PendingAsk(Phase.ASK, request, station.incarnation, what, of, amount)


def void(tx: Tx, station: Station | None, request: str, now: Reading) -> None:
    """Nothing came of it; nothing is said of one that was closed before."""
    pending = tx.pendings.get(request)
    if station is None or pending is None or pending.closed_by is not None:
        return
    content: JsonBody = {"request": request, "voucher": pending.of, "cents": pending.amount}
    tx.pendings.close(request, tx.events.record(station, Type.PENDING_VOIDED, content, now))


def is_kept(tx: Tx, asked: PendingAsk, answer: PendingAnswer | None) -> bool:
    """Whether central keeps all of what was asked, and this station has not voided it since."""
    pending = tx.pendings.get(asked.request)
    if answer is None or pending is None or pending.closed_by is not None:
        return False
    kept = answer.request == asked.request and total(answer.parts) == asked.amount
    return kept and answer.state is Stands.PENDING


def _first(tx: Tx, voucher: str, payment: Payment, asker: Asker, now: Reading) -> PendingAsk | Said:
    ready = _ready(tx, voucher, payment, asker, now)
    if not isinstance(ready, _Ready):
        return ready
    return asked(tx, ready.station, uuid7(), What.VOUCHER, voucher, payment.cents, now)


def _second(
    tx: Tx, first: PendingAsk, answer: PendingAnswer | None, payment: Payment, asker: Asker, now: Reading
) -> Said | Unanswered:
    ready = _ready(tx, first.of, payment, asker, now)
    if not isinstance(ready, _Ready) or answer is None or not is_kept(tx, first, answer):
        void(tx, tx.station.get(), first.request, now)
        return _no(ready, first.of, answer)
    paid = row(ready.station, first.of, payment, ready.use, asker, now, answer.parts, Means.ONLINE)
    done = record(tx, ready.station, replace(paid, request=first.request), asker, now)
    tx.pendings.close(first.request, done.event)
    return Redeemed((done,), ready.use.price or 0, ready.use.paid_before)


def _no(ready: _Ready | NotPaid | NeedsSecond | NotIn, voucher: str, answer: PendingAnswer | None) -> Said | Unanswered:
    if not isinstance(ready, _Ready):
        return ready
    if answer is None:
        return Unanswered()
    return NotPaid(_WHY.get(answer.why, Why.NO_ALLOTMENT) if answer.why else Why.NO_ALLOTMENT, voucher)


def _ready(
    tx: Tx, voucher: str, payment: Payment, asker: Asker, now: Reading
) -> _Ready | NotPaid | NeedsSecond | NotIn:
    """The rules, before and after: what is left is for central to say."""
    station = allowed(tx, asker, payment, now)
    if isinstance(station, NotPaid | NotIn):
        return station
    found = sources(tx, station, [voucher], payment, now)
    if isinstance(found, NotPaid):
        return found
    (source,) = found
    use = use_of(tx, payment)
    use = replace(use, person=whose(tx, use, source.voucher))
    why = halted(tx, now)
    why = why or programmes.why_not(source.programme, source.voucher, use, now.day(), source.used_today)
    if why is not None:
        return NotPaid(why, voucher)
    return needs_second(tx, source.programme, payment, asker) or _Ready(station, use)
