"""A family is erased, or one person of it: "erase/HOUSEHOLD", "erase/HOUSEHOLD/PERSON"."""

from kiosk.db.tx import Tx
from kiosk.domain.erasure import Because
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.standing_by import NOBODY
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.families import erasing as face
from kiosk.ui.desk.families.erasing import EraseFace
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.acting import acting
from kiosk.usecases.edit_family import Protected
from kiosk.usecases.erase_family import Erased, NeedsSecond, NotKnown, erase
from kiosk.usecases.find_family import open_household


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> EraseFace | NotIn | None:
    allowed = acting(tx, by, Deed.ERASE)
    return allowed if isinstance(allowed, NotIn) else _face(tx, behind, by, place.argument)


def act(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "erase/HOUSEHOLD[/PERSON]": {word, because}."""
    because = wish.text("because")
    if because not in tuple(Because):
        return Said(Tone.NO, "no_reason")

    def said(tx: Tx) -> Said | NotIn | None:
        about = _face(tx, behind, by, wish.about)
        if about is None or isinstance(about, NotIn):
            return NOTHING if about is None else about
        return None if face.said(about, wish.text("word")) else Said(Tone.NO, "other_word")

    refused = behind.in_one(said)
    return erased(behind, by, wish.about, Because(because)) if refused is None else refused


def erased(behind: Behind, by: Entered, about: str, because: Because, second: Entered | None = None) -> Said | NotIn:
    """`about` is HOUSEHOLD[/PERSON], once it was said for sure. Where one worker is not enough, on to the other."""
    household, _, person = about.partition("/")
    done = behind.in_one(lambda tx: erase(tx, by, household, person, because, behind.clock.read(), second))
    if isinstance(done, Erased):
        return Said(Tone.DONE, "erased", to="families")
    if isinstance(done, NeedsSecond):
        return Said(Tone.NO, "needs_second", to=f"families/second/{NOBODY}/{because.value}/{about}")
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
