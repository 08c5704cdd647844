"""An Open Referral HSDS 3 (or ORUK 3) JSON file, in whichever shape it comes, as the list of its services.

It may be one service, one organization with its services, a list of either, a page of an API ("contents"), the tables
of a package side by side ("services", "organizations", "locations", ...), or one object on each line.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from central.importers import charset, geojson
from central.importers.charset import Unusable
from central.importers.hsdsmodels import Parts

_PAGES = ("contents", "content", "data", "services", "items", "results")
_DEEPEST = 5  # pages inside pages
_OF_AN_ORGANIZATION = ("services", "legal_status", "tax_status", "year_incorporated", "organization_identifiers")
_OF_A_SERVICE = ("schedules", "phones", "contacts", "languages", "cost_options", "attributes", "service_at_locations")


@dataclass(frozen=True)
class Item:
    """What should be a service, and where in the file it stands. `problem` is "" unless it could not be read at all."""

    path: str
    data: Any
    problem: str = ""


@dataclass
class Document:
    """`organizations` are those that do not stand inside a service. `partial`: there is more than this file."""

    services: list[Item] = field(default_factory=list)
    organizations: list[Item] = field(default_factory=list)
    partial: bool = False
    notes: list[str] = field(default_factory=list)


def load(file: Path) -> Document | Unusable:
    """The services of a file, whatever each of them holds."""
    found = charset.find(file)
    if isinstance(found, Unusable):
        return found
    try:
        text = file.read_text(found.name, errors="replace")
    except OSError as problem:
        return Unusable(f"cannot be read: {problem.strerror or problem}")
    value = geojson.parse(text)
    if isinstance(value, Unusable):
        value = _on_lines(text) or value
    document = value if isinstance(value, Unusable) else _document(value)
    if isinstance(document, Document):
        document.notes[:0] = filter(None, [found.note])
    return document


def _on_lines(text: str) -> list[Any] | None:
    """One object on each line; a line that is none is the reason why."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 2 or not isinstance(geojson.parse(lines[0]), dict):
        return None
    return [geojson.parse(line) for line in lines]


def _document(value: Any) -> Document | Unusable:
    document = Document()
    match value:
        case list():
            _collect(value, "$", document)
        case dict() if "id" in value or "name" in value:
            _one(value, "$", document)
        case dict():
            _page(value, "$", document)
            _join(value, document)
        case _:
            return Unusable("is JSON, and neither an object nor a list")
    if document.services or document.organizations:
        return document
    names = ", ".join(f'"{name[:30]}"' for name in list(value)[:8]) if isinstance(value, dict) else ""
    return Unusable(f"holds no services{f'; its names are {names}' if names else ''}")


def _page(value: Mapping[str, Any], path: str, document: Document) -> None:
    for name in (*_PAGES, "organizations"):
        inside = value.get(name)
        if isinstance(inside, list):
            _collect(inside, f"{path}.{name}", document)
        elif isinstance(inside, dict):
            _one(inside, f"{path}.{name}", document)
    pages = value.get("total_pages")
    if isinstance(pages, int) and pages > 1:
        document.partial = True
        document.notes.append(f"It is one of {pages} pages: what it does not name was left as it is.")


def _collect(several: list[Any], path: str, document: Document) -> None:
    for index, inside in enumerate(several):
        _one(inside, f"{path}[{index}]", document)


def _one(value: Any, path: str, document: Document) -> None:
    if isinstance(value, Unusable):
        document.services.append(Item(path, None, value.reason))
    elif _is_page(value) and path.count(".") < _DEEPEST:
        _page(value, path, document)
    elif isinstance(value, dict) and (path.startswith("$.organizations") or _is_organization(value)):
        document.organizations.append(Item(path, value))
        alone = {name: inside for name, inside in value.items() if name != "services"}
        services = value.get("services")
        for index, inside in enumerate(services if isinstance(services, list) else []):
            whole = {"organization": alone, **inside} if isinstance(inside, dict) else inside
            document.services.append(Item(f"{path}.services[{index}]", whole))
    else:
        document.services.append(Item(path, value))


def _is_page(value: Any) -> bool:
    """Whether it only holds services: what has neither id nor name is none itself."""
    holds = isinstance(value, dict) and any(
        isinstance(value.get(name), (list, dict)) for name in (*_PAGES, "organizations")
    )
    return holds and not {"id", "name", "status"} & value.keys()


def _is_organization(value: Mapping[str, Any]) -> bool:
    return "status" not in value and any(name in value for name in _OF_AN_ORGANIZATION)


def _join(tables: Mapping[str, Any], document: Document) -> None:
    """Puts what stands in tables of its own where it stands when it is nested."""
    locations = {row["id"]: dict(row) for row in _table(tables, "locations") if isinstance(row.get("id"), str)}
    for id_, addresses in _by(tables, "addresses", "location_id").items():
        if id_ in locations:
            locations[id_].setdefault("addresses", addresses)
    organizations = {id_: item.data for item in document.organizations if isinstance(id_ := item.data.get("id"), str)}
    children = {name: _by(tables, name, "service_id") for name in _OF_A_SERVICE}
    for row in (row for rows in children["service_at_locations"].values() for row in rows):
        if isinstance(row.get("location_id"), str):
            row.setdefault("location", locations.get(row["location_id"]))
    for index, item in enumerate(document.services):
        if isinstance(item.data, dict) and isinstance(item.data.get("id"), str):
            data: dict[str, Any] = {name: rows[item.data["id"]] for name, rows in children.items()} | item.data
            owner = data.get("organization_id")
            data.setdefault("organization", organizations.get(owner) if isinstance(owner, str) else None)
            document.services[index] = Item(item.path, data, item.problem)


def _table(tables: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    rows: Parts = tables.get(name) if isinstance(tables.get(name), list) else None
    return [row for row in rows or [] if isinstance(row, dict)]


def _by(tables: Mapping[str, Any], name: str, reference: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _table(tables, name):
        if isinstance(row.get(reference), str):
            found[row[reference]].append(dict(row))
    return found
