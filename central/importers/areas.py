"""Rows that are neighbourhoods: a number, a name, a centre and an outline."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from central.importers import cells, geometry, rows
from central.importers.cells import BadCell
from central.importers.geometry import BadGeometry
from central.importers.mapped import AreaMapping, Mapped
from central.importers.remarks import Remarks
from central.importers.report import BadRow
from central.importers.rows import Data, Rows


def read(features: Iterable[Any], mapped: Mapped, area: AreaMapping, remarks: Remarks | None = None) -> Rows:
    """Every row that can be read, as a record; every other one, and all of an ambiguous number, as a bad row."""
    said: dict[str, list[tuple[int, Data]]] = defaultdict(list)
    bad: list[BadRow] = []
    unsure: set[str] = set()
    remarks = Remarks() if remarks is None else remarks
    number = 0
    for number, feature in enumerate(features, start=1):
        remarks.row = number
        before = len(remarks.omitted)
        try:
            id_, data = _row(feature, mapped, area, remarks)
            said[id_].append((number, data))
        except (BadCell, BadGeometry) as problem:
            del remarks.omitted[before:]
            bad.append(BadRow(number, str(problem)))
            unsure.add(_meant(feature, mapped, area))
    ambiguous = {id_ for id_, versions in said.items() if any(data != versions[0][1] for _, data in versions)}
    for id_ in sorted(ambiguous):
        differ = [row for row, _ in said[id_]]
        listed = ", ".join(map(str, differ))
        bad += [BadRow(row, f"rows {listed} are of one area and differ") for row in differ]
        unsure.add(f"{id_}.")
    records = {id_: versions[0][1] for id_, versions in said.items() if id_ not in ambiguous}
    in_order = tuple(sorted(bad, key=lambda row: row.row))
    return Rows(
        {"area": records},
        in_order,
        tuple(sorted(unsure)),
        notes=remarks.notes(),
        omitted=tuple(remarks.omitted),
        count=number,
    )


def _row(feature: Any, mapped: Mapped, area: AreaMapping, remarks: Remarks) -> tuple[str, Data]:
    properties, where = rows.parts(feature)
    number = _number(properties, mapped, area)
    name = cells.text(properties, area.name, mapped.style)
    if not name:
        raise BadCell(f'it has no name: "{area.name.names[0]}" is empty')
    shape = geometry.shape(where, mapped.box)
    data = {
        **cells.further(properties, area.extra, mapped.style, remarks),
        "name": name,
        "number": number,
        "lat": shape.centre.lat,
        "lon": shape.centre.lon,
        "outline": shape.outline,
        "source": rows.source(mapped.dataset),
    }
    return f"{mapped.dataset.id}.{number}", rows.checked("area", data)


def _number(properties: Any, mapped: Mapped, area: AreaMapping) -> int:
    number = cells.integer(properties, area.number, mapped.style)
    if number is None:
        raise BadCell("it has no number")
    return number


def _meant(feature: Any, mapped: Mapped, area: AreaMapping) -> str:
    """How the id of a row left out begins: its own, when it still says its number, else of the whole data set."""
    try:
        return f"{mapped.dataset.id}.{_number(rows.parts(feature)[0], mapped, area)}."
    except BadCell:
        return f"{mapped.dataset.id}."
