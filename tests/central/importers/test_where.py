import math

import pytest

from central.importers import where
from central.importers.geometry import WORLD, Box
from central.importers.where import Located, Nowhere
from kiosk.domain.catalogue import Point

BOX = Box(44.6, 8.4, 46.7, 11.5)
HERE = Point(45.4592, 9.1787)


@pytest.mark.parametrize(
    ("lat", "lon", "read_as"),
    [
        (45.459206, 9.178709, ""),
        (9.178709, 45.459206, "degrees, latitude and longitude swapped"),
        (5034000, 1514000, "EPSG:3003"),
        (1514000, 5034000, "EPSG:3003, latitude and longitude swapped"),
        (5033980.0, 513972.1, "EPSG:32632"),
    ],
)
def test_coordinates_are_read_in_the_one_way_that_lies_in_the_box(lat: float, lon: float, read_as: str) -> None:
    found = where.locate(lat, lon, BOX)
    assert isinstance(found, Located)
    assert found.read_as == read_as
    assert found.at.metres_to(HERE) < 15


def test_metres_of_a_known_system_agree_with_the_other_system_of_the_same_place() -> None:
    """Monte Mario and UTM are some 60 m apart in Milan; the false eastings tell them apart."""
    roman, utm = where.locate(5034000, 1514000, BOX), where.locate(5034000 - 19, 514000 - 28, BOX)
    assert isinstance(roman, Located)
    assert isinstance(utm, Located)
    assert roman.at.metres_to(utm.at) < 10


@pytest.mark.parametrize("pair", [(0, 0), (41.9, 12.5), (math.nan, 9), (math.inf, 9), (1e300, 1e300), (-45.4, 9.1)])
def test_what_lies_nowhere_near_is_nowhere(pair: tuple[float, float]) -> None:
    assert isinstance(where.locate(*pair, BOX), Nowhere)


def test_what_can_be_read_in_two_ways_is_nowhere() -> None:
    found = where.locate(5034000, 514000, Box(35, 6, 48, 19))
    assert isinstance(found, Nowhere)
    assert "several ways: EPSG:32632, EPSG:32633" in found.reason


def test_without_a_box_metres_are_read_only_in_the_system_that_is_named() -> None:
    assert isinstance(where.locate(5034000, 1514000, WORLD), Nowhere)
    assert isinstance(where.locate(5034000, 1514000, BOX, "EPSG:3003"), Located)
    assert isinstance(where.locate(5034000, 1514000, BOX, "EPSG:32632"), Nowhere)


@pytest.mark.parametrize(
    ("text", "number"),
    [("45.46", 45.46), ("45,46", 45.46), ("1.514.000,5", 1514000.5), ("5 034 000", 5034000), ("-9", -9)],
)
def test_a_number_is_read_with_either_comma(text: str, number: float) -> None:
    assert where.number(text) == number


@pytest.mark.parametrize("text", ["", "1e5", "45°27'", "nan", "inf", "4.5.6", "1,514,000.5", "9" * 50])
def test_what_is_no_number_for_sure_is_none(text: str) -> None:
    assert where.number(text) is None


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("45.46, 9.19", (45.46, 9.19)),
        ("(45.46, 9.19)", (45.46, 9.19)),
        ("45,46 9,19", (45.46, 9.19)),
        ("POINT (9.19 45.46)", (45.46, 9.19)),
        ("SRID=4326;POINT(9.19 45.46)", None),
        ("45.46", None),
        ("1 2 3", None),
        ("", None),
    ],
)
def test_one_cell_may_hold_both(text: str, pair: tuple[float, float] | None) -> None:
    assert where.pair(text) == pair
