"""Families at a desk: central's records with the edits made here and not answered yet laid over them when read."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    Select,
    Table,
    Text,
    bindparam,
    delete,
    false,
    insert,
    intersect,
    literal,
    literal_column,
    select,
    text,
)

from kiosk.db import schema
from kiosk.domain import families, finding, likeness
from kiosk.domain.families import FIELDS, Edit, Kind, Record
from kiosk.domain.familyedits import Told, overlaid

_LAST = "\U0010ffff"  # comes after every letter
_WORDS_OF_A_NAME = 6  # that may begin alike, so that one member comes as often
_TELLS_WHO = (*families.NAMES, "born", "person")
# Two persons with a name alike and no two birth dates; those with the same one first.
_TWINS = """
WITH shared AS (SELECT form FROM name_forms WHERE person <> '' GROUP BY form HAVING min(person) < max(person))
SELECT one.member, other.member FROM shared
JOIN name_forms AS one ON one.form = shared.form AND one.person <> ''
JOIN name_forms AS other ON other.form = one.form AND other.person > one.person
WHERE one.born = other.born OR one.born = '' OR other.born = ''
ORDER BY one.born <> other.born OR one.born = '', one.member, other.member LIMIT ?
"""


class Held(NamedTuple):
    """A record as it is shown, and its id."""

    kind: Kind
    id: str
    record: Record


class _Both(NamedTuple):
    """What is read of central's records, and of the edits laid over the same ones."""

    fed: Select[Any]
    own: Select[Any]


def _both(base: Table, *which: Callable[[Table], ColumnElement[bool]]) -> _Both:
    fed, own = select(base.c.kind, base.c.id, base.c.data), select(_EDITS[base])
    for condition in which:
        fed, own = fed.where(condition(base)), own.where(condition(_EDITS[base]))
    return _Both(fed, own)


def _asked(column: str) -> Callable[[Table], ColumnElement[bool]]:
    return lambda table: table.c[column].in_(bindparam("asked", expanding=True))


def _kind(table: Table) -> ColumnElement[bool]:
    return table.c.kind == bindparam("kind")


_EDITS = {schema.families: schema.family_edits, schema.notes: schema.note_edits}
_NAMED = {base: _both(base, _asked("id"), _kind) for base in _EDITS}
_PEOPLES = {base: _both(base, _asked("person"), _kind) for base in _EDITS}
_HOUSEHOLDS = {base: _both(base, _asked("household")) for base in _EDITS}
_TWO_VALUES = {
    base: _Both(_both(base).fed.where(literal_column(schema.TWO_VALUES, Boolean)), _both(base).own.where(false()))
    for base in _EDITS
}


