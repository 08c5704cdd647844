"""Where this station stands in the feed, and what it had to put aside."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from kiosk.db import schema
from kiosk.domain.wire import Cursor


@dataclass(frozen=True)
class SyncState:
    cursor: Cursor
    first_copy_complete: bool
    total: int
    last_good_at: str


class Syncing:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, epoch: str) -> None:
        """A new enrolment: nothing copied yet."""
        row = {
            "one": 1,
            "epoch": epoch,
            "rev": 0,
            "revoked": 0,
            "first_copy_complete": False,
            "total": 0,
            "last_good_at": "",
        }
        self._connection.execute(insert(schema.sync_state), row)

    def get(self) -> SyncState:
        row = self._connection.execute(select(schema.sync_state)).one()
        cursor = Cursor(row.epoch, row.rev, row.revoked)
        return SyncState(cursor, bool(row.first_copy_complete), row.total, row.last_good_at)

    def move(self, **values: str | int | bool) -> None:
        self._connection.execute(update(schema.sync_state).values(**values))

    def put_aside(self, kind: str, id_: str, why: str, raw: str, since: str) -> None:
        row = {"kind": kind, "id": id_, "why": why, "raw": raw, "since": since}
        self._connection.execute(insert(schema.quarantine).prefix_with("OR REPLACE"), row)

    def healed(self, kind: str, id_: str) -> None:
        """A later version of the record was readable."""
        table = schema.quarantine
        self._connection.execute(delete(table).where(table.c.kind == kind, table.c.id == id_))

    def set_aside(self) -> list[Mapping[str, Any]]:
        query = select(schema.quarantine).order_by(schema.quarantine.c.row)
        return [dict(row) for row in self._connection.execute(query).mappings()]

    def records(self) -> int:
        query = select(func.count()).select_from(schema.records).where(schema.records.c.state == "live")
        return int(self._connection.execute(query).scalar_one())
