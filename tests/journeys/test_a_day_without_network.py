"""The journey of the product, with real processes: enrolled, cut off, 50 visits, power cut, network back."""

from pathlib import Path

import pytest

from demo.city import City
from kiosk.db.store import open_store, read_key
from tests.journeys.processes import StationProcess, kiosk

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


def test_a_second_process_on_the_store_is_turned_away(city: City, data: Path, cards: list[str]) -> None:
    with StationProcess(data) as station:
        assert station.scan(cards[0]) == "welcomed"
        assert kiosk(data, "status")[0] == 3


def test_sync_once_asks_the_kiosk_that_runs(city: City, data: Path, cards: list[str]) -> None:
    with StationProcess(data) as station:
        assert station.scan(cards[0]) == "welcomed"
        status, done = kiosk(data, "sync", "--once")
        assert (status, done["waiting"], done["trouble"]) == (0, 0, "")
        assert city.answer("events")["visits"] == 1


def test_an_altered_event_is_found_by_the_audit(city: City, data: Path, cards: list[str]) -> None:
    with StationProcess(data) as station:
        for code in cards[:3]:
            station.scan(code)
    store = open_store(data / "hub.db", read_key(data / "hub.key"))
    with store.begin() as tx:
        tx.events._connection.exec_driver_sql("UPDATE bodies SET content = replace(content, 'hub-1', 'hub-2')")
    store.close()
    status, audit = kiosk(data, "audit", "--verify")
    assert (status, audit["broken"]) == (1, {"seq": 1, "what": "body"})
