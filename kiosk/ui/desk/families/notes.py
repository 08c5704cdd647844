"""Health and allergies of one person, line by line: a line is added by whoever may read; none is simply struck out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from kiosk.domain.families import Record
from kiosk.domain.workers import Worker
from kiosk.ui.desk.families import Allowed, Named, allowed
from kiosk.ui.desk.families.household import members
from kiosk.usecases.find_family import Opened


@dataclass(frozen=True)
class Note:
    """`ours`: written by this household, and so added to here. Where another was written nothing says."""

    id: str
    what: str
    lines: tuple[str, ...] = field(repr=False)
    ours: bool


@dataclass(frozen=True)
class NotesFace:
    household: str
    who: Named
    notes: tuple[Note, ...]
    allowed: Allowed


def derive(
    opened: Opened, person: str, notes: Sequence[tuple[str, Record]], worker: Worker, day: date
) -> NotesFace | None:
    who = next((one.who for one in members(opened, (), day) if one.who.id == person), None)
    if who is None:
        return None
    lines = tuple(_note(id_, record, opened.household) for id_, record in notes if record.text("text"))
    return NotesFace(opened.household, who, lines, allowed(worker))


def _note(id_: str, record: Record, household: str) -> Note:
    lines = tuple(line for line in record.text("text").split("\n") if line)
    return Note(id_, record.text("what"), lines, record.household == household)
