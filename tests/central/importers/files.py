"""A small invented city, as messy as real ones; and the real ones, where they are."""

import copy
import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
MAPPINGS = ROOT / "central" / "mappings"
REAL = ROOT.parent / "shared" / "data" / "milan"
REAL_FILES = {
    "milan-ds964": REAL / "ds964.nil_wm.geojson",
    "milan-ds629": REAL / "ds629.impianti_sportivi_11_06_2020.geojson",
    "milan-ds32": REAL / "ds32.centri_balneari_milano__final.geojson",
}

Feature = dict[str, Any]

OFFERS = """
format = "geojson"
rows = "offers"
[dataset]
id = "borgo-sport"
title = "Sport a Borgo"
licence = "CC0"
attribution = "Comune di Borgo, che non esiste"
[box]
south = 45.3
west = 9.0
north = 45.6
east = 9.3
[text]
small = ["del", "della", "da", "e"]
expand = { "V.LE" = "Viale" }
[place]
key = ["STREET", "NAME"]
name = "NAME"
generic = ["Impianto"]
street = "STREET"
number = { from = "WHERE", match = '^\\s*(\\d+\\w*)\\s*,' }
postcode = { from = "WHERE", match = '(\\d{5})$' }
city = "Borgo"
municipio = "ZONE"
area = "AREA"
area_dataset = "borgo-areas"
[provider]
name = "RUN_BY"
[activity]
category = { from = "SPORT", split = "|" }
about = { from = "NOTE", split = "|" }
how = { it = "Chiama.", en = "Call.", ar = "اتصل." }
extra = { mail = { from = "MAIL", clean = "mails" }, phone = { from = "PHONE", clean = "phones" }, website = { from = "WEB", clean = "website" } }
[categories."Nuoto"]
title = { it = "Nuoto", en = "Swimming", ar = "سباحة" }
category = "sport"
pillars = { physical_activity = 5, social_relations = 2 }
[categories."Tennis"]
same = ["Tenis"]
title = { it = "Tennis" }
category = "sport"
pillars = { physical_activity = 5 }
"""  # noqa: E501

AREAS = """
format = "geojson"
rows = "areas"
[dataset]
id = "borgo-areas"
title = "Quartieri di Borgo"
licence = "CC0"
attribution = "Comune di Borgo, che non esiste"
[area]
number = "ID"
name = "NAME"
"""


def row(lon: float = 9.17, lat: float = 45.5, **properties: Any) -> Feature:
    said = {
        "STREET": "Via del Lago",
        "WHERE": "4, 20158",
        "NAME": "Piscina Blu",
        "ZONE": "9",
        "AREA": "79",
        "SPORT": "Nuoto",
        "NOTE": "Una vasca| due campi ",
        "RUN_BY": "A.S.D. Onda",
        "MAIL": " uno@borgo.example; due@borgo.example",
        "PHONE": None,
        "WEB": "www.borgo.example",
    }
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [lon, lat]},
        "properties": {**said, **properties},
    }


def offers() -> list[Feature]:
    """Six rows: two places of three and one sports, one of several rows that shouts, one without a provider."""
    return [
        row(),
        row(SPORT="Tennis"),
        row(SPORT="Ballo del paese"),
        row(9.18, 45.49, NAME="IMPIANTO", STREET="V.LE SANT'AMBROGIO", WHERE=", 20161", SPORT="TENIS | Nuoto"),
        row(9.19, 45.48, NAME="Centro Sole", RUN_BY=None),
        row(9.19, 45.48, NAME="Centro Luna", RUN_BY="ASD ONDA"),
    ]


def square(lon: float, lat: float, size: float = 0.01) -> list[list[float]]:
    return [[lon, lat], [lon + size, lat], [lon + size, lat + size], [lon, lat + size], [lon, lat]]


def area(number: Any, name: Any, *rings: list[list[float]]) -> Feature:
    geometry = {"type": "Polygon", "coordinates": list(rings)}
    return {"type": "Feature", "geometry": geometry, "properties": {"ID": number, "NAME": name}}


def areas() -> list[Feature]:
    return [
        area(1, "LAGO", square(9.0, 45.0)),
        area("2", "CA' BIANCA", square(9.1, 45.1), square(9.102, 45.102, 0.001)),
    ]


class Desk:
    """A folder with a mapping, and files to import with it."""

    def __init__(self, folder: Path, mapping: str) -> None:
        self.folder = folder
        self.mapping = folder / "mapping.toml"
        self.mapping.write_text(mapping, "utf-8")

    def file(self, features: list[Any], **more: Any) -> Path:
        return self.raw(json.dumps({"type": "FeatureCollection", "features": features, **more}).encode())

    def raw(self, content: bytes) -> Path:
        file = self.folder / "rows.geojson"
        file.write_bytes(content)
        return file


def without(feature: Feature, *path: str) -> Feature:
    changed: Any = copy.deepcopy(feature)
    inner = changed
    for name in path[:-1]:
        inner = inner[name]
    del inner[path[-1]]
    return dict(changed)
