"""Records of families that people edit: flat fields of six kinds (OFFLINE.md, G9).

Central owns the records. A station tells one event for each field it changes, with the value that it replaced
(kiosk.domain.familyedits).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kiosk.domain import days
from kiosk.domain.legible import turns_round, without_joiners

Value = str | bool
LONGEST = 500  # characters of a field
LONGEST_NOTE = 4000  # of a note, in which the lines of several desks stand together
_LONGEST_ID = 64


class Kind(StrEnum):
    """What a record is of; each has an id of its own, and belongs to one household."""

    HOUSEHOLD = "household"
    MEMBER = "member"  # a person as one household knows them; who lives in two has a record in each
    RELATION = "relation"  # of one adult to one child
    CONTACT = "contact"
    CONSENT = "consent"
    NOTE = "note"  # health, allergy


class Role(StrEnum):
    CHILD = "child"
    ADULT = "adult"
    FOSTER_PARENT = "foster_parent"
    CASE_WORKER = "case_worker"


_TEXT: Value = ""
FIELDS: Mapping[Kind, Mapping[str, Value]] = {
    Kind.HOUSEHOLD: {"label": _TEXT, "shielded": False},
    Kind.MEMBER: {
        "person": _TEXT,
        "given": _TEXT,  # names in any script
        "family": _TEXT,
        "latin": _TEXT,  # the whole name in Latin letters
        "born": _TEXT,  # an ISO day, "" when it is not known
        "band": _TEXT,  # where only that is known
        "creature": _TEXT,
        "role": _TEXT,
        "alone": False,  # a parent's written authorisation to leave alone, its dates and its scope
        "alone_since": _TEXT,
        "alone_until": _TEXT,
        "alone_scope": _TEXT,
        "until": _TEXT,  # the day on which they ceased to live there, "" while they do: see kiosk.domain.living
        "ended": _TEXT,  # and why
    },
    Kind.RELATION: {
        "adult": _TEXT,
        "child": _TEXT,
        "guardian": False,
        "may_collect": False,
        "must_not_collect": False,
        "emergency": False,
        "since": _TEXT,
        "until": _TEXT,
        "basis": _TEXT,
        "review": _TEXT,
    },
    Kind.CONTACT: {"person": _TEXT, "what": _TEXT, "value": _TEXT},
    Kind.CONSENT: {
        "person": _TEXT,
        "text": _TEXT,  # its version
        "language": _TEXT,  # the one it was shown in
        "giver": _TEXT,  # a person's id: from 14 their own
        "at": _TEXT,
        "how": _TEXT,  # paper or screen
        "withdrawn": _TEXT,  # the day, "" while it stands
    },
    Kind.NOTE: {"person": _TEXT, "what": _TEXT, "text": _TEXT},
}
"""Every field of every kind, and what it is where nobody has said anything."""

NAMES = ("given", "family", "latin")  # of a member: what they are found by

HANDS_OVER = frozenset({"guardian", "may_collect"})  # flags of a relation that let an adult have a child

PROTECTIVE = frozenset(
    {
        (Kind.HOUSEHOLD, "shielded"),
        (Kind.RELATION, "must_not_collect"),
        (Kind.CONSENT, "withdrawn"),
        (Kind.NOTE, "text"),
    }
)
_DAYS = frozenset(
    {
        (Kind.MEMBER, "born"),
        (Kind.MEMBER, "alone_since"),
        (Kind.MEMBER, "alone_until"),
        (Kind.MEMBER, "until"),
        (Kind.RELATION, "since"),
        (Kind.RELATION, "until"),
        (Kind.RELATION, "review"),
        (Kind.CONSENT, "withdrawn"),
    }
)


@dataclass(frozen=True)
class Edit:
    """One field of one record, changed at a station.

    `was` is what stood there, the field's nothing for a new record. `settled`: how many of the values that stand beside
    it a person saw and decided about with this edit.
    """

    kind: Kind
    id: str
    household: str
    name: str  # of the field
    was: Value = field(repr=False)
    now: Value = field(repr=False)
    settled: int = 0


@dataclass(frozen=True)
class Record:
    """`also` are the values that stand beside a field's own until a person has decided; `contains` says up to which seq
    of each incarnation the edits are in it."""

    household: str
    fields: Mapping[str, Value] = field(repr=False)
    also: Mapping[str, tuple[Value, ...]] = field(default_factory=dict, repr=False)
    contains: Mapping[str, int] = field(default_factory=dict)

    def text(self, name: str) -> str:
        value = self.fields.get(name, "")
        return value if isinstance(value, str) else ""

    def flag(self, name: str) -> bool:
        return self.fields.get(name) is True


# --- as plain data --------------------------------------------------------------------------------------------------


def read_edit(body: Mapping[str, Any]) -> Edit | None:
    """The edit of an event's body; None for what cannot be read."""
    match body:
        case {"kind": str() as kind, "id": str() as id_, "household": str() as household, "field": str() as name}:
            known = kind in tuple(Kind) and name in FIELDS[Kind(kind)] and _are_ids(id_, household)
            was, now = body.get("was"), body.get("now")
            if not known or not isinstance(was, str | bool) or not isinstance(now, str | bool):
                return None
            if fits(Kind(kind), name, was) and fits(Kind(kind), name, now):
                return Edit(Kind(kind), id_, household, name, was, now, _settled(body.get("settled", 0)))
    return None


def dump_record(record: Record) -> dict[str, Any]:
    also = {name: list(values) for name, values in record.also.items() if values}
    return {
        "household": record.household,
        "fields": dict(record.fields),
        "also": also,
        "in": dict(record.contains),
    }


def read_record(kind: Kind, data: Mapping[str, Any]) -> Record | None:
    """A record as fed; fields of a later release are left aside, one that does not fit makes it unreadable."""
    match data:
        case {"household": str() as house, "fields": dict() as fields, "also": dict() as also, "in": dict() as seen}:
            known = {name: value for name, value in fields.items() if name in FIELDS[kind]}
            beside = {name: tuple(some) for name, some in also.items() if name in FIELDS[kind] and _is_list(some)}
            values = [*known.items(), *((name, value) for name, some in beside.items() for value in some)]
            good = all(fits(kind, name, value) for name, value in values) and _are_ids(house)
            counted = all(isinstance(key, str) and type(seq) is int for key, seq in seen.items())
            return Record(house, known, beside, dict(seen)) if good and counted else None
    return None


def _settled(value: object) -> int:
    return value if type(value) is int and value > 0 else 0


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def fits(kind: Kind, name: str, value: object) -> bool:
    """Whether this field of this kind can hold it."""
    if name not in FIELDS[kind]:
        return False
    if isinstance(FIELDS[kind][name], bool):
        return isinstance(value, bool)
    longest = LONGEST_NOTE if (kind, name) == (Kind.NOTE, "text") else LONGEST
    return isinstance(value, str) and len(value) <= longest and not turns_round(value) and _printable(kind, name, value)


def is_well_said(kind: Kind, name: str, value: object) -> bool:
    """Whether somebody may write it: what fits, and a day as a day, so that nobody means another one."""
    return fits(kind, name, value) and ((kind, name) not in _DAYS or value == "" or days.read(str(value)) is not None)


def _printable(kind: Kind, name: str, value: str) -> bool:
    """One line, but for a note's text."""
    seen = without_joiners(value)
    return seen.replace("\n", "").isprintable() if (kind, name) == (Kind.NOTE, "text") else seen.isprintable()


def _are_ids(*texts: str) -> bool:
    return all(0 < len(text) <= _LONGEST_ID and text.isprintable() for text in texts)
