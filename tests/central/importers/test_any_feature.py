"""Whatever a feature holds, reading it ends: with a record that every station can read, or with a bad row."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.importers import areas, geojson, mapping, offers
from central.importers.mapped import AreaMapping
from central.importers.mapping import Mapped, Offers
from central.importers.rows import Rows
from kiosk.domain import catalogue
from kiosk.domain.catalogue import Unreadable
from tests.central.importers import files

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30)
JSON = st.recursive(
    SCALARS, lambda each: st.lists(each, max_size=4) | st.dictionaries(st.text(max_size=8), each), max_leaves=8
)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(deeper for name, item in inner for deeper in _paths(item, (*path, name)))]


def _put(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    if isinstance(value, dict):
        return {**value, path[0]: _put(value[path[0]], path[1:], new)}
    return [*value[: path[0]], _put(value[path[0]], path[1:], new), *value[path[0] + 1 :]]


@st.composite
def mutated(draw: st.DrawFn, feature: Any) -> Any:
    for _ in range(draw(st.integers(1, 3))):
        feature = _put(feature, draw(st.sampled_from(_paths(feature))), draw(JSON))
    return feature


def _mapped(text: str) -> Mapped:
    with tempfile.TemporaryDirectory() as folder:
        return mapping.read(files.Desk(Path(folder), text).mapping)


def _check(rows: Rows, good: int) -> None:
    assert good <= sum(len(records) > 0 for records in rows.records.values()) + len(rows.bad)
    json.dumps(rows.records, allow_nan=False, ensure_ascii=False).encode()
    for kind, records in rows.records.items():
        for data in records.values():
            assert not isinstance(catalogue.read(kind, data), Unreadable)


OFFERS, AREAS = _mapped(files.OFFERS), _mapped(files.AREAS)


@given(mutated(files.row(SPORT="Nuoto | Tennis", PHONE="02 1234567")))
def test_any_mutation_of_an_offer_is_read_or_reported(feature: Any) -> None:
    assert isinstance(OFFERS.rows, Offers)
    rows = offers.read([feature, files.row()], OFFERS, OFFERS.rows)
    assert {bad.row for bad in rows.bad} <= {1}
    _check(rows, 1)


@given(mutated(files.areas()[1]))
def test_any_mutation_of_an_area_is_read_or_reported(feature: Any) -> None:
    assert isinstance(AREAS.rows, AreaMapping)
    rows = areas.read([feature, files.areas()[0]], AREAS, AREAS.rows)
    assert len(rows.records["area"]) + len(rows.bad) in (1, 2)
    _check(rows, 1)


@given(st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_file_is_features_or_one_sentence(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "any"
        file.write_bytes(content)
        found = geojson.load(file)
    assert isinstance(found, list) or found.reason


@pytest.mark.parametrize("depth", [50, 300, 800])
def test_a_feature_nested_deeply_is_a_bad_row(tmp_path: Path, depth: int) -> None:
    nested: Any = "x"
    for _ in range(depth):
        nested = [nested]
    file = tmp_path / "rows.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [files.row(NAME=nested), files.row()]}))
    features = geojson.load(file)
    assert isinstance(features, list)
    assert isinstance(OFFERS.rows, Offers)
    assert [bad.row for bad in offers.read(features, OFFERS, OFFERS.rows).bad] == [1]
