"""Who was erased, as ids; what is about them; and what stays of it.

Ids are drawn at random and say nothing of anybody. They outlive what they named: no backup, no replay and no station
that was away brings it back.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from kiosk.domain.events import JsonBody, Type
from kiosk.domain.people import is_serial
from kiosk.domain.pictures import secret_id

KIND = "erasure"  # of the record by which every station is told
CARD, HOUSEHOLD, PERSON, RESIDENT = "card", "household", "person", "resident"
_LONGEST = 64  # characters of a kind; an id may be two
_WHOM = ("person", "child", "adult")  # fields of a family's records that name somebody
_IDS = ("person", "adult")  # fields of an event's body that do
_PAIR = ("kept", "dropped")  # of one that merges two
OF_ITSELF = frozenset({Type.ERASED, Type.FORGOTTEN})  # they tell of an erasure, by ids: nothing of it is erased

Name = tuple[str, str]
"""A kind and an id. Beside kinds of records: a `person` who lives nowhere any more, and a `resident`, who lives in one
household no more ("household/person")."""


class Because(StrEnum):
    """Why somebody is erased. Enumerated: no family's name gets in."""

    ASKED = "asked"  # by the family, or by whom they are about
    CONSENT_WITHDRAWN = "consent_withdrawn"
    GONE_AWAY = "gone_away"
    MISTAKE = "registered_by_mistake"


@dataclass(frozen=True)
class Erasure:
    """`person` is "" where all of the household was erased; `at` is a stamp."""

    household: str
    person: str
    at: str
    names: frozenset[Name]

    @property
    def id(self) -> str:
        return secret_id(self.household, self.person)


class Filed(NamedTuple):
    """Where a body lies, to be found when somebody is erased. `person`: an adult's id too, or what was looked at."""

    household: str
    person: str
    serial: int


def filed_under(said: Mapping[str, object]) -> Filed:
    people = (_text(said, name) for name in (*_IDS, "subject"))
    serial = said.get("serial")
    return Filed(_text(said, "household"), next(filter(None, people), ""), serial if is_serial(serial) else 0)


def names_in(said: Mapping[str, object]) -> frozenset[Name]:
    """By what it is known whom an event's body is about.

    Where it says of which household, that counts, and a person's id alone does not: who lived in two households and was
    erased with one is still somebody of the other.
    """
    household, serial = _text(said, "household"), said.get("serial")
    found: set[Name] = {(CARD, str(serial))} if serial and is_serial(serial) else set()
    if not household:
        subject = _text(said, "subject")
        found |= {(PERSON, id_) for id_ in (*(_text(said, name) for name in (*_IDS, *_PAIR)), subject) if id_}
        return frozenset(found | ({(HOUSEHOLD, subject)} if subject else set()))
    found.add((HOUSEHOLD, household))
    found |= {(RESIDENT, secret_id(household, id_)) for id_ in (_text(said, "person"), *_named(said)) if id_}
    kind, record = _text(said, "kind"), _text(said, "id")
    return frozenset(found | ({(kind, record)} if kind and record else set()))


def _named(said: Mapping[str, object]) -> list[str]:
    """Whom an edit names."""
    return [_text(said, "was"), _text(said, "now")] if said.get("field") in _WHOM else []


def is_about(names: Collection[Name], said: Mapping[str, object]) -> bool:
    """Whether an event's body is about somebody of these."""
    return bool(names) and not names_in(said).isdisjoint(names)


def without(said: JsonBody) -> JsonBody:
    """What it says of a visit, without whose it was."""
    return {name: _NOBODY.get(name, value) for name, value in said.items()}


_NOBODY: JsonBody = {"person": "", "household": "", "serial": 0, "adult": ""}


# --- holes ----------------------------------------------------------------------------------------------------------

Holes = Mapping[str, Collection[int]]
"""The events of one station whose bodies were erased: by incarnation, their places in its chain."""


def dump_holes(holes: Holes) -> str:
    """One text: "incarnation:3-5,9 other:1"."""
    return " ".join(f"{name}:{','.join(_runs(sorted(seqs)))}" for name, seqs in sorted(holes.items()) if seqs)


def _runs(seqs: Iterable[int]) -> list[str]:
    runs: list[list[int]] = []
    for seq in seqs:
        if runs and runs[-1][1] == seq - 1:
            runs[-1][1] = seq
        else:
            runs.append([seq, seq])
    return [str(first) if first == last else f"{first}-{last}" for first, last in runs]


def read_holes(text: str) -> dict[str, tuple[tuple[int, int], ...]]:
    """The first and the last of each run, by incarnation. Raises ValueError."""
    parts = (part.partition(":") for part in text.split())
    return {name: tuple(_run(run) for run in runs.split(",")) for name, _, runs in parts}


def _run(text: str) -> tuple[int, int]:
    begin, _, end = text.partition("-")
    first, last = int(begin), int(end or begin)
    if not 0 < first <= last < 2**53:
        raise ValueError("no places in a chain")
    return first, last


# --- as plain data --------------------------------------------------------------------------------------------------


def dump(erasure: Erasure) -> dict[str, Any]:
    said = {"household": erasure.household, "person": erasure.person, "at": erasure.at}
    return {**said, "names": [list(name) for name in sorted(erasure.names)]}


def read(data: Mapping[str, Any]) -> Erasure | None:
    match data:
        case {"household": str() as household, "person": str() as person, "at": str() as at, "names": list() as rows}:
            names = frozenset((row[0], row[1]) for row in rows if _is_name(row))
            return Erasure(household, person, at, names) if household and len(names) == len(rows) else None
    return None


def _is_name(row: object) -> bool:
    match row:
        case [str() as kind, str() as id_]:
            return 0 < len(kind) <= _LONGEST and 0 < len(id_) <= 2 * _LONGEST + 1
    return False


def _text(said: Mapping[str, object], name: str) -> str:
    value = said.get(name)
    return value if isinstance(value, str) else ""
