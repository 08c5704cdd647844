"""A card is shown at the desk on the page of the day: who has it comes, or is here and leaves, or leads a group."""

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.codes import Code, NotACode
from kiosk.domain.people import Binding
from kiosk.domain.visits import AlreadyHere, MayLeave, Refused
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.today.answers import HOME, came, no
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.wishes import Wish
from kiosk.usecases.acting import acting
from kiosk.usecases.arrive import arrive, usable_card
from kiosk.usecases.day import inside_now
from kiosk.usecases.known import counted_at_desk, is_hidden


def scan(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    code, now = wish.text("code"), behind.clock.read()
    scanned = behind.read(code.encode())

    def work(tx: Tx) -> Said | NotIn:
        allowed, usable = acting(tx, by, Deed.REGISTER), usable_card(tx, scanned, now)
        if isinstance(allowed, NotIn):
            return allowed
        if isinstance(usable, Refused):
            return no(usable.reason)
        if wish.about.partition("/")[0] == "group":
            return _look(f"group/card/{code}")
        binding = usable[1]
        here = inside_now(tx, now).get(binding.person) if binding else None
        if here is not None:
            return _look(f"leave/{here.visits[0]}")
        if binding is None or not _may_choose(tx, by, binding):
            return _alone(tx, by, scanned, now)
        return _look(f"family/card/{code}")

    return behind.in_one(work)


def _alone(tx: Tx, by: Entered, scanned: Code | NotACode, now: Reading) -> Said:
    """Whoever it is comes in by their card, as at the touchscreen; there is nobody to choose from."""
    said = arrive(tx, scanned, now, counted_at_desk(tx, now))
    match said:
        case Refused(reason):
            return no(reason)
        case AlreadyHere():
            return Said(Tone.HINT, "all_here")
        case MayLeave(visit=visit):
            return _look(f"leave/{visit}")
    return came(tx, by, [said.visit], "arrived", 1, now)


def _may_choose(tx: Tx, by: Entered, binding: Binding) -> bool:
    return not is_hidden(tx, by, binding.household) and bool(tx.families.of_household(binding.household))


def _look(where: str) -> Said:
    """Nothing is on record yet: the page asks."""
    return Said(Tone.SHOWN, "", to=f"{HOME}/{where}")
