"""Workers of a test: accounts at a real central, and how they enter at a real station."""

from datetime import date
from functools import cache

from central import workers
from central.workers import Card
from kiosk.domain import codes, keys, verifiers
from kiosk.domain.codes import Code, NotACode
from kiosk.domain.events import uuid7
from kiosk.domain.workers import AskPin, Entered, Face, How, NotIn, Role, Wait, WrongPin
from kiosk.usecases.enter import enter, show_card
from tests.central_at import CentralAt
from tests.station import Station

PIN = "271828"
_TODAY = date(2026, 12, 1)


def employ(central: CentralAt, *roles: Role, name: str = "Ada Prova", hub: str = "hub-1") -> Card:
    with central.writing() as tx:
        card = workers.add(tx, central.own.keys, name, hub, roles or (Role.EDUCATOR,), PIN, _TODAY)
    assert isinstance(card, Card)
    return card


def dismiss(central: CentralAt, worker: str) -> None:
    with central.writing() as tx:
        assert workers.revoke(tx, central.own.journal, worker) is None


def read(station: Station, code: str) -> Code | NotACode:
    known = station.known
    return codes.read(code, keys.open_list(known.key_list, known.root_public))


def shown(station: Station, code: str) -> AskPin | NotIn:
    scanned, now = read(station, code), station.clock.read()
    return station.do(lambda tx: show_card(tx, scanned, now))


def tried(station: Station, card: Card, pin: str = PIN, face: Face = Face.DESK) -> Entered | WrongPin | Wait | NotIn:
    asked = shown(station, card.code)
    return asked if isinstance(asked, NotIn) else enter(station.do, asked, pin, face, station.clock)


def let_in(station: Station, central: CentralAt, *roles: Role, name: str = "Ada Prova") -> Entered:
    """A worker who entered at this station by card and PIN."""
    card = employ(central, *roles, name=name)
    assert station.sync().trouble == ""
    entered = tried(station, card)
    assert isinstance(entered, Entered)
    return entered


@cache
def _verifier() -> str:
    return verifiers.make(PIN)


def on_shift(station: Station, central: CentralAt, *roles: Role) -> Entered:
    """A worker who entered at this station, where a test is about something else: no PIN is computed for each."""
    id_, held = uuid7(), [role.value for role in roles or (Role.EDUCATOR,)]
    account = {"name": "Ada Prova", "roles": held, "serial": 0, "revoked": False, "verifier": _verifier()}
    central.publish("worker", id_, account, scope="hub:hub-1")
    assert station.sync().trouble == ""
    known = station.do(lambda tx: tx.workers.get(id_))
    assert known is not None
    asked = AskPin(known.worker, How.CARD_AND_PIN)
    entered = enter(station.do, asked, PIN, Face.DESK, station.clock, holds=lambda *_: True)
    assert isinstance(entered, Entered)
    return entered
