"""What was changed at this station in the hub's calendar and may not be in central's record yet."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, literal, select

from kiosk.db import schema
from kiosk.domain.calendaredits import Edit, Told, dump_edit, read_edit

_ALL = select(schema.calendar_edits)


class CalendarEdits:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, event: str, edit: Edit) -> None:
        said, held = dump_edit(edit), schema.events
        row = select(literal(event), literal(said["day"]), literal(said["now"]), held.c.incarnation, held.c.seq)
        columns = [column.name for column in schema.calendar_edits.c]
        self._connection.execute(insert(schema.calendar_edits).from_select(columns, row.where(held.c.id == event)))

    def own(self) -> dict[str, Told]:
        """By event. What an edit replaced is in the event's body alone."""
        rows = self._connection.execute(_ALL)
        read = ((row, read_edit({"day": row.day, "was": row.now, "now": row.now})) for row in rows)
        return {row.event: Told(edit, row.incarnation, row.seq) for row, edit in read if edit is not None}

    def forget(self, events: Iterable[str]) -> None:
        table = schema.calendar_edits
        self._connection.execute(delete(table).where(table.c.event.in_(list(events))))
