"""What every test may stand on: a real central, a real station store, a clock that stands still."""

import gc
import inspect
import re
import shutil
import time
from collections.abc import Callable, Generator, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
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

from central.opening import Central
from kiosk.clock import Clock
from kiosk.db.store import Store, new_key, open_store
from kiosk.domain import verifiers
from kiosk.settings import Settings
from tests.budget import Budget, seconds
from tests.central_at import CentralAt
from tests.mornings import Morning, morning
from tests.station import Station, found_again

# How long an example takes tells of the machine.
hypothesis.settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis.settings.load_profile("any machine")

PATIENCE_MS = 40_000
YOUNG = 20_000  # objects more before the collector looks: Python's own 700 are soon made
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


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """While tests are collected next to nothing is thrown away; what is loaded then stays for the whole run.

    No collection of garbage has to walk it again, which took a second each, and they come more seldom.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.set_threshold(YOUNG, 20, 20)
        gc.enable()


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


@pytest.fixture(scope="session")
def mornings(
    tmp_path_factory: pytest.TempPathFactory, made_store: Path, made_central: Path
) -> Callable[[tuple[str, ...]], Morning]:
    """By the roles of the stations, each made when it is first asked for."""

    @cache
    def made(roles: tuple[str, ...]) -> Morning:
        clock = ToldClock()
        folder = tmp_path_factory.mktemp("morning")
        return morning(folder, made_central, made_store, roles, clock, lambda: clock.at)

    return made


@pytest.fixture
def before(request: pytest.FixtureRequest, mornings: Callable[[tuple[str, ...]], Morning]) -> Morning:
    """What `settings`, `central` and `desk` are copies of: with the stations that the test asks for."""
    asked = {"touch": "of_the_morning", "desk": "desk_of_the_morning"}
    return mornings(tuple(role for role, fixture in asked.items() if fixture in request.fixturenames))


@pytest.fixture
def settings(tmp_path: Path, made_store: Path, before: Morning) -> Settings:
    """A station's settings with its store in place: a new, empty one, unless the test has a station."""
    shutil.copytree(before.stores.get("touch", made_store), tmp_path / "station")
    return Settings(data=tmp_path / "station", full_screen=False)


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    """An open store of a machine that is not enrolled."""
    opened = open_store(settings.store, bytes.fromhex(settings.key_file.read_text()))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def new_central(tmp_path_factory: pytest.TempPathFactory) -> Central:
    """A new central, opened once and closed: migrations run once, keys are drawn once."""
    own = CentralAt(tmp_path_factory.mktemp("made-central")).own
    own.close()
    return own


@pytest.fixture(scope="session")
def made_central(new_central: Central) -> Path:
    """Its folder, to be copied."""
    return new_central.folder


@pytest.fixture
def central(tmp_path: Path, new_central: Central, clock: ToldClock, before: Morning) -> Iterator[CentralAt]:
    """A real central on loopback. Stations believe its clock: it is the test's own."""
    shutil.copytree(before.central, tmp_path / "central")
    here = CentralAt(tmp_path / "central", lambda: clock.at, new_central)
    here.back()
    yield here
    here.cut()


@pytest.fixture
def of_the_morning(before: Morning) -> str:
    """Which station `settings` and `central` know of."""
    return before.ids["touch"]


@pytest.fixture
def desk_of_the_morning(before: Morning) -> str:
    return before.ids["desk"]


@pytest.fixture
def station(of_the_morning: str, store: Store, central: CentralAt, settings: Settings, clock: ToldClock) -> Station:
    """A station enrolled at that central, with nothing copied yet."""
    return found_again(of_the_morning, store, central, settings, clock)


@pytest.fixture
def desk(
    tmp_path: Path, before: Morning, desk_of_the_morning: str, central: CentralAt, clock: ToldClock
) -> Iterator[Station]:
    """A second station of the same hub, with nothing copied yet."""
    shutil.copytree(before.stores["desk"], tmp_path / "desk")
    own = Settings(data=tmp_path / "desk", full_screen=False)
    opened = open_store(own.store, bytes.fromhex(own.key_file.read_text()))
    yield found_again(desk_of_the_morning, opened, central, own, clock)
    opened.close()
