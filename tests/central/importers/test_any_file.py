"""Whatever a file holds, reading it ends with records that every station can read, and with every row accounted for."""

import copy
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from central.importers.importing import Prepared
from kiosk.domain import catalogue
from kiosk.domain.catalogue import Unreadable
from tests.central.importers.tables import CSV, HSDS, prepared, schedule, service, uuid

HEADER = (
    "Nome;Indirizzo;Attività;Titolo;Mese;Giorni;Apertura;Chiusura;Orari;Lunedì;Data;Ora inizio;Ora fine;Posti;"
    "Lat;Lon;Coordinate;3-6;6-11;14+;Età;Età minima;Età massima;Prezzo;Telefono;Mail;Sito;CAP;Municipio;Ente;Dal"
)
CELLS = st.sampled_from(
    ["", "X", "7", "24", "6:30", "lun-ven", "giugno", "31/12/2026", "45,46", "9.19", "1514000", "5034000", "chiuso",
     "attivitÃ ", "\ufffd", "9-12 e 14-18", "lun 9-12; mar chiuso", "€ 5,00", "6-11", "14+", "a@b.example", "\x00", '"',
     "\n", "02 1234567", "POINT (9.19 45.46)", "2026-06", "1.514.000,5", "٣", "½", "²", "İ"]
)  # fmt: skip
TEXTS = CELLS | st.text(max_size=12)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | TEXTS
JSON = st.recursive(
    SCALARS, lambda each: st.lists(each, max_size=4) | st.dictionaries(st.text(max_size=8), each), max_leaves=8
)
WHOLE = service(
    phones=[{"id": uuid("7", 2), "number": "02 1234567"}],
    contacts=[{"id": uuid("7", 3), "email": "a@b.example", "phones": [{"id": uuid("7", 4), "number": "02 7654321"}]}],
    languages=[{"id": uuid("7", 5), "code": "it"}],
    schedules=[schedule(), schedule(freq="MONTHLY", byday="1MO,-1FR", dtstart="2026-12-01", count=5, interval=2)],
)


def read(content: bytes | str, mapping: Path) -> Prepared:
    with tempfile.TemporaryDirectory() as folder:
        return prepared(Path(folder), content, mapping)


def check(found: Prepared) -> None:
    rows = found.rows
    if rows is None:
        assert found.report.failure
        return
    assert {bad.row for bad in rows.bad} | {value.row for value in rows.omitted} <= set(range(rows.count + 1))
    assert len({bad.row for bad in rows.bad}) == len(rows.bad)
    json.dumps(rows.records, allow_nan=False, ensure_ascii=False).encode()
    for kind, records in rows.records.items():
        for data in records.values():
            assert not isinstance(catalogue.read(kind, data), Unreadable)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(deeper for name, item in inner for deeper in _paths(item, (*path, name)))]


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    whole = {"whole": copy.deepcopy(WHOLE)}
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from([path for path in _paths(whole) if path]))
        inner: Any = whole
        for name in path[:-1]:
            inner = inner[name]
        inner[path[-1]] = draw(JSON)
    return whole["whole"]


@given(st.binary(max_size=300))
@example(b"\xff\xfe" + b"Nome;Indirizzo")
@settings(deadline=None)
def test_any_bytes_are_rows_or_one_sentence(content: bytes) -> None:
    for mapping in (CSV, HSDS):
        check(read(content, mapping))


@given(st.binary(max_size=200))
@settings(max_examples=30)
def test_any_bytes_under_a_good_header_are_rows(content: bytes) -> None:
    check(read("Nome;Indirizzo;Attività\n".encode() + content, CSV))


TABLES = st.lists(st.lists(TEXTS, min_size=31, max_size=31), min_size=1, max_size=4)


@given(TABLES)
@settings(max_examples=15)
def test_any_cells_are_read_or_reported(rows: list[list[str]]) -> None:
    check_cells(rows)


@pytest.mark.long
@given(TABLES)
@settings(max_examples=200)
def test_any_cells_of_many_tables_are_read_or_reported(rows: list[list[str]]) -> None:
    check_cells(rows)


def check_cells(rows: list[list[str]]) -> None:
    quoted = (";".join('"' + cell.replace('"', '""') + '"' for cell in ("Uno", *row[1:])) for row in rows)
    content = "\n".join((HEADER, *quoted))
    found = read(content.encode("utf-8", "replace"), CSV)
    check(found)
    assert found.report.rows == len(rows)
    places = {data["name"] for data in found.rows.records["place"].values()} if found.rows else set()
    assert places == ({"Uno"} if len(found.report.bad) < len(rows) else set())


@given(mutated())
@settings(max_examples=30)
def test_any_mutation_of_a_service_is_read_or_reported(changed: Any) -> None:
    check_service(changed)


@pytest.mark.long
@given(mutated())
@settings(max_examples=200)
def test_any_of_many_mutations_of_a_service_is_read_or_reported(changed: Any) -> None:
    check_service(changed)


def check_service(changed: Any) -> None:
    found = read(json.dumps([changed, service(2)]), HSDS)
    check(found)
    assert found.report.rows == 2
    assert {bad.row for bad in found.report.bad} <= {1, 2}


@given(JSON)
@settings(deadline=None)
def test_any_json_is_services_or_one_sentence(value: Any) -> None:
    check(read(json.dumps(value), HSDS))
    check(read(json.dumps({"contents": value}), HSDS))


@pytest.mark.parametrize("depth", [50, 300, 900, 100_000])
def test_what_is_nested_deeply_stops_nothing(tmp_path: Path, depth: int) -> None:
    nested = "[" * depth + "]" * depth
    content = json.dumps([service(1), service(2)]).replace('"Corso 1"', nested).replace('"Si impara insieme."', nested)
    found = prepared(tmp_path, content, HSDS)
    check(found)
    assert "nested too deeply" in found.report.failure or [bad.row for bad in found.report.bad] == [1]
