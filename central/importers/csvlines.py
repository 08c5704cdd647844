"""The records of a CSV file, one at a time: a broken one never takes those after it along."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TextIO

_LONGEST_LINE = 2**20  # characters
_MOST_LINES = 100  # of one record, whose quoted cells may hold line ends

Line = tuple[int, str | None]  # number from 1, and its text; None when it was longer than anybody can use


@dataclass(frozen=True)
class Record:
    """`problem` is "" unless the record could not be read; `mended` how it had to be read to be of use."""

    line: int
    cells: list[str]
    problem: str = ""
    mended: str = ""


def lines(text: TextIO) -> Iterator[Line]:
    """The lines of a text opened with universal newlines. Those too long are read past, not held."""
    number = 0
    while begun := text.readline(_LONGEST_LINE):
        number += 1
        whole = begun.endswith("\n") or len(begun) < _LONGEST_LINE
        yield number, begun if whole else None
        while not whole:
            rest = text.readline(_LONGEST_LINE)
            whole = rest.endswith("\n") or len(rest) < _LONGEST_LINE


class Records:
    """Iterates over records of `columns` cells, and afterwards over what was behind a broken one."""

    def __init__(self, source: Iterable[Line], delimiter: str, columns: int) -> None:
        self._source = iter(source)
        self._delimiter = delimiter
        self._columns = columns
        self._waiting: deque[Line] = deque()

    def __iter__(self) -> Iterator[Record]:
        while (first := self._next()) is not None:
            number, text = first
            if text is None:
                yield Record(number, [], f"is longer than {_LONGEST_LINE} characters")
            else:
                yield self._record(number, text)

    def _next(self) -> Line | None:
        return self._waiting.popleft() if self._waiting else next(self._source, None)

    def _record(self, number: int, text: str) -> Record:
        strictly = self._read(number, text, True)
        return strictly if not strictly.problem else self._read(number, text, False)

    def _read(self, number: int, text: str, strict: bool) -> Record:
        """One record; when it cannot be read, the lines taken after its first are put back."""
        taken: list[Line] = []
        closed = True

        def more() -> Iterator[str]:
            nonlocal closed
            yield text
            while len(taken) < _MOST_LINES and (line := self._next()) is not None:
                taken.append(line)
                if line[1] is None:
                    break
                yield line[1]
            closed = False

        try:
            cells = next(csv.reader(more(), delimiter=self._delimiter, strict=strict), [])
            record = self._judged(number, cells, closed, bool(taken), strict)
        except csv.Error as problem:
            record = Record(number, [], _reason(problem))
        if record.problem and taken:
            self._waiting.extendleft(reversed(taken))
        return record

    def _judged(self, number: int, cells: list[str], closed: bool, several: bool, strict: bool) -> Record:
        if not closed or (several and not strict):
            return Record(number, [], "a quote opens in it and never closes")
        mended = "" if strict else "a stray quote inside a cell, read as it stands"
        if len(cells) == 1 < self._columns and self._delimiter in cells[0]:
            cells, mended = (
                next(csv.reader([cells[0]], delimiter=self._delimiter)),
                "a row that stood in quotes as a whole",
            )
        if not any(cell.strip() for cell in cells):
            return Record(number, [])
        if len(cells) < self._columns:
            return Record(number, [], f"it has {len(cells)} cells and the header {self._columns}")
        if any(cell.strip() for cell in cells[self._columns :]):
            return Record(number, [], f"it has {len(cells)} cells and the header {self._columns}: some may be shifted")
        return Record(number, cells[: self._columns], mended=mended)


def _reason(problem: csv.Error) -> str:
    if "field larger" in str(problem):
        return f"it has a cell of more than {csv.field_size_limit()} characters"
    return f"it cannot be read as CSV: {problem}"
