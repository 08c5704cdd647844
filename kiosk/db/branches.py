"""Chains that parted from those that central holds: their ends go on as other incarnations'."""

from sqlalchemy import Connection

from kiosk.db.events import header_of
from kiosk.domain import events as domain

_PARTED = "SELECT incarnation, min(seq) FROM events WHERE verdict IS NULL AND reason = 'fork' GROUP BY incarnation"
_END = "SELECT * FROM events WHERE incarnation = ? AND seq >= ? ORDER BY seq"
_MOVE = "UPDATE events SET incarnation = ?, seq = ?, prev_hash = ?, hash = ?, reason = '' WHERE id = ?"
_EDITS = ("family_edits", "note_edits", "calendar_edits")  # which say by an event's place whether central has it


class Branches:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def parted(self) -> dict[str, int]:
        """Of each incarnation of which central holds something else, the first seq that it answered so."""
        return {name: int(since) for name, since in self._connection.exec_driver_sql(_PARTED)}

    def move(self, station: str, incarnation: str, since: int, to: str) -> int:
        """Link the events of a chain from this seq on to the beginning of another, which there is nothing of yet; how
        many. What they say, of when, and their ids stay."""
        rows = self._connection.exec_driver_sql(_END, (incarnation, since)).mappings().all()
        link = domain.START
        for row in rows:
            header = domain.linked(header_of(station, row), to, link)
            link = domain.Link(header.seq, header.hash)
            moved = (to, header.seq, header.prev_hash, header.hash, header.id)
            self._connection.exec_driver_sql(_MOVE, moved)
            for table in _EDITS:
                where = f"UPDATE {table} SET incarnation = ?, seq = ? WHERE event = ?"  # noqa: S608 - constants
                self._connection.exec_driver_sql(where, (to, header.seq, header.id))
        return len(rows)
