"""Families and single people checked in at a real store. Arguments: a station's folder, a file with a code a line.

Every other card is of somebody known here. Milliseconds to the commit of each scan, seconds for 22 people, and
milliseconds for the register of 300.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from kiosk.clock import Clock, stamp
from kiosk.db.store import Store, open_store, read_key
from kiosk.db.tx import Tx
from kiosk.domain import codes, keys
from kiosk.domain.attendance import Came, CountedAs, Who, dump
from kiosk.domain.codes import Code
from kiosk.domain.pictures import Identified
from kiosk.domain.visits import FamilyArrived
from kiosk.settings import Settings
from kiosk.usecases.arrive import arrive
from kiosk.usecases.arrive_family import arrive_family
from kiosk.usecases.inside import inside

T = TypeVar("T")
SCANS = 150
TOLD = 150  # arrivals that another station told of
REDRAWS = 20
RUSH = ((2, 3), (2, 3), (2, 2), (2, 2), (2, 2))  # families: children, adults
_TELL = """
INSERT INTO records (kind, id, rev, state, v, data, mark, copy) VALUES ('fact', ?, 1, 'live', 1, ?, 0, 0)
"""
_KNOW = "INSERT INTO people (id, household, first_name, creature) VALUES (?, ?, 'Nina', 'fox')"
_ROWS = "SELECT * FROM visits JOIN events ON events.id = visits.event"


class Hub:
    def __init__(self, store: Store, deck: Iterator[str]) -> None:
        self._store, self._deck, self._clock = store, deck, Clock()
        known = self.do(lambda tx: tx.station.get())
        assert known is not None
        self._keys = keys.open_list(known.key_list, known.root_public)

    def do(self, work: Callable[[Tx], T]) -> T:
        with self._store.begin() as tx:
            return work(tx)

    def one(self) -> float:
        scanned = self._next()
        return _timed(lambda: self.do(lambda tx: arrive(tx, scanned, self._clock.read(), _child)))

    def family(self, children: int, adults: int) -> float:
        """Of people this card has not brought before; they have shown their pictures."""
        scanned = self._next()
        household, chosen = self._met(scanned, children)
        said: list[object] = []

        def work(tx: Tx) -> None:
            said.append(arrive_family(tx, scanned, chosen, adults, self._clock.read(), _child, household))

        taken = _timed(lambda: self.do(work))
        assert isinstance(said[0], FamilyArrived)
        assert len(said[0].arrived) == children
        return taken

    def told(self, count: int) -> None:
        """What another station of the hub saw."""
        at = stamp(self._clock.read().at)
        facts = [
            Came(f"event-{number}", "desk", at, f"visit-{number}", person=f"told-{number}", who=Who.CHILD, band="6-10")
            for number in range(count)
        ]
        rows = [(fact.event, json.dumps(dump(fact))) for fact in facts]
        self.do(lambda tx: tx.attendance._connection.exec_driver_sql(_TELL, rows))

    def redrawn(self) -> tuple[int, float]:
        counts: list[int] = []
        taken = _timed(lambda: counts.append(self.do(lambda tx: inside(tx, self._clock.read())).counts.people))
        return counts[0], taken

    def read_out(self) -> float:
        return _timed(lambda: self.do(lambda tx: tx.attendance._connection.exec_driver_sql(_ROWS).all()))

    def _next(self) -> Code:
        read = codes.read(next(self._deck).encode(), self._keys)
        assert isinstance(read, Code)
        return read

    def _met(self, scanned: Code, children: int) -> tuple[Identified, list[str]]:
        binding = self.do(lambda tx: tx.cards.binding(scanned.serial))
        assert binding is not None
        people = [f"{binding.person}-{number}" for number in range(children)]
        rows = [(one, binding.household) for one in people]
        self.do(lambda tx: tx.attendance._connection.exec_driver_sql(_KNOW, rows))
        return Identified(binding.person, binding.household), people


def _child(_: str) -> CountedAs:
    return CountedAs(Who.CHILD, "6-10")


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def main(data: str, deck: str) -> None:
    settings = Settings(data=Path(data))
    store = open_store(settings.store, read_key(settings.key_file))
    hub = Hub(store, iter(Path(deck).read_text().split()[::2]))
    plain = [hub.one() for _ in range(SCANS)]
    hub.told(TOLD)
    redrawn = [hub.redrawn() for _ in range(REDRAWS)]
    select = [hub.read_out() for _ in range(REDRAWS)]
    family = [hub.family(4, 2) for _ in range(SCANS)]
    rush = [hub.family(children, adults) for children, adults in RUSH]
    rush_plain = [hub.one() for _ in range(sum(map(sum, RUSH)))]
    store.close()
    said = {
        "plain": plain,
        "family": family,
        "rush": [sum(rush) / 1000],
        "rush_plain": [sum(rush_plain) / 1000],
        "slowest": [max(rush)],
        "inside": redrawn[0][0],
        "redraw": [taken for _, taken in redrawn],
        "select": select,
    }
    print(json.dumps(said))


if __name__ == "__main__":
    main(*sys.argv[1:])
