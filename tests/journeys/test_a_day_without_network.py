"""The journey of the product, with real processes: enrolled, cut off, 50 visits, power cut, network back."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from demo.city import City
from kiosk.clock import Clock
from kiosk.db.store import Store, open_store, read_key
from kiosk.settings import Settings
from tests.central_at import CentralAt
from tests.journeys.processes import StationProcess, kiosk
from tests.station import enrolled

pytestmark = pytest.mark.timeout(120)


def test_fifty_visits_survive_the_night_and_reach_central_once(city: City, data: Path, cards: list[str]) -> None:
    city.cut()
    with StationProcess(data) as station:
        assert [station.scan(code) for code in cards[:50]] == ["welcomed"] * 50
        assert station.scan(cards[0]) == "hello"
        station.kill()
    status, audit = kiosk(data, "audit", "--verify")
    assert (status, audit["events"], audit["broken"]) == (0, 50, None)
    with StationProcess(data) as station:
        assert station.scan(cards[49]) == "hello"
        station.kill()
    status, away = kiosk(data, "sync", "--once")
    assert (status, away["waiting"]) == (1, 50)
    city.back()
    status, done = kiosk(data, "sync", "--once")
    assert (status, done["pushed"], done["waiting"], done["trouble"]) == (0, 50, 0, "")
    assert kiosk(data, "sync", "--once")[1]["pushed"] == 0
    counts = city.answer("events")
    assert (counts["visits"], counts["total"], counts["distinct"], counts["cases"]) == (50, 50, 50, 0)
    assert kiosk(data, "audit", "--verify")[0] == 0


@pytest.fixture
def hub(tmp_path: Path, made_central: Path) -> Iterator[CentralAt]:
    """A central in this process, by the machine's own clock: where it is the station's process that matters."""
    shutil.copytree(made_central, tmp_path / "central")
    here = CentralAt(tmp_path / "central")
    here.back()
    yield here
    here.cut()


@pytest.fixture
def there(settings: Settings, store: Store, hub: CentralAt) -> Path:
    """The folder of a station enrolled at that central, and in sync."""
    station = enrolled(store, hub, settings, Clock())
    assert station.sync().trouble == ""
    store.close()
    return settings.data


@pytest.fixture
def codes(hub: CentralAt) -> list[str]:
    return list(hub.cards("amina", "lia", "sara", hub="hub-2").values())


def test_a_second_process_on_the_store_is_turned_away(there: Path, codes: list[str]) -> None:
    with StationProcess(there) as station:
        assert station.scan(codes[0]) == "welcomed"
        assert kiosk(there, "status")[0] == 3


def test_sync_once_asks_the_kiosk_that_runs(hub: CentralAt, there: Path, codes: list[str]) -> None:
    with StationProcess(there) as station:
        assert station.scan(codes[0]) == "welcomed"
        status, done = kiosk(there, "sync", "--once")
        assert (status, done["waiting"], done["trouble"]) == (0, 0, "")
        assert hub.counts().visits == 1


def test_an_altered_event_is_found_by_the_audit(there: Path, codes: list[str]) -> None:
    with StationProcess(there) as station:
        for code in codes:
            station.scan(code)
    store = open_store(there / "hub.db", read_key(there / "hub.key"))
    with store.begin() as tx:
        tx.events._connection.exec_driver_sql("UPDATE bodies SET content = replace(content, 'hub-1', 'hub-2')")
    store.close()
    status, audit = kiosk(there, "audit", "--verify")
    assert (status, audit["broken"]) == (1, {"seq": 1, "what": "body"})
