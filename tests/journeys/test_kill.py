"""kill -9 at any moment: nothing acknowledged is lost, nothing is counted twice, the chain holds, the books balance.

Long, but for a handful of kills. `--kills 1000` takes as many where value is given.
"""

import random
import select
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from demo.city import City
from kiosk.clock import Clock
from kiosk.db.store import Store, open_store, read_key
from kiosk.settings import Settings
from tests import given, giving
from tests.budget import Budget
from tests.central_at import CentralAt
from tests.journeys.processes import StationProcess, kiosk
from tests.station import Station, enrolled

KILLS = 200
LONGEST_S = 1.5  # a start, some scans, and the moment of the kill lies anywhere within


@pytest.mark.long
def test_two_hundred_kills_lose_no_acknowledged_visit(
    city: City, data: Path, many_cards: list[str], budget: Budget
) -> None:
    chance, unused = seeded(), iter(many_cards)
    acknowledged: list[str] = []
    for kill in range(KILLS):
        budget.check(f"{kill} of {KILLS} kills")
        codes = [next(unused) for _ in range(chance.randint(1, 4))]
        answers = one_life(StationProcess(data), codes, chance)
        assert set(answers) <= {"welcomed"}
        acknowledged += codes[: len(answers)]
    assert acknowledged, "no kill came late enough to prove anything"
    print(f"{KILLS} kills, {len(acknowledged)} visits acknowledged before one")
    with StationProcess(data) as station:
        lost = [code for code in acknowledged if station.scan(code) != "hello"]
        assert not lost
    status, audit = kiosk(data, "audit", "--verify")
    assert (status, audit["broken"]) == (0, None)
    assert kiosk(data, "sync", "--once")[1]["waiting"] == 0
    visits = kiosk(data, "status")[1]["visits"]
    counts = city.answer("events")
    assert counts["visits"] == counts["distinct"] == visits >= len(acknowledged)
    assert counts["cases"] == 0


@pytest.fixture
def hub(tmp_path: Path, made_central: Path) -> Iterator[CentralAt]:
    """A central in this process, by the machine's own clock: where it is the station's process that matters."""
    shutil.copytree(made_central, tmp_path / "central")
    here = CentralAt(tmp_path / "central")
    here.back()
    yield here
    here.cut()


@pytest.mark.parametrize("long", [False, pytest.param(True, marks=pytest.mark.long)], ids=["quick", "long"])
def test_kills_lose_no_acknowledged_cent_and_no_place(
    long: bool, hub: CentralAt, settings: Settings, store: Store, budget: Budget, pytestconfig: pytest.Config
) -> None:
    station, kills = enrolled(store, hub, settings, Clock()), pytestconfig.getoption("--kills") if long else 3
    given.funded(hub)
    given.granted(hub, station)
    store.close()
    hub.cut()
    told = list[str]()
    chance = seeded()
    for kill in range(kills):
        budget.check(f"{kill} of {kills} kills")
        process = StationProcess(settings.data, "tests.journeys.value_process")
        told += one_life(process, giving.some(chance, chance.randint(1, 8), told), chance)
        store = open_store(settings.store, read_key(settings.key_file))
        with store.begin() as tx:
            assert given.broken(tx, told) == []
        store.close()
    assert told, "no kill came late enough to prove anything"
    print(f"{kills} kills, {len(told)} redemptions, reversals and sign-ups acknowledged before one")
    told_all(hub, settings, station)


def told_all(hub: CentralAt, settings: Settings, before: Station) -> None:
    """The network is back: central books all of it, each once, to the cent."""
    store, clock = open_store(settings.store, read_key(settings.key_file)), Clock()
    station = Station(store, before.central, settings, clock, before.id)
    station.do(lambda tx: clock.start(tx.clock.get()))
    hub.back()
    done = station.sync()
    assert (done.trouble, done.refused, done.later, done.waiting) == ("", 0, 0, 0)
    assert list(given.unbalanced(hub, station.do)) == []
    store.close()


def seeded() -> random.Random:
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    return random.Random(seed)


def one_life(process: StationProcess, lines: Sequence[str], chance: random.Random) -> list[str]:
    """Start, be told, be killed; the answers that had left the process."""
    with process as station:
        for line in lines:
            station.send(line)
        answers = []
        for _ in range(chance.randint(0, len(lines))):
            answers.append(station.answer())
        assert station.process.stdout is not None
        select.select([station.process.stdout], [], [], chance.random() * LONGEST_S * (not answers))
        assert station.process.poll() is None, "it ended before it was killed"
        return answers + station.kill()
