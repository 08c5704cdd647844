"""What the pages of the vouchers have in common: a voucher, a redemption, somebody's place in a sentence of money.

Money is cents. The title of an activity and the name of a provider are "" where the activity is a discreet one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.clock import Reading, from_stamp
from kiosk.domain.catalogue import Activity, in_language
from kiosk.domain.programmes import Programme, State, Voucher, last_day
from kiosk.ui.desk.today import leaving
from kiosk.ui.desk.today.leaving import PersonLine
from kiosk.ui.faces import Moment
from kiosk.ui.standing import moment
from kiosk.usecases.known import Known
from kiosk.usecases.vouchers_here import Spent
from kiosk.usecases.what_is_left import Left

LANGUAGE = "it"  # of the city's own texts, at the desk


class Stands(StrEnum):
    """How a voucher stands today."""

    GOOD = "good"
    NOT_YET = "not_yet"
    USED = "used"
    EXPIRED = "expired"
    SUSPENDED = "suspended"
    MODULE_OFF = "module_off"


@dataclass(frozen=True)
class VoucherLine:
    """`left`: all of it while `sure` (there is a connection), at least so much while not; `here`: what this station may
    give of it by itself. `people` are none for a collective one, nor for one from elsewhere, whose `worth` is 0.
    `starts`, `until`: ISO days, both included."""

    id: str
    programme: str
    people: tuple[PersonLine, ...]
    collective: bool
    worth: int
    left: int
    here: int
    sure: bool
    starts: str
    until: str
    stands: Stands


@dataclass(frozen=True)
class RedemptionLine:
    """`means` is kiosk.domain.redeeming.Means; `reversed`: an opposite entry stands beside it."""

    event: str
    at: Moment
    person: PersonLine
    title: str
    provider: str
    cents: int
    price: int
    means: str
    reversed: bool


def voucher(left: Left, programme: Programme, known: Mapping[str, Known], now: Reading) -> VoucherLine:
    one = left.voucher
    return VoucherLine(
        id=one.id,
        programme=in_language(programme.name, LANGUAGE),
        people=() if programme.collective else tuple(leaving.line(id_, known.get(id_)) for id_ in one.people if id_),
        collective=programme.collective,
        worth=one.worth,
        left=left.told if left.sure else left.at_least,
        here=left.at_least,
        sure=left.sure,
        starts=one.starts or programme.starts,
        until=last_day(programme, one),
        stands=_stands(one, programme, left.told, now.day().isoformat()),
    )


def _stands(one: Voucher, programme: Programme, left: int, today: str) -> Stands:
    if not programme.active:
        return Stands.MODULE_OFF
    if one.state is State.SUSPENDED:
        return Stands.SUSPENDED
    if today < (one.starts or programme.starts):
        return Stands.NOT_YET
    if one.state is State.RECLAIMED or today > last_day(programme, one):
        return Stands.EXPIRED
    return Stands.GOOD if left > 0 else Stands.USED


def redemption(one: Spent, now: Reading) -> RedemptionLine:
    row = one.redemption
    return RedemptionLine(
        event=row.event,
        at=moment(from_stamp(row.at), now),
        person=leaving.line(row.person if one.known else "", one.known),
        title=title(one.activity),
        provider=one.provider,
        cents=row.cents,
        price=row.price,
        means=row.means,
        reversed=row.reversed_by is not None,
    )


def title(activity: Activity | None) -> str:
    """ "" of a discreet one: no list says what it was."""
    return in_language(activity.title, LANGUAGE) if activity and not activity.sensitive else ""


def sum_of(lines: Sequence[RedemptionLine]) -> int:
    """What stands of them, together."""
    return sum(one.cents for one in lines if not one.reversed)
