"""Persons who are one human. The one home of a merge is the feed's record of kind "merge"; this finds those of a hub,
and the members' records of somebody."""

import json
from collections.abc import Collection, Mapping

from sqlalchemy import select, text

from central.db.dialects import member_in
from central.db.engine import Tx
from central.db.records import Row
from central.db.tables import LIVE, records
from kiosk.domain import merges
from kiosk.domain.merges import Merge

KIND = "merge"

_OF_SCOPE = select(records.c.id, records.c.data).where(text("kind = 'merge'"), LIVE)
_ROW = select(*(records.c[name] for name in Row._fields)).where(LIVE)
_EVERY = _ROW.where(text("kind = 'merge'"))
_TIES = _ROW.where(text("kind = 'relation'"))
_MEMBERS = select(records.c.id, records.c.data).where(text("kind = 'member'"), LIVE)


def of_scope(tx: Tx, scope: str) -> dict[str, Merge]:
    """By the event that said it; those that were taken back too."""
    rows = tx.execute(_OF_SCOPE.where(records.c.scope == scope))
    read = (merges.read(row.id, json.loads(row.data)) for row in rows)
    return {merge.event: merge for merge in read if merge is not None}


def every(tx: Tx) -> list[Merge]:
    """Those of every hub."""
    read = (merges.read(row.id, json.loads(row.data)) for row in tx.execute(_EVERY))
    return [merge for merge in read if merge is not None]


def naming(tx: Tx, people: Collection[str]) -> dict[str, Row]:
    """Those of every hub that name somebody of these, by event."""
    rows = (Row(*row) for row in tx.execute(_EVERY)) if people else ()
    return {row.id: row for row in rows if not _named(row).isdisjoint(people)}


def ties_naming(tx: Tx, people: Collection[str]) -> list[Row]:
    """The live relations of whatever household that name somebody of these. It reads all there are."""
    rows = (Row(*row) for row in tx.execute(_TIES)) if people else ()
    return [row for row in rows if not _named_in(json.loads(row.data)["fields"], "adult", "child").isdisjoint(people)]


def _named(row: Row) -> set[str]:
    return _named_in(json.loads(row.data), "kept", "dropped")


def _named_in(data: Mapping[str, object], *names: str) -> set[str]:
    return {str(data.get(name, "")) for name in names} - {""}


def members_of(tx: Tx, persons: Collection[str]) -> dict[str, str]:
    """The records of these people as members: id -> household."""
    rows = tx.execute(_MEMBERS.where(member_in().in_(persons))) if persons else ()
    return {row.id: str(json.loads(row.data)["household"]) for row in rows}
