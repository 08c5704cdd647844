"""Coordinates of GeoJSON: longitude first, WGS 84, degrees."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kiosk.domain.catalogue import Point

OUTLINE_DECIMALS = 4  # about 11 metres
POINT_DECIMALS = 6  # about 10 centimetres
_FEWEST = 4  # positions of a ring, the first and last of which are one

Ring = list[list[float]]  # [[lon, lat], ...]


class BadGeometry(Exception):
    """Why a geometry cannot be used, in words for the curator."""


@dataclass(frozen=True)
class Box:
    """The degrees within which a city lies."""

    south: float = -90.0
    west: float = -180.0
    north: float = 90.0
    east: float = 180.0

    def holds(self, lat: float, lon: float) -> bool:
        return self.south <= lat <= self.north and self.west <= lon <= self.east


WORLD = Box()


@dataclass(frozen=True)
class Shape:
    """The centre of the largest polygon, and the rings of all, rounded."""

    centre: Point
    outline: list[Ring]


def point(geometry: Any, box: Box) -> Point:
    """Where a geometry is: a point, or the centre of a polygon. Raises BadGeometry."""
    kind, coordinates = _parts(geometry)
    match kind, coordinates:
        case "Point", _:
            return _inside(_position(coordinates), box)
        case "MultiPoint", [only]:
            return _inside(_position(only), box)
        case (("Polygon" | "MultiPolygon"), _):
            return shape(geometry, box).centre
    raise BadGeometry(f"a {kind} is no place: a Point is needed")


def shape(geometry: Any, box: Box) -> Shape:
    """A Polygon or MultiPolygon. Raises BadGeometry."""
    kind, coordinates = _parts(geometry)
    if kind not in ("Polygon", "MultiPolygon"):
        raise BadGeometry(f"a {kind} has no outline: a Polygon or MultiPolygon is needed")
    polygons = [coordinates] if kind == "Polygon" else coordinates
    rings = [[_ring(ring) for ring in _list(polygon)] for polygon in polygons]
    outers = [polygon[0] for polygon in rings if polygon]
    if not outers:
        raise BadGeometry("the polygon is empty")
    largest = max(outers, key=lambda ring: abs(_doubled_area(ring)))
    centre = _inside(_centroid(largest), box)
    return Shape(centre, [line for polygon in rings for ring in polygon if (line := _rounded(ring))])


def _parts(geometry: Any) -> tuple[str, list[Any]]:
    match geometry:
        case None:
            raise BadGeometry("it has no geometry")
        case {"type": str() as kind, "coordinates": list() as coordinates}:
            return kind[:40], coordinates
    raise BadGeometry("its geometry has no type or no coordinates")


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise BadGeometry("its coordinates are not lists of positions")
    return value


def _position(value: Any) -> tuple[float, float]:
    match value:
        case [lon, lat, *_]:
            return _number(lon), _number(lat)
    raise BadGeometry("a position needs a longitude and a latitude")


def _number(value: Any) -> float:
    if isinstance(value, str):
        raise BadGeometry("its coordinates are text, not numbers")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadGeometry("its coordinates are not numbers")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise BadGeometry("its coordinates are not finite numbers")
    return number


def _inside(position: tuple[float, float], box: Box) -> Point:
    lon, lat = position
    if box.holds(lat, lon):
        return Point(round(lat, POINT_DECIMALS), round(lon, POINT_DECIMALS))
    where = f"[{lon:.10g}, {lat:.10g}]"
    if box.holds(lon, lat):
        raise BadGeometry(f"its coordinates {where} look swapped: longitude comes first")
    if WORLD.holds(lat, lon):
        raise BadGeometry(f"its coordinates {where} lie outside the box of this mapping")
    raise BadGeometry(f"its coordinates {where} are not degrees (metres of another reference system?)")


def _ring(value: Any) -> list[tuple[float, float]]:
    ring = [_position(position) for position in _list(value)]
    if len(ring) < _FEWEST - 1:
        raise BadGeometry("a ring of its outline has fewer than three corners")
    return ring if ring[0] == ring[-1] else [*ring, ring[0]]


def _doubled_area(ring: Sequence[tuple[float, float]]) -> float:
    """Twice the signed area, by the shoelace formula."""
    return sum(cross for cross, _, _ in _shoelace(ring))


def _centroid(ring: Sequence[tuple[float, float]]) -> tuple[float, float]:
    steps = list(_shoelace(ring))
    doubled = sum(cross for cross, _, _ in steps)
    if doubled == 0 or not math.isfinite(doubled):
        raise BadGeometry("its outline has no area")
    x = sum(cross * across for cross, across, _ in steps) / (3 * doubled)
    y = sum(cross * up for cross, _, up in steps) / (3 * doubled)
    return ring[0][0] + x, ring[0][1] + y


def _shoelace(ring: Sequence[tuple[float, float]]) -> Iterable[tuple[float, float, float]]:
    """For each side, seen from the first corner (which keeps the digits): cross product, sum of x, sum of y."""
    x0, y0 = ring[0]
    moved = [(x - x0, y - y0) for x, y in ring]
    for (ax, ay), (bx, by) in pairwise(moved):
        yield ax * by - bx * ay, ax + bx, ay + by


def _rounded(ring: Sequence[tuple[float, float]]) -> Ring:
    """Rounded, without repeated corners; empty when nothing is left of it."""
    line: Ring = []
    for lon, lat in ring:
        corner = [round(lon, OUTLINE_DECIMALS), round(lat, OUTLINE_DECIMALS)]
        if not line or line[-1] != corner:
            line.append(corner)
    return line if len(line) >= _FEWEST else []
