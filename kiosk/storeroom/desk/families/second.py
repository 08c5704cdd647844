"""Another worker confirms that a family is erased: "second/CODE/BECAUSE/HOUSEHOLD[/PERSON]", "-" before their card."""

from kiosk.db.tx import Tx
from kiosk.domain.erasure import Because
from kiosk.domain.families import Kind
from kiosk.domain.workers import AskPin, Deed, Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.families.erasing import erased
from kiosk.storeroom.desk.standing_by import NOBODY, shown, stood_by
from kiosk.ui.desk.faces import NOTHING, Said
from kiosk.ui.desk.families.second import SecondFace
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.acting import acting
from kiosk.usecases.enter import show_card
from kiosk.usecases.find_family import open_household


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> SecondFace | NotIn | None:
    code, _, rest = place.argument.partition("/")
    because, _, about = rest.partition("/")
    household = about.partition("/")[0]
    allowed, opened = acting(tx, by, Deed.ERASE), open_household(tx, by, household, behind.clock.read())
    if isinstance(allowed, NotIn) or isinstance(opened, NotIn):
        return allowed if isinstance(allowed, NotIn) else NotIn(opened.why) if isinstance(opened, NotIn) else None
    if because not in tuple(Because) or not opened.records:
        return None
    asked = show_card(tx, behind.read(code.encode()), behind.clock.read()) if code != NOBODY else None
    name = asked.worker.name if isinstance(asked, AskPin) else ""
    label = tx.families.get(Kind.HOUSEHOLD, household).text("label")
    return SecondFace(f"families/erase/{about}", f"families/with/{rest}", label, name, code if name else "")


def scan(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    code, rest = wish.text("code"), Place(wish.section, wish.about).argument.partition("/")[2]
    return shown(behind, by, code, f"families/second/{code}/{rest}")


def stands_by(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "with/BECAUSE/HOUSEHOLD[/PERSON]": {code, pin}."""
    because, _, about = wish.about.partition("/")
    if because not in tuple(Because):
        return NOTHING
    second = stood_by(behind, by, wish)
    return second if isinstance(second, Said) else erased(behind, by, about, Because(because), second)
