"""Somebody is signed up at the desk, found by name or by their card; moved; or let in beyond the capacity."""

from dataclasses import replace
from typing import Protocol

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.overrides import Because
from kiosk.domain.redeeming import Asker
from kiosk.domain.signingup import Moved, NotSigned, SignedUp, Wanted
from kiosk.domain.visits import Refused
from kiosk.domain.wire import PendingAsk
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.sessions.answers import no, told, undo
from kiosk.storeroom.desk.sessions.asking import said_of, to_ask
from kiosk.storeroom.desk.sessions.looks import has_room, sessions_of
from kiosk.ui.desk.asking import ToAsk
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases import sign_up_online
from kiosk.usecases.answer_against import answer_against
from kiosk.usecases.arrive import usable_card
from kiosk.usecases.change_sign_up import move_sign_up
from kiosk.usecases.lead import leads
from kiosk.usecases.sessions_here import is_here, session_here
from kiosk.usecases.sign_up import sign_up, sign_up_against, warnings
from kiosk.usecases.sign_up_online import would_ask

Answer = SignedUp | NotSigned | NotIn | PendingAsk


class Sign(Protocol):
    """`ask`: central may be asked for what is not here."""

    def __call__(self, tx: Tx, by: Entered, wanted: Wanted, now: Reading, *, ask: bool) -> Said | Answer: ...


def sign_up_or_ask(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn | ToAsk:
    """ "sign_up/SESSION", "sign_up/SESSION/one": {person, household}. Of a course it is all, but where it says "one".
    What has to be said first is said on a page of its own."""
    wanted = _wanted(behind, by, wish)
    return _signed(behind, by, wanted, _or_say_first) if wanted else NOTHING


def sign_up_now(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn | ToAsk:
    """ "wait/SESSION", "wait/SESSION/one": {person, household}, after all that had to be said."""
    wanted = _wanted(behind, by, wish)
    return _signed(behind, by, wanted, _sign) if wanted else NOTHING


def against(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "against/SESSION": {because} and {signup}, or {person, household} for somebody new."""
    because, signup, wanted = wish.text("because"), wish.text("signup"), _whom(wish)
    if because not in tuple(Because) or not (signup or wanted):
        return NOTHING
    now = behind.clock.read()

    def work(tx: Tx) -> Said | NotIn:
        said: SignedUp | Moved | NotSigned | NotIn
        if signup:
            said = answer_against(tx, by, signup, Because(because), now)
        else:
            assert wanted is not None
            one = Wanted(*wanted, (wish.about,))
            said = sign_up_against(tx, by, one, Because(because), now)
        if isinstance(said, NotSigned | NotIn):
            return no(said) if isinstance(said, NotSigned) else said
        given = said.signup if isinstance(said, Moved) else said.signups[0]
        back = undo("confirmed" if signup else "signed", given)
        return Said(Tone.DONE, "confirmed_against", undo=back, to=f"sessions/open/{wish.about}")

    return behind.in_one(work)


def move(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "move/SIGNUP": {to: a session}."""
    now, to = behind.clock.read(), wish.text("to")

    def work(tx: Tx) -> Said | NotIn:
        before = tx.signups.get(wish.about)
        said = move_sign_up(tx, by, wish.about, to, now)
        if not isinstance(said, Moved) or before is None:
            return told(tx, by, said, "moved", None, now)
        back = undo("moved", said.signup, before.session) if before.holds else None
        answer = told(tx, by, said, "moved", back, now)
        return answer if isinstance(answer, NotIn) else _at(answer, to)

    return behind.in_one(work)


def scan(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn | ToAsk:
    """A family's card, where a session is open: its holder is signed up."""
    at, now = Place(wish.section, wish.about), behind.clock.read()
    if at.head not in ("open", "add"):
        return NOTHING
    scanned = behind.read(wish.text("code").encode())

    def whose(tx: Tx) -> Wanted | None:
        usable = usable_card(tx, scanned, now)
        binding = None if isinstance(usable, Refused) else usable[1]
        if binding is None:
            return None
        return Wanted(binding.household, binding.person, _sessions(tx, by, at.argument, now), binding.serial)

    wanted = behind.in_one(whose)
    return _signed(behind, by, wanted, _or_say_first) if wanted else Said(Tone.NO, "no_card")


def _signed(behind: Behind, by: Entered, wanted: Wanted, sign: Sign) -> Said | NotIn | ToAsk:
    """Once more without central, where that has no place either."""

    def work(tx: Tx, *, ask: bool) -> Said | NotIn | PendingAsk:
        said = sign(tx, by, wanted, behind.clock.read(), ask=ask)
        return said if isinstance(said, Said | PendingAsk) else said_of(tx, behind, by, said)

    def otherwise(tx: Tx) -> Said | NotIn:
        said = work(tx, ask=False)
        assert not isinstance(said, PendingAsk)
        return said

    said = behind.in_one(lambda tx: work(tx, ask=True))
    return to_ask(behind, by, wanted, said, otherwise) if isinstance(said, PendingAsk) else said


def _or_say_first(tx: Tx, by: Entered, wanted: Wanted, now: Reading, *, ask: bool) -> Said | Answer:
    session, whole = wanted.sessions[0], len(wanted.sessions) > 1
    here = session_here(tx, by, session, now)
    if here is None or isinstance(here, NotIn):
        return NOTHING if here is None else here
    full = not has_room(here, whole=whole) and leads(tx) and is_here(tx, here)
    full = full and not (ask and would_ask(tx, wanted.sessions, now))
    if full or warnings(tx, wanted, now):
        alone = "" if whole or not here.course else "/one"
        return Said(Tone.SHOWN, "", to=f"sessions/full/{session}/{wanted.household}/{wanted.person}{alone}")
    return _sign(tx, by, wanted, now, ask=ask)


def _sign(tx: Tx, by: Entered, wanted: Wanted, now: Reading, *, ask: bool) -> Answer:
    asker = Asker(worker=by)
    return sign_up_online.sign_up_or_ask(tx, wanted, asker, now) if ask else sign_up(tx, wanted, asker, now)


def _whom(wish: Wish) -> tuple[str, str] | None:
    """Household and person."""
    person, household = wish.text("person"), wish.text("household")
    return (household, person) if person and household and wish.about else None


def _wanted(behind: Behind, by: Entered, wish: Wish) -> Wanted | None:
    whom, now = _whom(wish), behind.clock.read()
    return Wanted(*whom, behind.in_one(lambda tx: _sessions(tx, by, wish.about, now))) if whom else None


def _sessions(tx: Tx, by: Entered, about: str, now: Reading) -> tuple[str, ...]:
    """ "SESSION", or "SESSION/one"."""
    id_, _, one = about.partition("/")
    here = session_here(tx, by, id_, now)
    return sessions_of(here, one) if here is not None and not isinstance(here, NotIn) else (id_,)


def _at(said: Said, session: str) -> Said:
    return replace(said, to=f"sessions/open/{session}") if said.tone is Tone.DONE else said
