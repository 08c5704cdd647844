"""A city as processes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from demo.city import City
from tests.journeys.processes import CityHere, enrol, kiosk


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    here = CityHere(tmp_path / "central")
    here.ask("init")
    here.back()
    yield here
    here.cut()


@pytest.fixture
def data(tmp_path: Path, city: City) -> Path:
    """The folder of a station enrolled at the city."""
    folder = tmp_path / "station"
    ticket = city.ticket("hub-1", "door")
    enrol(folder, city.url, ticket.code, ticket.root)
    return folder


@pytest.fixture
def cards(city: City, data: Path) -> list[str]:
    return from_elsewhere(city, data, 60)


@pytest.fixture
def many_cards(city: City, data: Path) -> list[str]:
    return from_elsewhere(city, data, 900)


def from_elsewhere(city: City, data: Path, count: int) -> list[str]:
    """Cards from another hub: valid codes of central's that this station knows nothing of. It is in sync afterwards."""
    ticket = city.ticket("hub-2", "elsewhere")
    enrol(data.parent / "elsewhere", city.url, ticket.code, ticket.root)
    station = next(row["id"] for row in city.answer("stations") if row["hub"] == "hub-2")
    codes = [code for _, code in city.answer("blanks", "--station", station, "--count", str(count))["codes"]]
    status, said = kiosk(data, "sync", "--once")
    assert status == 0, said
    return codes
