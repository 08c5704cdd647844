"""A station in a test: its real store and a real exchange with a real central, in plain calls."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.clock import Clock
from kiosk.db.station import Station as Known
from kiosk.db.store import Store
from kiosk.db.tx import Tx
from kiosk.domain import codes, keys
from kiosk.domain.rounds import Round
from kiosk.domain.visits import AlreadyHere, MayLeave, Refused, Welcomed
from kiosk.domain.wire import Enrolment, EnrolmentAsk
from kiosk.field import enrol
from kiosk.field.enrol import Asked
from kiosk.settings import Settings
from kiosk.sync import central as http
from kiosk.sync.central import Central, HttpCentral, identity_of
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
        """A round as the kiosk does it: the central that is asked knows what the station's row says today."""
        if isinstance(self.central, HttpCentral):
            self.central.become(identity_of(self.known))
        return exchange_once(self.do, self.central, self.clock, folder=self.settings.data / "snapshot")

    @property
    def known(self) -> Known:
        found = self.do(lambda tx: tx.station.get())
        assert found is not None
        return found

    def scan(self, code: str) -> Welcomed | AlreadyHere | MayLeave | Refused:
        def work(tx: Tx) -> Welcomed | AlreadyHere | MayLeave | Refused:
            known = tx.station.get()
            assert known is not None
            trusted = keys.open_list(known.key_list, known.root_public)
            return arrive(tx, codes.read(code, trusted), self.clock.read())

        return self.do(work)


def enrolled(
    store: Store, central: CentralAt, settings: Settings, clock: Clock, hub: str = "hub-1", role: str = "touch"
) -> Station:
    asked = Asked(central.url, central.invite(hub, role), central.own.keys.fingerprint())

    def ask(wish: EnrolmentAsk, key: Ed25519PrivateKey) -> tuple[Enrolment, str]:
        return http.enrol(central.url, wish, key, asked.root_fingerprint, clock)

    known = enrol.become_station(store, asked, clock, ask)
    return Station(store, HttpCentral(identity_of(known), clock), settings, clock, known.id)


def found_again(id_: str, store: Store, central: CentralAt, settings: Settings, clock: Clock) -> Station:
    """One that was enrolled before, at a central that has another address now."""
    with store.begin() as tx:
        tx.station._connection.exec_driver_sql("UPDATE station SET central_url = ?", (central.url,))
        clock.start(tx.clock.get())
        known = tx.station.get()
    assert known is not None
    return Station(store, HttpCentral(identity_of(known), clock), settings, clock, id_)
