"""Whoever leaves is let go at the desk, each by the rule; against it by name, with a reason and a way back."""

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.overrides import Because
from kiosk.domain.visits import Reason, Refused
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.today.answers import HOME, name_of, no, undo
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.today.leaving import STRANGER
from kiosk.ui.desk.wishes import Wish
from kiosk.usecases.collect import NotAll, collect, minor_of
from kiosk.usecases.leave import Gone, NoRule, leave_together, let_go_against


def let_go(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "let_go/VISIT" with the adult who was chosen, "" for nobody, and the visits of others who go along."""
    adult, also, now = wish.text("adult"), wish.several("also"), behind.clock.read()
    if adult == STRANGER or not all(isinstance(one, str) for one in also):
        return Said(Tone.SHOWN, "", to=f"{HOME}/stop/{wish.about}/{adult}") if adult == STRANGER else NOTHING
    visits = (wish.about, *also)

    def work(tx: Tx) -> Said | NotIn:
        said = collect(tx, by, visits, adult, now, wish.text("activity"))
        if isinstance(said, NotIn):
            return said
        if isinstance(said, NotAll):
            return no(said.why.reason) if isinstance(said.why, Refused) else _stop(said.visit, adult)
        return _gone(tx, by, said, now)

    return behind.in_one(work)


def against(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "against/VISIT" with the adult, "" for nobody, and why."""
    adult, because, now = wish.text("adult"), wish.text("because"), behind.clock.read()
    if because not in tuple(Because):
        return NOTHING
    stranger = adult == STRANGER

    def work(tx: Tx) -> Said | NotIn:
        whose = minor_of(tx, wish.about)
        if whose is None:
            return no(Reason.NOT_HERE)
        whom = "" if stranger else adult
        said = let_go_against(tx, by, wish.about, whose, whom, Because(because), now, stranger=stranger)
        match said:
            case NotIn():
                return said
            case Refused(reason):
                return no(reason)
            case NoRule():
                return Said(Tone.HINT, "no_rule", to=f"{HOME}/leave/{wish.about}")
        name = name_of(tx, by, [said.visit], now)
        return Said(Tone.DONE, "gone_against", name, 1, undo([(said.visit, said.event)]), HOME)

    return behind.in_one(work)


def together(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "together/VISIT": a group, people nobody named, a guest, an educator."""
    now = behind.clock.read()

    def work(tx: Tx) -> Said | NotIn:
        said = leave_together(tx, by, wish.about, now)
        if isinstance(said, NotIn):
            return said
        return no(said.reason) if isinstance(said, Refused) else _gone(tx, by, (said,), now)

    return behind.in_one(work)


def _gone(tx: Tx, by: Entered, gone: tuple[Gone, ...], now: Reading) -> Said:
    name = name_of(tx, by, (one.visit for one in gone), now)
    return Said(Tone.DONE, "gone", name, len(gone), undo((one.visit, one.event) for one in gone), HOME)


def _stop(visit: str, adult: str) -> Said:
    """The page says why, whom to call, and who may decide against it."""
    return Said(Tone.SHOWN, "", to=f"{HOME}/stop/{visit}/{adult}")
