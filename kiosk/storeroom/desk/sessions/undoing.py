"""What was done with a sign-up is taken back: by its opposite, which is said beside it."""

from collections.abc import Callable, Mapping
from functools import partial

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.redeeming import Asker
from kiosk.domain.signingup import Moved, NotSigned, SignedUp
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.sessions.answers import no
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.wishes import Wish
from kiosk.usecases.attend import not_marked
from kiosk.usecases.change_sign_up import cancel_sign_up, move_sign_up
from kiosk.usecases.sign_up_again import sign_up_again

Done = Moved | SignedUp | NotSigned | NotIn
Undo = Callable[[Tx, Entered, str, Reading], Done]


def undo(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "undo/signed/SIGNUP", "undo/confirmed/SIGNUP", "undo/ended/SIGNUP/held", "undo/moved/SIGNUP/SESSION",
    "undo/marked/SIGNUP+SIGNUP"; of a course the first three are of several, too."""
    how, _, about = wish.about.partition("/")
    take_back = _HOW.get(how)
    if take_back is None or not about:
        return NOTHING
    said = behind.in_one(lambda tx: take_back(tx, by, about, behind.clock.read()))
    if isinstance(said, NotIn):
        return said
    return no(said) if isinstance(said, NotSigned) else Said(Tone.DONE, "taken_back")


def _each(tx: Tx, by: Entered, signups: str, now: Reading, take_back: Undo) -> Done:
    """All of them; the first no counts where there is one."""
    said = [take_back(tx, by, signup, now) for signup in signups.split("+")]
    return next((one for one in said if isinstance(one, NotSigned | NotIn)), said[0])


def _signed(tx: Tx, by: Entered, signups: str, now: Reading) -> Done:
    return _each(tx, by, signups, now, _called_off)


def _called_off(tx: Tx, by: Entered, signup: str, now: Reading) -> Done:
    return cancel_sign_up(tx, signup, Asker(worker=by), now)


def _confirmed(tx: Tx, by: Entered, signups: str, now: Reading) -> Done:
    return _each(tx, by, signups, now, _waits_again)


def _waits_again(tx: Tx, by: Entered, signup: str, now: Reading) -> Done:
    """They wait again, as early as before."""
    said = cancel_sign_up(tx, signup, Asker(worker=by), now)
    return said if isinstance(said, NotSigned | NotIn) else sign_up_again(tx, by, signup, held=False, now=now)


def _ended(tx: Tx, by: Entered, about: str, now: Reading) -> Done:
    signups, _, held = about.partition("/")
    return _each(tx, by, signups, now, partial(_again, held=held == "held"))


def _again(tx: Tx, by: Entered, signup: str, now: Reading, *, held: bool) -> Done:
    return sign_up_again(tx, by, signup, held=held, now=now)


def _moved(tx: Tx, by: Entered, about: str, now: Reading) -> Done:
    signup, _, session = about.partition("/")
    return move_sign_up(tx, by, signup, session, now)


def _marked(tx: Tx, by: Entered, about: str, now: Reading) -> Done:
    """All of them that still stand so."""
    return _each(tx, by, about, now, not_marked)


_HOW: Mapping[str, Undo] = {
    "signed": _signed,
    "confirmed": _confirmed,
    "ended": _ended,
    "moved": _moved,
    "marked": _marked,
}
