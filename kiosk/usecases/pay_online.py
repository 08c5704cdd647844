"""A voucher pays by central's word where this station may not give as much: all of the amount by one voucher."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.clock import Clock, Reading
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain import programmes
from kiosk.domain.allotments import What
from kiosk.domain.programmes import Use, Why
from kiosk.domain.redeeming import Asker, Means, NeedsSecond, NotPaid, Payment, Redeemed, alone
from kiosk.domain.wire import No, PendingAnswer, PendingAsk
from kiosk.domain.workers import NotIn
from kiosk.usecases.ask_online import Ask, CalledOff, asked, is_kept, is_open, void
from kiosk.usecases.enter import InOne
from kiosk.usecases.paying import allowed, halted, paid_already, sources, use_of, whose
from kiosk.usecases.redeem import given, needs_second, record, redeem, row

_WHY = {
    No.MODULE_OFF: Why.MODULE_OFF,
    No.UNKNOWN: Why.UNKNOWN,
    No.SUSPENDED: Why.SUSPENDED,
    No.FROZEN: Why.FROZEN,
    No.NOT_ENOUGH: Why.HELD_ELSEWHERE,
    No.UNSETTLED: Why.HELD_ELSEWHERE,
}


@dataclass(frozen=True)
class Unanswered:
    """Central did not answer, and the purse does not reach: nothing was given."""


@dataclass(frozen=True)
class _Ready:
    station: Station
    use: Use


Said = Redeemed | NotPaid | NeedsSecond | NotIn


def redeem_or_ask(tx: Tx, vouchers: Sequence[str], payment: Payment, asker: Asker, now: Reading) -> Said | PendingAsk:
    """Out of what is here; else, where central is within reach, it is asked: the first phase is on disk."""
    said = redeem(tx, vouchers, payment, asker, now)
    if not isinstance(said, NotPaid) or said.why is not Why.NO_ALLOTMENT:
        return said
    station = tx.station.get()
    found = sources(tx, station, vouchers, payment, now) if station else said
    source = None if isinstance(found, NotPaid) else alone(found, payment.cents)
    if station is None or source is None:
        return said
    ready = _ready(tx, source.voucher.id, payment, asker, now)
    if not isinstance(ready, _Ready):
        return ready
    return asked(tx, station, What.VOUCHER, source.voucher.id, payment.cents, now)


def redeem_asked(
    in_one: InOne, ask: Ask, first: PendingAsk, payment: Payment, asker: Asker, clock: Clock
) -> Said | Unanswered | CalledOff:
    """What comes of it. Run it in a job: it waits for the network."""
    answer = ask(first)
    return in_one(lambda tx: _second(tx, first, answer, payment, asker, clock.read()))


def paid_before(tx: Tx, event: str) -> Redeemed | None:
    """What an event paid, and what was paid together with it, when it was called off too late."""
    station, held = tx.station.get(), tx.redemptions.get(event)
    if station is None or held is None:
        return None
    what = (held.at, held.voucher, held.person, held.activity, held.session)
    rows = [
        row
        for row in tx.redemptions.of(held.household, held.serial)
        if (row.at, row.voucher, row.person, row.activity, row.session) == what
    ]
    paid = paid_already(tx, held.person, held.activity, held.session, held.serial)
    before = paid - sum(row.cents for row in rows)
    return Redeemed(tuple(given(station, row) for row in rows), held.price, max(0, before))


def _second(
    tx: Tx, first: PendingAsk, answer: PendingAnswer | None, payment: Payment, asker: Asker, now: Reading
) -> Said | Unanswered | CalledOff:
    if not is_open(tx, first):
        return CalledOff()
    ready = _ready(tx, first.of, payment, asker, now)
    if not isinstance(ready, _Ready) or answer is None or not is_kept(first, answer):
        void(tx, tx.station.get(), first, now)
        return ready if not isinstance(ready, _Ready) else _without(tx, first, answer, payment, asker, now)
    paid = row(ready.station, first.of, payment, ready.use, asker, now, answer.parts, Means.ONLINE)
    done = record(tx, ready.station, replace(paid, request=first.request), asker, now)
    tx.pendings.close(first.request, done.event)
    return Redeemed((done,), ready.use.price or 0, ready.use.paid_before)


def _without(
    tx: Tx, first: PendingAsk, answer: PendingAnswer | None, payment: Payment, asker: Asker, now: Reading
) -> Said | Unanswered:
    """Central said nothing, which is an outage, or that what it lacks lies where nobody answers: a worker may redeem
    out of the purse. Else it said no."""
    lent = None
    if answer is None or answer.silent:
        lent = redeem(tx, [first.of], payment, asker, now, unreachable=answer is None, silent=answer is not None)
    if isinstance(lent, Redeemed):
        tx.pendings.close(first.request, lent.given[0].event)
    if lent is not None and not isinstance(lent, NotPaid):
        return lent
    if answer is None:
        return Unanswered()
    return NotPaid(_WHY.get(answer.why, Why.NO_ALLOTMENT) if answer.why else Why.NO_ALLOTMENT, first.of)


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
