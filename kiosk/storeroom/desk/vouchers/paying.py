"""A voucher pays: the family says its pictures, or a worker stands for it, or two."""

from kiosk.domain.pictures import AskAtTheDesk, Identified, NotIdentified, WrongAnswer
from kiosk.domain.redeeming import Asker, NeedsSecond, NotPaid, Redeemed
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.vouchers.using import payment
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.vouchers.using import Chosen, chosen
from kiosk.ui.desk.wishes import Wish
from kiosk.usecases.identify import identify
from kiosk.usecases.redeem import redeem


def pay(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "pay/PATH" (as in kiosk.ui.desk.vouchers.using.Chosen): {serial, pictures or pin} where the family says who it
    is."""
    want, serial = chosen(wish.about), wish.number("serial")
    if want is None or want.cents == 0:
        return NOTHING
    if serial == 0:
        return paid(behind, want, Asker(worker=by))
    answer = wish.text("pin") or tuple(one for one in wish.several("pictures") if isinstance(one, str))
    said = identify(behind.in_one, serial, answer, behind.clock)
    if isinstance(said, Identified):
        return paid(behind, want, Asker(said, by), serial)
    return _not_them(said)


def paid(behind: Behind, want: Chosen, asker: Asker, serial: int = 0) -> Said | NotIn:
    now = behind.clock.read()
    said = behind.in_one(lambda tx: redeem(tx, want.vouchers, payment(want, serial), asker, now))
    match said:
        case Redeemed(given):
            to = "vouchers/done/" + "+".join(one.event for one in given)
            return Said(Tone.DONE, "paid", number=said.cents, to=to)
        case NotPaid(why):
            return Said(Tone.NO, why.value)
        case NeedsSecond(above):
            return Said(Tone.NO, "needs_second", number=above)
    return said


def _not_them(said: WrongAnswer | AskAtTheDesk) -> Said:
    if isinstance(said, WrongAnswer):
        return Said(Tone.NO, "wrong_pictures", number=said.left)
    return Said(Tone.NO, "wrong_pictures" if said.why is NotIdentified.TRIED_OUT else "no_secret")
