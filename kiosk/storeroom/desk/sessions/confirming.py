"""A yes at the desk: a request is met, an offer taken, a child's wish said by a parent; with a place that is here, else
by central's word."""

from dataclasses import dataclass

from kiosk.db.tx import Tx
from kiosk.domain.redeeming import Asker
from kiosk.domain.signingup import Moved, NotSigned
from kiosk.domain.signups import Signup, State
from kiosk.domain.wire import PendingAsk
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.sessions.answers import as_one, told, undo
from kiosk.storeroom.desk.sessions.asking import whom
from kiosk.ui.desk.asking import ToAsk, WaitFace
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.wishes import Wish
from kiosk.usecases.ask_online import CalledOff, call_off
from kiosk.usecases.confirm_online import (
    answer_or_ask,
    came_of,
    confirm_wish_or_ask,
    place_for_request,
    place_for_wish,
)
from kiosk.usecases.waiting_list import take_offer

Done = Moved | NotSigned | NotIn


@dataclass(frozen=True)
class _Yes:
    """To a sign-up as it stood, by a worker; `every`: all that are answered with it."""

    behind: Behind
    by: Entered
    one: Signup
    every: str

    @property
    def asker(self) -> Asker:
        return Asker(worker=self.by)


def confirm(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn | ToAsk:
    """ "confirm/SIGNUP"."""
    now = behind.clock.read()

    def work(tx: Tx) -> tuple[_Yes, Said | NotIn | PendingAsk] | None:
        one = tx.signups.get(wish.about)
        if one is None:
            return None
        yes = _Yes(behind, by, one, as_one(tx, one.id, now))
        said = _confirmed(tx, yes)
        return yes, said if isinstance(said, PendingAsk) else _told(tx, yes, said)

    done = behind.in_one(work)
    if done is None:
        return NOTHING
    yes, said = done
    return _to_ask(yes, said) if isinstance(said, PendingAsk) else said


def _confirmed(tx: Tx, yes: _Yes) -> Done | PendingAsk:
    now = yes.behind.clock.read()
    match yes.one.state:
        case State.OFFERED:
            return take_offer(tx, yes.one.id, yes.asker, now)
        case State.WISHED:
            return confirm_wish_or_ask(tx, yes.one.id, yes.asker, now)
    return answer_or_ask(tx, yes.by, yes.one.id, now)


def _to_ask(yes: _Yes, first: PendingAsk) -> ToAsk:
    behind, by, one = yes.behind, yes.by, yes.one

    def go_on() -> Said | NotIn:
        if one.state is State.WISHED:
            said = place_for_wish(behind.in_one, behind.ask, first, one.id, yes.asker, behind.clock)
        else:
            said = place_for_request(behind.in_one, behind.ask, first, by, one.id, behind.clock)
        return _said(yes, said)

    def end() -> Said | NotIn:
        def work(tx: Tx) -> Moved | CalledOff:
            call_off(tx, first, behind.clock.read())
            return came_of(tx, one.id, one.state) or CalledOff()

        return _said(yes, behind.in_one(work))

    return ToAsk(WaitFace(0, behind.in_one(lambda tx: whom(tx, behind, by, one.person))), go_on, end)


def _said(yes: _Yes, said: Done | CalledOff) -> Said | NotIn:
    if isinstance(said, CalledOff):
        return Said(Tone.HINT, "called_off")
    return yes.behind.in_one(lambda tx: _told(tx, yes, said))


def _told(tx: Tx, yes: _Yes, said: Done) -> Said | NotIn:
    what = said.state.value if isinstance(said, Moved) else ""
    back = undo("confirmed", yes.every) if yes.one.state is not State.OFFERED else None
    return told(tx, yes.by, said, what, back, yes.behind.clock.read())
