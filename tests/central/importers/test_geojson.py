import json
import re
from pathlib import Path

import pytest

from central.importers import geojson
from central.importers.geojson import Unusable

EMPTY = '{"type": "FeatureCollection", "features": []}'
ONE = '{"type": "FeatureCollection", "features": [{"a": "è"}]%s}'


def load(tmp_path: Path, content: bytes) -> object:
    file = tmp_path / "rows.geojson"
    file.write_bytes(content)
    return geojson.load(file)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_read_with_and_without_a_mark(tmp_path: Path, encoding: str) -> None:
    assert load(tmp_path, (ONE % "").encode(encoding)) == [{"a": "è"}]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"not json", "not JSON"),
        (b'{"type": "FeatureCollection", "features": [', "not JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (b"[]", "not a GeoJSON FeatureCollection"),
        (b"null", "not a GeoJSON FeatureCollection"),
        (b'{"type": "FeatureCollection", "features": {}}', "not a GeoJSON FeatureCollection"),
        (b'{"type": "Feature"}', 'GeoJSON "Feature"'),
        (EMPTY.encode(), "no features"),
        (b'{"type": "FeatureCollection", "features": [], "features": []}', "twice"),
        ((ONE % "").encode("latin-1"), "not UTF-8 .*0xe8 in line 1"),
        ((ONE % "").encode("utf-16"), "UTF-16"),
        ((ONE % "").encode("utf-16-le"), "UTF-16"),
        (b"<html></html>", "web page"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"PK\x03\x04", "zip"),
    ],
)
def test_a_file_that_cannot_be_used_says_why_in_one_sentence(tmp_path: Path, content: bytes, reason: str) -> None:
    found = load(tmp_path, content)
    assert isinstance(found, Unusable)
    assert re.search(reason, found.reason)
    assert len(found.reason) < 200


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    assert isinstance(geojson.load(tmp_path / "none"), Unusable)
    assert isinstance(geojson.load(tmp_path), Unusable)


@pytest.mark.parametrize("name", ["EPSG:4326", "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326"])
def test_wgs_84_has_several_names(tmp_path: Path, name: str) -> None:
    crs = json.dumps({"type": "name", "properties": {"name": name}})
    assert load(tmp_path, (ONE % f', "crs": {crs}').encode()) == [{"a": "è"}]


@pytest.mark.parametrize("crs", ['{"type": "name", "properties": {"name": "EPSG:3003"}}', '"EPSG:32632"', "{}", "[1]"])
def test_another_reference_system_is_refused(tmp_path: Path, crs: str) -> None:
    found = load(tmp_path, (ONE % f', "crs": {crs}').encode())
    assert isinstance(found, Unusable)
    assert "WGS 84" in found.reason


def test_a_number_of_thousands_of_digits_stops_nothing(tmp_path: Path) -> None:
    content = f'{{"type": "FeatureCollection", "features": [{"9" * 10_000}, 1]}}'
    assert load(tmp_path, content.encode()) == [float("inf"), 1]


def test_names_that_stand_twice_are_found_at_any_depth(tmp_path: Path) -> None:
    content = b'{"type": "FeatureCollection", "features": [{"a": [{"b": 1, "b": 2}]}, {"b": 1}]}'
    features = load(tmp_path, content)
    assert isinstance(features, list)
    assert [geojson.repeated_name(feature) for feature in features] == ["b", ""]
