"""A desk in the middle of its day: made once with a real central, copied for each test, and without network."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.db.store import open_store
from kiosk.domain.workers import Entered, Role
from kiosk.settings import Settings
from kiosk.sync.central import HttpCentral, identity_of
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.deskroom import DeskDay
from tests.station import Station, enrolled
from tests.workers import let_in

BLANKS = 60


@dataclass(frozen=True)
class Made:
    """The folder of a station that knows its workers, who have entered, and has blanks in its drawer."""

    folder: Path
    station: str
    coordinator: Entered
    guard: Entered


@pytest.fixture(scope="session")
def made_desk(tmp_path_factory: pytest.TempPathFactory, made_store: Path, made_central: Path) -> Made:
    folder, clock = tmp_path_factory.mktemp("made-desk"), ToldClock()
    shutil.copytree(made_central, folder / "central")
    shutil.copytree(made_store, folder / "desk")
    central = CentralAt(folder / "central", lambda: clock.at)
    central.back()
    settings = Settings(data=folder / "desk", full_screen=False)
    store = open_store(settings.store, bytes.fromhex(settings.key_file.read_text()))
    station = enrolled(store, central, settings, clock, role="desk")
    central.grant(station.id, BLANKS)
    coordinator = let_in(station, central, Role.COORDINATOR)
    guard = let_in(station, central, Role.SAFEGUARDING, name="Carla Prova")
    store.close()
    central.cut()
    return Made(folder / "desk", station.id, coordinator, guard)


@pytest.fixture
def at_desk(made_desk: Made, tmp_path: Path, clock: ToldClock) -> Iterator[Station]:
    """A copy of that station, open and cut off."""
    shutil.copytree(made_desk.folder, tmp_path / "desk")
    settings = Settings(data=tmp_path / "desk", exports=tmp_path / "exports", full_screen=False)
    store = open_store(settings.store, bytes.fromhex(settings.key_file.read_text()))
    with store.begin() as tx:
        known = tx.station.get()
    assert known is not None
    yield Station(store, HttpCentral(identity_of(known), clock), settings, clock, made_desk.station)
    store.close()


@pytest.fixture
def day(at_desk: Station, made_desk: Made) -> DeskDay:
    """A coordinator at the desk."""
    return DeskDay(at_desk, made_desk.coordinator)


@pytest.fixture
def guard(at_desk: Station, made_desk: Made) -> DeskDay:
    """Somebody of safeguarding at the same desk."""
    return DeskDay(at_desk, made_desk.guard)
