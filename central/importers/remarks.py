"""What a curator has to be told beside the rows left out: values that were interpreted, and values that were not."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from central.importers.report import BadRow

_LONGEST_EXAMPLE = 40  # characters
_MOST_NAMES = 60


@dataclass
class _Interpreted:
    row: int
    example: str
    times: int = 0


@dataclass
class Remarks:
    """Collects while rows are read. `row` and `line` are where the reading is now."""

    row: int = 0
    line: int | None = None
    omitted: list[BadRow] = field(default_factory=list)
    whole: list[str] = field(default_factory=list)  # sentences about the whole file
    unused: set[str] = field(default_factory=set)  # names that hold something, and that nothing is made of
    _interpreted: dict[str, _Interpreted] = field(default_factory=dict)

    def interpreted(self, how: str, example: str = "") -> None:
        """A value was taken for something that it does not say to the letter."""
        self._interpreted.setdefault(how, _Interpreted(self.row, example)).times += 1

    def omit(self, reason: str) -> None:
        """A value was left out; the rest of its row is used."""
        self.omitted.append(BadRow(self.row, reason, self.line))

    def notes(self) -> tuple[str, ...]:
        """One sentence for the whole file each, then one for each way of interpreting."""
        return (*self.whole, *self._not_used(), *(_sentence(how, one) for how, one in self._interpreted.items()))

    def not_used(self, names: Iterable[str]) -> None:
        """Names that hold something, of which nothing is made."""
        if len(self.unused) <= _MOST_NAMES:
            self.unused.update(name[:_LONGEST_EXAMPLE] for name in names)

    def _not_used(self) -> list[str]:
        named = sorted(self.unused)[:_MOST_NAMES]
        more = " and more" if len(self.unused) > _MOST_NAMES else ""
        return [f"Names that are not used: {', '.join(named)}{more}."] if named else []


def _sentence(how: str, one: _Interpreted) -> str:
    example = one.example if len(one.example) <= _LONGEST_EXAMPLE else f"{one.example[:_LONGEST_EXAMPLE]}..."
    first = f', "{" ".join(example.split())}"' if example.strip() else ""
    where = f" (first in row {one.row}{first})" if one.row else ""
    return f"Interpreted: {how}: {one.times}{where}."
