"""A sign-up is answered at the desk: with a no, with an offer to who waits, or called off. A yes is in `confirming`."""

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.redeeming import Asker
from kiosk.domain.signingup import No, NotSigned
from kiosk.domain.signups import State
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.sessions.answers import as_one, no, told, undo
from kiosk.ui.desk.faces import NOTHING, Said, Undo
from kiosk.ui.desk.wishes import Wish
from kiosk.usecases.acting import acting
from kiosk.usecases.answer_request import answer_request
from kiosk.usecases.change_sign_up import cancel_sign_up
from kiosk.usecases.waiting_list import offer_next


def decline(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "decline/SIGNUP"; a wish that a parent does not confirm is called off."""
    now = behind.clock.read()

    def work(tx: Tx) -> Said | NotIn:
        before, every = tx.signups.get(wish.about), as_one(tx, wish.about, now)
        if before is not None and before.state is State.WISHED:
            return _cancelled(tx, by, wish.about, now)
        said = answer_request(tx, by, wish.about, now, yes=False)
        return told(tx, by, said, "declined", _again(every, held=False), now)

    return behind.in_one(work)


def cancel(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "cancel/SIGNUP": a place on this date alone; of a course that is no place yet, all of it."""
    return behind.in_one(lambda tx: _cancelled(tx, by, wish.about, behind.clock.read()))


def offer(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "offer/SIGNUP": the free places of its session go to those who wait, in order."""
    now = behind.clock.read()

    def work(tx: Tx) -> Said | NotIn:
        allowed, one = acting(tx, by, Deed.SESSIONS), tx.signups.get(wish.about)
        if isinstance(allowed, NotIn):
            return allowed
        if one is None:
            return NOTHING
        said = offer_next(tx, one.session, now)
        given = [moved for moved in said if moved.state in (State.OFFERED, State.CONFIRMED)]
        if not given:
            return no(NotSigned(No.NO_PLACE))
        return told(tx, by, given[0], given[0].state.value, None, now)

    return behind.in_one(work)


def _cancelled(tx: Tx, by: Entered, signup: str, now: Reading) -> Said | NotIn:
    before = tx.signups.get(signup)
    held = before is not None and before.state is State.CONFIRMED
    every = signup if held else as_one(tx, signup, now)
    said = cancel_sign_up(tx, signup, Asker(worker=by), now, whole=not held)
    what = "cancelled" if held else "called_off"
    return told(tx, by, said, what, _again(every, held=held), now)


def _again(signups: str, *, held: bool) -> Undo:
    return undo("ended", signups, "held" if held else "waited")
