"""A receipt is shown at the desk. It is checked once, when it is scanned: the address holds what came of it."""

from kiosk.clock import from_stamp
from kiosk.db.tx import Tx
from kiosk.domain import days
from kiosk.domain.codes import NotACode, Why
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.vouchers.paid import CheckFace, Verdict
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.ui.standing import moment
from kiosk.usecases.acting import acting
from kiosk.usecases.check_receipt import AskCentral, Genuine, check_receipt


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> CheckFace | NotIn:
    """ "check", "check/VERDICT", "check/VERDICT/CENTS/DAY/BEFORE"."""
    allowed = acting(tx, by, Deed.VOUCHERS)
    if isinstance(allowed, NotIn):
        return allowed
    verdict, cents, day, before = [*place.argument.split("/"), "", "", ""][:4]
    if verdict not in tuple(Verdict):
        return CheckFace(Verdict.NONE)
    if not (cents.isascii() and cents.isdecimal() and days.read(day)):
        return CheckFace(Verdict(verdict))
    now = behind.clock.read()
    return CheckFace(Verdict(verdict), int(cents), day, moment(from_stamp(before), now) if before else None)


def scan(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    code = wish.text("code")
    said = behind.in_one(lambda tx: check_receipt(tx, by, code, behind.clock.read()))
    match said:
        case Genuine(cents, day, before, reversed_):
            verdict = Verdict.REVERSED if reversed_ else Verdict.GENUINE
            return _shown(verdict, f"/{cents}/{day.isoformat()}/{before}")
        case AskCentral():
            return _shown(Verdict.ASK_CENTRAL)
        case NotACode(why):
            return _shown(Verdict.FORGED if why is Why.FORGED else Verdict.NOT_A_RECEIPT)
    return said


def _shown(verdict: Verdict, rest: str = "") -> Said:
    return Said(Tone.SHOWN, "", to=f"vouchers/check/{verdict.value}{rest}")
