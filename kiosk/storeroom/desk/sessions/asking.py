"""A place that this station has not to give is asked of central."""

from collections.abc import Callable

from kiosk.db.tx import Tx
from kiosk.domain.redeeming import Asker
from kiosk.domain.signingup import NotSigned, SignedUp, Wanted
from kiosk.domain.wire import PendingAsk
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.sessions.answers import no, signed
from kiosk.ui.desk.asking import ToAsk, WaitFace
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.today import leaving
from kiosk.ui.desk.today.leaving import PersonLine
from kiosk.usecases.ask_online import CalledOff, call_off
from kiosk.usecases.known import known_people
from kiosk.usecases.sign_up_online import place_asked, signed_before

Otherwise = Callable[[Tx], Said | NotIn]


def to_ask(behind: Behind, by: Entered, wanted: Wanted, first: PendingAsk, otherwise: Otherwise) -> ToAsk:
    """`otherwise`: what is done where central has no place either."""

    def go_on() -> Said | NotIn:
        said = place_asked(behind.in_one, behind.ask, first, wanted, Asker(worker=by), behind.clock, otherwise)
        return said if isinstance(said, Said) else behind.in_one(lambda tx: said_of(tx, behind, by, said))

    def end() -> Said | NotIn:
        return behind.in_one(lambda tx: _called_off(tx, behind, by, wanted, first))

    return ToAsk(WaitFace(0, behind.in_one(lambda tx: whom(tx, behind, by, wanted.person))), go_on, end)


def said_of(tx: Tx, behind: Behind, by: Entered, said: SignedUp | NotSigned | NotIn | CalledOff) -> Said | NotIn:
    match said:
        case SignedUp():
            return signed(tx, by, said, behind.clock.read())
        case NotSigned():
            return no(said)
        case CalledOff():
            return Said(Tone.HINT, "called_off")
    return said


def _called_off(tx: Tx, behind: Behind, by: Entered, wanted: Wanted, first: PendingAsk) -> Said | NotIn:
    call_off(tx, first, behind.clock.read())
    return said_of(tx, behind, by, signed_before(tx, first, wanted) or CalledOff())


def whom(tx: Tx, behind: Behind, by: Entered, person: str) -> PersonLine:
    known = known_people(tx, by, [person], behind.clock.read())
    return leaving.line(person, known.get(person))
