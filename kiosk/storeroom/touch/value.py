"""What the screens of a card ask of the store, each in one transaction. Whatever says no is answered as it is: the
touchscreen tells nobody which no it was."""

from collections.abc import Callable
from functools import partial

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain import signingup
from kiosk.domain.catalogue import in_language
from kiosk.domain.codes import NotACode
from kiosk.domain.offers import Offer
from kiosk.domain.pictures import Question
from kiosk.domain.programmes import Why
from kiosk.domain.redeeming import Asker, NotPaid, Payment, Redeemed
from kiosk.domain.signingup import Moved, Wanted
from kiosk.domain.signups import State, answered_by
from kiosk.domain.visits import Reason, Refused, Undone
from kiosk.papers.receipt import Receipt
from kiosk.papers.words import load
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.touch import card, joining, pricing
from kiosk.ui.touch.held import Act, CalledOff, Holder, HolderAsked, NotGiven, Paid, SignedUp
from kiosk.ui.touch.value_wishes import (
    AskHolder,
    AskJoin,
    AskJoinAll,
    AskPayable,
    AskPrice,
    Await,
    CallOff,
    Move,
    OpenCard,
    Pay,
    SignUp,
    UndoSignUp,
    ValueWish,
)
from kiosk.usecases import ask_online, browse
from kiosk.usecases.change_sign_up import cancel_sign_up, undo_sign_up
from kiosk.usecases.confirm_online import came_of, confirm_wish_or_ask, place_for_wish
from kiosk.usecases.identify import question
from kiosk.usecases.pay_online import Unanswered, paid_before, redeem_asked, redeem_or_ask
from kiosk.usecases.sign_up_online import sign_up_asked, sign_up_or_ask, signed_before
from kiosk.usecases.waiting_list import take_offer

_ACTS: dict[Act, Callable[[Tx, str, Asker, Reading], object]] = {
    Act.TAKE: take_offer,
    Act.CONFIRM: confirm_wish_or_ask,
    Act.CANCEL: partial(cancel_sign_up, whole=True),
}
_NOT_SO_MUCH = (Why.HELD_ELSEWHERE, Why.NO_ALLOTMENT)


def ask(tx: Tx, behind: Behind, wish: ValueWish) -> object:
    now = behind.clock.read()
    match wish:
        case AskHolder(scanned):
            return _holder(tx, behind, scanned)
        case OpenCard(holder):
            return card.held(tx, holder, now) or Refused(Reason.NOT_NOW)
        case AskPayable(holder, voucher):
            return pricing.payable(tx, holder, voucher, now) or Refused(Reason.NOT_NOW)
        case AskPrice(holder, activity, session):
            return pricing.price(tx, holder, activity, session, now) or Refused(Reason.NOT_NOW)
        case AskJoin(holder, session):
            return joining.joinable(tx, holder, session, now) or Refused(Reason.NOT_NOW)
        case AskJoinAll(holder, activity):
            return joining.all_of(tx, holder, activity, now) or Refused(Reason.NOT_NOW)
    return _do(tx, wish, now)


def ask_central(behind: Behind, wish: Await) -> object:
    """On the online thread: no transaction is open while central is asked."""
    of, asker = wish.of, Asker(wish.of.holder.vouched)
    if isinstance(of, Pay):
        paid = redeem_asked(behind.in_one, behind.ask, wish.asked, _payment(of), asker, behind.clock)
        if paid == Unanswered() or (isinstance(paid, NotPaid) and paid.why in _NOT_SO_MUCH):
            return NotGiven()
        return behind.in_one(lambda tx: _paid(tx, of, paid, behind.clock.read()))
    if isinstance(of, Move):
        moved = place_for_wish(behind.in_one, behind.ask, wish.asked, of.signup, asker, behind.clock)
        return behind.in_one(lambda tx: _moved(tx, of, moved, behind.clock.read()))
    signed = sign_up_asked(behind.in_one, behind.ask, wish.asked, _wanted(of), asker, behind.clock)
    return behind.in_one(lambda tx: _signed(tx, of, signed, behind.clock.read()))


