"""The power goes at any moment of what the real store writes: nothing acknowledged is lost. And it must be seen when
something is: with a control that syncs no commit, and with one that says it too early."""

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.db.store import Store, open_store, read_key
from tests import given, giving
from tests.central_at import CentralAt
from tests.kiosk.db import power
from tests.kiosk.db.power import Entry, Said, Write
from tests.station import Station

DEEDS = 120  # enough that the log is taken over into the file, and begun anew


@dataclass(frozen=True)
class Recorded:
    """What a station's disk held before, and what was written and said since."""

    before: Path
    entries: list[Entry]


Giving = Callable[[Store, Station, str, list[Entry]], str]


def rightly(store: Store, station: Station, deed: str, entries: list[Entry]) -> str:
    with store.begin() as tx:
        answer = giving.do(tx, deed, station.clock.read())
    entries.append(Said(answer))
    return answer


def too_early(store: Store, station: Station, deed: str, entries: list[Entry]) -> str:
    """Green before the commit."""
    with store.begin() as tx:
        answer = giving.do(tx, deed, station.clock.read())
        entries.append(Said(answer))
    return answer


def of_a_day(station: Station, central: CentralAt, folder: Path, give: Giving, synchronous: str = "FULL") -> Recorded:
    given.funded(central)
    given.granted(central, station)
    station.store.close()
    shutil.copytree(station.settings.data, folder)
    chance, told = random.Random(5), list[str]()
    with power.recording() as entries:
        store = open_store(station.settings.store, read_key(station.settings.key_file))
        with store._engine.connect() as connection:
            connection.connection.cursor().execute(f"PRAGMA synchronous = {synchronous}")
        while len(told) < DEEDS:
            told += [give(store, station, deed, entries) for deed in giving.some(chance, 1, told)]
        recorded = Recorded(folder, list(entries))
        store.close()
    assert any(isinstance(entry, Write) and entry.file == "hub.db" for entry in recorded.entries)
    return recorded


def losses(recorded: Recorded, folder: Path, cuts: int) -> list[list[str]]:
    """What does not hold after each cut."""
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    chance, found = random.Random(seed), []
    for number in range(cuts):
        after, end = folder / f"cut-{number}", chance.randrange(len(recorded.entries) + 1)
        told = power.cut(recorded.before, recorded.entries[:end], chance, after)
        store = open_store(after / "hub.db", read_key(after / "hub.key"))
        with store.begin() as tx:
            found.append(given.broken(tx, told))
        store.close()
        shutil.rmtree(after)
    return found


@pytest.mark.parametrize("cuts", [20, pytest.param(500, marks=pytest.mark.long)])
def test_what_was_acknowledged_survives_a_power_cut_the_next_instant(
    cuts: int, station: Station, central: CentralAt, tmp_path: Path
) -> None:
    recorded = of_a_day(station, central, tmp_path / "before", rightly)
    assert [loss for loss in losses(recorded, tmp_path, cuts) if loss] == []


@pytest.mark.parametrize(
    ("give", "synchronous"), [(rightly, "NORMAL"), (too_early, "FULL")], ids=["commits not synced", "green too early"]
)
def test_the_recorder_sees_a_store_that_loses_what_was_acknowledged(
    give: Giving, synchronous: str, station: Station, central: CentralAt, tmp_path: Path
) -> None:
    recorded = of_a_day(station, central, tmp_path / "before", give, synchronous)
    lost = [loss for loss in losses(recorded, tmp_path, 15) if loss]
    print(f"{len(lost)} of 15 cuts lost something")
    assert len(lost) > 3
