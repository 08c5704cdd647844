"""What the screens of families and visits ask of the store, each in one transaction."""

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.codes import Kind, NotACode
from kiosk.storeroom.behind import Behind
from kiosk.ui import hints
from kiosk.ui.touch.wishes import (
    Arrive,
    AskWho,
    Count,
    Hours,
    Lead,
    Leave,
    Offer,
    Show,
    Undo,
    UndoLeaving,
    UndoParty,
    UndoVisit,
    VisitWish,
)
from kiosk.usecases.arrive import as_known, undo_arrival
from kiosk.usecases.arrive_family import arrive_family, family_of, undo_family
from kiosk.usecases.count import Numbers, check_in_group, count_unnamed
from kiosk.usecases.enter import show_card
from kiosk.usecases.identify import question
from kiosk.usecases.leave_family import leave_on_their_own, undo_farewell
from kiosk.usecases.opening import hint
from kiosk.usecases.show import show


def ask(tx: Tx, behind: Behind, wish: VisitWish) -> object:
    now = behind.clock.read()
    match wish:
        case Show(card):
            return _show(tx, behind, card, now)
        case Offer(card, vouched):
            return family_of(tx, behind.read(card), now, vouched)
        case Hours(visits):
            return hints.hint(hint(tx, now, visits), now)
        case Arrive(card, people, adults, vouched):
            return arrive_family(tx, behind.read(card), people, adults, now, as_known(tx), vouched)
        case Leave(visits):
            return leave_on_their_own(tx, visits, now)
        case Count(children, adults):
            return count_unnamed(tx, Numbers(children, adults), now)
        case Lead(card, children, adults, educators):
            return check_in_group(tx, behind.read(card), Numbers(children, adults, educators), now)
        case AskWho(serial):
            return question(tx, serial, behind.clock)
        case UndoVisit() | UndoParty() | UndoLeaving():
            return _undo(tx, wish, now)


def _show(tx: Tx, behind: Behind, card: bytes, now: Reading) -> object:
    scanned = behind.read(card)
    worker = not isinstance(scanned, NotACode) and scanned.kind is Kind.WORKER
    return show_card(tx, scanned, now) if worker else show(tx, scanned, now, as_known(tx))


def _undo(tx: Tx, wish: Undo, now: Reading) -> object:
    match wish:
        case UndoVisit(visit):
            return undo_arrival(tx, visit, now)
        case UndoParty(party):
            said = undo_family(tx, party, now)
        case UndoLeaving(events):
            said = undo_farewell(tx, events, now)
    return said[0] if isinstance(said, tuple) else said
