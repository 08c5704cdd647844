"""A station as a node: its real store and its real verbs, which can crash at any transaction."""

import shutil
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from kiosk.clock import Clock, Reading
from kiosk.db.store import Store, open_store
from kiosk.db.tx import Tx
from kiosk.domain import codes, keys
from kiosk.domain.keys import KeyList
from kiosk.domain.rounds import Round
from kiosk.domain.visits import AlreadyHere, MayLeave, Refused, Undone, Welcomed
from kiosk.field import audit
from kiosk.sync.exchange import exchange_once
from kiosk.usecases.arrive import arrive, undo_arrival
from kiosk.usecases.ask_online import void_unanswered
from kiosk.usecases.bind_card import Bound, bind_card
from tests.simulation import warm
from tests.simulation.central_node import Shown
from tests.simulation.clocks import Machine
from tests.simulation.crash import Crash
from tests.simulation.line import Line

T = TypeVar("T")
KEY = bytes(32)  # every store of the simulation is locked with the same key


@dataclass(frozen=True)
class Stay:
    """A visit as the station holds it."""

    serial: int
    person: str
    day: str
    undone: bool


class StationNode:
    """What is done here happens in one thread; `fragile` transactions may be the last of this life."""

    def __init__(self, name: str, folder: Path, machine: Machine, line: Line, dice: Random, crash: float) -> None:
        self.name = name  # of the machine: another one may run a copy of the same station
        self.station = line.station
        self.line = line
        self.machine = machine
        self.folder = folder
        self._dice = dice
        self._crash = crash  # how likely a transaction is the last one
        self._store: Store | None = None
        self._driver: Any = None  # the store's own connection to its database
        self._travelling = False
        self.meanwhile: Callable[[], None] = lambda: None  # what people do here between two transactions of a round
        self.clock = self._boot()
        self.hub: str = self.rows("SELECT hub FROM station")[0][0]

    def _boot(self) -> Clock:
        self._store = open_store(self.folder / "hub.db", KEY)
        self._driver = self._store._engine.raw_connection().driver_connection
        clock = Clock(wall=self.machine.wall, boot=self.machine.boot, boot_id=self.machine.boot_id)
        clock.start(self.look(lambda tx: tx.clock.get()))
        self.look(lambda tx: void_unanswered(tx, clock.read()))
        self.line.heard = lambda: clock.anchor(self.machine.true.now(), clock.boot(), clock.boot())
        return clock

    def close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = self._driver = None

    def reboot(self) -> None:
        """Power off and on: all objects are dropped, the committed database stays."""
        self.machine.reboot()
        self.restart()

    def restart(self) -> None:
        """The program ends and starts; the machine runs on."""
        assert self._store is not None
        with warm.lasting(self._store._engine):
            self.close()
            self.clock = self._boot()

    def put_back(self, image: Path) -> None:
        """Another disk in the same machine, which holds what this one did once."""
        self.close()
        shutil.rmtree(self.folder)
        shutil.copytree(image, self.folder)
        self.machine.reboot()
        self.clock = self._boot()

    def calm(self) -> None:
        """No crash from now on."""
        self._crash = 0.0

    # --- verbs ----------------------------------------------------------------------------------------------------

    def scan(self, code: str) -> Welcomed | AlreadyHere | MayLeave | Refused:
        return self.do(lambda tx: arrive(tx, codes.read(code, _trusted(tx)), self._now()))

    def undo(self, visit: str) -> Undone | Refused:
        return self.do(lambda tx: undo_arrival(tx, visit, self._now()))

    def bind(self, code: str, person: str, household: str) -> Bound | Refused:
        return self.do(lambda tx: bind_card(tx, codes.read(code, _trusted(tx)), person, household, self._now()))

    def exchange(self) -> Round:
        self._travelling = True
        try:
            return exchange_once(self.do, self.line, self.clock, folder=self.folder)
        finally:
            self._travelling = False

    def do(self, work: Callable[[Tx], T]) -> T:
        """One transaction of the product. It may be that the power goes before it, or right after its commit."""
        if self._travelling:
            self._travelling = False
            self.meanwhile()
            self._travelling = True
        if self._dice.random() < self._crash:
            raise Crash
        done = self.look(work)
        if self._dice.random() < self._crash:
            raise Crash
        return done

    def look(self, work: Callable[[Tx], T]) -> T:
        """One transaction that is the simulation's own."""
        assert self._store is not None
        with self._store.begin() as tx:
            return work(tx)

    def _now(self) -> Reading:
        return self.clock.read()

    # --- what a disk lives through --------------------------------------------------------------------------------

    def spoil(self, statement: str) -> None:
        """Somebody changes the store behind the program's back."""
        self.rows(statement)

    # --- for whoever checks ---------------------------------------------------------------------------------------

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """Past the product's nouns and past SQLAlchemy: this is asked after every step."""
        rows: list[tuple[Any, ...]] = self._driver.execute(statement).fetchall()
        return rows

    def stays(self) -> dict[str, Stay]:
        rows = self.rows("SELECT id, serial, person, day, undone_by IS NOT NULL FROM visits")
        return {id_: Stay(serial, person, day, bool(undone)) for id_, serial, person, day, undone in rows}

    def owners(self, serials: Collection[int]) -> dict[int, str]:
        """Whose these cards are, as this station knows; "" for nobody's."""
        bound = self.look(lambda tx: {serial: tx.cards.binding(serial) for serial in serials}) if serials else {}
        return {serial: binding.person if binding else "" for serial, binding in bound.items()}

    def verdicts(self) -> dict[str, str | None]:
        """Event id -> central's verdict as it is known here."""
        return dict(self.rows("SELECT id, verdict FROM events"))

    def shown(self) -> Shown:
        rows = self.rows("SELECT kind, id, v, data FROM records WHERE state = 'live'")
        return {(kind, id_): (v, data) for kind, id_, v, data in rows}

    def chain_holds(self) -> bool:
        return self.look(lambda tx: audit.verify(tx).broken is None)


def _trusted(tx: Tx) -> KeyList:
    station = tx.station.get()
    assert station is not None
    return keys.open_list(station.key_list, station.root_public)


def copy_folder(source: Path, target: Path) -> None:
    shutil.copytree(source, target)
