"""What is said of what was done with a sign-up, and what takes it back."""

from collections.abc import Iterable

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.signingup import Moved, NotSigned, SignedUp
from kiosk.domain.signups import State, in_order
from kiosk.domain.workers import Entered, NotIn
from kiosk.ui.desk.faces import Said, Tone, Undo
from kiosk.usecases import courses
from kiosk.usecases.known import known_people


def no(said: NotSigned) -> Said:
    return Said(Tone.NO, said.why.value)


def undo(how: str, *about: str) -> Undo:
    """ "sessions/undo/HOW/ABOUT/...": see kiosk.storeroom.desk.sessions.undoing."""
    return Undo("/".join(("sessions/undo", how, *about)))


def joined(signups: Iterable[str]) -> str:
    """Those that are taken back as one."""
    return "+".join(signups)


def as_one(tx: Tx, signup: str, now: Reading) -> str:
    """A sign-up with those that are answered with it."""
    one = tx.signups.get(signup)
    return joined(other.id for other in courses.together(tx, one, now)) if one else signup


def signed(tx: Tx, by: Entered, said: SignedUp, now: Reading) -> Said:
    """The state that it came to is the word; of who waits, which of them they are."""
    signup, back = said.signups[0], undo("signed", joined(said.signups))
    return Said(Tone.DONE, said.state.value, name_of(tx, by, signup, now), turn_of(tx, signup), back, _to(tx, signup))


Done = Moved | NotSigned | NotIn


def told(tx: Tx, by: Entered, said: Done, what: str, back: Undo | None, now: Reading) -> Said | NotIn:
    if isinstance(said, NotIn):
        return said
    if isinstance(said, NotSigned):
        return no(said)
    return Said(Tone.DONE, what, name_of(tx, by, said.signup, now), undo=back)


def name_of(tx: Tx, by: Entered, signup: str, now: Reading) -> str:
    """By their first name; "" for whom this worker may not see."""
    one = tx.signups.get(signup)
    known = known_people(tx, by, [one.person], now).get(one.person) if one else None
    return known.given if known else ""


def turn_of(tx: Tx, signup: str) -> int:
    """Which of those who wait, from 1; 0 for one who does not."""
    one = tx.signups.get(signup)
    if one is None or one.state is not State.WAITING:
        return 0
    return [other.id for other in in_order(tx.signups.of_session(one.session))].index(signup) + 1


def _to(tx: Tx, signup: str) -> str:
    one = tx.signups.get(signup)
    return f"sessions/open/{one.session}" if one else "sessions"