def _do(tx: Tx, wish: Pay | SignUp | Move | UndoSignUp | CallOff, now: Reading) -> object:
    match wish:
        case Pay(holder):
            said = redeem_or_ask(tx, wish.vouchers, _payment(wish), Asker(holder.vouched), now)
            return _paid(tx, wish, said, now)
        case SignUp(holder):
            return _signed(tx, wish, sign_up_or_ask(tx, _wanted(wish), Asker(holder.vouched), now), now)
        case Move(holder, signup, _, act):
            return _moved(tx, wish, _ACTS[act](tx, signup, Asker(holder.vouched), now), now)
        case UndoSignUp(_, events):
            undone = undo_sign_up(tx, events, now)
            return Undone(undone[0].signup) if isinstance(undone, tuple) else undone
        case CallOff(awaited):
            return _call_off(tx, awaited, now)


def _call_off(tx: Tx, awaited: Await, now: Reading) -> object:
    """Too late, and they are told what they have."""
    closed = ask_online.call_off(tx, awaited.asked, now)
    if isinstance(awaited.of, Pay):
        paid = paid_before(tx, closed)
        return _paid(tx, awaited.of, paid, now) if paid else CalledOff()
    if isinstance(awaited.of, Move):
        moved = came_of(tx, awaited.of.signup, State.WISHED)
        return _moved(tx, awaited.of, moved, now) if moved else CalledOff()
    signed = signed_before(tx, awaited.asked, _wanted(awaited.of))
    return _signed(tx, awaited.of, signed, now) if signed else CalledOff()


def _payment(wish: Pay) -> Payment:
    holder, offer = wish.holder, wish.offer
    return Payment(holder.vouched.household, wish.person, offer.id, wish.cents, offer.session_id, holder.serial)


def _wanted(wish: SignUp) -> Wanted:
    return Wanted(wish.holder.vouched.household, wish.person, wish.offer.sessions, wish.holder.serial)


def _holder(tx: Tx, behind: Behind, scanned: bytes) -> object:
    code = behind.read(scanned)
    if isinstance(code, NotACode):
        return code
    asked = question(tx, code.serial, behind.clock)
    return HolderAsked(code.serial, asked) if isinstance(asked, Question) else asked


def _paid(tx: Tx, wish: Pay, said: object, now: Reading) -> object:
    if not isinstance(said, Redeemed):
        return said
    left, at_least = _left(tx, wish.holder, wish.vouchers, now)
    codes = tuple(one.code for one in said.given)
    return Paid(said.cents, said.to_pay, left, at_least, codes, _receipt(tx, wish, said, codes, now))


def _signed(tx: Tx, wish: SignUp, said: object, now: Reading) -> object:
    if not isinstance(said, signingup.SignedUp):
        return said
    return _signed_up(tx, wish.offer, wish.person, said.state, tuple(filter(None, said.events)), now)


def _moved(tx: Tx, wish: Move, said: object, now: Reading) -> object:
    held = tx.signups.get(wish.signup)
    if not isinstance(said, Moved) or held is None:
        return said
    return _signed_up(tx, wish.offer, held.person, said.state, (), now)


def _receipt(tx: Tx, wish: Pay, paid: Redeemed, codes: tuple[str, ...], now: Reading) -> Receipt:
    """In Italian, which is what holds. What is discreet is not on it."""
    about, hub, who = wish.offer.activity, browse.hub(tx), tx.people.get(wish.person)
    detail, names = browse.one(tx, wish.offer.id, now), load("it").receipt.funds
    return Receipt(
        hub=in_language(hub.name, "it") if hub else "",
        at=now.at,
        price=paid.price,
        funds=tuple((names.get(part.fund, part.fund), part.amount) for one in paid.given for part in one.parts),
        codes=codes,
        activity="" if about.sensitive else in_language(about.title, "it"),
        provider=detail.provider if detail and not about.sensitive else "",
        first_name=who.first_name if who and not about.sensitive else "",
        paid_before=paid.before,
    )


def _left(tx: Tx, holder: Holder, vouchers: tuple[str, ...], now: Reading) -> tuple[int, bool]:
    ours = [one for one in card.left(tx, holder, now) if one.id in vouchers]
    return sum(one.left for one in ours), any(one.at_least for one in ours)


def _signed_up(
    tx: Tx, offer: Offer, person: str, state: State, events: tuple[str, ...], now: Reading
) -> SignedUp | Refused:
    who = tx.people.get(person)
    starts = offer.first.starts if offer.first else now.at
    tell_by = answered_by(now.at, starts) if state is State.REQUESTED else None
    return SignedUp(events, state, who, tell_by) if who else Refused(Reason.NOT_NOW)
