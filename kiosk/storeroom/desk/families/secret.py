"""Three pictures or a PIN: chosen by the family at the desk, and new tries allowed."""

from kiosk.db.tx import Tx
from kiosk.domain.families import Kind
from kiosk.domain.pictures import Means
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.families.household import members
from kiosk.ui.desk.families.secret import SecretFace
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.find_family import open_household
from kiosk.usecases.set_secret import NoSecret, reset_tries, set_secret


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> SecretFace | NotIn | None:
    """ "pictures/HOUSEHOLD", "pin/HOUSEHOLD/PERSON"."""
    now = behind.clock.read()
    household, _, person = place.argument.partition("/")
    opened = open_household(tx, by, household, now)
    if isinstance(opened, NotIn):
        return opened
    who = next((one.who for one in members(opened, (), now.day()) if one.who.id == person), None)
    if not opened.records or bool(person) != (who is not None):
        return None
    label = tx.families.get(Kind.HOUSEHOLD, household).text("label")
    known = tx.secrets.of(person, household)
    means = Means.PIN if place.head == "pin" else Means.PICTURES
    return SecretFace(household, label, who, means, known is not None and known.person == person)


def choose(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "secret/HOUSEHOLD" or "secret/HOUSEHOLD/PERSON": {pictures: [three of nine]} or {pin: "1234"}."""
    household, _, person = wish.about.partition("/")
    seen = behind.in_one(lambda tx: open_household(tx, by, household, behind.clock.read()))
    if isinstance(seen, NotIn):
        return seen
    if not seen.records:
        return NOTHING
    pictures = [one for one in wish.several("pictures") if isinstance(one, str)]
    answer = wish.text("pin") if wish.text("pin") else pictures
    done = set_secret(behind.in_one, by, household, person, answer, behind.clock)
    if isinstance(done, NotIn):
        return done
    if isinstance(done, NoSecret):
        return Said(Tone.NO, "no_secret")
    to = f"families/person/{household}/{person}" if person else f"families/open/{household}"
    return Said(Tone.DONE, "pin_set" if isinstance(answer, str) else "pictures_set", to=to)


def reset(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "reset/SERIAL": three tries again today."""
    serial = int(wish.about) if wish.about.isascii() and wish.about.isdecimal() and len(wish.about) < 11 else -1
    if serial < 0:
        return NOTHING
    done = behind.in_one(lambda tx: reset_tries(tx, by, serial, behind.clock.read()))
    return done if isinstance(done, NotIn) else Said(Tone.DONE, "tries_reset")
