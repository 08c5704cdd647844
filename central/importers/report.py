"""What an import did, or would do: for a curator to read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from central.importers.words import shown

KINDS = ("area", "provider", "place", "activity", "session")
_PLURAL = {
    "area": "areas",
    "provider": "providers",
    "place": "places",
    "activity": "activities",
    "session": "sessions",
}


@dataclass(frozen=True)
class BadRow:
    """A row, or a value of one, that was left out.

    `row` is its place in the file from 1, the header of a CSV file not counted; `line` is where it begins as text.
    """

    row: int
    reason: str
    line: int | None = None

    def __str__(self) -> str:
        line = "" if self.line is None else f" (line {self.line})"
        return f"row {self.row}{line}: {self.reason}"


@dataclass(frozen=True)
class Count:
    """Records of one kind. `gone` are no longer in the source: `withdrawn`, or kept for a reason that a note says."""

    new: int = 0
    changed: int = 0
    same: int = 0
    gone: int = 0
    withdrawn: int = 0


@dataclass(frozen=True)
class Report:
    """`failure` is "" unless the file or its mapping could not be used at all; then nothing was changed."""

    file: str
    dataset: str = ""
    dry_run: bool = False
    failure: str = ""
    rows: int = 0
    counts: Mapping[str, Count] = field(default_factory=dict)  # by kind
    bad: tuple[BadRow, ...] = ()
    omitted: tuple[BadRow, ...] = ()  # single values, the rest of whose rows was used
    unscored: Mapping[str, int] = field(default_factory=dict)  # category without pillars -> its activities
    notes: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.failure

    def lines(self) -> list[str]:
        """The report as text in English, one thing a line. Nothing a file says can move the cursor of a terminal."""
        return [shown(line) for line in self._lines()]

    def _lines(self) -> list[str]:
        if self.failure:
            return [f"{self.file}: {self.failure}", *self._left_out(), *self.notes, "Nothing was changed."]
        return [*self._heading(), *self._counted(), *self._left_out(), *self._for_a_curator(), *self.notes]

    def _heading(self) -> list[str]:
        trial = ["Dry run: nothing was written. This is what the import would do."] if self.dry_run else []
        return [f"{self.file} -> {self.dataset}: {self.rows} rows", *trial]

    def _counted(self) -> list[str]:
        return [_line(kind, self.counts[kind]) for kind in KINDS if self.counts.get(kind, Count()) != Count()]

    def _left_out(self) -> list[str]:
        rows = [f"{len(self.bad)} rows were left out:"] if self.bad else []
        values = [f"{len(self.omitted)} values were left out, and the rest of their rows used:"] if self.omitted else []
        return [*rows, *(f"  {bad}" for bad in self.bad), *values, *(f"  {value}" for value in self.omitted)]

    def _for_a_curator(self) -> list[str]:
        if not self.unscored:
            return []
        names = ", ".join(f"{name} ({count})" for name, count in self.unscored.items())
        return [f"For a curator: no pillars yet, so listed under none of them: {names}"]


def _line(kind: str, count: Count) -> str:
    text = f"{_PLURAL[kind]}: {count.new} new, {count.changed} changed, {count.same} same"
    if count.gone:
        text += f"; no longer in the source: {count.gone} ({count.withdrawn} withdrawn)"
    return text
