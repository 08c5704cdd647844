"""A worker reverses a redemption: at the station that holds it, once, with a reason.

The first event stays, an opposite one says who and why. The value can be spent again once central has it: this station
gives none of it a second time.
"""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.clock import Reading
from kiosk.db.redemptions import Redemption
from kiosk.db.tx import Tx
from kiosk.domain.events import JsonBody, Type
from kiosk.domain.programmes import Programme
from kiosk.domain.redeeming import Because, NeedsSecond
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.paying import rules


class NotReversed(StrEnum):
    NOT_HERE = "not_here"  # another station holds it: it is reversed there, or at central
    ALREADY = "already"


@dataclass(frozen=True)
class Reversed:
    event: str
    redemption: str
    cents: int


def reverse_redemption(
    tx: Tx, by: Entered, event: str, because: Because, now: Reading, second: Entered | None = None
) -> Reversed | NotReversed | NeedsSecond | NotIn:
    """`event` is that of the redemption. Above the programme's amount another worker stands by."""
    station, held = acting(tx, by, Deed.VOUCHERS), tx.redemptions.get(event)
    if isinstance(station, NotIn):
        return station
    if held is None:
        return NotReversed.NOT_HERE
    if held.reversed_by is not None:
        return NotReversed.ALREADY
    above = _second_above(tx, held)
    if held.cents > above and not _is_another(tx, by, second):
        return NeedsSecond(above)
    content: JsonBody = {
        "redemption": held.redemption,
        "target": event,
        "because": because.value,
        "worker": by.worker.id,
        "second": second.worker.id if second else "",
        "entry": by.entry,
    }
    reversal = tx.events.record(station, Type.REDEMPTION_REVERSED, content, now)
    tx.redemptions.reverse(event, reversal)
    return Reversed(reversal, held.redemption, held.cents)


def _second_above(tx: Tx, held: Redemption) -> int:
    """As the programme says; by the default where it is not known any more."""
    programme = rules(tx, tx.vouchers.programme(held.voucher))
    return programme.second_person_above if programme else Programme.second_person_above


def _is_another(tx: Tx, by: Entered, second: Entered | None) -> bool:
    if second is None or second.worker.id == by.worker.id:
        return False
    return not isinstance(acting(tx, second, Deed.VOUCHERS), NotIn)
