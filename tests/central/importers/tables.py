"""Small invented tables and directories, written the way registers write them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from central import importers
from central.importers import Report
from central.importers.importing import Prepared
from tests.central.importers.files import MAPPINGS

CSV = MAPPINGS / "csv-activities.toml"
HSDS = MAPPINGS / "hsds3.toml"
TODAY = date(2026, 11, 23)
HEADER = "Nome;Indirizzo;Attività"
ROWS = ("Piscina Blu;Via del Lago 4;Nuoto", "Centro Sole;Via Monte 1;Scacchi")

Data = dict[str, Any]


def prepared(folder: Path, content: bytes | str, mapping: Path = CSV) -> Prepared:
    file = folder / ("rows.csv" if mapping == CSV else "services.json")
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    found = importers.prepare(file, mapping, TODAY)
    assert all(line.strip() for line in found.report.lines())
    return found


def table(*rows: str, header: str = HEADER) -> str:
    return "\n".join((header, *rows)) + "\n"


def records(found: Prepared, kind: str) -> dict[str, Data]:
    assert found.rows is not None, found.report.failure
    return dict(found.rows.records[kind])


def only(found: Prepared, kind: str) -> Data:
    (data,) = records(found, kind).values()
    return data


def names(found: Prepared) -> set[str]:
    return {data["name"] for data in records(found, "place").values()}


def said(report: Report) -> str:
    return "\n".join(report.lines())


def service(number: int = 1, **changed: Any) -> Data:
    """A service with one location; a field that is `...` is left out."""
    whole = {
        "id": uuid("a", number),
        "name": f"Corso {number}",
        "status": "active",
        "description": "Si impara insieme.",
        "email": "uno@borgo.example",
        "minimum_age": 6,
        "maximum_age": 11,
        "organization": {"id": uuid("b", 1), "name": "Associazione Onda", "description": "Sport"},
        "service_at_locations": [{"id": uuid("c", number), "location": location()}],
        "schedules": [schedule()],
        "cost_options": [{"id": uuid("d", 1), "amount": 5.5, "currency": "EUR"}],
        "attributes": [{"id": uuid("e", 1), "taxonomy_term": {"id": uuid("f", 1), "name": "Sport"}}],
    }
    return {name: value for name, value in (whole | changed).items() if value is not ...}


def location(**changed: Any) -> Data:
    whole = {
        "id": uuid("9", 1),
        "location_type": "physical",
        "name": "Palestra Blu",
        "latitude": 45.46,
        "longitude": 9.19,
        "addresses": [{"id": uuid("8", 1), "address_1": "Via del Lago 4", "city": "Borgo", "postal_code": "20100"}],
    }
    return {name: value for name, value in (whole | changed).items() if value is not ...}


def schedule(**changed: Any) -> Data:
    whole = {"id": uuid("7", 1), "freq": "WEEKLY", "byday": "TU,TH", "opens_at": "16:00", "closes_at": "18:00:00"}
    return {name: value for name, value in (whole | changed).items() if value is not ...}


def uuid(letter: str, number: int) -> str:
    return f"{letter * 8}-0000-4000-8000-{number:012}"


def directory(folder: Path, document: Any) -> Prepared:
    return prepared(folder, json.dumps(document), HSDS)
