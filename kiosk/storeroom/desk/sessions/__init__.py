"""The desk's sessions: each look and each wish goes to the module that knows it."""

from collections.abc import Callable, Mapping

from kiosk.db.tx import Tx
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.sessions import answering, confirming, looks, marking, signing, undoing
from kiosk.ui.desk.asking import ToAsk
from kiosk.ui.desk.faces import NOTHING, Said
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.sessions_here import requests_here

Look = Callable[[Tx, Behind, Entered, Place], object]  # None: what is looked at is gone
Act = Callable[[Behind, Entered, Wish], Said | NotIn | ToAsk]

_LOOKS: Mapping[str, Look] = {
    "": looks.coming,
    "open": looks.one,
    "add": looks.add,
    "move": looks.move,
    "full": looks.full,
}
_ACTS: Mapping[str, Act] = {
    "scan": signing.scan,
    "sign_up": signing.sign_up_or_ask,
    "wait": signing.sign_up_now,
    "against": signing.against,
    "move": signing.move,
    "confirm": confirming.confirm,
    "decline": answering.decline,
    "offer": answering.offer,
    "cancel": answering.cancel,
    "attended": marking.attended,
    "attended_all": marking.attended_all,
    "not_come": marking.not_come,
    "undo": undoing.undo,
}


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> object | NotIn:
    seen = _LOOKS.get(place.head)
    return seen(tx, behind, by, place) if seen else None


def act(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn | ToAsk:
    done = _ACTS.get(wish.verb)
    return done(behind, by, wish) if done else NOTHING


def badge(tx: Tx, behind: Behind, by: Entered) -> int:
    return requests_here(tx, by)
