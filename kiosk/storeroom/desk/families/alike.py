"""Who may have been registered twice: "alike"."""

from kiosk.db.tx import Tx
from kiosk.domain.families import Kind
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk.faces import NOTHING, Said, Tone, Undo
from kiosk.ui.desk.families import alike as face
from kiosk.ui.desk.families.alike import AlikeFace
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.duplicates import duplicates
from kiosk.usecases.tell_apart import Apart, tell_apart, undo_apart


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> AlikeFace | NotIn:
    now = behind.clock.read()
    likely = duplicates(tx, by, now)
    if isinstance(likely, NotIn):
        return likely
    homes = {hit.household for pair in likely for hit in (pair.one, pair.other)}
    labels = {home: tx.families.get(Kind.HOUSEHOLD, home).text("label") for home in homes}
    return face.derive(likely, labels, now.day())


def apart(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "apart/ONE/OTHER"."""
    one, _, other = wish.about.partition("/")
    done = behind.in_one(lambda tx: tell_apart(tx, by, one, other, behind.clock.read()))
    if isinstance(done, NotIn):
        return done
    return Said(Tone.DONE, "apart", undo=Undo(f"families/maybe/{done.event}")) if isinstance(done, Apart) else NOTHING


def maybe(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "maybe/EVENT": they are suggested again."""
    done = behind.in_one(lambda tx: undo_apart(tx, by, wish.about, behind.clock.read()))
    if isinstance(done, NotIn):
        return done
    return Said(Tone.DONE, "put_back") if isinstance(done, str) else NOTHING
