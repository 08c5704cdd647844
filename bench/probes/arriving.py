"""Families and single people checked in at a real store. Arguments: a station's folder, a file with a code a line.

Every other card is of somebody known here. Milliseconds to the commit of each scan, seconds for 22 people, and
milliseconds for the desk's day with 300 inside: read, named, and made into what QML takes.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from kiosk.clock import Clock, stamp
from kiosk.db.copying import Prepared
from kiosk.db.store import Store, open_store, read_key
from kiosk.db.tx import Tx
from kiosk.domain import codes, keys
from kiosk.domain.attendance import Came, CountedAs, Who, dump
from kiosk.domain.codes import Code
from kiosk.domain.events import Type
from kiosk.domain.families import Record, dump_record
from kiosk.domain.pictures import Identified
from kiosk.domain.visits import FamilyArrived
from kiosk.domain.workers import Entered, Role, Worker
from kiosk.settings import Settings
from kiosk.ui.desk.today.register import Filter, TodayFace, derive
from kiosk.ui.faces import for_qml
from kiosk.usecases.arrive import arrive
from kiosk.usecases.arrive_family import arrive_family
from kiosk.usecases.day import Day, register_of_day
from kiosk.usecases.inside import register

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

    def worker(self) -> Entered:
        """Somebody who has entered at the desk."""
        row = ("w", "Ada", "educator", 1, False, "")
        known = Prepared("worker", "w", 1, "live", 1, "{}", 1, (("workers", row),))

        def work(tx: Tx) -> str:
            tx.copying.write([known], 1, "")
            station = tx.station.get()
            assert station is not None
            return tx.events.record(station, Type.ENTERED, {"worker": "w"}, self._clock.read())

        return Entered(Worker("w", "Ada", frozenset({Role.EDUCATOR}), 1), self.do(work))

    def named(self) -> None:
        """Everybody in the register has a record in a family."""
        stays = self.do(lambda tx: register(tx, self._clock.read())).stays
        people = sorted({stay.person for stay in stays if stay.person})
        self.do(lambda tx: tx.copying.write([_member(number, one) for number, one in enumerate(people)], 1, ""))

    def redrawn(self, by: Entered) -> tuple[int, float]:
        faces: list[TodayFace] = []

        def work() -> None:
            now = self._clock.read()
            day = self.do(lambda tx: register_of_day(tx, by, now))
            assert isinstance(day, Day)
            faces.append(derive(day, None, Filter(), now))
            for_qml(faces[0])

        taken = _timed(work)
        return faces[0].numbers.inside, taken

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


def _member(number: int, person: str) -> Prepared:
    id_, home = f"m-{number}", f"h-{number // 4}"
    fields = {"person": person, "given": "Nina", "family": f"Prova {number}", "born": "2018-03-04", "role": "child"}
    text = json.dumps(dump_record(Record(home, fields)))
    row = ("families", ("member", id_, home, person, "", text))
    return Prepared("member", id_, number + 1, "live", 1, text, 1, (row,))


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
    hub.named()
    by = hub.worker()
    redrawn = [hub.redrawn(by) for _ in range(REDRAWS)]
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
