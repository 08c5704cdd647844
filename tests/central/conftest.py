"""A central of its own for each test, copied from one that was migrated once."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.types import ASGIApp

from central.db import Tx, writing
from central.opening import Central, opened
from central.settings import Settings
from tests import postgres
from tests.central.station import Station, enrolled
from tests.postgres import Postgres
from tests.reopened import reopened
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


@dataclass(frozen=True)
class Made:
    """A central that was opened once and closed: tests have copies of it."""

    central: Central
    name: str = ""  # of its database on the server
    station: Station | None = None  # had enrolled there at noon


def _made(settings: Settings, name: str = "") -> Made:
    with opened(settings) as central:
        return Made(central, name)


def _made_with_station(settings: Settings, name: str = "") -> Made:
    with opened(replace(settings, clock=Hands())) as central:
        return Made(central, name, enrolled(central, app_of(central)))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return _made(settings_in(tmp_path_factory.mktemp("made")))


@pytest.fixture(scope="session")
def made_with_station(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return _made_with_station(settings_in(tmp_path_factory.mktemp("made")))


@pytest.fixture(scope="session")
def made_there(server: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """On the server."""
    with server.database() as name:
        yield _made(Settings(server.url(name), keeps=tmp_path_factory.mktemp("made")), name)


@pytest.fixture(scope="session")
def made_there_with_station(server: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    with server.database() as name:
        yield _made_with_station(Settings(server.url(name), keeps=tmp_path_factory.mktemp("made")), name)


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
def opened_before(database: str, request: pytest.FixtureRequest) -> Made:
    """What `settings` are a copy of: a new central, with the station where a test asks for it."""
    there = "" if database == "sqlite" else "_there"
    station = "_with_station" if "enrolled_before" in request.fixturenames else ""
    made: Made = request.getfixturevalue(f"made{there}{station}")
    return made


@pytest.fixture
def settings(opened_before: Made, tmp_path: Path, clock: Hands, request: pytest.FixtureRequest) -> Iterator[Settings]:
    """Those of a central that was opened once; folder and database are this test's own."""
    own = tmp_path / "central"
    shutil.copytree(opened_before.central.folder, own)
    if not opened_before.name:
        yield Settings(database=f"sqlite:///{own}/central.db", clock=clock)
        return
    server: Postgres = request.getfixturevalue("server")
    with server.database(opened_before.name) as name:
        yield Settings(database=server.url(name), clock=clock, keeps=own)


@pytest.fixture
def central(opened_before: Made, settings: Settings) -> Iterator[Central]:
    central = reopened(opened_before.central, settings)
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
def enrolled_before(opened_before: Made) -> Station:
    """The station that `settings` and `central` know of."""
    assert opened_before.station is not None
    return opened_before.station


@pytest.fixture
def station(enrolled_before: Station, app: ASGIApp) -> Station:
    """Enrolled at that central, with nothing recorded yet."""
    return replace(enrolled_before, app=app)
