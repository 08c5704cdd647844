"""What a redemption has to know, read in one transaction: the price, the vouchers, what may be given here and now."""

from collections.abc import Sequence

from kiosk.clock import Reading
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain import allotments, catalogue, programmes
from kiosk.domain.allotments import Stopped
from kiosk.domain.catalogue import Activity
from kiosk.domain.programmes import Programme, Use, Voucher, Why
from kiosk.domain.redeeming import Asker, NotPaid, Payment, Source, in_order
from kiosk.domain.workers import Deed, NotEntered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.known import is_hidden
from kiosk.usecases.leave_family import leaves_alone
from kiosk.usecases.outages import within_reach

_WHY = {Stopped.FROZEN: Why.FROZEN, Stopped.NO_TIME: Why.NO_TIME, Stopped.LEASE_OVER: Why.LEASE_OVER}


def allowed(tx: Tx, asker: Asker, payment: Payment, now: Reading) -> Station | NotPaid | NotIn:
    """Whether they may ask at all: a worker whose role allows it, or somebody of 14 or more who said who they are."""
    if asker.worker is not None:
        station = acting(tx, asker.worker, Deed.VOUCHERS)
        if isinstance(station, NotIn):
            return station
        return NotPaid(Why.UNKNOWN) if is_hidden(tx, asker.worker, payment.household) else station
    here = tx.station.get()
    if here is None:
        return NotIn(NotEntered.NOT_ENROLLED)
    if asker.identified is None or asker.identified.household != payment.household:
        return NotPaid(Why.UNKNOWN)
    return here if leaves_alone(tx, asker.identified.person, now) else NotPaid(Why.TOO_YOUNG)


def stands_by(tx: Tx, asker: Asker) -> bool:
    """Whether another worker, who may do it too, is there."""
    one, other = asker.worker, asker.second
    if one is None or other is None or one.worker.id == other.worker.id:
        return False
    return not isinstance(acting(tx, other, Deed.VOUCHERS), NotIn)


def halted(tx: Tx, now: Reading) -> Why | None:
    """Why this station gives nothing of value just now."""
    stopped = allotments.stopped(tx.allotments.lease(), now.at, now.anchor is not None)
    return _WHY[stopped] if stopped else None


def use_of(tx: Tx, payment: Payment) -> Use:
    """An activity that nobody knows here costs nothing that could be paid."""
    offered = activity(tx, payment.activity)
    return Use(
        person=payment.person,
        activity=payment.activity,
        provider=offered.provider if offered else "",
        category=offered.category if offered else "",
        price=offered.price_cents if offered else None,
        cents=payment.cents,
        paid_before=paid_already(tx, payment.person, payment.activity, payment.session, payment.serial),
    )


def paid_already(tx: Tx, person: str, of: str, session: str, serial: int) -> int:
    """Here, for this person: for a session of this activity, or where it is a course for all of it."""
    offered = activity(tx, of)
    if offered is not None and offered.course:
        return tx.redemptions.of_course(person, of, serial)
    return tx.redemptions.of_session(person, session, serial)


def activity(tx: Tx, id_: str) -> Activity | None:
    record = tx.catalogue.record("activity", id_)
    read = catalogue.read("activity", record) if record is not None else None
    return read if isinstance(read, Activity) else None


def sources(
    tx: Tx, station: Station, vouchers: Sequence[str], payment: Payment, now: Reading
) -> tuple[Source, ...] | NotPaid:
    """These vouchers of a household, or those to which a card from elsewhere leads, in this order."""
    found, theirs = [], {voucher.id: voucher for voucher in reached(tx, payment.household, payment.serial)}
    for id_ in dict.fromkeys(vouchers):
        voucher = theirs.get(id_)
        programme = programme_of(tx, voucher) if voucher else None
        if voucher is None or programme is None:
            return NotPaid(Why.UNKNOWN, id_)
        found.append(source(tx, station, voucher, programme, now))
    return tuple(found) or NotPaid(Why.UNKNOWN)


def reached(tx: Tx, household: str, serial: int) -> Sequence[Voucher]:
    """Of a household of this hub its own; of a card that nobody knows here, and that is not dead, those it leads to."""
    if household:
        return tx.vouchers.of_household(household)
    about = tx.cards.about(serial)
    return () if about.revoked or about.binding else tx.vouchers.of_card(serial)


def source(tx: Tx, station: Station, voucher: Voucher, programme: Programme, now: Reading) -> Source:
    """Of a station that gives nothing just now, nothing is here, and nobody is asked for it."""
    stops = halted(tx, now)
    held = None if stops else tx.allotments.get(station.incarnation, voucher.id)
    return Source(
        voucher=voucher,
        programme=programme,
        here=in_order(held.left, programme.funds) if held else (),
        told=max(0, voucher.left - tx.redemptions.unanswered(voucher.id)),
        used_today=tx.redemptions.of_voucher(voucher.id, now.day().isoformat()),
        near=stops is None and within_reach(tx, now),
    )


def programme_of(tx: Tx, voucher: Voucher) -> Programme | None:
    return rules(tx, voucher.programme)


def rules(tx: Tx, programme: str) -> Programme | None:
    record = tx.catalogue.record(programmes.PROGRAMME, programme)
    return programmes.read_programme(record) if record is not None else None


def whose(tx: Tx, use: Use, voucher: Voucher) -> str:
    """The id by which a voucher names this person: two ids may be one human."""
    return next((id_ for id_ in sorted(tx.merges.ids(use.person)) if id_ in voucher.people), use.person)
