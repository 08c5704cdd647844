"""A card on the screen, "card/HOUSEHOLD/SERIAL", and on paper: the same code, however often it is printed."""

from collections.abc import Sequence

from kiosk.db.tx import Tx
from kiosk.domain import shortcode
from kiosk.domain.visits import Reason, Refused
from kiosk.domain.workers import Entered, NotIn
from kiosk.papers import cards as papers
from kiosk.papers.cards import A_SHEET, CardFace
from kiosk.papers.paper import ToPrint
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.families import Named
from kiosk.ui.desk.families import paper as face
from kiosk.ui.desk.families.household import members
from kiosk.ui.desk.families.paper import CardPaperFace
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.bind_card import Reprint, blanks, cards_of, reprint
from kiosk.usecases.find_family import open_household


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> CardPaperFace | NotIn | None:
    now = behind.clock.read()
    household, _, number = place.argument.partition("/")
    opened = open_household(tx, by, household, now)
    if isinstance(opened, NotIn):
        return opened
    people = members(opened, tx.cards.of_household(household), now.day())
    held = [(one.who, card.serial) for one in people for card in one.cards if str(card.serial) == number]
    if not held:
        return None
    who, serial = held[0]
    again = reprint(tx, by, serial)
    if isinstance(again, NotIn):
        return again
    if isinstance(again, Refused):
        return face.derive(household, who, serial, "") if again.reason is Reason.NOT_OURS else None
    return face.derive(household, who, serial, again.code)


def print_one(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn | ToPrint:
    """ "print_card/HOUSEHOLD/SERIAL"."""
    household, _, number = wish.about.partition("/")
    faces = behind.in_one(lambda tx: _faces(tx, behind, by, household))
    if isinstance(faces, NotIn):
        return faces
    one = next((face for serial, face in faces if str(serial) == number), None)
    return ToPrint(lambda: papers.single_paper(one)) if one else Said(Tone.NO, "no_card")


def print_household(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn | ToPrint:
    """ "print_cards/HOUSEHOLD": all of them, ten on a sheet."""
    faces = behind.in_one(lambda tx: _faces(tx, behind, by, wish.about))
    if isinstance(faces, NotIn):
        return faces
    cards = [face for _, face in faces]
    return ToPrint(lambda: papers.sheet_paper(cards)) if cards else Said(Tone.NO, "no_cards")


def print_blanks(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn | ToPrint:
    """ "print_blanks": a sheet of the next ten that nobody has."""
    found = behind.in_one(lambda tx: blanks(tx, by, A_SHEET))
    if isinstance(found, NotIn):
        return found
    sheet = [CardFace(one.code, shortcode.write(one.serial)) for one in found]
    return ToPrint(lambda: papers.sheet_paper(sheet)) if sheet else Said(Tone.NO, "no_blanks")


def _faces(tx: Tx, behind: Behind, by: Entered, household: str) -> Sequence[tuple[int, CardFace]] | NotIn:
    now = behind.clock.read()
    opened, held = open_household(tx, by, household, now), cards_of(tx, by, household)
    if isinstance(opened, NotIn):
        return opened
    if isinstance(held, NotIn):
        return held
    bound = tx.cards.of_household(household)
    whose = {card.serial: one.who for one in members(opened, bound, now.day()) for card in one.cards}
    return [(one.serial, _card(one, whose[one.serial])) for one in held if one.serial in whose]


def _card(one: Reprint, who: Named) -> CardFace:
    return CardFace(one.code, shortcode.write(one.serial), who.given, who.latin, who.creature)
