"""The desk of tests/kiosk/conftest.py, with somebody at it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.db.store import open_store
from kiosk.settings import Settings
from kiosk.sync.central import HttpCentral, identity_of
from tests.conftest import ToldClock
from tests.deskroom import DeskDay
from tests.kiosk.conftest import Made
from tests.station import Station


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
