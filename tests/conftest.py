"""What every test may stand on: a real central, a real station store, a clock that stands still."""

import gc
import inspect
import re
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import HealthCheck
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

from kiosk.clock import Clock
from kiosk.db.store import Store, new_key, open_store
from kiosk.domain import verifiers
from kiosk.settings import Settings
from tests.budget import Budget, seconds
from tests.central_at import CentralAt
from tests.station import Station, enrolled, found_again

# How long an example takes tells of the machine.
hypothesis.settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis.settings.load_profile("any machine")

PATIENCE_MS = 40_000
STATEMENTS = 5000  # more than both ends have
_USES_QT = re.compile(r"PySide6|\bqtbot\b|\bqapp\b")
MORNING = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)  # 10.00 in Milan, a Tuesday


class ToldClock(Clock):
    """Moves only when it is told to."""

    def __init__(self, at: datetime = MORNING) -> None:
        self.at = at
        self.seconds = 1000.0
        super().__init__(wall=lambda: self.at, boot=lambda: self.seconds)

    def pass_(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)
        self.seconds += seconds


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--budget", default="30m", help="the time the long tests may take together, e.g. 30m")
    parser.addoption("--kills", default=100, type=int, help="how often a station that gives value is killed")


def pytest_collection_finish() -> None:
    """What is loaded stays for the whole run: no collection has to walk it again, which took a second each."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    gc.unfreeze()  # or libraries that count what they leave behind complain at the end


@pytest.fixture(autouse=True, scope="session")
def pins_cost_little() -> Iterator[None]:
    """In this process; what they cost in earnest is asserted in tests/kiosk/domain/test_verifiers.py."""
    with pytest.MonkeyPatch.context() as cheap:
        cheap.setattr(verifiers, "MEMORY_KIB", 64)
        cheap.setattr(verifiers, "PASSES", 1)
        yield


@pytest.fixture(autouse=True, scope="session")
def statements_are_compiled_once() -> Iterator[None]:
    """By all databases of one kind: SQLAlchemy would compile them for each anew, and every test has two of its own."""
    compiled = LRUCache[Any, Any](STATEMENTS)
    with pytest.MonkeyPatch.context() as shared:
        shared.setattr(Engine, "_compiled_cache", property(lambda _: compiled, lambda *_: None), raising=False)
        shared.setattr(DefaultDialect, "__hash__", lambda one: hash((type(one), one.dbapi)))
        shared.setattr(DefaultDialect, "__eq__", lambda one, two: (type(one), one.dbapi) == (type(two), two.dbapi))
        yield


@pytest.fixture(scope="session")
def budget(pytestconfig: pytest.Config) -> Budget:
    return Budget(time.monotonic() + seconds(pytestconfig.getoption("--budget")))


class PatientBot(QtBot):
    """Waits as long as a busy machine may need: what comes is what is asserted, never how soon."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE_MS, **how: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **how)


@pytest.fixture
def qtbot(qapp: QGuiApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def within_the_budget(request: pytest.FixtureRequest) -> None:
    """No long test begins once the time is over."""
    if request.node.get_closest_marker("long"):
        budget: Budget = request.getfixturevalue("budget")
        budget.check("the tests before this one")


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """The application is the product's: Qt Quick without widgets, whichever test asks first."""
    return QGuiApplication


@pytest.fixture(autouse=True, scope="module")
def nothing_of_qt_is_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Timers in cycles are dropped by the thread they belong to, not by whichever collects garbage next."""
    yield
    if _USES_QT.search(inspect.getsource(request.module)):
        gc.collect()


@pytest.fixture
def clock() -> ToldClock:
    return ToldClock()


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a new store and its key, made once and copied: the migration runs once."""
    folder = tmp_path_factory.mktemp("made")
    open_store(folder / "hub.db", new_key(folder / "hub.key")).close()
    return folder


@dataclass(frozen=True)
class Enrolled:
    """A new central and a station that was enrolled there in the morning, made once and copied."""

    central: Path
    store: Path
    id: str


@pytest.fixture(scope="session")
def made_station(tmp_path_factory: pytest.TempPathFactory, made_store: Path, made_central: Path) -> Enrolled:
    folder, clock = tmp_path_factory.mktemp("made-station"), ToldClock()
    shutil.copytree(made_central, folder / "central")
    shutil.copytree(made_store, folder / "station")
    own, central = Settings(data=folder / "station", full_screen=False), CentralAt(folder / "central", lambda: clock.at)
    central.back()
    store = open_store(own.store, bytes.fromhex(own.key_file.read_text()))
    station = enrolled(store, central, own, clock)
    store.close()
    central.cut()
    central.own.close()
    return Enrolled(folder / "central", folder / "station", station.id)


@pytest.fixture
def before(request: pytest.FixtureRequest) -> Enrolled | None:
    """What `settings` and `central` are copies of, where a test asks for the station that is enrolled there."""
    made: Enrolled | None = None
    if "of_the_morning" in request.fixturenames:
        made = request.getfixturevalue("made_station")
    return made


@pytest.fixture
def settings(tmp_path: Path, made_store: Path, before: Enrolled | None) -> Settings:
    """A station's settings with its store in place: a new, empty one, unless the test has a station."""
    shutil.copytree(before.store if before else made_store, tmp_path / "station")
    return Settings(data=tmp_path / "station", full_screen=False)


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    """An open store of a machine that is not enrolled."""
    opened = open_store(settings.store, bytes.fromhex(settings.key_file.read_text()))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def made_central(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a new central, made once and copied: migrations run once, keys are drawn once."""
    folder = tmp_path_factory.mktemp("made-central")
    CentralAt(folder).own.close()
    return folder


@pytest.fixture
def central(tmp_path: Path, made_central: Path, clock: ToldClock, before: Enrolled | None) -> Iterator[CentralAt]:
    """A real central on loopback. Stations believe its clock: it is the test's own."""
    shutil.copytree(before.central if before else made_central, tmp_path / "central")
    here = CentralAt(tmp_path / "central", lambda: clock.at)
    here.back()
    yield here
    here.cut()


@pytest.fixture
def of_the_morning(before: Enrolled | None) -> str:
    """Which station `settings` and `central` know of."""
    assert before is not None
    return before.id


@pytest.fixture
def station(of_the_morning: str, store: Store, central: CentralAt, settings: Settings, clock: ToldClock) -> Station:
    """A station enrolled at that central, with nothing copied yet."""
    return found_again(of_the_morning, store, central, settings, clock)


@pytest.fixture
def desk(tmp_path: Path, made_store: Path, central: CentralAt, clock: ToldClock) -> Iterator[Station]:
    """A second station of the same hub, with nothing copied yet."""
    shutil.copytree(made_store, tmp_path / "desk")
    own = Settings(data=tmp_path / "desk", full_screen=False)
    opened = open_store(own.store, bytes.fromhex(own.key_file.read_text()))
    yield enrolled(opened, central, own, clock, role="desk")
    opened.close()
