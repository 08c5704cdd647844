"""A card is scanned at the desk: it opens its household, or a blank becomes somebody's."""

from kiosk.db.tx import Tx
from kiosk.domain.codes import Code, NotACode
from kiosk.domain.families import Kind
from kiosk.domain.visits import Reason, Refused
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.families.finding import stock
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.families import cards as face
from kiosk.ui.desk.families.cards import CardsFace
from kiosk.ui.desk.families.household import living
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.bind_card import give_card, is_blank
from kiosk.usecases.find_family import Opened, household_of, open_household

_TYPING = ("new", "add")  # pages on which something is being typed: no card leads away from them
_NEAR_CARDS = ("open", "person", "cards")
_SAID = {
    Reason.TAKEN: "card_taken",
    Reason.REVOKED: "card_dead",
    Reason.EXPIRED: "card_expired",
    Reason.NOT_OURS: "card_not_ours",
    Reason.UNBOUND: "card_unknown",
}


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> CardsFace | NotIn | None:
    now = behind.clock.read()
    household, _, person = place.argument.partition("/")
    opened = open_household(tx, by, household, now)
    if isinstance(opened, NotIn):
        return opened
    if not opened.records:
        return None
    label = tx.families.get(Kind.HOUSEHOLD, household).text("label")
    cards = tx.cards.of_household(household)
    return face.derive(opened, cards, person, stock(tx, behind), by.worker, now.day(), label)


def scan(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    scanned, at = behind.read(wish.text("code").encode()), Place(wish.section, wish.about)
    household, _, person = at.argument.partition("/")
    if at.head in _TYPING:
        return Said(Tone.HINT, "card_later")
    if at.head == "cards" and person:
        return behind.in_one(lambda tx: _give(tx, behind, by, scanned, household, person))
    return behind.in_one(lambda tx: _open(tx, by, scanned, at))


def _open(tx: Tx, by: Entered, scanned: Code | NotACode, at: Place) -> Said | NotIn:
    """Whose card it is; on a family's page a blank is somebody's in a moment, once it is said whose."""
    found = household_of(tx, by, scanned)
    if isinstance(found, NotIn):
        return found
    if isinstance(found, str):
        return Said(Tone.SHOWN, "", to=f"families/open/{found}")
    if at.head in _NEAR_CARDS and isinstance(scanned, Code) and is_blank(tx, scanned):
        return Said(Tone.HINT, "scan_again", to=f"families/cards/{at.argument}")
    return Said(Tone.NO, _SAID.get(found.reason, "no_card"))


def _give(tx: Tx, behind: Behind, by: Entered, scanned: Code | NotACode, household: str, person: str) -> Said | NotIn:
    now = behind.clock.read()
    opened = open_household(tx, by, household, now)
    if isinstance(opened, NotIn):
        return opened
    before = living(opened, tx.cards.of_household(household), now.day())
    whose = next((one for one in before if one.who.id == person), None)
    if whose is None:
        return Said(Tone.NO, "no_card")
    done = give_card(tx, by, scanned, person, household, now)
    if isinstance(done, NotIn):
        return done
    if isinstance(done, Refused):
        return Said(Tone.NO, _SAID.get(done.reason, "no_card"))
    left = _left(tx, behind, opened, person)
    to = f"families/cards/{household}/{left}" if left else f"families/open/{household}"
    return Said(Tone.DONE, "card_replaced" if whose.cards else "card_given", whose.who.given, to=to)


def _left(tx: Tx, behind: Behind, opened: Opened, after: str) -> str:
    """Who has none yet, now that this one has theirs."""
    people = living(opened, tx.cards.of_household(opened.household), behind.clock.read().day())
    return face.next_without(people, after)
