"""Who came to a session is marked: one, or all whom the register has here."""

from collections.abc import Callable

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.signingup import Moved, NotSigned
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.sessions.answers import no, told, undo
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.wishes import Wish
from kiosk.usecases.attend import attended_by_register, did_not_come, mark_attended

Mark = Callable[[Tx, Entered, str, Reading], Moved | NotSigned | NotIn]


def attended(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "attended/SIGNUP"."""
    return _marked(behind, by, wish, mark_attended, "attended")


def not_come(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "not_come/SIGNUP"."""
    return _marked(behind, by, wish, did_not_come, "not_come")


def attended_all(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "attended_all/SESSION": from the register of the day."""
    now = behind.clock.read()
    said = behind.in_one(lambda tx: attended_by_register(tx, by, wish.about, now))
    if isinstance(said, NotIn):
        return said
    if isinstance(said, NotSigned):
        return no(said)
    if not said:
        return Said(Tone.HINT, "nobody_inside")
    back = undo("marked", "+".join(moved.signup for moved in said))
    return Said(Tone.DONE, "attended", number=len(said), undo=back)


def _marked(behind: Behind, by: Entered, wish: Wish, mark: Mark, what: str) -> Said | NotIn:
    now = behind.clock.read()
    back = undo("marked", wish.about)
    return behind.in_one(lambda tx: told(tx, by, mark(tx, by, wish.about, now), what, back, now))