class Families:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, kind: Kind, id_: str) -> Record:
        """Of no household and without fields where there is none."""
        return next(iter(self._read(_NAMED[_table(kind)], _of(kind, [id_]))), Held(kind, id_, _NONE))[2]

    def of_household(self, household: str) -> list[Held]:
        """Everything but the notes, by kind and id."""
        return self._read(_HOUSEHOLDS[schema.families], {"asked": [household]})

    def notes_of(self, household: str) -> list[Held]:
        return self._read(_HOUSEHOLDS[schema.notes], {"asked": [household]})

    def of_person(self, person: str, kind: Kind) -> list[Held]:
        """The records of one kind about a person, of every household: a relation is about the child."""
        return self._read(_PEOPLES[_table(kind)], _of(kind, [person]))

    def members(self, people: Collection[str]) -> list[Held]:
        """These people as each household that knows them has them, by id."""
        return self._read(_PEOPLES[schema.families], _of(Kind.MEMBER, people))

    def edit(self, event: str, edit: Edit, person: str) -> None:
        """Lay an edit over the record. `person` is whom the record is about."""
        edits = _EDITS[_table(edit.kind)]
        held = schema.events
        place = select(
            literal(event),
            literal(edit.kind.value),
            literal(edit.id),
            literal(edit.household),
            literal(person),
            literal(edit.name),
            literal(json.dumps(edit.now)),
            held.c.incarnation,
            held.c.seq,
        ).where(held.c.id == event)
        self._connection.execute(insert(edits).from_select([column.name for column in edits.c], place))
        if edit.kind is Kind.MEMBER and edit.name in families.NAMES:
            rows = [{"key": key, "member": edit.id, "event": event} for key in finding.keys(str(edit.now))]
            if rows:
                self._connection.execute(insert(schema.name_keys), rows)
        if edit.kind is Kind.MEMBER and edit.name in _TELLS_WHO:
            self._recognise(event, edit.id)

    def tidy(self) -> int:
        """Forget the edits that central's records contain, and what was found by them; how many."""
        gone = 0
        for base, edits in _EDITS.items():
            rows = self._connection.execute(
                select(edits, base.c.data).join(base, (base.c.kind == edits.c.kind) & (base.c.id == edits.c.id))
            )
            done = [row.event for row in rows if row.seq <= json.loads(row.data)["in"].get(row.incarnation, 0)]
            for event in done:
                for named in (schema.name_keys, schema.name_forms):
                    self._connection.execute(delete(named).where(named.c.event == event))
                self._connection.execute(delete(edits).where(edits.c.event == event))
            gone += len(done)
        return gone

    def found(self, words: Sequence[str], limit: int) -> list[Held]:
        """Members of whose names every word is the beginning of one, in the order of what was found."""
        keys = schema.name_keys
        each = [select(keys.c.member).where(keys.c.key >= word, keys.c.key < word + _LAST) for word in words]
        if not each:
            return []
        one = each[0].order_by(keys.c.key, keys.c.member).limit(limit * _WORDS_OF_A_NAME)
        rows = self._connection.execute(one if len(each) == 1 else intersect(*each)).scalars()
        ids = list(dict.fromkeys(rows))[:limit]
        held = self._members(ids)
        return [held[id_] for id_ in ids if id_ in held]

    def twins(self, limit: int) -> list[tuple[Held, Held]]:
        """Pairs of members of different persons who may be one, the surest first, as the names that were told say."""
        pairs = [(str(one), str(other)) for one, other in self._connection.exec_driver_sql(_TWINS, (limit,))]
        held = self._members({id_ for pair in pairs for id_ in pair})
        return [(held[one], held[other]) for one, other in pairs if one in held and other in held]

    def shielded(self, households: Collection[str]) -> set[str]:
        """Those of them that nobody but safeguarding may see."""
        held = self._read(_NAMED[schema.families], _of(Kind.HOUSEHOLD, households))
        return {one.id for one in held if one.record.flag("shielded")}

    def two_values(self) -> list[Held]:
        """Records, notes too, with a field that two desks changed differently, and nobody here has changed since."""
        found = []
        for base, edits in _EDITS.items():
            held = self._read(_TWO_VALUES[base], {})
            changed = self._changed(edits, held)
            found += [replaced for one in held if (replaced := _undecided(one, changed)).record.also]
        return found

    def to_review(self, day: str) -> list[Held]:
        """Relations that somebody was to look at again by this day."""
        base, edits = schema.families, schema.family_edits
        own = self._connection.execute(select(edits.c.id).where(edits.c.field == "review")).scalars()
        due = select(base.c.id).where(text(schema.REVIEWED), literal_column(schema.REVIEW, Text) <= day)
        ids = {*self._connection.execute(due).scalars(), *own}
        held = self._read(_NAMED[base], _of(Kind.RELATION, ids))
        return [one for one in held if "" < one.record.text("review") <= day]

    def _changed(self, edits: Table, held: Iterable[Held]) -> set[tuple[Kind, str, str]]:
        """The fields of these records with edits made here that are not in them."""
        records = {(one.kind, one.id): one.record for one in held}
        ids = [id_ for _, id_ in records]
        rows = self._connection.execute(select(edits).where(edits.c.id.in_(ids))).all() if ids else []
        return {
            (Kind(row.kind), row.id, row.field)
            for row in rows
            if row.seq > records[Kind(row.kind), row.id].contains.get(row.incarnation, 0)
        }

    def _members(self, ids: Collection[str]) -> dict[str, Held]:
        return {one.id: one for one in self._read(_NAMED[schema.families], _of(Kind.MEMBER, ids))}

    def _recognise(self, event: str, member: str) -> None:
        """What was changed here of a member may make them like another."""
        table, record = schema.name_forms, self.get(Kind.MEMBER, member)
        self._connection.execute(delete(table).where(table.c.member == member, table.c.event != ""))
        of = {"person": record.text("person"), "born": record.text("born"), "member": member, "event": event}
        rows = [{"form": form, **of} for form in sorted(likeness.forms(record))]
        if rows:
            self._connection.execute(insert(table), rows)

    def _read(self, which: _Both, asked: Mapping[str, object]) -> list[Held]:
        """Base and overlay of the same records, at the same moment."""
        fed = self._connection.execute(which.fed, asked)
        bases = {(Kind(row.kind), row.id): families.read_record(Kind(row.kind), json.loads(row.data)) for row in fed}
        told = _told(self._connection.execute(which.own, asked).mappings())
        shown = [Held(*key, overlaid(bases.get(key), told.get(key, ())) or _NONE) for key in {**bases, **told}]
        return sorted(shown, key=lambda held: (list(Kind).index(held.kind), held.id))


_NONE = Record("", {})


def _undecided(held: Held, changed: Collection[tuple[Kind, str, str]]) -> Held:
    also = {name: some for name, some in held.record.also.items() if some and (held.kind, held.id, name) not in changed}
    return Held(held.kind, held.id, replace(held.record, also=also))


def _table(kind: Kind) -> Table:
    return schema.notes if kind is Kind.NOTE else schema.families


def _of(kind: Kind, asked: Iterable[str]) -> dict[str, object]:
    return {"kind": kind.value, "asked": list(asked)}


def _told(rows: Iterable[Any]) -> dict[tuple[Kind, str], list[Told]]:
    told: dict[tuple[Kind, str], list[Told]] = {}
    for row in rows:
        kind = Kind(row["kind"])
        nothing, now = FIELDS[kind][row["field"]], json.loads(row["now"])
        edit = Edit(kind, row["id"], row["household"], row["field"], nothing, now)
        told.setdefault((kind, row["id"]), []).append(Told(edit, row["incarnation"], row["seq"]))
    return told
