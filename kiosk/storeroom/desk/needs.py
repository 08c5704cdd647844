"""What needs a person: listed, and seen by somebody."""

from kiosk.db.tx import Tx
from kiosk.domain.casework import Why
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk import needs as face
from kiosk.ui.desk.faces import NOTHING, Said, Tone, Undo
from kiosk.ui.desk.needs import NeedsFace
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.known import known_people
from kiosk.usecases.needs_a_person import how_many, needs
from kiosk.usecases.settle_case import Settled, acknowledge, close_case, undo_acknowledge

_SAID = {"saw": "seen", "close": "closed", "undo": "again"}


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> NeedsFace | NotIn | None:
    now = behind.clock.read()
    cases = needs(tx, by, now, behind.settings.blanks_low)
    if isinstance(cases, NotIn) or place.about:
        return cases if isinstance(cases, NotIn) else None
    known = known_people(tx, by, {case.person for case in cases if case.person}, now)
    return face.derive(cases, known, now)


def act(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "saw/CASE": somebody saw it, which is all it needs; "undo/EVENT": it is listed again; "close/CASE": at central,
    for every desk."""
    if wish.verb not in _SAID or not wish.about:
        return NOTHING
    now = behind.clock.read()
    if wish.verb == "saw":
        said = behind.in_one(lambda tx: acknowledge(tx, by, wish.about, Why.SEEN, now))
    elif wish.verb == "undo":
        said = behind.in_one(lambda tx: undo_acknowledge(tx, by, wish.about, now))
    else:
        said = behind.in_one(lambda tx: close_case(tx, by, wish.about, Why.SETTLED, now))
    if not isinstance(said, Settled):
        return said if isinstance(said, NotIn) else NOTHING
    back = Undo(f"needs/undo/{said.event}") if wish.verb == "saw" else None
    return Said(Tone.DONE, _SAID[wish.verb], undo=back)


def badge(tx: Tx, behind: Behind, by: Entered) -> int:
    return how_many(tx, by, behind.clock.read(), behind.settings.blanks_low)
