"""Another worker stands by: their card is shown, then their PIN. Whoever is at the desk stays there."""

from kiosk.domain.workers import AskPin, Entered, Face, NotIn, Wait, WrongPin
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.wishes import Wish
from kiosk.usecases.enter import enter, show_card

NOBODY = "-"  # in the address, until a card is shown


def shown(behind: Behind, by: Entered, code: str, to: str) -> Said:
    """A worker's card, of somebody else: on to where their PIN is asked."""
    scanned = behind.read(code.encode())
    asked = behind.in_one(lambda tx: show_card(tx, scanned, behind.clock.read()))
    if not isinstance(asked, AskPin):
        return Said(Tone.NO, "second_card")
    return Said(Tone.NO, "same_person") if asked.worker.id == by.worker.id else Said(Tone.SHOWN, "", to=to)


def stood_by(behind: Behind, by: Entered, wish: Wish) -> Entered | Said:
    """Who stands by, by the {code, pin} of a form; or why nobody does."""
    scanned = behind.read(wish.text("code").encode())
    asked = behind.in_one(lambda tx: show_card(tx, scanned, behind.clock.read()))
    if not isinstance(asked, AskPin) or asked.worker.id == by.worker.id:
        return Said(Tone.NO, "second_card")
    said = enter(behind.in_one, asked, wish.text("pin"), Face.DESK, behind.clock)
    return said if isinstance(said, Entered) else _not_them(said)


def _not_them(said: WrongPin | Wait | NotIn) -> Said:
    if isinstance(said, NotIn):
        return Said(Tone.NO, "second_card")
    seconds = said.wait if isinstance(said, WrongPin) else said.seconds
    return Said(Tone.NO, "second_wait" if seconds else "second_pin", number=-int(-seconds // 1))
