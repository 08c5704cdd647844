"""A new family at the desk: everything in one transaction, known at once, with or without network."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.agebands import is_adult
from kiosk.domain.consents import gives_their_own
from kiosk.domain.events import uuid7
from kiosk.domain.families import HANDS_OVER, PROTECTIVE, Kind, Record, Role, Value, is_well_said
from kiosk.domain.release import takes_safeguarding
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.edit_family import Change, NotFit, Protected, allowed, edit
from kiosk.usecases.find_family import minor


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
class NewRecord:
    """A contact or a consent; `member`, and who gave a consent, are places in the list of members."""

    kind: Kind
    member: int
    values: Mapping[str, Value] = field(repr=False)
    giver: int | None = None


@dataclass(frozen=True)
class Known:
    """Somebody who is in the household already, and what is said of the two; `values` as of a NewTie."""

    person: str
    values: Mapping[str, Value] = field(repr=False)


@dataclass(frozen=True)
class Registered:
    household: str
    people: tuple[str, ...]  # in the order of the members


def register_family(
    tx: Tx,
    by: Entered,
    label: str,
    members: Sequence[NewMember],
    ties: Sequence[NewTie],
    now: Reading,
    records: Sequence[NewRecord] = (),
) -> Registered | NotFit | Protected | NotIn:
    """Register a household. Nothing is kept unless all of it can be."""
    may = acting(tx, by, Deed.FAMILIES)
    if isinstance(may, NotIn):
        return may
    if not members or not _in_place(members, ties, records) or not all(_given(members, one, now) for one in records):
        return NotFit()
    household, people = uuid7(), tuple(one.person or uuid7() for one in members)
    changes = [Change(Kind.HOUSEHOLD, household, household, "label", label)]
    for member, person in zip(members, people, strict=True):
        changes += _changes(Kind.MEMBER, household, {"person": person, **member.values})
    for tie in ties:
        pair = {"child": people[tie.child], "adult": people[tie.adult]}
        changes += _changes(Kind.RELATION, household, {**pair, **tie.values})
    for one in records:
        giver = {} if one.giver is None else {"giver": people[one.giver]}
        changes += _changes(one.kind, household, {"person": people[one.member], **giver, **one.values})
    if not all(is_well_said(change.kind, change.name, change.now) for change in changes):
        return NotFit()
    if not all(_may_stand(tx, members[tie.adult], tie.values, now) and tie.adult != tie.child for tie in ties):
        return NotFit()
    if any(_is_for_safeguarding(tx, people[tie.adult], people[tie.child], tie.values, now) for tie in ties):
        return Protected()
    for change in changes:
        edit(tx, by, change, now)
    return Registered(household, people)


def add_member(
    tx: Tx, by: Entered, household: str, member: NewMember, ties: Sequence[Known], phone: str, now: Reading
) -> str | NotFit | Protected | NotIn:
    """One person more in a household that there is; their id. Nothing is kept unless all of it can be."""
    may = allowed(tx, by, Kind.MEMBER, household)
    if isinstance(may, NotIn):
        return may
    people = {one.record.text("person"): one.record for one in tx.families.of_household(household)}
    person = member.person or uuid7()
    if not people or person in people or any(tie.person not in people for tie in ties):
        return NotFit()
    changes = _changes(Kind.MEMBER, household, {"person": person, **member.values})
    child = member.values.get("role", Role.CHILD) == Role.CHILD
    for tie in ties:
        adult, kid = (tie.person, person) if child else (person, tie.person)
        changes += _changes(Kind.RELATION, household, {"child": kid, "adult": adult, **tie.values})
        grown = NewMember(people[tie.person].fields, tie.person) if child else member
        if not _may_stand(tx, grown, tie.values, now):
            return NotFit()
        if _is_for_safeguarding(tx, adult, kid, tie.values, now):
            return Protected()
    if phone:
        changes += _changes(Kind.CONTACT, household, {"person": person, "what": "phone", "value": phone})
    if not all(is_well_said(change.kind, change.name, change.now) for change in changes):
        return NotFit()
    for change in changes:
        edit(tx, by, change, now)
    return person


def _may_stand(tx: Tx, adult: NewMember, values: Mapping[str, Value], now: Reading) -> bool:
    """Whether what is said of somebody to a child may be: who is less than 18 to any household collects nobody."""
    known = [one.record for one in tx.families.members(tx.merges.ids(adult.person))]
    said = [Record("", adult.values), *known]
    return not any(values.get(name) for name in HANDS_OVER) or all(is_adult(one, now.day()) for one in said)


def _is_for_safeguarding(tx: Tx, adult: str, child: str, values: Mapping[str, Value], now: Reading) -> bool:
    """Whether what is said of somebody to a child who is known here is not for one worker to say."""
    of_child, said = minor(tx, child), [name for name in HANDS_OVER if values.get(name)]
    return any(takes_safeguarding(of_child, adult, name, now.day()) for name in said)


def _in_place(members: Sequence[NewMember], ties: Sequence[NewTie], records: Sequence[NewRecord]) -> bool:
    """Whether all that is about somebody is about one of them."""
    named = [place for tie in ties for place in (tie.adult, tie.child)]
    named += [place for one in records for place in (one.member, one.giver) if place is not None]
    return all(0 <= place < len(members) for place in named)


def _given(members: Sequence[NewMember], one: NewRecord, now: Reading) -> bool:
    """Of a consent: by whom the rule says."""
    if one.kind is not Kind.CONSENT:
        return one.kind is Kind.CONTACT
    values = members[one.member].values
    return (one.giver == one.member) == gives_their_own(
        str(values.get("role", "")), str(values.get("born", "")), now.day()
    )


def _changes(kind: Kind, household: str, values: Mapping[str, Value]) -> list[Change]:
    """A new record, whom it is about first and what protects last: its days are said before."""
    id_ = uuid7()
    ordered = sorted(values.items(), key=lambda one: (kind, one[0]) in PROTECTIVE)
    return [Change(kind, id_, household, name, value) for name, value in ordered]
