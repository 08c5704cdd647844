"""Persons who are one human. The one home of a merge is the feed's record of kind "merge"; this finds those of a hub,
and the members' records of somebody."""

import json
from collections.abc import Collection

from sqlalchemy import select, text

from central.db.dialects import member_in
from central.db.engine import Tx
from central.db.tables import records
from kiosk.domain import merges
from kiosk.domain.merges import Merge

KIND = "merge"

_OF_SCOPE = select(records.c.id, records.c.data).where(text("kind = 'merge'"), records.c.state == "live")
_MEMBERS = select(records.c.id, records.c.data).where(text("kind = 'member'"), records.c.state == "live")


def of_scope(tx: Tx, scope: str) -> dict[str, Merge]:
    """By the event that said it; those that were taken back too."""
    rows = tx.execute(_OF_SCOPE.where(records.c.scope == scope))
    read = (merges.read(row.id, json.loads(row.data)) for row in rows)
    return {merge.event: merge for merge in read if merge is not None}


def members_of(tx: Tx, persons: Collection[str]) -> dict[str, str]:
    """The records of these people as members: id -> household."""
    rows = tx.execute(_MEMBERS.where(member_in().in_(persons))) if persons else ()
    return {row.id: str(json.loads(row.data)["household"]) for row in rows}
