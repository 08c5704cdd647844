"""What stands in the way of a redemption, before anybody confirms it: the same rules as redeeming, nothing recorded."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.clock import Reading
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain import parts
from kiosk.domain.programmes import Use, Why
from kiosk.domain.redeeming import Asker, NotPaid, Payment, Source, alone, shares
from kiosk.domain.workers import Entered, NotIn
from kiosk.usecases.outages import from_purse
from kiosk.usecases.paying import allowed, halted, sources, use_of, whose


@dataclass(frozen=True)
class Refusal:
    """`limit`: the cents that the reason is about, 0 for none."""

    why: Why
    limit: int = 0


def would_not(tx: Tx, vouchers: Sequence[str], payment: Payment, by: Entered, now: Reading) -> Refusal | NotIn | None:
    """None: a worker may redeem it, alone or with another, here or by central's word."""
    asker = Asker(worker=by)
    station = allowed(tx, asker, payment, now)
    if isinstance(station, NotIn):
        return station
    found = sources(tx, station, vouchers, payment, now) if isinstance(station, Station) else station
    if isinstance(found, NotPaid):
        return Refusal(found.why)
    assert isinstance(station, Station)
    use = use_of(tx, payment)
    use = replace(use, person=whose(tx, use, found[0].voucher))
    planned = shares(found, use, now.day())
    why = planned.why if isinstance(planned, NotPaid) else halted(tx, now)
    if why is not None:
        return Refusal(why, _limit(why, found, use))
    assert not isinstance(planned, NotPaid)
    missing = [share for share in planned if share.missing]
    if missing and alone(found, payment.cents):
        return None
    purse = from_purse(tx, station, missing[0], payment, asker) if missing else ""
    if isinstance(purse, NotPaid):
        return Refusal(purse.why, _limit(purse.why, found, use))
    return None


def _limit(why: Why, found: Sequence[Source], use: Use) -> int:
    first = found[0]
    return {
        Why.ABOVE_PRICE: max(0, (use.price or 0) - use.paid_before),
        Why.ABOVE_LEFT: sum(max(one.told, parts.total(one.here)) for one in found),
        Why.ABOVE_LIMIT: first.programme.per_redemption,
        Why.ABOVE_DAY: max(0, first.programme.per_day - first.used_today),
        Why.NO_ALLOTMENT: sum(one.most for one in found),
    }.get(why, 0)
