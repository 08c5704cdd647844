"""The header of a CSV file: where it is, what stands between its cells, and which column is which."""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from central.importers.ages import band
from central.importers.csvlines import Line
from central.importers.mending import REPLACED, mended
from central.importers.words import tidy

DELIMITERS = (";", ",", "\t", "|")
NAMES = {";": "semicolons", ",": "commas", "\t": "tabs", "|": "bars"}
_SPREADSHEETS_OWN = re.compile(r"sep=(.)\s*", re.IGNORECASE)
_QUOTINGS: tuple[Literal[0, 3], ...] = (csv.QUOTE_MINIMAL, csv.QUOTE_NONE)
_MOST_LINES = 3  # of a header whose names hold line ends


@dataclass(frozen=True)
class Header:
    """`columns` says for each property of the mapping where it stands (twice, when a name is repeated).

    `lines` is how many lines of the file came up to here.
    """

    delimiter: str
    names: tuple[str, ...]
    columns: Mapping[str, tuple[int, ...]]
    lines: int
    passed_over: int
    remarks: tuple[str, ...]

    def is_repeated_by(self, cells: Sequence[str]) -> bool:
        """Whether a row is this header once more."""
        return same(cells[0]) == same(self.names[0]) and [*map(same, cells)] == [*map(same, self.names)]


def find(start: Sequence[Line], wanted: Iterable[str], delimiter: str, marks: bool) -> Header | None:
    """The header that names most of what the mapping wants, among the first lines; None when none names anything."""
    asked = tuple(dict.fromkeys(wanted))
    given = delimiter or _announced(start)
    tried = [
        _header(start, at, one, quoting, asked, marks)
        for at in range(len(start))
        for one in ([given] if given else DELIMITERS)
        for quoting in _QUOTINGS
    ]
    best = max(tried, key=lambda header: len(_used(header)) if header else 0, default=None)
    return best if best and best.columns else None


def same(one: str) -> str:
    """What of a column's name counts: letters and digits, without case and accents."""
    decomposed = unicodedata.normalize("NFKD", one.casefold())
    return "".join(character for character in decomposed if character.isalnum())


def _used(header: Header) -> set[int]:
    return {index for indexes in header.columns.values() for index in indexes}


def _announced(start: Sequence[Line]) -> str:
    found = _SPREADSHEETS_OWN.fullmatch(start[0][1] or "") if start else None
    return found[1] if found and found[1] in DELIMITERS else ""


def _header(
    start: Sequence[Line], at: int, delimiter: str, quoting: Literal[0, 3], asked: Sequence[str], marks: bool
) -> Header | None:
    taken = 0

    def more() -> Iterable[str]:
        nonlocal taken
        for _, text in start[at : at + (_MOST_LINES if quoting == csv.QUOTE_MINIMAL else 1)]:
            taken += 1
            yield text or ""

    try:
        cells = next(iter(csv.reader(more(), delimiter=delimiter, quoting=quoting)), [])
    except csv.Error:
        return None
    stray = any('"' in cell for cell in cells)
    names = tuple(tidy(mended(cell).replace('"', " ")) for cell in cells)
    while names and not names[-1]:
        names = names[:-1]
    columns, remarks = _columns(names, asked, marks)
    if stray:
        remarks.append("The header held stray quotes: its names were read without them.")
    if any(mended(cell) != cell for cell in cells):
        remarks.append("The header was mangled (mojibake): its names were mended.")
    empty = sum(1 for _, text in start[:at] if text is not None and _says_nothing(text))
    return Header(delimiter, names, columns, start[at][0] + taken - 1, at - empty, tuple(remarks))


def _says_nothing(line: str) -> bool:
    return not line.strip() or bool(_SPREADSHEETS_OWN.fullmatch(line))


def _columns(names: Sequence[str], asked: Sequence[str], marks: bool) -> tuple[dict[str, tuple[int, ...]], list[str]]:
    where: dict[str, list[int]] = defaultdict(list)
    remarks: list[str] = []
    plain = {same(name) for name in asked}
    for index, name in enumerate(names):
        meant = _guessed(name, plain) if REPLACED in name else same(name)
        if REPLACED in name and meant:
            remarks.append(f'The column "{name}" has lost a character: it was taken for the one the mapping names.')
        where[meant].append(index)
    columns = {name: tuple(where[same(name)]) for name in asked if same(name) and same(name) in where}
    if marks:
        columns |= {name: (index,) for index, name in enumerate(names) if name not in columns and band(name)}
    return columns, remarks


def _guessed(name: str, plain: Iterable[str]) -> str:
    """The one name of the mapping that this can be where a character was lost, else ""."""
    pattern = re.compile(".{1,2}".join(re.escape(same(part)) for part in name.split(REPLACED)))
    found = [one for one in plain if pattern.fullmatch(one)]
    return found[0] if len(found) == 1 and same(name) else ""
