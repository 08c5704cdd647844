from typing import Any

import pytest

from central.importers import geometry
from central.importers.geometry import WORLD, BadGeometry, Box
from kiosk.domain.catalogue import Point
from tests.central.importers.files import square

MILAN = Box(45.35, 9.0, 45.57, 9.32)


def point(coordinates: Any, box: Box = MILAN) -> Point:
    return geometry.point({"type": "Point", "coordinates": coordinates}, box)


def test_longitude_comes_first_and_height_is_ignored() -> None:
    assert point([9.17, 45.5]) == point([9.17, 45.5, 120.0]) == Point(45.5, 9.17)


@pytest.mark.parametrize(
    ("coordinates", "reason"),
    [
        ([45.5, 9.17], "swapped"),
        ([0, 0], "outside the box"),
        ([1514000.0, 5034000.0], "not degrees"),
        (["9.17", "45.5"], "are text"),
        ([None, 45.5], "not numbers"),
        ([True, 45.5], "not numbers"),
        ([float("nan"), 45.5], "not finite"),
        ([float("inf"), 45.5], "not finite"),
        ([10**400, 45.5], "not finite"),
        ([9.17], "needs a longitude and a latitude"),
        ([[9.17, 45.5]], "needs a longitude and a latitude"),
        ([], "needs a longitude and a latitude"),
        ("9.17, 45.5", "no type or no coordinates"),
    ],
)
def test_coordinates_that_cannot_be_right_are_said_to_be_wrong(coordinates: Any, reason: str) -> None:
    with pytest.raises(BadGeometry, match=reason):
        point(coordinates)


@pytest.mark.parametrize("geometry_", [None, [], "x", {}, {"type": "LineString", "coordinates": [[9, 45], [9, 46]]}])
def test_what_is_no_place_is_refused(geometry_: Any) -> None:
    with pytest.raises(BadGeometry):
        geometry.point(geometry_, MILAN)


def test_the_centre_is_that_of_the_area_not_of_the_corners() -> None:
    ring = [[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [3.0, 0.0], [4.0, 0.0], [4.0, 2.0], [0.0, 2.0], [0.0, 0.0]]
    centre = geometry.shape({"type": "Polygon", "coordinates": [ring]}, WORLD).centre
    assert (centre.lat, centre.lon) == (1.0, 2.0)


def test_the_centre_is_that_of_the_largest_polygon_and_the_outline_has_all_rings() -> None:
    polygons = [[square(9.0, 45.0, 0.001)], [square(9.1, 45.1, 0.1), square(9.12, 45.12, 0.01)]]
    shape = geometry.shape({"type": "MultiPolygon", "coordinates": polygons}, WORLD)
    assert shape.centre == Point(45.15, 9.15)
    assert len(shape.outline) == 3


def test_the_direction_of_a_ring_and_its_closing_do_not_matter() -> None:
    ring = square(9.0, 45.0)
    centres = {
        geometry.shape({"type": "Polygon", "coordinates": [each]}, WORLD).centre
        for each in (ring, ring[::-1], ring[:-1])
    }
    assert centres == {Point(45.005, 9.005)}


def test_an_outline_is_rounded_and_loses_corners_that_fall_together() -> None:
    ring = [[9.0, 45.0], [9.00001, 45.00001], [9.01, 45.0], [9.01, 45.01], [9.0, 45.0]]
    outline = geometry.shape({"type": "Polygon", "coordinates": [ring]}, WORLD).outline
    assert outline == [[[9.0, 45.0], [9.01, 45.0], [9.01, 45.01], [9.0, 45.0]]]


@pytest.mark.parametrize(
    "coordinates", [[], [[]], [[[9, 45], [9, 45], [9, 45], [9, 45]]], [[[9, 45]]], [9, 45], [[9, 45]], [None]]
)
def test_a_polygon_without_an_area_is_refused(coordinates: Any) -> None:
    with pytest.raises(BadGeometry):
        geometry.shape({"type": "Polygon", "coordinates": coordinates}, WORLD)
