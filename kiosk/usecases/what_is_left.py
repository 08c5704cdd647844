"""What a family's vouchers still hold, and what one would do to a price. Nothing is recorded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain import parts, programmes
from kiosk.domain.programmes import State, Voucher, Why, last_day
from kiosk.domain.redeeming import Effect, NotPaid, Payment, effect
from kiosk.usecases.outages import outage
from kiosk.usecases.paying import halted, programme_of, reached, source, sources, use_of, whose


@dataclass(frozen=True)
class Left:
    """`at_least` is what this station may give of it whatever others gave meanwhile; `told` what central last said,
    less what was given here since. While `sure`, there is a connection, and `told` is what is left. `most`: what could
    be paid with here and now, out of what is here or by central's word."""

    voucher: Voucher
    programme: Mapping[str, str]  # its name, by language
    at_least: int
    told: int
    sure: bool
    until: str  # the last day, to its end
    most: int
    why: Why | None = None  # it pays nothing today, whatever for; or this station gives nothing


def what_is_left(tx: Tx, household: str, now: Reading, serial: int = 0) -> tuple[Left, ...]:
    """What ends first comes first. A voucher of a programme that is not known here is not shown; one of a programme
    that is switched off is, with all that it was. `serial`: of a card from elsewhere, whose household is ""."""
    station = tx.station.get()
    if station is None:
        return ()
    sure, stops, day = not outage(tx), halted(tx, now), now.day()
    found = []
    for voucher in reached(tx, household, serial):
        programme = programme_of(tx, voucher)
        if programme is None:
            continue
        held = source(tx, station, voucher, programme, now)
        here = parts.total(held.here)
        why = stops if stops is Why.NO_TIME else programmes.closed(programme, voucher, day) or stops
        told, until = max(held.told, here), last_day(programme, voucher)
        most = told if held.near else here
        found.append(Left(voucher, programme.name, here, told, sure, until, most, why))
    return tuple(sorted(found, key=lambda one: (one.voucher.state is not State.LIVE, one.until, one.voucher.id)))


def preview(tx: Tx, vouchers: Sequence[str], payment: Payment, now: Reading) -> Effect | NotPaid:
    """What it costs, what these vouchers could pay at this station, and what the family pays. `payment.cents` counts
    as nothing: it is what is asked."""
    station = tx.station.get()
    found = sources(tx, station, vouchers, payment, now) if station else NotPaid(Why.UNKNOWN)
    if isinstance(found, NotPaid):
        return found
    use = use_of(tx, payment)
    if use.price is None or use.price <= 0:
        return NotPaid(Why.NO_PRICE)
    who = replace(use, person=whose(tx, use, found[0].voucher))
    return effect(use.price, use.paid_before, found, now.day(), who)
