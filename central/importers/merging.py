"""Several rows of one thing become one record, in little memory: what rows say alike is held once."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from central.importers.rows import Data, Hopeless

_NOTHING: tuple[Any, ...] = (None, "", [], {})
_MOST = 500_000  # records; beyond that it is no catalogue of a city, and fills the memory
_MOST_NAMED = 12  # rows named in a sentence


@dataclass
class _Version:
    data: Data
    times: int = 0
    rows: list[int] = field(default_factory=list)  # the first of them


class Merging:
    """Takes the records of row after row; `merged` gives one record for each id."""

    def __init__(self, kinds: Iterable[str]) -> None:
        self._kinds = tuple(kinds)
        self._said: dict[tuple[str, str], dict[int, _Version]] = defaultdict(dict)
        self._held = 0

    def add(self, row: int, records: Mapping[tuple[str, str], Data]) -> None:
        """Raises Hopeless when there are more than anybody needs."""
        for name, data in records.items():
            version = self._said[name].get(key := hash(repr(data))) or self._new(row, name, key, data)
            version.times += 1
            if len(version.rows) <= _MOST_NAMED:
                version.rows.append(row)

    def _new(self, row: int, name: tuple[str, str], key: int, data: Data) -> _Version:
        self._held += 1
        if self._held > _MOST:
            raise Hopeless(f"makes more than {_MOST} different records (up to row {row}): import it in parts")
        version = self._said[name][key] = _Version(data)
        return version

    def merged(self) -> tuple[dict[str, dict[str, Data]], list[str]]:
        """The records by kind and id, and a sentence for whatever their rows disagree on."""
        records: dict[str, dict[str, Data]] = {kind: {} for kind in self._kinds}
        notes = []
        for (kind, id_), versions in sorted(self._said.items()):
            data, disputed = _most_said(list(versions.values()))
            records[kind][id_] = data
            if disputed:
                rows = numbers(row for version in versions.values() for row in version.rows)
                notes.append(f"Rows {rows} are of one {kind} and disagree on its {', '.join(disputed)}.")
        return records, notes


def numbers(rows: Iterable[int]) -> str:
    """The first rows by number: "3, 7, 12 and more"."""
    every = sorted(set(rows))
    return ", ".join(map(str, every[:_MOST_NAMED])) + (" and more" if len(every) > _MOST_NAMED else "")


def _most_said(versions: Sequence[_Version]) -> tuple[Data, list[str]]:
    """For each field the value that most rows give, and the fields with several. The order of rows does not matter."""
    if len(versions) == 1:
        return dict(sorted(versions[0].data.items())), []
    chosen: Data = {}
    disputed = []
    for name in sorted({name for version in versions for name in version.data}):
        values = {_text(version.data[name]): version.data[name] for version in versions if name in version.data}
        times: Counter[str] = Counter()
        for version in versions:
            if version.data.get(name) not in _NOTHING:
                times[_text(version.data[name])] += version.times
        times = times or Counter(list(values))
        best = min(times, key=lambda text: (-times[text], text))
        chosen[name] = values[best]
        if len(times) > 1:
            disputed.append(name)
    return chosen, disputed


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
