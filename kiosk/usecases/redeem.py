"""A voucher pays for an activity, with no network: what this station was allotted of it, or in an outage the purse.

The event, what it draws and the row are one transaction. What cannot be paid whole is not paid at all.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.clock import Reading, stamp
from kiosk.db.allotments import PURSE
from kiosk.db.redemptions import Redemption
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain import receipts
from kiosk.domain.events import JsonBody, Type, uuid7
from kiosk.domain.parts import Parts, dump_parts, read_parts, total
from kiosk.domain.programmes import Programme, Use
from kiosk.domain.redeeming import Asker, Given, Means, NeedsSecond, NotPaid, Payment, Redeemed, Share, shares
from kiosk.domain.workers import NotIn
from kiosk.usecases.outages import from_purse, silence
from kiosk.usecases.paying import allowed, halted, sources, stands_by, use_of, whose


def redeem(
    tx: Tx,
    vouchers: Sequence[str],
    payment: Payment,
    asker: Asker,
    now: Reading,
    *,
    unreachable: bool = False,
    silent: bool = False,
) -> Redeemed | NotPaid | NeedsSecond | NotIn:
    """Several vouchers pay in this order. `unreachable`: central was just asked and did not answer; `silent`: it
    answered that what is missing lies where nobody answers (kiosk.domain.wire.PendingAnswer)."""
    station = allowed(tx, asker, payment, now)
    if isinstance(station, NotPaid | NotIn):
        return station
    found = sources(tx, station, vouchers, payment, now)
    if isinstance(found, NotPaid):
        return found
    if why := halted(tx, now):  # before the rules: where the time is not known, no day is
        return NotPaid(why)
    use = use_of(tx, payment)
    planned = shares(found, replace(use, person=whose(tx, use, found[0].voucher)), now.day())
    if isinstance(planned, NotPaid):
        return planned
    if needs := needs_second(tx, found[0].programme, payment, asker):
        return needs
    missing, since = [share for share in planned if share.missing], silence(now) if silent else ""
    outage = ""
    if missing:
        purse = from_purse(tx, station, missing[0], payment, asker, unreachable=unreachable, silence=since)
        if isinstance(purse, NotPaid):
            return purse
        outage = purse
    given = [one for share in planned for one in _give(tx, station, share, payment, use, asker, outage, now)]
    return Redeemed(tuple(given), use.price or 0, use.paid_before)


def needs_second(tx: Tx, programme: Programme, payment: Payment, asker: Asker) -> NeedsSecond | None:
    """For a family that does not say its pictures, above the programme's amount, two workers."""
    said_who = asker.identified is not None and asker.identified.household == payment.household
    if asker.worker is None or said_who or payment.cents <= programme.two_workers_above or stands_by(tx, asker):
        return None
    return NeedsSecond(programme.two_workers_above)


def _give(
    tx: Tx, station: Station, share: Share, payment: Payment, use: Use, asker: Asker, outage: str, now: Reading
) -> list[Given]:
    """What the allotment gives, and what the purse gives of the rest."""
    voucher, given = share.source.voucher, []
    if share.drawn:
        of_it = row(station, voucher.id, payment, use, asker, now, share.drawn, Means.ALLOTMENT)
        given.append(record(tx, station, of_it, asker, now))
        tx.allotments.draw(given[-1].event, station.incarnation, voucher.id, share.drawn)
    if share.missing:
        held = tx.allotments.purse(station.incarnation)
        drawn = (held.draw(share.missing) if held else None) or ()
        lent = replace(row(station, voucher.id, payment, use, asker, now, drawn, Means.PURSE), outage=outage)
        given.append(record(tx, station, lent, asker, now))
        tx.allotments.draw(given[-1].event, station.incarnation, PURSE, drawn)
    return given


def row(
    station: Station,
    voucher: str,
    payment: Payment,
    use: Use,
    asker: Asker,
    now: Reading,
    drawn: Parts,
    means: Means,
) -> Redemption:
    return Redemption(
        event="",
        redemption=uuid7(),
        voucher=voucher,
        household=payment.household,
        person=payment.person,
        serial=payment.serial,
        activity=payment.activity,
        session=payment.session,
        provider=use.provider,
        price=use.price or 0,
        cents=total(drawn),
        parts=dump_parts(drawn),
        means=means.value,
        outage="",
        request="",
        receipt=receipts.new_serial(),
        worker=asker.worker.worker.id if asker.worker else "",
        second=asker.second.worker.id if asker.second else "",
        at=stamp(now.at),
        day=now.day().isoformat(),
    )


def record(tx: Tx, station: Station, paid: Redemption, asker: Asker, now: Reading) -> Given:
    """The event, its row and its receipt; what it draws is for the caller to say."""
    said = {name: value for name, value in vars(paid).items() if name not in ("event", "at", "day", "reversed_by")}
    content: JsonBody = {**said, "hub": station.hub, "entry": asker.worker.entry if asker.worker else ""}
    event = tx.events.record(station, Type.REDEEMED, content, now)
    held = replace(paid, event=event)
    tx.redemptions.add(held)
    return given(station, held)


def given(station: Station, held: Redemption) -> Given:
    """A redemption of this station with its receipt, which can be printed again."""
    key = Ed25519PrivateKey.from_private_bytes(station.private_key)
    code = receipts.write(key, held.receipt, held.redemption, date.fromisoformat(held.day), held.cents)
    of = (held.event, held.redemption, held.voucher, held.cents, read_parts(held.parts) or ())
    return Given(*of, Means(held.means), held.receipt, code)
