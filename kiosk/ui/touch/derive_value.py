"""Pure functions from what lies behind a card to the faces of vouchers and sign-ups."""

from typing import Any

from kiosk.clock import Reading
from kiosk.domain.catalogue import Words, in_language, strongest
from kiosk.domain.offers import Offer
from kiosk.domain.people import Person
from kiosk.domain.signups import State
from kiosk.ui.faces import Moment
from kiosk.ui.standing import moment
from kiosk.ui.touch import derive
from kiosk.ui.touch.errands import Choosing, Holding, Joining, Minding, OfACard, Paying, Showing, Waiting
from kiosk.ui.touch.errands.paying import shares
from kiosk.ui.touch.errands.showing import ToJoin, ToJoinAll, ToPay
from kiosk.ui.touch.faces import ToPayFace
from kiosk.ui.touch.held import HeldSignup, HeldVoucher, MayJoin, Paid, Price, SignedUp
from kiosk.ui.touch.value_faces import (
    CardFace,
    ChooseFace,
    JoinFace,
    JoinTile,
    MoneyFace,
    PartFace,
    PromptFace,
    SignupDetailFace,
    SignupFace,
    VoucherFace,
    WaitFace,
    WhomFace,
)
from kiosk.ui.touch.value_wishes import Move, Pay, SignUp
from kiosk.ui.touch.visit_faces import Outcome, OutcomeFace, PaidFace, Somebody

_ANSWERS = {
    State.CONFIRMED: Outcome.SIGNED_UP,
    State.WAITING: Outcome.WAITING,
    State.WISHED: Outcome.WISHED,
    State.CANCELLED: Outcome.GIVEN_UP,
}


def screen(errand: Showing | OfACard, language: str, now: Reading) -> tuple[str, Any]:
    """Which screen such an errand is at, and its face."""
    match errand:
        case Showing(then):
            return "prompt", PromptFace({ToPay: "pay", ToJoin: "join", ToJoinAll: "join"}.get(type(then), "card"))
        case Holding():
            return "mycard", card(errand, language, now)
        case Choosing():
            return "choose", choose(errand, language, now)
        case Minding():
            return "signup", minding(errand, language, now)
        case Joining():
            return "join", join(errand, language, now)
        case Waiting():
            return "wait", wait(errand, language)
        case Paying():
            return (
                ("whom", whom(errand, language, now))
                if errand.whom is None
                else ("money", money(errand, language, now))
            )


def outcome(wish: object, answer: object, undo_seconds: int, language: str, now: Reading) -> OutcomeFace | None:
    """The face of an answer that is about value; None where it is about something else."""
    match wish, answer:
        case Pay(), Paid():
            paid = PaidFace(answer.cents, answer.to_pay, answer.left, answer.at_least)
            codes = tuple(derive.code(one) for one in answer.codes)
            return OutcomeFace(Outcome.PAID, more=True, paid=paid, keeps=codes)
        case SignUp(offer=offer) | Move(offer=offer), SignedUp():
            return _signed_up(offer, answer, undo_seconds, language, now)
    return None


def _signed_up(offer: Offer, answer: SignedUp, undo_seconds: int, language: str, now: Reading) -> OutcomeFace:
    slip = derive.take_away(offer, language) if answer.state is State.CONFIRMED else None
    return OutcomeFace(
        _ANSWERS.get(answer.state, Outcome.REQUESTED),
        people=() if offer.activity.sensitive else (somebody(answer.person),),
        undo_seconds=undo_seconds if answer.events else 0,
        more=True,
        when=moment(answer.tell_by, now) if answer.tell_by else None,
        keeps=(slip,) if slip else (),
    )


def card(holding: Holding, language: str, now: Reading) -> CardFace:
    held = holding.held
    return CardFace(
        who=somebody(held.first),
        vouchers=tuple(_voucher(one, language) for one in held.vouchers),
        signups=tuple(_signup(one, language, now) for one in held.signups),
    )


def choose(choosing: Choosing, language: str, now: Reading) -> ChooseFace:
    cards = tuple(derive.card(offer, language, now) for offer in choosing.payable.offers)
    return ChooseFace(_voucher(choosing.payable.voucher, language), cards)


def minding(errand: Minding, language: str, now: Reading) -> SignupDetailFace:
    signup, place = errand.signup, errand.signup.offer.place
    return SignupDetailFace(
        signup=_signup(signup, language, now),
        acts=tuple(sorted(signup.acts)),
        payable=signup.payable,
        slip=derive.take_away(signup.offer, language) if signup.state is State.CONFIRMED else None,
        pillars=() if signup.discreet else strongest(signup.offer.activity.pillars),
        address=place.address if place and not signup.discreet else "",
        desk=derive.hub_name(signup.desk),
    )


