"""What a family's vouchers may pay here: which activities, for whom, and how much of a price."""

from dataclasses import replace

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain import programmes
from kiosk.domain.offers import Offer
from kiosk.domain.people import Person
from kiosk.domain.programmes import Programme, Use
from kiosk.domain.redeeming import Payment, Source
from kiosk.storeroom.touch import card
from kiosk.ui.touch.held import ForWhom, HeldVoucher, Holder, Payable, Payer, Price, Spend
from kiosk.usecases import courses
from kiosk.usecases.browse import dated, everything, one
from kiosk.usecases.paying import programme_of, sources, use_of, whose

_LOOKED_AT = 300  # activities, the soonest first
_SHOWN = 24


def payable(tx: Tx, holder: Holder, voucher: str, now: Reading) -> Payable | None:
    ours = next((one for one in card.left(tx, holder, now) if one.id == voucher), None)
    held = tx.vouchers.get(voucher)
    programme = programme_of(tx, held) if held else None
    if ours is None or programme is None:
        return None
    offers = [offer for offer in everything(tx, now, _LOOKED_AT).offers if _fits(programme, offer)]
    return Payable(ours, tuple(offers[:_SHOWN]))


def price(tx: Tx, holder: Holder, activity: str, session: str, now: Reading) -> Price | None:
    """None where no voucher of theirs pays any of it."""
    offer = _offer(tx, activity, session, now)
    cents = offer.activity.price_cents if offer else None
    if offer is None or not cents or not offer.activity.voucher:
        return None
    vouchers = [held for held in card.left(tx, holder, now) if held.spend is Spend.HERE]
    asked = (_for(tx, holder, offer, who, vouchers, now) for who in tx.people.of_household(holder.vouched.household))
    people = tuple(one for one in asked if one.payers and one.before < cents)
    return Price(offer, cents, people) if people else None


def _offer(tx: Tx, activity: str, session: str, now: Reading) -> Offer | None:
    """A course has one price, whichever of its dates somebody came by."""
    course = courses.coming(tx, activity, now)
    if course:
        return courses.offer(tx, activity, course)
    if session:
        return dated(tx, activity, session)
    detail = one(tx, activity, now)
    return detail.offer if detail else None


def _fits(programme: Programme, offer: Offer) -> bool:
    about = offer.activity
    return (
        about.voucher
        and not about.sensitive
        and bool(about.price_cents)
        and (not programme.categories or about.category in programme.categories)
        and (not programme.activities or offer.id in programme.activities)
        and bool(about.provider)
        and (not programme.providers or about.provider in programme.providers)
    )


def _for(tx: Tx, holder: Holder, offer: Offer, who: Person, vouchers: list[HeldVoucher], now: Reading) -> ForWhom:
    payment = Payment(holder.vouched.household, who.id, offer.id, 1, offer.session_id, holder.serial)
    use = use_of(tx, payment)
    sums = [(held, source) for held in vouchers if (source := _source(tx, payment, use, held, now)) is not None]
    here = tuple(_payer(held, source.most) for held, source in sums if source.most)
    return ForWhom(who, use.paid_before, _payers(sums, here, max(0, (use.price or 0) - use.paid_before)), here)


def _payers(sums: list[tuple[HeldVoucher, Source]], here: tuple[Payer, ...], left: int) -> tuple[Payer, ...]:
    """Those that pay out of what is here; or, where it is more, the one that pays most by central's word."""
    held, most = max(((held, source.reach) for held, source in sums), key=lambda one: one[1], default=(None, 0))
    if held is not None and min(most, left) > sum(one.most for one in here):
        return (_payer(held, most),)
    return here


def _payer(held: HeldVoucher, most: int) -> Payer:
    return Payer(held.id, held.name, most, held.left, held.at_least)


def _source(tx: Tx, payment: Payment, use: Use, held: HeldVoucher, now: Reading) -> Source | None:
    """None where this voucher pays nothing of it for this person: `redeem` would say no to a single cent."""
    station = tx.station.get()
    found = sources(tx, station, (held.id,), payment, now) if station else ()
    if not isinstance(found, tuple) or not found:
        return None
    source: Source = found[0]
    asked = replace(use, person=whose(tx, use, source.voucher))
    no = programmes.why_not(source.programme, source.voucher, asked, now.day(), source.used_today)
    return None if no else source
