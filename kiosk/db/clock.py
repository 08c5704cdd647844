"""What the clock leaves behind: one row."""

from sqlalchemy import Connection, insert, select

from kiosk.clock import Kept, from_stamp, stamp
from kiosk.db import schema

_KEPT = select(schema.clock)
_KEEP = insert(schema.clock).prefix_with("OR REPLACE")


class Clocks:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self) -> Kept | None:
        """None: central never said what time it is."""
        row = self._connection.execute(_KEPT).one_or_none()
        if row is None:
            return None
        return Kept(from_stamp(row.server), row.boot, row.boot_id, from_stamp(row.floor), row.told, row.told_in)

    def keep(self, kept: Kept) -> None:
        row = {
            "one": 1,
            "server": stamp(kept.server),
            "boot": kept.boot,
            "boot_id": kept.boot_id,
            "floor": stamp(kept.floor),
            "told": kept.told,
            "told_in": kept.told_in,
        }
        self._connection.execute(_KEEP, row)
