"""The ages that a row gives an activity, from whichever cells say something."""

from collections.abc import Mapping
from typing import Any

from central.importers import ages, cells
from central.importers.ages import Band
from central.importers.mapped import AgesMapping, Cell
from central.importers.remarks import Remarks
from central.importers.words import PLAIN

_NOBODY = Band(None, None)


def read(properties: Mapping[str, Any], mapping: AgesMapping, remarks: Remarks) -> Band:
    """Lowest and highest age; what is not understood is remarked, and bounds nothing. Raises BadCell."""
    marked = _marked(properties, remarks) if mapping.marks else None
    said = [_between(properties, mapping, remarks), _band(properties, mapping.band, remarks), marked]
    different = list(dict.fromkeys(band for band in said if band is not None))
    if len(different) > 1:
        ways = " and ".join(_words(band) for band in different)
        remarks.omit(f"its ages are said in several ways that differ ({ways}): they were left out")
        return _NOBODY
    return different[0] if different else _NOBODY


def _between(properties: Mapping[str, Any], mapping: AgesMapping, remarks: Remarks) -> Band | None:
    low, high = _years(properties, mapping.lowest, remarks), _years(properties, mapping.highest, remarks)
    if low is not None and high is not None and low > high:
        remarks.omit(f"ages from {low} to {high} are none")
        return None
    return None if low is None and high is None else Band(low, high)


def _band(properties: Mapping[str, Any], cell: Cell | None, remarks: Remarks) -> Band | None:
    text = _text(properties, cell, remarks)
    found = ages.band(text) if text else None
    if text and found is None:
        remarks.omit(f'"{text[:40]}" is not understood as ages')
    return found


def _text(properties: Mapping[str, Any], cell: Cell | None, remarks: Remarks) -> str:
    return cells.kept(lambda: cells.text(properties, cell, PLAIN), remarks) or ""


def _years(properties: Mapping[str, Any], cell: Cell | None, remarks: Remarks) -> int | None:
    text = _text(properties, cell, remarks)
    found = ages.years(text) if text else None
    if text and found is None:
        remarks.omit(f'"{text[:40]}" is not understood as an age in years')
    return found


def _marked(properties: Mapping[str, Any], remarks: Remarks) -> Band | None:
    """Of the columns named like ages, those with an X in them, if together they are one stretch."""
    columns = {name: band for name in properties if (band := ages.band(name))}
    marks = {name: ages.marked(cells.plain(properties, name)) for name in columns}
    unclear = [name for name, mark in marks.items() if mark is None]
    if unclear:
        remarks.omit(f'under "{unclear[0]}" stands neither a mark nor nothing: its ages were left out')
        return None
    joined = ages.together(columns[name] for name, mark in marks.items() if mark)
    if len(joined) > 1:
        said = " and ".join(_words(band) for band in joined)
        remarks.omit(f"it is for {said}, which is not one stretch of ages: they were left out")
        return None
    if joined:
        remarks.interpreted("ages marked in columns, put together", _words(joined[0]))
    return joined[0] if joined else None


def _words(band: Band) -> str:
    return f"{band.low or 0}+" if band.high is None else f"{band.low or 0}-{band.high}"
