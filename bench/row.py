"""One line of the bench: a figure, its floor, what it aims at and whether it got there."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

_HEADS = ("name", "value", "unit", "floor", "ratio", "aim", "met", "note")
_RIGHT = {"value", "floor", "ratio"}


@dataclass(frozen=True)
class Row:
    """`value` and `floor` are in `unit`, medians of the same run of the bench."""

    name: str
    value: float
    unit: str
    floor: float
    aim: str
    met: bool
    note: str = ""

    @property
    def ratio(self) -> float:
        return self.value / self.floor

    @property
    def said(self) -> str:
        """The note, with the shortfall first where there is one."""
        return self.note if self.met else "; ".join(filter(None, ("falls short of its aim", self.note)))

    def as_dict(self) -> dict[str, str | float | bool]:
        return {
            "name": self.name,
            "value": round(self.value, 3),
            "unit": self.unit,
            "floor": round(self.floor, 3),
            "ratio": round(self.ratio, 2),
            "aim": self.aim,
            "met": self.met,
            "note": self.said,
        }


def as_json(rows: Sequence[Row]) -> str:
    return json.dumps([row.as_dict() for row in rows], indent=1)


def as_table(rows: Sequence[Row]) -> str:
    """Columns; the note, which may be long, comes last."""
    cells = [_HEADS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEADS))]
    return "\n".join(_line(line, widths) for line in cells)


def _cells(row: Row) -> tuple[str, ...]:
    met = "yes" if row.met else "NO"
    return (row.name, _short(row.value), row.unit, _short(row.floor), f"{row.ratio:.2f}", row.aim, met, row.said)


def _short(value: float) -> str:
    return f"{value:.2f}" if value < 100 else f"{value:.0f}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    columns = zip(_HEADS, cells, widths, strict=True)
    return "  ".join(
        cell.rjust(width) if head in _RIGHT else cell.ljust(width) for head, cell, width in columns
    ).rstrip()
