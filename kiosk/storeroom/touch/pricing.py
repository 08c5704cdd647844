"""What a family's vouchers may pay here: which activities, for whom, and how much of a price."""

from dataclasses import replace

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain import programmes
from kiosk.domain.offers import Offer
from kiosk.domain.people import Person
from kiosk.domain.programmes import Programme
from kiosk.domain.redeeming import Payment, Source
from kiosk.storeroom.touch import card
from kiosk.ui.touch.held import ForWhom, HeldVoucher, Holder, Payable, Payer, Price, Spend
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
    payers = [_payer(tx, payment, held, now) for held in vouchers]
    return ForWhom(who, use_of(tx, payment).paid_before, tuple(one for one in payers if one is not None))


def _payer(tx: Tx, payment: Payment, held: HeldVoucher, now: Reading) -> Payer | None:
    """None where this voucher pays nothing of it for this person: `redeem` would say no to a single cent."""
    station = tx.station.get()
    found = sources(tx, station, (held.id,), payment, now) if station else ()
    if not isinstance(found, tuple) or not found:
        return None
    source: Source = found[0]
    use = use_of(tx, payment)
    asked = replace(use, person=whose(tx, use, source.voucher))
    if source.most == 0 or programmes.why_not(source.programme, source.voucher, asked, now.day(), source.used_today):
        return None
    return Payer(held.id, held.name, source.most, held.left, held.at_least)
