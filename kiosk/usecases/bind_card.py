"""A blank of this station becomes somebody's card."""

from dataclasses import dataclass

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.codes import Code, Kind, NotACode
from kiosk.domain.events import JsonBody, Type
from kiosk.domain.visits import Reason, Refused


@dataclass(frozen=True)
class Bound:
    serial: int
    person: str


def bind_card(tx: Tx, scanned: Code | NotACode, person: str, household: str, now: Reading) -> Bound | Refused:
    """Bind a scanned blank to a person within one household. Works offline: the code was signed long before."""
    station = tx.station.get()
    if station is None:
        return Refused(Reason.NOT_ENROLLED)
    refusal = _refusal(tx, scanned, now)
    if refusal is not None or isinstance(scanned, NotACode):
        return Refused(refusal or Reason.NOT_A_CODE)
    content: JsonBody = {"serial": scanned.serial, "person": person, "household": household}
    event = tx.events.record(station, Type.CARD_BOUND, content, now)
    tx.cards.bind(event, scanned.serial, person, household)
    return Bound(scanned.serial, person)


def _refusal(tx: Tx, scanned: Code | NotACode, now: Reading) -> Reason | None:
    if isinstance(scanned, NotACode):
        return Reason.NOT_A_CODE
    if scanned.kind is not Kind.CARD:
        return Reason.WRONG_KIND
    if scanned.expires < now.day():
        return Reason.EXPIRED
    known = tx.cards.about(scanned.serial)
    if known.revoked:
        return Reason.REVOKED
    if known.binding is not None:
        return Reason.TAKEN
    if not known.in_stock:
        return Reason.NOT_OURS
    return None
