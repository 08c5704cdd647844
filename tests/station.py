"""A station in a test: its real store and a real exchange with a real central, in plain calls."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from kiosk.clock import Clock
from kiosk.db.store import Store
from kiosk.db.tx import Tx
from kiosk.domain import codes, keys
from kiosk.domain.rounds import Round
from kiosk.domain.visits import AlreadyHere, Refused, Welcomed
from kiosk.field import enrol
from kiosk.field.enrol import Asked
from kiosk.settings import Settings
from kiosk.sync import central as http
from kiosk.sync.central import Central, HttpCentral
from kiosk.sync.exchange import exchange_once
from kiosk.usecases.arrive import arrive
from tests.central_at import CentralAt

T = TypeVar("T")


@dataclass
class Station:
    store: Store
    central: Central
    settings: Settings
    clock: Clock
    id: str

    def do(self, work: Callable[[Tx], T]) -> T:
        with self.store.begin() as tx:
            return work(tx)

    def sync(self) -> Round:
        return exchange_once(self.do, self.central, self.clock)

    def scan(self, code: str) -> Welcomed | AlreadyHere | Refused:
        def work(tx: Tx) -> Welcomed | AlreadyHere | Refused:
            known = tx.station.get()
            assert known is not None
            trusted = keys.open_list(known.key_list, known.root_public)
            return arrive(tx, codes.read(code, trusted), self.clock.read())

        return self.do(work)


def enrolled(store: Store, central: CentralAt, settings: Settings, clock: Clock, hub: str = "hub-1") -> Station:
    asked = Asked(central.url, central.invite(hub), central.own.keys.fingerprint())
    private_key, ask = enrol.new_ask(asked)
    known = enrol.accept(store, asked, private_key, http.enrol(central.url, ask), clock)
    return Station(store, HttpCentral(central.url, known.id, known.private_key), settings, clock, known.id)
