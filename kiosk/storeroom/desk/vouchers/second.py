"""Another worker stands by: their card is shown, then their PIN. Whoever is at the desk stays there."""

from kiosk.db.tx import Tx
from kiosk.domain.redeeming import Asker
from kiosk.domain.workers import AskPin, Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.standing_by import NOBODY, shown, stood_by
from kiosk.storeroom.desk.vouchers import paid, paying
from kiosk.ui.desk.faces import NOTHING, Said
from kiosk.ui.desk.vouchers.using import SecondFace, chosen
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.enter import show_card


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> SecondFace | None:
    """ "second/CODE/pay/PATH", "second/CODE/reverse/EVENT/BECAUSE"."""
    code, _, rest = place.argument.partition("/")
    verb, _, about = rest.partition("/")
    cents = _cents(tx, verb, about)
    if cents == 0:
        return None
    asked = show_card(tx, behind.read(code.encode()), behind.clock.read()) if code != NOBODY else None
    name = asked.worker.name if isinstance(asked, AskPin) else ""
    back = f"vouchers/say/{about}" if verb == "pay" else f"vouchers/reverse/{about.partition('/')[0]}"
    return SecondFace(back, f"vouchers/with/{rest}", cents, name, code if name else "")


def scan(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """A worker's card, of somebody else."""
    code, rest = wish.text("code"), Place(wish.section, wish.about).argument.partition("/")[2]
    return shown(behind, by, code, f"vouchers/second/{code}/{rest}")


def stands_by(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "with/pay/PATH", "with/reverse/EVENT/BECAUSE": {code, pin}."""
    second = stood_by(behind, by, wish)
    return second if isinstance(second, Said) else _done(behind, by, second, wish.about)


def _done(behind: Behind, by: Entered, second: Entered, about: str) -> Said | NotIn:
    verb, _, rest = about.partition("/")
    want = chosen(rest) if verb == "pay" else None
    if want is not None:
        return paying.paid(behind, want, Asker(worker=by, second=second))
    return paid.reversed_by(behind, by, rest, second) if verb == "reverse" else NOTHING


def _cents(tx: Tx, verb: str, about: str) -> int:
    """What it is about; 0 for nonsense."""
    if verb == "pay":
        want = chosen(about)
        return want.cents if want else 0
    held = tx.redemptions.get(about.partition("/")[0]) if verb == "reverse" else None
    return held.cents if held else 0
