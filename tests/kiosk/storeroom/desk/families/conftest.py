"""The desk of tests/kiosk/conftest.py with somebody at it; and the same once a family is registered."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.db.store import open_store
from kiosk.settings import Settings
from kiosk.sync.central import HttpCentral, identity_of
from kiosk.usecases.register_family import Registered
from tests.conftest import ToldClock
from tests.deskroom import DeskDay
from tests.families import mother_and_child
from tests.kiosk.conftest import Made
from tests.station import Station


def open_at(folder: Path, exports: Path, clock: ToldClock) -> Station:
    """That station, open and cut off."""
    settings = Settings(data=folder, exports=exports, full_screen=False)
    store = open_store(settings.store, bytes.fromhex(settings.key_file.read_text()))
    with store.begin() as tx:
        known = tx.station.get()
    assert known is not None
    return Station(store, HttpCentral(identity_of(known), clock), settings, clock, known.id)


@pytest.fixture(scope="session")
def made_family(made_desk: Made, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Registered]:
    """The folder of the desk after a mother and her child were registered at it."""
    folder = tmp_path_factory.mktemp("made-family")
    shutil.copytree(made_desk.folder, folder / "desk")
    station = open_at(folder / "desk", folder, ToldClock())
    family = mother_and_child(station, made_desk.coordinator)
    station.store.close()
    return folder / "desk", family


@pytest.fixture
def folder(made_desk: Made) -> Path:
    """Which desk it is."""
    return made_desk.folder


@pytest.fixture
def at_desk(folder: Path, tmp_path: Path, clock: ToldClock) -> Iterator[Station]:
    """A copy of it."""
    shutil.copytree(folder, tmp_path / "at-desk")
    station = open_at(tmp_path / "at-desk", tmp_path / "exports", clock)
    yield station
    station.store.close()


@pytest.fixture
def day(at_desk: Station, made_desk: Made) -> DeskDay:
    """A coordinator at the desk."""
    return DeskDay(at_desk, made_desk.coordinator)


@pytest.fixture
def guard(at_desk: Station, made_desk: Made) -> DeskDay:
    """Somebody of safeguarding at the same desk."""
    return DeskDay(at_desk, made_desk.guard)
