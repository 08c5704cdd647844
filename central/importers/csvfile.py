"""A CSV file, as its rows one after another, or one sentence that says why it cannot be used."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from central.importers import charset, csvheader, csvlines
from central.importers.charset import Charset, Unusable
from central.importers.csvheader import Header
from central.importers.csvlines import Record, Records
from central.importers.literal import literal
from central.importers.mapped import Cell, Mapped, Offers, narrowed, only_otherwise, properties
from central.importers.remarks import Remarks

_WITHIN = 15  # lines from the start the header is looked for in


@dataclass(frozen=True)
class Row:
    """`properties` by the mapping's names: a text, or several where columns of one name say different things.

    `problem` is "" unless the row could not be read.
    """

    line: int
    properties: Mapping[str, Any]
    problem: str = ""


@dataclass(frozen=True)
class Opened:
    """`offers` is the mapping without the names that this file has no column for."""

    offers: Offers
    rows: Iterator[Row]


def load(file: Path, mapped: Mapped, remarks: Remarks) -> Opened | Unusable:
    """The rows, to be read as they are asked for; what was found out about the file goes to the remarks."""
    offers = mapped.rows
    assert isinstance(offers, Offers)
    found = Charset(mapped.csv.encoding) if mapped.csv.encoding else charset.find(file)
    if isinstance(found, Unusable):
        return found
    marks = bool(offers.activity.ages and offers.activity.ages.marks)
    try:
        with file.open(encoding=found.name, errors="replace") as text:
            start = [(number, _first(number, line)) for number, line in islice(csvlines.lines(text), _WITHIN)]
    except (OSError, UnicodeError) as problem:
        return Unusable(f"cannot be read: {problem}")
    header = csvheader.find(start, properties(offers), mapped.csv.delimiter, marks)
    lacking = _lacking(header, offers)
    if header is None or lacking:
        return Unusable(_no_header(start, lacking))
    offers = narrowed(offers, header.columns.keys())
    remarks.whole += [*filter(None, [found.note]), *_about(header), *_alternatives(header, offers)]
    return Opened(offers, _rows(file, found.name, header, remarks))


def _first(number: int, text: str | None) -> str | None:
    return text.lstrip("\ufeff") if number == 1 and text else text


def _lacking(header: Header | None, offers: Offers) -> list[Cell]:
    """The cells without which no row can be used, and of which the header has no column."""
    what = (offers.activity.category, *filter(None, [offers.activity.title]))
    needed = [[offers.place.name], list(what)]
    there = header.columns if header else {}
    return [cells[0] for cells in needed if not any(cell.default or there.keys() & set(cell.names) for cell in cells)]


def _no_header(start: list[csvlines.Line], lacking: list[Cell]) -> str:
    if not any((text or "").strip() for _, text in start):
        return "is empty"
    names = " and ".join(f'"{cell.names[0]}"' for cell in lacking)
    begins = " ".join((next(text for _, text in start if (text or "").strip()) or "").split())[:80]
    return f"has no column {names} that the mapping needs: it begins {begins!r}"


def _about(header: Header) -> Iterator[str]:
    yield f"Its cells stand between {csvheader.NAMES[header.delimiter]}."
    if header.passed_over:
        yield f"{header.passed_over} lines before the header were passed over."
    yield from header.remarks
    used = {index for indexes in header.columns.values() for index in indexes}
    unused = [f'"{name}"' for index, name in enumerate(header.names) if index not in used and name]
    if unused:
        yield f"Columns that the mapping does not use: {', '.join(unused)}."


def _alternatives(header: Header, offers: Offers) -> Iterator[str]:
    names = only_otherwise(offers) & header.columns.keys()
    first = {index for name in header.columns.keys() - names for index in header.columns[name]}
    others = sorted({index for name in names for index in header.columns[name]} - first)
    if others:
        listed = ", ".join(f'"{header.names[index]}"' for index in others)
        yield f"Columns used only where another that means the same is empty: {listed}."


def _rows(file: Path, encoding: str, header: Header, remarks: Remarks) -> Iterator[Row]:
    empty = 0
    with file.open(encoding=encoding, errors="replace") as text:
        behind = islice(csvlines.lines(text), header.lines, None)
        for record in Records(behind, header.delimiter, len(header.names)):
            if record.problem or record.cells:
                remarks.row, remarks.line = remarks.row + 1, record.line
            if record.problem:
                yield Row(record.line, {}, record.problem)
            elif record.cells:
                yield _row(record, header, remarks)
            else:
                empty += 1
    if empty:
        remarks.whole.append(f"Empty rows passed over: {empty}.")


def _row(record: Record, header: Header, remarks: Remarks) -> Row:
    if header.is_repeated_by(record.cells):
        return Row(record.line, {}, "it repeats the header")
    if record.mended:
        remarks.interpreted(record.mended)
    cells = [literal(cell, remarks) for cell in record.cells]
    return Row(record.line, {name: _one(cells[index] for index in at) for name, at in header.columns.items()})


def _one(cells: Iterable[str]) -> str | tuple[str, ...]:
    said = tuple(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))
    return said if len(said) > 1 else said[0] if said else ""
