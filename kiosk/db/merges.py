"""Persons who are one human: what central told, and what was said here and not refused."""

import json
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, insert

from kiosk.db import schema
from kiosk.domain import merges
from kiosk.domain.merges import Fact, Humans, Merge, Unmerge

# What was said here counts until central refuses it, whether or not it was told back.
_FACTS = """
SELECT event, kept, dropped, worker, at, undone_by, NULL AS merge FROM merges
UNION ALL
SELECT own.event, kept, dropped, worker, at, '', NULL FROM own_merges AS own
JOIN events ON events.id = own.event WHERE verdict IS NOT 'refused'
UNION ALL
SELECT own.event, '', '', worker, at, '', merge FROM own_unmerges AS own
JOIN events ON events.id = own.event WHERE verdict IS NOT 'refused'
"""
# Whether somebody was ever merged: nearly nobody was, and each scan asks.
_TOUCHED = """
SELECT 1 FROM merges WHERE kept = :person OR dropped = :person
UNION ALL SELECT 1 FROM own_merges WHERE kept = :person OR dropped = :person LIMIT 1
"""
_OF_SOMEBODY = """
SELECT event, kept, dropped, worker, at, {undone_by} FROM {table}
WHERE kept IN (SELECT value FROM json_each(:gone)) OR dropped IN (SELECT value FROM json_each(:gone))
"""
# Relations that name who is forgotten, and are others': of the same human from now on.
_OWN_TIES = """
UPDATE family_edits SET now = json_quote(:heir) WHERE kind = 'relation' AND field = :name AND now = json_quote(:gone)
"""
_OWN_CHILD = "UPDATE family_edits SET person = :heir WHERE kind = 'relation' AND person = :gone"
_FED_TIES = """
UPDATE families SET {column} = :heir, data = json_set(data, '$.fields.{name}', :heir)
WHERE kind = 'relation' AND {column} = :gone
"""


class Merges:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, merge: Merge) -> None:
        row = {name: value for name, value in vars(merge).items() if name != "undone_by"}
        self._connection.execute(insert(schema.own_merges), row)

    def undo(self, event: str, merge: str, worker: str, at: str) -> None:
        row = {"event": event, "merge": merge, "worker": worker, "at": at}
        self._connection.execute(insert(schema.own_unmerges), row)

    def heirs(self, gone: Collection[str]) -> dict[str, str]:
        """Of these who are to be forgotten, those who stay by another id: which that is."""
        return merges.heirs(self.facts(), gone) if any(len(self.ids(person)) > 1 for person in gone) else {}

    def hand_on(self, gone: Collection[str], heirs: Mapping[str, str]) -> None:
        """What was said here names nobody of these any more, but those by whom they stay."""
        for merge in self._of("own_merges", "''", gone):
            self._put("own_merges", merge, merges.handed_on(merge, gone, heirs))
        for was, heir in heirs.items():
            for name in ("adult", "child"):
                self._connection.exec_driver_sql(_OWN_TIES, {"heir": heir, "gone": was, "name": name})
            self._connection.exec_driver_sql(_OWN_CHILD, {"heir": heir, "gone": was})

    def hand_on_fed(self, gone: Collection[str], heirs: Mapping[str, str]) -> None:
        """Likewise what central told, until it says so itself."""
        for merge in self._of("merges", "undone_by", gone):
            self._put("merges", merge, merges.handed_on(merge, gone, heirs))
            self._connection.exec_driver_sql("DELETE FROM records WHERE kind = 'merge' AND id = ?", (merge.event,))
        for was, heir in heirs.items():
            for column, name in (("adult", "adult"), ("person", "child")):
                statement = _FED_TIES.format(column=column, name=name)
                self._connection.exec_driver_sql(statement, {"heir": heir, "gone": was})

    def _of(self, table: str, undone_by: str, people: Collection[str]) -> list[Merge]:
        query = _OF_SOMEBODY.format(table=table, undone_by=undone_by)
        return [Merge(*row) for row in self._connection.exec_driver_sql(query, {"gone": json.dumps(list(people))})]

    # ruff: noqa: S608 - tables are named above
    def _put(self, table: str, was: Merge, now: Merge | None) -> None:
        if now is None:
            self._connection.exec_driver_sql(f"DELETE FROM {table} WHERE event = ?", (was.event,))
        else:
            pair = (now.kept, now.dropped, was.event)
            self._connection.exec_driver_sql(f"UPDATE {table} SET kept = ?, dropped = ? WHERE event = ?", pair)

    def facts(self) -> list[Fact]:
        """In no order; what was told back comes twice."""
        return [
            Merge(event, kept, dropped, worker, at, undone_by) if merge is None else Unmerge(event, merge)
            for event, kept, dropped, worker, at, undone_by, merge in self._connection.exec_driver_sql(_FACTS)
        ]

    def standing(self) -> tuple[Merge, ...]:
        """In the order of their events."""
        return merges.standing(self.facts())

    def ids(self, person: str) -> frozenset[str]:
        """All ids of this human; "" is nobody."""
        if not person:
            return frozenset()
        touched = self._connection.exec_driver_sql(_TOUCHED, {"person": person}).first() is not None
        return self.humans().ids(person) if touched else frozenset({person})

    def humans(self) -> Humans:
        """Who is who, as far as this station knows."""
        facts = self.facts()
        return merges.humans(facts) if facts else merges.NOBODY_MERGED
