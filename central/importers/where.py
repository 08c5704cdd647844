"""Coordinates as the cells of a register hold them: degrees or metres, commas or points, sometimes the wrong way round.

A pair is taken as it stands when that lies in the city's box. Otherwise every reference system of SYSTEMS is tried,
both ways round: a reading counts only when it is the single one that lies in the box.
"""

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from pyproj import Transformer

from central.importers.geometry import POINT_DECIMALS, WORLD, Box
from kiosk.domain.catalogue import Point

DEGREES = "EPSG:4326"
SYSTEMS = (DEGREES, "EPSG:3003", "EPSG:3004", "EPSG:32632", "EPSG:32633", "EPSG:3857")
APART = 200.0  # metres; what lies nearer is one reading
_LONGEST = 40  # characters of a number
_PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:([.' ])\d{3})(?:\1\d{3})*(?:,\d+)?")
_TWO = re.compile(r"[^\d+-]*([+-]?\d++(?:[.,]\d++)?+)[^\d+-]+([+-]?\d++(?:[.,]\d++)?+)\D*")
_POINT = re.compile(r"\s*(?:SRID=\d+;)?POINT\s*Z?\s*\(", re.IGNORECASE)


@dataclass(frozen=True)
class Located:
    """A point, and how the cells had to be read for it ("" when they were taken as they stand)."""

    at: Point
    read_as: str


@dataclass(frozen=True)
class Nowhere:
    """Why the coordinates cannot be used, in words for the curator."""

    reason: str


def number(text: str) -> float | None:
    """A number as people write it: "45,46" and "1.514.000,5" too. None when it is none, or could be two."""
    text = text.strip().replace("\u00a0", " ")
    if len(text) > _LONGEST:
        return None
    if _PLAIN.fullmatch(text):
        return float(text.replace(",", "."))
    if _THOUSANDS.fullmatch(text):
        return float(re.sub(r"[.' ]", "", text).replace(",", "."))
    return None


def pair(text: str) -> tuple[float, float] | None:
    """Latitude (or north) and longitude (or east) of one cell; "POINT (lon lat)" says them the other way round."""
    found = _TWO.fullmatch(text) if len(text) <= 4 * _LONGEST else None
    if not found:
        return None
    first, second = (float(part.replace(",", ".")) for part in found.groups())
    return (second, first) if _POINT.match(text) else (first, second)


def locate(lat: float, lon: float, box: Box, system: str = "") -> Located | Nowhere:
    """Where this is. `lat` and `lon` are north and east when they are metres."""
    said = f"[{lat:.10g}, {lon:.10g}]"
    if not (math.isfinite(lat) and math.isfinite(lon)) or (lat == 0 and lon == 0):
        return Nowhere(f"its coordinates {said} are no place")
    if system in ("", DEGREES) and box.holds(lat, lon):
        return Located(_rounded(lat, lon), "")
    if box == WORLD and not system:
        return Nowhere(
            f'its coordinates {said} are not degrees, and without a [box] or a "system" nobody can tell what'
        )
    systems = (system,) if system else SYSTEMS
    found = [reading for name in systems for reading in _readings(lat, lon, name, box)]
    if not found:
        return Nowhere(f"its coordinates {said} lie outside the box of this mapping, however they are read")
    if any(found[0].at.metres_to(other.at) > APART for other in found):
        return Nowhere(f"its coordinates {said} can be read in several ways: {', '.join(one.read_as for one in found)}")
    return found[0]


def _readings(lat: float, lon: float, system: str, box: Box) -> list[Located]:
    found = []
    for north, east, order in ((lat, lon, ""), (lon, lat, ", latitude and longitude swapped")):
        y, x = (north, east) if system == DEGREES else _degrees(north, east, system)
        if box.holds(y, x):
            found.append(Located(_rounded(y, x), f"{'degrees' if system == DEGREES else system}{order}"))
    return found


def _degrees(north: float, east: float, system: str) -> tuple[float, float]:
    """Latitude and longitude of metres; infinite where there is nothing."""
    lon, lat = _transformer(system).transform(east, north)
    return float(lat), float(lon)


@lru_cache(maxsize=len(SYSTEMS))
def _transformer(system: str) -> Transformer:
    return Transformer.from_crs(system, DEGREES, always_xy=True)


def _rounded(lat: float, lon: float) -> Point:
    return Point(round(lat, POINT_DECIMALS), round(lon, POINT_DECIMALS))