def join(joining: Joining, language: str, now: Reading) -> JoinFace:
    asked = joining.joinable
    about = asked.offer.activity
    tiles = tuple(_tile(one, asked.offer, at == joining.at, language, now) for at, one in enumerate(asked.people))
    dates = _dates(asked.offer, now)
    return JoinFace(
        title=in_language(about.title, language),
        when=_when(asked.offer, now),
        place=_place(asked.offer),
        min_age=about.min_age,
        max_age=about.max_age,
        people=tiles,
        ready=joining.at is not None,
        wishes=asked.wishes,
        discreet=asked.discreet,
        dates=dates,
        price_cents=about.price_cents if dates else None,
        to_pay=to_pay(asked.price) if asked.price else None,
    )


def _tile(one: MayJoin, offer: Offer, chosen: bool, language: str, now: Reading) -> JoinTile:
    on = moment(one.on, now) if one.on and offer.dates else None
    return JoinTile(somebody(one.person), one.fit, in_language(one.other, language), chosen, on)


def whom(paying: Paying, language: str, now: Reading) -> WhomFace:
    offer = paying.price.offer
    people = tuple(somebody(one.person) for one in paying.price.people)
    return WhomFace(in_language(offer.activity.title, language), _when(offer, now), _place(offer), people)


def wait(waiting: Waiting, language: str) -> WaitFace:
    """For whom, and for what, as the screen before had it."""
    before, about = waiting.before, waiting.awaits.of.offer.activity
    who, cents = _whom(before), before.cents if isinstance(before, Paying) else 0
    named = somebody(who) if who and not about.sensitive else None
    return WaitFace(cents, in_language(about.title, language), named)


def _whom(before: Paying | Joining | Minding) -> Person | None:
    match before:
        case Paying(whom=whom):
            return whom.person if whom else None
        case Joining(joinable=joinable, at=at):
            return joinable.people[at].person if at is not None else None
        case Minding(signup=signup):
            return signup.person


def _names(name: Words, language: str) -> tuple[str, str]:
    return in_language(name, language), in_language(name, "it")


def money(paying: Paying, language: str, now: Reading) -> MoneyFace:
    assert paying.whom is not None
    offer, before = paying.price.offer, paying.whom.before
    paid = shares(paying)
    parts = tuple(
        PartFace(*_names(payer.name, language), some, payer.left - some, payer.at_least) for payer, some in paid
    )
    return MoneyFace(
        title=in_language(offer.activity.title, language),
        who=somebody(paying.whom.person),
        when=_when(offer, now),
        place=_place(offer),
        costs=paying.price.cents,
        before=before,
        parts=parts,
        pays=paying.cents,
        you_pay=paying.price.cents - before - paying.cents,
        left=sum(part.left for part in parts),
        at_least=any(part.at_least for part in parts),
        less=paying.fewer < paying.cents,
        more=paying.further > paying.cents,
        in_vain=paying.in_vain,
    )


def to_pay(price: Price) -> ToPayFace | None:
    """For whom the vouchers pay most; None where they pay nothing."""
    pays = [
        (min(price.cents - one.before, sum(payer.most for payer in one.payers)), at)
        for at, one in enumerate(price.people)
    ]
    most, at = max(pays, key=lambda pair: (pair[0], -pair[1]), default=(0, 0))
    if most <= 0:
        return None
    best = price.people[at]
    return ToPayFace(most, price.cents - best.before - most, best.person.first_name, len(price.people) > 1)


def somebody(person: Person) -> Somebody:
    return Somebody(person.first_name, person.creature)


def _voucher(held: HeldVoucher, language: str) -> VoucherFace:
    return VoucherFace(
        name=in_language(held.name, language),
        people=tuple(somebody(one) for one in held.people),
        worth=held.worth,
        left=held.left,
        at_least=held.at_least,
        until=held.until,
        collective=held.collective,
        spend=held.spend,
    )


def _signup(held: HeldSignup, language: str, now: Reading) -> SignupFace:
    return SignupFace(
        title=in_language(held.offer.activity.title, language),
        who=None if held.discreet else somebody(held.person),
        when=_when(held.offer, now),
        place=_place(held.offer),
        state=held.state,
        until=moment(held.until, now) if held.until else None,
        discreet=held.discreet,
        dates=_dates(held.offer, now),
    )


def _when(offer: Offer, now: Reading) -> Moment | None:
    return moment(offer.first.starts, now) if offer.first else None


def _dates(offer: Offer, now: Reading) -> tuple[Moment, ...]:
    return tuple(moment(session.starts, now) for _, session in offer.dates)


def _place(offer: Offer) -> str:
    return offer.place.name if offer.place else ""
