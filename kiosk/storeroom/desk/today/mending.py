"""A worker sees somebody, and takes back what was a mistake."""

from kiosk.db.tx import Tx
from kiosk.domain.attendance import Why
from kiosk.domain.visits import Refused
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.today.answers import no, taken_back, undo, undone
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.today.mending import WHYS
from kiosk.ui.desk.wishes import Wish
from kiosk.usecases.see import see as seen
from kiosk.usecases.take_back import take_all_back, take_back


def see(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "see/VISIT": they are here; of a count, the number is right."""
    now = behind.clock.read()

    def work(tx: Tx) -> Said | NotIn:
        said = seen(tx, by, wish.about, now)
        if isinstance(said, NotIn):
            return said
        if isinstance(said, Refused):
            return no(said.reason)
        return Said(Tone.DONE, "seen", undo=undo([(said.visit, said.event)]))

    return behind.in_one(work)


def mend(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "mend/VISIT/EVENT" and why."""
    visit, _, event = wish.about.partition("/")
    why, now = wish.text("why"), behind.clock.read()
    if why not in WHYS:
        return NOTHING

    def work(tx: Tx) -> Said | NotIn:
        said = take_back(tx, by, visit, event, Why(why), now)
        return said if isinstance(said, NotIn) else taken_back(said)

    return behind.in_one(work)


def undo_last(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """What was just done, by whoever did it."""
    pairs, now = undone(wish.about), behind.clock.read()

    def work(tx: Tx) -> Said | NotIn:
        said = take_all_back(tx, by, pairs, Why.MISTAKE, now)
        return said if isinstance(said, NotIn) else taken_back(said)

    return behind.in_one(work)
