"""What a curator has to be told beside the rows left out: values that were interpreted, and values that were not."""

from dataclasses import dataclass, field

from central.importers.report import BadRow

_LONGEST_EXAMPLE = 40  # characters


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
    _interpreted: dict[str, _Interpreted] = field(default_factory=dict)

    def interpreted(self, how: str, example: str = "") -> None:
        """A value was taken for something that it does not say to the letter."""
        self._interpreted.setdefault(how, _Interpreted(self.row, example)).times += 1

    def omit(self, reason: str) -> None:
        """A value was left out; the rest of its row is used."""
        self.omitted.append(BadRow(self.row, reason, self.line))

    def notes(self) -> tuple[str, ...]:
        """One sentence for the whole file each, then one for each way of interpreting."""
        return (*self.whole, *(_sentence(how, one) for how, one in self._interpreted.items()))


def _sentence(how: str, one: _Interpreted) -> str:
    example = one.example if len(one.example) <= _LONGEST_EXAMPLE else f"{one.example[:_LONGEST_EXAMPLE]}..."
    first = f', "{" ".join(example.split())}"' if example.strip() else ""
    where = f" (first in row {one.row}{first})" if one.row else ""
    return f"Interpreted: {how}: {one.times}{where}."
