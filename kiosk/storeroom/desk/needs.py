"""What needs a person: listed, and seen by somebody."""

from kiosk.db.tx import Tx
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk import needs as face
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.needs import NeedsFace
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.known import known_people
from kiosk.usecases.needs_a_person import needs, saw_case


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> NeedsFace | NotIn | None:
    now = behind.clock.read()
    cases = needs(tx, by, now, behind.settings.blanks_low)
    if isinstance(cases, NotIn) or place.about:
        return cases if isinstance(cases, NotIn) else None
    known = known_people(tx, by, {case.person for case in cases if case.person}, now)
    return face.derive(cases, known, now)


def act(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "saw/SUBJECT": somebody looked at it, which is all it needs."""
    if wish.verb != "saw" or not wish.about:
        return NOTHING
    seen = behind.in_one(lambda tx: saw_case(tx, by, wish.about, behind.clock.read()))
    return seen if isinstance(seen, NotIn) else Said(Tone.DONE, "seen")


def badge(tx: Tx, behind: Behind, by: Entered) -> int:
    cases = needs(tx, by, behind.clock.read(), behind.settings.blanks_low)
    return 0 if isinstance(cases, NotIn) else len(cases)
