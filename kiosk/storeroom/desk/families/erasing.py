"""A family is erased, or one person of it: "erase/HOUSEHOLD", "erase/HOUSEHOLD/PERSON"."""

from kiosk.db.tx import Tx
from kiosk.domain.erasure import Because
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.families import erasing as face
from kiosk.ui.desk.families.erasing import EraseFace
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.acting import acting
from kiosk.usecases.edit_family import Protected
from kiosk.usecases.erase_family import Erased, NotKnown, erase
from kiosk.usecases.find_family import open_household


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> EraseFace | NotIn | None:
    allowed = acting(tx, by, Deed.ERASE)
    return allowed if isinstance(allowed, NotIn) else _face(tx, behind, by, place.argument)


def act(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "erase/HOUSEHOLD[/PERSON]": {word, because}."""
    household, _, person = wish.about.partition("/")
    because = wish.text("because")
    if because not in tuple(Because):
        return Said(Tone.NO, "no_reason")

    def work(tx: Tx) -> Erased | NotKnown | Protected | NotIn | Said:
        about = _face(tx, behind, by, wish.about)
        if about is None or isinstance(about, NotIn):
            return NOTHING if about is None else about
        if not face.said(about, wish.text("word")):
            return Said(Tone.NO, "other_word")
        return erase(tx, by, household, person, Because(because), behind.clock.read())

    done = behind.in_one(work)
    if isinstance(done, Erased):
        return Said(Tone.DONE, "erased", to="families")
    if isinstance(done, Protected):
        return Said(Tone.NO, "erase_protected")
    return NOTHING if isinstance(done, NotKnown) else done


def _face(tx: Tx, behind: Behind, by: Entered, about: str) -> EraseFace | NotIn | None:
    now = behind.clock.read()
    household, _, person = about.partition("/")
    opened = open_household(tx, by, household, now)
    if isinstance(opened, NotIn):
        return opened
    return face.derive(opened, person, tx.cards.of_household(household), now.day())
