"""A central of its own for each test, copied from one that was migrated once."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.types import ASGIApp

from central.db import Tx, writing
from central.opening import Central, open_central, opened
from central.settings import Settings
from tests import postgres
from tests.central.station import Station, enrolled
from tests.postgres import Postgres
from tests.serving import app_of

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
def server() -> Iterator[Postgres]:
    with postgres.running() as server:
        yield server


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    with opened(settings_in(folder)):
        pass
    return folder


@pytest.fixture(scope="session")
def made_there(server: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The name of a database on the server that was opened once, and its folder."""
    folder = tmp_path_factory.mktemp("made-there")
    with server.database() as name:
        with opened(Settings(database=server.url(name), keeps=folder)):
            pass
        yield name, folder


@pytest.fixture
def clock() -> Hands:
    return Hands()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """On which databases a test runs: on both, unless it says otherwise or its module does.

    A module says `DATABASES = ("sqlite",)` where what it asserts is settled before any database is asked.
    """
    said = any(mark.args[0] == "database" for mark in metafunc.definition.iter_markers("parametrize"))
    if "database" in metafunc.fixturenames and not said:
        every = getattr(metafunc.module, "DATABASES", ("sqlite", "postgresql"))
        metafunc.parametrize("database", every, indirect=True)


@pytest.fixture
def database(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


BOTH = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
SQLITE_ONLY = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
POSTGRESQL_ONLY = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


@pytest.fixture
def url(database: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """A database with nothing in it."""
    if database == "sqlite":
        yield f"sqlite:///{tmp_path}/new.db"
        return
    server: Postgres = request.getfixturevalue("server")
    with server.database() as name:
        yield server.url(name)


@pytest.fixture
def settings(database: str, tmp_path: Path, clock: Hands, request: pytest.FixtureRequest) -> Iterator[Settings]:
    """Those of a central that was opened once; folder and database are this test's own."""
    own = tmp_path / "central"
    if database == "sqlite":
        shutil.copytree(request.getfixturevalue("made"), own)
        yield Settings(database=f"sqlite:///{own}/central.db", clock=clock)
        return
    server: Postgres = request.getfixturevalue("server")
    template, folder = request.getfixturevalue("made_there")
    shutil.copytree(folder, own)
    with server.database(template) as name:
        yield Settings(database=server.url(name), clock=clock, keeps=own)


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
def app(central: Central) -> ASGIApp:
    return app_of(central)


@pytest.fixture
def station(central: Central, app: ASGIApp) -> Station:
    return enrolled(central, app)
