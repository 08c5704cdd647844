"""The place of one row: its id, what it is called, where it is."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from central.importers import cells, geometry, rows, where
from central.importers.cells import BadCell
from central.importers.mapped import AtMapping, Cell, Mapped, PlaceMapping
from central.importers.remarks import Remarks
from central.importers.rows import Data
from central.importers.where import Nowhere
from central.importers.words import PLAIN, normal
from kiosk.domain.catalogue import Point

_KEY_DECIMALS = 5  # about a metre


def read(feature: Any, mapped: Mapped, place: PlaceMapping, remarks: Remarks) -> tuple[str, Data]:
    """Id and data. Raises BadCell and BadGeometry."""
    properties, geometry_ = rows.parts(feature)
    key = f"{mapped.dataset.id}.{_texts_key(properties, place)}"
    if mapped.format == "csv":
        return key, _data(properties, _at(properties, place.at, mapped, remarks), mapped, place, remarks)
    at = geometry.point(geometry_, mapped.box)
    return f"{key}-{_point_key(at)}", _data(properties, at, mapped, place, remarks)


def meant(feature: Any, mapped: Mapped, place: PlaceMapping) -> str:
    """How the ids of a row left out begin: of its place, when it still says which, else of the whole data set."""
    try:
        properties, _ = rows.parts(feature)
        if all(normal(_first(properties, names)) for names in place.key):
            return f"{mapped.dataset.id}.{_texts_key(properties, place)}{'.' if mapped.format == 'csv' else '-'}"
    except BadCell:
        pass
    return f"{mapped.dataset.id}."


def _texts_key(properties: Mapping[str, Any], place: PlaceMapping) -> str:
    return rows.short_hash("\n".join(normal(_first(properties, names)) for names in place.key), 10)


def _first(properties: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return next(filter(None, (cells.plain(properties, name) for name in names)), "")


def _point_key(at: Point) -> str:
    return rows.short_hash(f"{at.lat:.{_KEY_DECIMALS}f} {at.lon:.{_KEY_DECIMALS}f}", 6)


def _data(properties: Mapping[str, Any], at: Point | None, mapped: Mapped, place: PlaceMapping, r: Remarks) -> Data:
    style = mapped.style
    street = cells.kept(lambda: cells.text(properties, place.street, style), r) or ""
    name = cells.text(properties, place.name, style)
    if not normal(name):
        said = "says nothing" if name else "is empty"
        raise BadCell(f'it has no name: "{place.name.names[0]}" {said}')
    area = cells.kept(lambda: cells.integer(properties, place.area, style), r)
    return {
        **cells.further(properties, place.extra, style, r),
        "name": f"{name}, {street}" if street and normal(name) in place.generic else name,
        "address": _address(properties, street, mapped, place, r),
        "area": "" if area is None else f"{place.area_dataset}.{area}",
        "municipio": cells.kept(lambda: cells.integer(properties, place.municipio, style), r),
        "lat": at.lat if at else None,
        "lon": at.lon if at else None,
        "source": rows.source(mapped.dataset),
    }


def _address(properties: Mapping[str, Any], street: str, mapped: Mapped, place: PlaceMapping, r: Remarks) -> str:
    number = cells.kept(lambda: cells.text(properties, place.number, mapped.style), r)
    postcode = cells.kept(lambda: _postcode(properties, place.postcode, r), r)
    town = " ".join(filter(None, (postcode, place.city)))
    return ", ".join(filter(None, (street, number if street else "", town if street else "")))


def _postcode(properties: Mapping[str, Any], cell: Cell | None, remarks: Remarks) -> str:
    found = cells.text(properties, cell, PLAIN)
    whole = cells.text(properties, replace(cell, match=None), PLAIN) if cell and not found else ""
    if whole:
        remarks.interpreted("a cell without a postcode as the mapping wants it, left out", whole)
    return found


def _at(properties: Mapping[str, Any], at: AtMapping | None, mapped: Mapped, remarks: Remarks) -> Point | None:
    """Where a row of CSV says it is; what cannot be understood is remarked."""
    if at is None:
        return None
    lat, lon, both = (_said(properties, cell, mapped, remarks) for cell in (at.lat, at.lon, at.both))
    two = _point(f"{lat} {lon}".strip(), (where.number(lat), where.number(lon)), mapped, at, remarks)
    one = _point(both, where.pair(both), mapped, at, remarks)
    if two and one and two.metres_to(one) > where.APART:
        remarks.omit(f'its coordinates "{lat} {lon}" and "{both[:60]}" are two places: they were left out')
        return None
    if two and "," in lat + lon:
        remarks.interpreted("a decimal comma in coordinates", f"{lat} {lon}")
    return two or one


def _point(said: str, numbers: Any, mapped: Mapped, at: AtMapping, remarks: Remarks) -> Point | None:
    if not said:
        return None
    match numbers:
        case float() as north, float() as east:
            found = where.locate(north, east, mapped.box, at.system)
        case _:
            found = Nowhere(f'its coordinates "{said[:60]}" are not two numbers')
    if isinstance(found, Nowhere):
        remarks.omit(f"{found.reason}: they were left out")
        return None
    if found.read_as:
        remarks.interpreted(f"coordinates read as {found.read_as}", said)
    return found.at


def _said(properties: Mapping[str, Any], cell: Cell | None, mapped: Mapped, remarks: Remarks) -> str:
    return cells.kept(lambda: cells.text(properties, cell, mapped.style), remarks) or ""
