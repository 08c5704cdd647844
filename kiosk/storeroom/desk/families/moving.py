"""Somebody no longer lives there: "away/HOUSEHOLD/PERSON"; or does again."""

from kiosk.db.tx import Tx
from kiosk.domain.living import Ended
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk.faces import Said, Tone, Undo
from kiosk.ui.desk.families import moving as face
from kiosk.ui.desk.families.moving import AwayFace
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.edit_family import NotFit
from kiosk.usecases.find_family import open_household
from kiosk.usecases.move_out import LastAdult, Moved, ends_with, move_back, move_out


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> AwayFace | NotIn | None:
    now = behind.clock.read()
    household, _, person = place.argument.partition("/")
    opened = open_household(tx, by, household, now)
    if isinstance(opened, NotIn):
        return opened
    return face.derive(opened, person, len(ends_with(opened.records, person, now)), now.day())


def away(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "away/HOUSEHOLD/PERSON": {because}."""
    household, _, person = wish.about.partition("/")
    why = wish.text("because")
    if why not in tuple(Ended):
        return Said(Tone.NO, "no_reason")
    done = behind.in_one(lambda tx: move_out(tx, by, household, person, Ended(why), behind.clock.read()))
    return Said(Tone.NO, "last_adult") if isinstance(done, LastAdult) else _said(done, "away", household)


def back(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "back/HOUSEHOLD/PERSON"."""
    household, _, person = wish.about.partition("/")
    return _said(behind.in_one(lambda tx: move_back(tx, by, household, person, behind.clock.read())), "back", household)


def _said(done: Moved | NotFit | NotIn, what: str, household: str) -> Said | NotIn:
    if isinstance(done, NotIn):
        return done
    if isinstance(done, NotFit):
        return Said(Tone.HINT, "same")
    undo = Undo(f"families/undo/{'+'.join(done.events)}")
    return Said(Tone.DONE, what, undo=undo, to=f"families/open/{household}")
