"""A voucher pays: the family says its pictures, or a worker stands for it, or two. What this station may not give by
itself, central is asked for."""

from kiosk.db.tx import Tx
from kiosk.domain.pictures import AskAtTheDesk, Identified, NotIdentified, WrongAnswer
from kiosk.domain.redeeming import Asker, NeedsSecond, NotPaid, Payment, Redeemed
from kiosk.domain.wire import PendingAsk
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.vouchers.using import payment
from kiosk.ui.desk.asking import ToAsk, WaitFace
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.today import leaving
from kiosk.ui.desk.today.leaving import PersonLine
from kiosk.ui.desk.vouchers.using import Chosen, chosen
from kiosk.ui.desk.wishes import Wish
from kiosk.usecases.ask_online import CalledOff, call_off
from kiosk.usecases.identify import identify
from kiosk.usecases.known import known_people
from kiosk.usecases.pay_online import Unanswered, paid_before, redeem_asked, redeem_or_ask

Answer = Redeemed | NotPaid | NeedsSecond | NotIn | Unanswered | CalledOff


def pay(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn | ToAsk:
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


def paid(behind: Behind, want: Chosen, asker: Asker, serial: int = 0) -> Said | NotIn | ToAsk:
    now, what = behind.clock.read(), payment(want, serial)
    said = behind.in_one(lambda tx: redeem_or_ask(tx, want.vouchers, what, asker, now))
    return _asks(behind, said, what, asker) if isinstance(said, PendingAsk) else _told(said)


def _asks(behind: Behind, first: PendingAsk, what: Payment, asker: Asker) -> ToAsk:
    def go_on() -> Said | NotIn:
        return _told(redeem_asked(behind.in_one, behind.ask, first, what, asker, behind.clock))

    def end() -> Said | NotIn:
        return behind.in_one(lambda tx: _called_off(tx, behind, first))

    return ToAsk(WaitFace(what.cents, behind.in_one(lambda tx: _whom(tx, behind, what, asker))), go_on, end)


def _called_off(tx: Tx, behind: Behind, first: PendingAsk) -> Said | NotIn:
    given = paid_before(tx, call_off(tx, first, behind.clock.read()))
    return _told(given or CalledOff())


def _whom(tx: Tx, behind: Behind, what: Payment, asker: Asker) -> PersonLine:
    known = known_people(tx, asker.worker, [what.person], behind.clock.read()) if asker.worker else {}
    return leaving.line(what.person, known.get(what.person))


def _told(said: Answer) -> Said | NotIn:
    match said:
        case Redeemed(given):
            to = "vouchers/done/" + "+".join(one.event for one in given)
            return Said(Tone.DONE, "paid", number=said.cents, to=to)
        case NotPaid(why):
            return Said(Tone.NO, why.value)
        case NeedsSecond(above):
            return Said(Tone.NO, "needs_second", number=above)
        case Unanswered():
            return Said(Tone.NO, "unanswered")
        case CalledOff():
            return Said(Tone.HINT, "called_off")
    return said


def _not_them(said: WrongAnswer | AskAtTheDesk) -> Said:
    if isinstance(said, WrongAnswer):
        return Said(Tone.NO, "wrong_pictures", number=said.left)
    return Said(Tone.NO, "wrong_pictures" if said.why is NotIdentified.TRIED_OUT else "no_secret")
