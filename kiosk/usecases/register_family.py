"""A new family at the desk: everything in one transaction, known at once, with or without network."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.events import uuid7
from kiosk.domain.families import PROTECTIVE, Kind, Value, is_well_said
from kiosk.domain.workers import Deed, Entered
from kiosk.usecases.acting import NotIn, acting
from kiosk.usecases.edit_family import Change, NotFit, edit


@dataclass(frozen=True)
class NewMember:
    """`values` by the fields of a member (kiosk.domain.families). `person`: who is known from another household."""

    values: Mapping[str, Value] = field(repr=False)
    person: str = ""


@dataclass(frozen=True)
class NewTie:
    """`adult` and `child` are places in the list of members; `values` by the fields of a relation."""

    adult: int
    child: int
    values: Mapping[str, Value] = field(repr=False)


@dataclass(frozen=True)
class Registered:
    household: str
    people: tuple[str, ...]  # in the order of the members


def register_family(
    tx: Tx, by: Entered, label: str, members: Sequence[NewMember], ties: Sequence[NewTie], now: Reading
) -> Registered | NotFit | NotIn:
    """Register a household. Nothing is kept unless all of it can be."""
    allowed = acting(tx, by, Deed.FAMILIES)
    if isinstance(allowed, NotIn):
        return allowed
    if not members or any(not 0 <= place < len(members) for tie in ties for place in (tie.adult, tie.child)):
        return NotFit()
    household, people = uuid7(), tuple(one.person or uuid7() for one in members)
    changes = [Change(Kind.HOUSEHOLD, household, household, "label", label)]
    for one, person in zip(members, people, strict=True):
        changes += _changes(Kind.MEMBER, household, {"person": person, **one.values})
    for tie in ties:
        pair = {"child": people[tie.child], "adult": people[tie.adult]}
        changes += _changes(Kind.RELATION, household, {**pair, **tie.values})
    if not all(is_well_said(change.kind, change.name, change.now) for change in changes):
        return NotFit()
    for change in changes:
        edit(tx, by, change, now)
    return Registered(household, people)


def _changes(kind: Kind, household: str, values: Mapping[str, Value]) -> list[Change]:
    """A new record, whom it is about first and what protects last: its days are said before."""
    id_ = uuid7()
    ordered = sorted(values.items(), key=lambda one: (kind, one[0]) in PROTECTIVE)
    return [Change(kind, id_, household, name, value) for name, value in ordered]
