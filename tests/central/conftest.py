"""A central of its own for each test, copied from one that was migrated once."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastapi import FastAPI

from central.app import serve
from central.db import Tx, writing
from central.opening import Central, open_central, opened
from central.settings import Settings
from tests.central.station import Station, enrolled

NOON = datetime(2026, 5, 22, 12, 0, tzinfo=UTC)


class Hands:
    """A clock whose hands the test moves."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time

    def advance(self, by: timedelta) -> None:
        self.time += by


def settings_in(folder: Path) -> Settings:
    return Settings(database=f"sqlite:///{folder}/central.db")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    with opened(settings_in(folder)):
        pass
    return folder


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def settings(made: Path, tmp_path: Path, clock: Hands) -> Settings:
    shutil.copytree(made, tmp_path / "central")
    return Settings(database=f"sqlite:///{tmp_path}/central/central.db", clock=clock)


@pytest.fixture
def central(settings: Settings) -> Iterator[Central]:
    central = open_central(settings)
    yield central
    central.close()


@pytest.fixture
def tx(central: Central) -> Iterator[Tx]:
    with writing(central.engine) as tx:
        yield tx


@pytest.fixture
def app(central: Central) -> FastAPI:
    return serve(central)


@pytest.fixture
def station(central: Central, app: FastAPI) -> Station:
    return enrolled(central, app)
