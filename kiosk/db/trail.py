"""Who entered, who looked at what, who overrode which rule: rows that hang on events of the chain."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, text, update

from kiosk.db import schema


@dataclass(frozen=True)
class Entry:
    event: str
    worker: str
    how: str
    face: str
    at: str
    day: str


@dataclass(frozen=True)
class Look:
    event: str
    worker: str
    entry: str  # the event of the worker's entry
    what: str
    subject: str
    at: str


@dataclass(frozen=True)
class Override:
    event: str
    worker: str
    entry: str
    rule: str
    subject: str
    because: str
    at: str
    undone_by: str | None = None


class Trail:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def entered(self, entry: Entry) -> None:
        self._connection.execute(insert(schema.entries), vars(entry))

    def entered_on(self, day: str, worker: str, how: str) -> bool:
        """Whether this worker entered in this way on a day."""
        table = schema.entries
        query = select(table.c.event).where(table.c.day == day, table.c.worker == worker, table.c.how == how)
        return self._connection.execute(query.limit(1)).first() is not None

    def looked(self, look: Look) -> None:
        self._connection.execute(insert(schema.looks), vars(look))

    def looks_at(self, subject: str) -> list[Look]:
        """Who looked at it here, the latest first."""
        table = schema.looks
        rows = self._connection.execute(select(table).where(table.c.subject == subject).order_by(table.c.at.desc()))
        return [Look(**row) for row in rows.mappings()]

    def latest_looks(self, most: int) -> list[Look]:
        """The last that were recorded, the latest first."""
        table = schema.looks
        rows = self._connection.execute(select(table).order_by(text("rowid DESC")).limit(most)).mappings()
        return [Look(**row) for row in rows]

    def overrode(self, override: Override) -> None:
        self._connection.execute(insert(schema.overrides), vars(override))

    def override(self, event: str) -> Override | None:
        table = schema.overrides
        row = self._connection.execute(select(table).where(table.c.event == event)).mappings().one_or_none()
        return Override(**row) if row else None

    def overrides_of(self, subject: str) -> list[Override]:
        """Those that stand and those that were undone, the oldest first."""
        table = schema.overrides
        rows = self._connection.execute(select(table).where(table.c.subject == subject).order_by(table.c.at))
        return [Override(**row) for row in rows.mappings()]

    def undo(self, override: str, event: str) -> None:
        table = schema.overrides
        self._connection.execute(update(table).where(table.c.event == override).values(undone_by=event))
