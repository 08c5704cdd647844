"""What lies behind a card is looked at: a voucher is chosen, or one sign-up."""

from dataclasses import dataclass, field

from kiosk.ui.touch.errands.turn import Turn
from kiosk.ui.touch.held import Act, Held, HeldSignup, Holder, Payable, Spend
from kiosk.ui.touch.value_wishes import AskPayable, AskPrice, Move, OpenCard


@dataclass(frozen=True)
class Holding:
    holder: Holder
    held: Held = field(repr=False)


@dataclass(frozen=True)
class Choosing:
    """What shall this voucher pay for?"""

    holder: Holder
    payable: Payable


@dataclass(frozen=True)
class Minding:
    """One sign-up, and what may be done with it."""

    holder: Holder
    signup: HeldSignup = field(repr=False)


def step(errand: Holding | Choosing | Minding, path: str) -> Turn:
    what, _, about = path.partition("/")
    if what == "back":
        return Turn(None) if isinstance(errand, Holding) else Turn(errand, OpenCard(errand.holder))
    match errand:
        case Holding():
            return _holding(errand, what, about)
        case Choosing():
            known = {offer.id: offer for offer in errand.payable.offers}
            chosen = known.get(about) if what == "activity" else None
            return Turn(errand, AskPrice(errand.holder, chosen.id, chosen.session_id) if chosen else None)
        case Minding():
            return _minding(errand, what)


def _holding(holding: Holding, what: str, number: str) -> Turn:
    at = int(number) if number.isascii() and number.isdecimal() else -1
    vouchers, signups = holding.held.vouchers, holding.held.signups
    match what:
        case "voucher" if 0 <= at < len(vouchers) and vouchers[at].spend is Spend.HERE:
            return Turn(holding, AskPayable(holding.holder, vouchers[at].id))
        case "signup" if 0 <= at < len(signups):
            return Turn(Minding(holding.holder, signups[at]))
    return Turn(holding)


def _minding(minding: Minding, what: str) -> Turn:
    signup = minding.signup
    if what == "pay" and signup.payable:
        return Turn(minding, AskPrice(minding.holder, signup.offer.id, signup.offer.session_id))
    act = Act(what) if what in set(Act) else None
    return Turn(minding, Move(minding.holder, signup.id, signup.offer, act) if act in signup.acts and act else None)
