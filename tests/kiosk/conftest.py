"""A desk in the middle of its day: made once with a real central, and copied for whoever needs no network."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.db.store import open_store
from kiosk.domain.workers import Entered, Role
from kiosk.settings import Settings
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.station import enrolled
from tests.workers import employ, let_in, tried

BLANKS = 60


@dataclass(frozen=True)
class Made:
    """The folder of a station that knows its workers, who have entered, and has blanks in its drawer."""

    folder: Path
    station: str
    coordinator: Entered
    guard: Entered  # somebody of safeguarding
    card: str = field(repr=False)  # the coordinator's


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
    card = employ(central, Role.COORDINATOR)
    guard = let_in(station, central, Role.SAFEGUARDING, name="Carla Prova")
    coordinator = tried(station, card)
    assert isinstance(coordinator, Entered)
    store.close()
    central.cut()
    return Made(folder / "desk", station.id, coordinator, guard, card.code)
