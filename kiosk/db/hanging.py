"""Rows that hang on events: each has its event, of the right type, and says what the event's body says.

Every foreign key to the events is followed, whichever table it is in. A body that was shredded says nothing any more.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from kiosk.db import schema
from kiosk.domain.events import Type


@dataclass(frozen=True)
class BadRow:
    """The first row that does not hold: what is wrong is "no_event", "other_event", "other_words" or "no_row"."""

    table: str
    event: str
    what: str


@dataclass(frozen=True)
class _Says:
    """A table's column that names an event of a type, and which other columns repeat which fields of its body."""

    table: str
    type: Type
    fields: Mapping[str, str]
    column: str = "event"
    whole: bool = True  # every such event with a body has its row


def _same(*names: str) -> Mapping[str, str]:
    return {name: name for name in names}


_SAYS = (
    _Says("visits", Type.ARRIVED, {"id": "visit", "serial": "serial"}, whole=False),
    _Says("bindings", Type.CARD_BOUND, _same("serial", "person", "household"), whole=False),
    _Says("entries", Type.ENTERED, _same("worker", "how", "face")),
    _Says("looks", Type.LOOKED, _same("worker", "entry", "what", "subject")),
    _Says("overrides", Type.OVERRIDDEN, _same("worker", "entry", "rule", "subject", "because")),
    _Says("overrides", Type.OVERRIDE_UNDONE, {"event": "override"}, column="undone_by", whole=False),
    _Says("sightings", Type.SEEN, _same("visit", "worker")),
    _Says("departures", Type.LEFT, _same("visit", "how", "adult", "worker", "override")),
    _Says("taken_back", Type.TAKEN_BACK, _same("target", "visit", "why", "worker")),
    _Says("sightings", Type.TAKEN_BACK, {"event": "target"}, column="undone_by", whole=False),
    _Says("departures", Type.TAKEN_BACK, {"event": "target"}, column="undone_by", whole=False),
    _Says(
        "expectations",
        Type.EXPECTED,
        _same("turn", "person", "party", "children", "adults", "educators", "worker", "override"),
    ),
    _Says("called_off", Type.EXPECTED_TAKEN_BACK, _same("target", "turn", "why", "worker")),
    _Says("calendar_edits", Type.CALENDAR_EDITED, _same("day", "now"), whole=False),
    _Says("own_merges", Type.MERGED, _same("kept", "dropped", "worker"), whole=False),
    _Says("own_unmerges", Type.MERGE_UNDONE, _same("merge", "worker"), whole=False),
    _Says("own_closings", Type.CASE_CLOSED, _same("kind", "station", "subject", "why", "worker"), whole=False),
    _Says("acknowledged", Type.ACKNOWLEDGED, _same("kind", "subject", "why", "worker"), whole=False),
    _Says(
        "acknowledged",
        Type.ACKNOWLEDGED_TAKEN_BACK,
        {"event": "acknowledged"},
        column="undone_by",
        whole=False,
    ),
    _Says("own_secrets", Type.PICTURES_SET, _same("household", "person", "means", "verifier"), whole=False),
    _Says("redemptions", Type.REDEEMED, _same("redemption", "voucher", "cents", "parts", "means"), whole=False),
    _Says("redemptions", Type.REDEMPTION_REVERSED, {"event": "target"}, column="reversed_by", whole=False),
    _Says("signup_facts", Type.SIGNED_UP, _same("signup", "session", "state", "paid")),
    _Says("signup_facts", Type.SIGN_UP_MOVED, _same("signup", "session", "state", "paid")),
)
# A visit may begin with an event of another type (a group, an unnamed count), and a sign-up is said by two: those are
# followed, not compared.
_MIXED = {"visits", "signup_facts"}


@dataclass
class Hanging:
    connection: Connection = field(repr=False)

    def first_bad(self) -> BadRow | None:
        for bad in self._all_bad():
            return bad
        return None

    def _all_bad(self) -> Iterator[BadRow]:
        for table, column in _keys():
            yield from self._without_event(table, column)
        for says in _SAYS:
            yield from self._other(says)
            if says.whole:
                yield from self._missing(says)

    def _without_event(self, table: str, column: str) -> Iterator[BadRow]:
        query = f"""SELECT {column} FROM {table} LEFT JOIN events ON events.id = {column}
            WHERE {column} IS NOT NULL AND events.id IS NULL ORDER BY {table}.rowid"""  # noqa: S608 - from the schema
        for (event,) in self.connection.exec_driver_sql(query):
            yield BadRow(table, str(event), "no_event")

    def _other(self, says: _Says) -> Iterator[BadRow]:
        names = ", ".join(f"{says.table}.{name}" for name in says.fields)
        query = f"""SELECT events.id, events.type, CAST(bodies.content AS BLOB), {names} FROM {says.table}
            JOIN events ON events.id = {says.table}.{says.column} LEFT JOIN bodies ON bodies.event = events.id
            ORDER BY events."row" """  # noqa: S608 - constants
        for event, type_, content, *values in self.connection.exec_driver_sql(query):
            if type_ != says.type:
                if says.table not in _MIXED:
                    yield BadRow(says.table, event, "other_event")
            elif content is not None and not _agrees(content, dict(zip(says.fields.values(), values, strict=True))):
                yield BadRow(says.table, event, "other_words")

    def _missing(self, says: _Says) -> Iterator[BadRow]:
        query = f"""SELECT id FROM events JOIN bodies ON bodies.event = events.id WHERE type = ?
            AND NOT EXISTS (SELECT 1 FROM {says.table} WHERE {says.table}.{says.column} = events.id)
            ORDER BY events."row" """  # noqa: S608 - constants
        for (event,) in self.connection.exec_driver_sql(query, (says.type.value,)):
            yield BadRow(says.table, event, "no_row")


def _keys() -> Iterator[tuple[str, str]]:
    """Each column that names an event, of every table."""
    for table in schema.metadata.sorted_tables:
        for column in table.columns:
            if any(key.column.table is schema.events for key in column.foreign_keys):
                yield table.name, f"{table.name}.{column.name}"


def _agrees(content: bytes, values: Mapping[str, object]) -> bool:
    """What cannot be read is the chain's trouble, which the audit names first."""
    try:
        body = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(body, dict) and all(body.get(name) == value for name, value in values.items())
