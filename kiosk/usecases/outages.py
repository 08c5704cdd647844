"""The guest purse: a small sum that a station may give in an outage beyond a voucher's own allotment.

An outage runs from the last authenticated exchange with central to the next. It is one, too, where another station that
holds what is missing is not heard of: that is counted by the day. The purse gives at a desk, by a worker's name, within
the programme's limits for one family or card and for the station. For a voucher that owes already it gives nothing.
"""

from datetime import UTC, datetime, time, timedelta

from kiosk.clock import ROME, Reading, from_stamp, stamp
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain.parts import total
from kiosk.domain.programmes import Programme, Why
from kiosk.domain.redeeming import Asker, NotPaid, Payment, Share

RECENT = timedelta(minutes=5)  # some rounds of a quiet hub


def outage(tx: Tx, *, unreachable: bool = False) -> str:
    """Since when there is one (a stamp), "" while there is none. Before the first exchange there is nothing to give."""
    state = tx.syncing.get()
    return state.last_good_at if unreachable or state.last_trouble else ""


def silence(now: Reading) -> str:
    """Since when another's outage is counted: the beginning of the day, in Europe/Rome (a stamp)."""
    return stamp(datetime.combine(now.day(), time(), ROME).astimezone(UTC))


def within_reach(tx: Tx, now: Reading) -> bool:
    """Whether central may be asked while somebody waits: it answered a moment ago."""
    state = tx.syncing.get()
    if not state.last_good_at or state.last_trouble:
        return False
    return abs(now.at - from_stamp(state.last_good_at)) <= RECENT


def from_purse(
    tx: Tx,
    station: Station,
    share: Share,
    payment: Payment,
    asker: Asker,
    *,
    unreachable: bool = False,
    silence: str = "",
) -> str | NotPaid:
    """The outage in which the purse may give what is missing of a share; else why not. `silence`: another's outage."""
    began, voucher = outage(tx, unreachable=unreachable) or silence, share.source.voucher
    no = NotPaid(Why.NO_ALLOTMENT, voucher.id)
    if not began or asker.worker is None or voucher.owes:
        return no
    fits = share.missing <= purse_left(tx, station, share.source.programme, payment, began)
    return began if fits else no


def purse_left(tx: Tx, station: Station, programme: Programme, payment: Payment, began: str) -> int:
    """What the purse may still give to these people in this outage."""
    spread = programme.spread
    held = tx.allotments.purse(station.incarnation)
    theirs = tx.redemptions.of_purse(began, payment.household, payment.serial)
    limits = (spread.guest_limit - theirs, spread.purse - tx.redemptions.of_purse(began))
    return max(0, min(total(held.left) if held else 0, *limits))
