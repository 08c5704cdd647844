"""A blank of this station becomes somebody's card; a lost one is replaced the same way, and is dead at once."""

from dataclasses import dataclass

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.codes import Code, Kind, NotACode
from kiosk.domain.events import JsonBody, Type
from kiosk.domain.visits import Reason, Refused
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting


@dataclass(frozen=True)
class Bound:
    serial: int
    person: str


@dataclass(frozen=True)
class Reprint:
    """What is printed again: the same code."""

    serial: int
    code: str


def give_card(
    tx: Tx, by: Entered, scanned: Code | NotACode, person: str, household: str, now: Reading
) -> Bound | Refused | NotIn:
    """At the desk: a worker gives somebody a card, their first or another one for a lost one."""
    allowed = acting(tx, by, Deed.CARDS)
    if isinstance(allowed, NotIn):
        return allowed
    return bind_card(tx, scanned, person, household, now, by)


def reprint(tx: Tx, by: Entered, serial: int) -> Reprint | Refused | NotIn:
    """A card that is torn, not lost: it keeps its code. Only of a blank of this station that is somebody's."""
    allowed = acting(tx, by, Deed.CARDS)
    if isinstance(allowed, NotIn):
        return allowed
    known, code = tx.cards.about(serial), tx.cards.code(serial)
    if known.revoked:
        return Refused(Reason.REVOKED)
    if known.binding is None:
        return Refused(Reason.UNBOUND)
    if not known.binding.live:
        return Refused(Reason.REPLACED)
    return Reprint(serial, code) if code else Refused(Reason.NOT_OURS)


def is_blank(tx: Tx, scanned: Code) -> bool:
    """Whether it is one of this station's that nobody has."""
    known = tx.cards.about(scanned.serial)
    return known.in_stock and known.binding is None and not known.revoked


def cards_of(tx: Tx, by: Entered, household: str) -> tuple[Reprint, ...] | NotIn:
    """All live cards of a household that can be printed again here, by serial."""
    allowed = acting(tx, by, Deed.CARDS)
    if isinstance(allowed, NotIn):
        return allowed
    known = [(one.serial, tx.cards.code(one.serial)) for one in tx.cards.of_household(household)]
    return tuple(Reprint(serial, code) for serial, code in known if code)


def blanks(tx: Tx, by: Entered, most: int) -> tuple[Reprint, ...] | NotIn:
    """Blanks of this station to be printed: they are given out later, each by being scanned."""
    allowed = acting(tx, by, Deed.CARDS)
    return allowed if isinstance(allowed, NotIn) else tuple(Reprint(*one) for one in tx.cards.blanks(most))


def bind_card(
    tx: Tx, scanned: Code | NotACode, person: str, household: str, now: Reading, by: Entered | None = None
) -> Bound | Refused:
    """Bind a scanned blank to a person within one household. Works offline: the code was signed long before."""
    station = tx.station.get()
    if station is None:
        return Refused(Reason.NOT_ENROLLED)
    refusal = _refusal(tx, scanned, now)
    if refusal is not None or isinstance(scanned, NotACode):
        return Refused(refusal or Reason.NOT_A_CODE)
    worker, entry = (by.worker.id, by.entry) if by else ("", "")
    replaces = _of_other_ids(tx, person, household)
    knew = [str(serial) for serial, home in tx.cards.of_people({person}) if home == household]
    content: JsonBody = {
        "serial": scanned.serial,
        "person": person,
        "household": household,
        "replaces": replaces,
        "knew": " ".join(knew),  # what was made elsewhere, and is not known here, was not meant to die
        "worker": worker,
        "entry": entry,
    }
    event = tx.events.record(station, Type.CARD_BOUND, content, now)
    tx.cards.bind(event, scanned.serial, person, household, replaces)
    return Bound(scanned.serial, person)


def _of_other_ids(tx: Tx, person: str, household: str) -> str:
    """The cards of this household that the same human has by another id."""
    others = tx.cards.of_people(tx.merges.ids(person) - {person})
    return " ".join(str(serial) for serial, home in others if home == household)


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
