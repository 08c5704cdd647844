"""Persons who are one human: what central told, and what was said here and not refused."""

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


class Merges:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, merge: Merge) -> None:
        row = {name: value for name, value in vars(merge).items() if name != "undone_by"}
        self._connection.execute(insert(schema.own_merges), row)

    def undo(self, event: str, merge: str, worker: str, at: str) -> None:
        row = {"event": event, "merge": merge, "worker": worker, "at": at}
        self._connection.execute(insert(schema.own_unmerges), row)

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
