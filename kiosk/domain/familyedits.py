"""Edits of families' records: merged at central and laid over them at a desk (OFFLINE.md, G9). Pure.

Different fields merge; the same field changed in two places keeps both values, for a person to look at. A protective
value is never weakened by a merge: of two the more protective counts at once. So do the days of a prohibition, and
whom a record is about is said once: either would take the protection away as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kiosk.domain import days
from kiosk.domain.families import FIELDS, PROTECTIVE, Edit, Kind, Record, Value, fits

MOST_BESIDE = 20  # values that stand beside one: more are in their events only, each with its case
PERIOD = ("since", "until")  # of a relation; of one that forbids protective, too

_ABOUT = frozenset(
    {
        (Kind.MEMBER, "person"),
        (Kind.RELATION, "adult"),
        (Kind.RELATION, "child"),
        (Kind.CONSENT, "person"),
        (Kind.NOTE, "person"),
    }
)


@dataclass(frozen=True)
class Told:
    """An edit, and the place of its event in its station's chain."""

    edit: Edit
    incarnation: str
    seq: int


@dataclass(frozen=True)
class Merged:
    record: Record
    conflict: bool  # a person has to look at it


def merge(record: Record | None, told: Told) -> Merged:
    """Central's record with one more edit in it."""
    edit, held = told.edit, record or Record(told.edit.household, {})
    stands = held.fields.get(edit.name, FIELDS[edit.kind][edit.name])
    seen = {**held.contains, told.incarnation: max(told.seq, held.contains.get(told.incarnation, 0))}
    beside = held.also.get(edit.name, ())
    if edit.settled and edit.was == stands:
        beside = beside[edit.settled :]
    held = replace(held, contains=seen, also={**held.also, edit.name: beside})
    if edit.now == stands:
        return Merged(held, conflict=False)
    if protects(held, edit.kind, edit.name):
        kept = _protected(held, edit)
        return Merged(kept, conflict=kept.fields.get(edit.name) != edit.now or stands != edit.was)
    if edit.was == stands and not is_about(edit.kind, edit.name, stands):
        return Merged(_with(held, edit.name, edit.now), conflict=False)
    if edit.now in beside:
        return Merged(held, conflict=False)
    return Merged(_beside(held, edit.name, edit.now), conflict=True)


def weakened(record: Record, edit: Edit) -> Record | None:
    """The record without a protection, once two people want it; None where it is not what they were asked about."""
    stands = record.fields.get(edit.name, FIELDS[edit.kind][edit.name])
    fits_it = record.household == edit.household and stands == edit.was
    return _with(record, edit.name, edit.now) if fits_it else None


def overlaid(base: Record | None, own: Iterable[Told]) -> Record | None:
    """What a desk shows: central's record with those of its own edits that are not in it yet, in the order of seq."""
    shown = base
    for told in sorted(own, key=lambda one: one.seq):
        if base is None or told.seq > base.contains.get(told.incarnation, 0):
            shown = _over(shown or Record(told.edit.household, {}), told.edit)
    return shown


def _over(record: Record, edit: Edit) -> Record:
    return _protected(record, edit) if protects(record, edit.kind, edit.name) else _with(record, edit.name, edit.now)


def _protected(record: Record, edit: Edit) -> Record:
    """With the value that protects more; what does not fit into it stands beside."""
    stands = record.fields.get(edit.name, FIELDS[edit.kind][edit.name])
    value = strongest(edit.kind, edit.name, stands, edit.now)
    if not fits(edit.kind, edit.name, value):
        return _beside(record, edit.name, edit.now)
    held = _with(record, edit.name, value)
    if edit.name in PERIOD and value != edit.now:
        held = _beside(held, edit.name, edit.now)
    return _widest(held) if (edit.kind, edit.name, stands) == (Kind.RELATION, "must_not_collect", False) else held


def _widest(record: Record) -> Record:
    """A relation that forbids from now on: of its days, and those that stand beside them, the longest period counts."""
    for name in PERIOD:
        stands, *beside = values = [record.text(name), *map(str, record.also.get(name, ()))]
        for value in beside:
            stands = str(strongest(Kind.RELATION, name, stands, value))
        rest = tuple(value for value in values if value != stands)
        if beside:
            record = replace(_with(record, name, stands), also={**record.also, name: rest})
    return record


def _beside(record: Record, name: str, value: Value) -> Record:
    beside = record.also.get(name, ())
    if value in beside or len(beside) >= MOST_BESIDE:
        return record
    return replace(record, also={**record.also, name: (*beside, value)})


def _with(record: Record, name: str, value: Value) -> Record:
    return replace(record, fields={**record.fields, name: value})


def protects(record: Record, kind: Kind, name: str) -> bool:
    """Whether a field of this record is protective."""
    forbids = kind is Kind.RELATION and name in PERIOD and record.flag("must_not_collect")
    return forbids or (kind, name) in PROTECTIVE


def is_about(kind: Kind, name: str, stands: Value) -> bool:
    """Whether a field says whom the record is about, and has said so: a record of somebody else is another one."""
    return (kind, name) in _ABOUT and stands != ""


def strongest(kind: Kind, name: str, one: Value, other: Value) -> Value:
    """Of two protective values the one that protects more; of two notes the lines of both."""
    if kind is Kind.RELATION and name in PERIOD:
        return _longest(name, str(one), str(other))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is True or other is True
    if kind is Kind.NOTE:
        if set(_lines(one)) <= set(_lines(other)):
            return other
        return one if set(_lines(other)) <= set(_lines(one)) else "\n".join(sorted({*_lines(one), *_lines(other)}))
    return min(one, other) if one and other else one or other  # a consent is withdrawn from the earlier day


def _longest(name: str, one: str, other: str) -> str:
    """Of two ends of a prohibition the farther one; no end at all where one is none, or is no day."""
    if days.read(one) is None or days.read(other) is None:
        return ""
    return min(one, other) if name == "since" else max(one, other)


def weakens(record: Record, kind: Kind, name: str, now: Value) -> bool:
    """Whether this change takes protection away: only safeguarding may, with a second person."""
    was = record.fields.get(name, FIELDS[kind][name])
    return protects(record, kind, name) and strongest(kind, name, was, now) != now


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]
